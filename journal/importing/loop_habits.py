"""Define a habit of Loop Habit Tracker as both of its exports hold it: ``loop_csv`` and ``loop_db`` make it.

Values are those of Loop's own ``Entry``; ``OLD_ZERO`` and ``UNREADABLE`` are ours.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

YES: Final = 2
YES_AUTO: Final = 1
NO: Final = 0
UNKNOWN: Final = -1
SKIP: Final = 3
OLD_ZERO: Final = -10
"""A 0 of an export that lists every day: a no, or nothing entered."""

UNREADABLE: Final = -11

WORDS: Final = {"YES_MANUAL": YES, "YES_AUTO": YES_AUTO, "NO": NO, "SKIP": SKIP, "UNKNOWN": UNKNOWN}


class HabitDay(Struct, frozen=True):
    """One day of a habit. For a measured habit ``value`` is in thousandths; 3 is a skipped day there as well."""

    day: date
    value: int
    note: str = ""


class Habit(Struct, frozen=True):
    """A habit with its days, in the order of the export. ``name`` is its uuid, or else its label."""

    name: str
    label: str
    is_measured: bool
    unit: str
    days: list[HabitDay]
    repeated: int = 0
    undated: int = 0


def one_a_day(days: list[HabitDay]) -> tuple[list[HabitDay], int]:
    """Return the last row of each day, and how many rows were before another one of the same day."""
    last = {one.day: one for one in days}
    return list(last.values()), len(days) - len(last)
