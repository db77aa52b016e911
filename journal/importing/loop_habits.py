"""Define a habit of Loop Habit Tracker as both of its exports hold it: ``loop_csv`` and ``loop_db`` make it.

Values are those of Loop's own ``Entry``; ``OLD_ZERO`` and ``UNREADABLE`` are ours.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

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
    """Return the last value of each day with all notes of it, and how many rows were of a day that had one."""
    last: dict[date, HabitDay] = {}
    for one in days:
        before = last.get(one.day)
        if before and before.note.strip() and before.note != one.note:
            one = replace(one, note=f"{before.note}\n\n{one.note}")
        last[one.day] = one
    return list(last.values()), len(days) - len(last)
