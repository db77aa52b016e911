"""What is said about dates and times that people type: hints, what was understood, and what to try instead.

Only open forms and the timeline load it: the locked screen does without the arithmetic of dates.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated
from journal.text.counting import count

_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}

DAY_HINT: Final = "yesterday, -3, 19 Nov"
NOT_A_DAY: Final = "Try: yesterday, 19 Nov or 19/11/2026."
NOT_A_DAY_AHEAD: Final = "Try: tomorrow, 19 Nov or 19/11/2026."
NOT_A_TIME: Final = "Try: 19:30, 7pm or noon."


def understood_day(day: date, today: date) -> str:
    """Return ``Thu 19 Nov, 9 days ago``: the date that was understood, and how far away it is."""
    return f"{format_day(day, today)}, {_away((day - today).days)}"


def _away(days: int) -> str:
    """Return ``9 days ago`` or ``in 9 days`` for a number of days from today, negative for the past."""
    if days in _NEAR:
        return _NEAR[days]
    return f"{count(-days, 'day')} ago" if days < 0 else f"in {count(days, 'day')}"


translated(__name__)
