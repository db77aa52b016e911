"""What is asked and said about goals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.goals import Goal, Measurement, current_value, is_reward_waiting, steps_done
from journal.language import translated
from journal.text.counting import count

TITLE: Final = "goals"
EMPTY: Final = "None yet. A small one will do, with a step or two."
LINE_KEYS: Final = "enter edit · space next step done · v values"
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
NOW_HINT: Final = "Each change is saved with its day; v on Plan lists them."
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
ROLE: Final = "My mentor's part"
ROLE_HINT: Final = "What helps you most with this one."
DECISION: Final = "One decision"
DECISION_HINT: Final = "That you want from your mentor. It comes on the page."
REWARD: Final = "Reward"
REWARD_HINT: Final = "Promised to yourself: something that's no risk to you."
TAKEN_ON: Final = "Taken on"
TAKEN_ON_HINT: Final = "Empty until you've had it."

VALUES: Final = "values"
VALUES_EMPTY: Final = "None yet. Press + to add one, with its day."
VALUES_KEYS: Final = "+ add"
VALUE_KEYS: Final = "enter edit · d delete"
VALUE_FORM: Final = "a value"
VALUE: Final = "Value"
VALUE_NEEDED: Final = "A number is needed."
ON: Final = "On"
DAY_NEEDED: Final = "On which day? Try: yesterday, 19 Nov or 19/11/2026."
DELETE_VALUE: Final = "Delete this value?"
DELETE_VALUE_YES: Final = "Delete"
VALUE_DELETED: Final = "Value deleted. Press u to undo."
VALUE_SAVED: Final = "Value saved."
DAY_CELLS: Final = 11
"""Cells of a day of this year in front of its value."""
NO_GOAL: Final = "Mark a goal first: v lists its values."


def format_reached(goal: Goal) -> str:
    """Return what is said once a goal is achieved, with the reward that was promised for it."""
    return f"{REACHED} Your reward: {goal.reward}" if is_reward_waiting(goal) else REACHED


def format_reward(goal: Goal) -> str:
    """Return ``reward: new shoes`` where it waits to be taken, else an empty string."""
    return f"reward: {goal.reward}" if is_reward_waiting(goal) else ""


def format_value(value: Measurement, unit: str, today: date, day_cells: int = DAY_CELLS) -> str:
    """Return ``Mon 5 Oct   440 €``; the day takes ``day_cells``, so that values stand under each other."""
    return f"{format_day(value.on, today):<{day_cells}} {_plain(value.value)} {unit}".rstrip()


def day_cells(values: Sequence[Measurement], today: date) -> int:
    """Return how many cells the days of these values take: more where one of them is of another year."""
    return max([DAY_CELLS, *(len(format_day(value.on, today)) for value in values)])


def format_values(goal: Goal) -> str:
    """Return ``3 values, now 440/600 €``, which sums up the list of values."""
    now = format_progress(goal) if goal.target is not None else f"{_plain(current_value(goal))} {goal.unit}".rstrip()
    return f"{count(len(goal.values), 'value')}, now {now}"


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
    """Return a number with commas between thousands, without an exponent or trailing zeros."""
    return f"{number.normalize():,f}"


translated(__name__)
