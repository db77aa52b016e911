"""What is said about the days of a focus: what a day was, what its signs mean, and the figures."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import MONTH_NAMES, format_day
from journal.domain.days import DayState, Mark
from journal.text.counting import count
from journal.text.labels import label

DAYS_KEYS: Final = "arrows choose a day · PgUp PgDn a month · esc back"
FREE: Final = "free"
USED: Final = "used"
NOT_KNOWN: Final = "not known"
MIXED: Final = "mixed"
NOT_COUNTED: Final = "not counted"
NO_ENTRY: Final = "no entry"
NO_MARK: Final = "There is no mark on this day."
IN_A_PAUSE: Final = "in a pause"

_STATES: Final = {
    DayState.USED: USED,
    DayState.UNKNOWN: NOT_KNOWN,
    DayState.MIXED: "mixed, or not clear",
    DayState.NOT_APPLICABLE: NOT_COUNTED,
}


def format_state(state: DayState, clean_word: str) -> str:
    """Return what a day was; ``clean_word`` is the person's own for a day without a use."""
    return _STATES.get(state, clean_word)


def format_mark(mark: Mark, clean_word: str) -> str:
    """Return ``free (check-in)`` or ``used (calendar, filled in later)``."""
    later = ", filled in later" if mark.back_filled else ""
    return f"{format_state(mark.state, clean_word)} ({label(mark.source)}{later})"


def format_used(written_as: str) -> str:
    """Return ``used (written down as a slip)``."""
    return f"{USED} ({written_as})"


def month_title(name: str, day: date) -> str:
    """Return ``alcohol · November 2026``."""
    return f"{name} · {MONTH_NAMES[day.month - 1]} {day.year}"


def day_line(day: date, words: str) -> str:
    """Return ``Fri 20 Nov: free (check-in)``."""
    return f"{format_day(day)}: {words}"


def format_logged(clean: int, clean_word: str, logged: int, percent: str) -> str:
    """Return ``41 free days of 50 logged · 82 %``."""
    return f"{count(clean, f'{clean_word} day')} of {logged} logged · {percent}"


def longest_run(run: str) -> str:
    """Return ``longest run 30``."""
    return f"longest run {run}"


def before_start(start: date, today: date) -> str:
    """Say that the day is before the focus starts."""
    return f"before the start, {format_day(start, today)}"


def outside(reason: str) -> str:
    """Say why nothing can be marked on a day."""
    return f"This day is {reason}: settings can change that."
