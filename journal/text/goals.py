"""How the progress of a goal is written."""

from __future__ import annotations

from decimal import Decimal

from journal.domain.goals import Goal, current_value, steps_done


def progress_words(goal: Goal) -> str:
    """Return ``440/600 €`` for a measure, ``3 of 4`` for steps, or an empty string."""
    if goal.target is not None:
        return f"{_plain(current_value(goal))}/{_plain(goal.target)} {goal.unit}".rstrip()
    return f"{steps_done(goal)} of {len(goal.steps)}" if goal.steps else ""


def _plain(number: Decimal) -> str:
    """Return a number without an exponent or trailing zeros."""
    return f"{number.normalize():f}"
