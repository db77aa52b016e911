"""What the timeline says: its keys, what it found, and where there is nothing."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day

TIMELINE: Final = "Timeline"
KEYS: Final = "enter open · r for my mentor · d delete · u undo"
SEARCH: Final = "search"
ALL_KINDS: Final = "all"
FOR_MENTOR: Final = "for my mentor"
"""Said of a line that is kept for the next meeting."""

NOTHING_YET: Final = "Nothing yet: a checks in, n writes, ^r for a craving."
NOTHING_OF_IT: Final = "Nothing of this kind yet. esc shows everything."
NOTHING_FOUND: Final = "Nothing found. esc shows everything."


def format_found(number: int) -> str:
    """Return ``3 found``."""
    return f"{number} found"


def format_listed(number: int) -> str:
    """Return ``120, newest first``; empty for none."""
    return f"{number}, newest first" if number else ""


def record_of_day(name: str, day: date, today: date) -> str:
    """Return ``craving, Mon 23 Nov``: the record that is to be erased."""
    return f"{name}, {format_day(day, today)}"
