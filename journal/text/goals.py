"""What is asked and said about goals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.goals import Goal, current_value, steps_done

TITLE: Final = "goals"
EMPTY: Final = "None yet. A small one will do, with a step or two."
LINE_KEYS: Final = "enter edit · space next step done"
ALL_DONE: Final = "All steps done. Have you reached it?"
REACHED_YES: Final = "Yes, reached"
REACHED_NOT_YET: Final = "Not yet"
REACHED: Final = "Goal achieved. Press u to undo."
NO_STEPS: Final = "This goal has no steps yet. Press enter to add some."

FORM: Final = "a goal"
GOAL: Final = "Goal"
DUE: Final = "By"
DUE_HINT: Final = "fri, in 4 weeks, 31 Dec"
STEPS: Final = "Steps"
STEPS_HINT: Final = "One per line; “x ” before what is done."
MEASURE: Final = "Counted"
MEASURE_HINT: Final = "What you can count on the way, if anything."
NOW: Final = "Now at"
NOW_HINT: Final = "Each change is saved with its day."
BASELINE: Final = "From"
BASELINE_HINT: Final = "Where you started."
TARGET: Final = "To"
TARGET_HINT: Final = "Where you want to get to."
UNIT: Final = "Unit"
UNIT_HINT: Final = "€, km, evenings"
WHY: Final = "Why"
DIMENSION: Final = "For my"
OBSTACLE: Final = "In the way"
OBSTACLE_HINT: Final = "And what I'll do then."
WHO_HELPS: Final = "Who helps"
CONFIDENCE: Final = "Confidence"
CONFIDENCE_ANCHORS: Final = "0 none, 10 certain"
STATUS: Final = "Status"


def next_step(step: str) -> str:
    """Return ``next: call the bank``."""
    return f"next: {step}"


def format_due(due: date, today: date) -> str:
    """Return ``by Thu 31 Dec``."""
    return f"by {format_day(due, today)}"


def format_progress(goal: Goal) -> str:
    """Return ``440/600 €`` for a measure, ``3 of 4`` for steps, or an empty string."""
    if goal.target is not None:
        return f"{_plain(current_value(goal))}/{_plain(goal.target)} {goal.unit}".rstrip()
    return f"{steps_done(goal)} of {len(goal.steps)}" if goal.steps else ""


def _plain(number: Decimal) -> str:
    """Return a number without an exponent or trailing zeros."""
    return f"{number.normalize():f}"
