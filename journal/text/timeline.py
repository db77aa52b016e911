"""What the timeline says: its keys, what it found, and where there is nothing."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import MONTH_NAMES, format_date, format_day
from journal.text.dates import understood_day

KEYS: Final = "enter open · r for my mentor · d delete · u undo"
SEARCH: Final = "search: words, or a date like 19 Nov"
ALL_KINDS: Final = "all"
FOR_MENTOR: Final = "for my mentor"
"""Said of a line that is saved for the next meeting."""

NOTHING_YET: Final = "Nothing yet. Press a to check in, n to write, ^r for a craving."
NOTHING_OF_IT: Final = "Nothing of this kind yet. Press esc to show everything."
DELETE_WHERE_OPEN: Final = "Open it with enter to delete it."
NOTHING_FOUND: Final = "Nothing found. Press esc to show everything."


def format_found(number: int, period: tuple[date, date] | None, today: date) -> str:
    """Return ``3 found``; for a date ``3 found: Thu 19 Nov, 9 days ago``; for a month ``3 found: 1–31 Mar``."""
    if period is None:
        return f"{number:,} found"
    first, last = period
    when = understood_day(first, today) if first == last else _format_month(first, last, today)
    return f"{number:,} found: {when}"


def _format_month(first: date, last: date, today: date) -> str:
    return format_date(first, last) if first.year == today.year else f"{format_date(first, last)} {first.year}"


def format_month(day: date, number: int) -> str:
    """Return ``November 2026 · 41``: the heading above the records of a month, and how many there are."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year} · {number:,}"


def format_listed(number: int) -> str:
    """Return ``120, newest first``; empty for none."""
    return f"{number:,}, newest first" if number else ""


def record_of_day(name: str, day: date, today: date) -> str:
    """Return ``craving, Mon 23 Nov``: the record that is to be erased."""
    return f"{name}, {format_day(day, today)}"
