"""Mooring lines: four or five things done every week that hold a person, and whether they did.

After the weekly check of "mooring lines" in SAMHSA's Matrix client handbook (public domain): concrete behaviours,
looked at once a week, so that drifting is seen early. A week runs from Monday to Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Final, NamedTuple

from msgspec.structs import replace

from journal.domain.record import Label, Record

ENOUGH: Final = 5
"""Lines from which on one more is too many to look at in a minute."""

MISSED_IS_DRIFT: Final = 2
"""Lines missed in one week from which on it is drifting."""


class MooringLine(Record, kw_only=True, frozen=True):
    """Something concrete that is done every week: ``Monday group``. ``held_on``: days on which it was ticked."""

    table: ClassVar[str] = "mooring"

    text: Label
    held_on: list[date] = []
    archived: bool = False


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def is_held_in(line: MooringLine, week: date) -> bool:
    """Whether it held in the week that begins on ``week``."""
    return any(week_of(day) == week for day in line.held_on)


def toggle_week(line: MooringLine, today: date) -> MooringLine:
    """Held this week; or, where it was ticked this week, not."""
    week = week_of(today)
    if is_held_in(line, week):
        return replace(line, held_on=[day for day in line.held_on if week_of(day) != week])
    return replace(line, held_on=[*line.held_on, today])


def in_order(lines: Iterable[MooringLine]) -> list[MooringLine]:
    """Those that hold now first, each the first written first."""
    return sorted(lines, key=lambda line: (line.archived, line.made_at, line.uid))


class Week(NamedTuple):
    """One week, from its Monday: the lines there were all week long, and those of them that were missed."""

    begins: date
    lines: list[MooringLine]
    missed: list[MooringLine]

    @property
    def held(self) -> int:
        """How many held."""
        return len(self.lines) - len(self.missed)


def week(lines: Iterable[MooringLine], begins: date) -> Week:
    """The week that begins on a Monday. A line counts from the first week it was there whole, or was ticked in."""
    there = [
        line
        for line in in_order(lines)
        if not line.archived and (line.local_date <= begins or is_held_in(line, begins))
    ]
    return Week(begins, there, [line for line in there if not is_held_in(line, begins)])


def weeks(lines: Iterable[MooringLine], first: date, last: date) -> list[Week]:
    """The weeks whose Sunday is among the days from ``first`` to ``last``, in which there were lines."""
    every, begins = list(lines), week_of(first)
    mondays = (begins + timedelta(days=7 * n) for n in range((last - begins).days // 7 + 1))
    found = [week(every, monday) for monday in mondays if first <= monday + timedelta(days=6) <= last]
    return [one for one in found if one.lines]


def drift(lines: Iterable[MooringLine], today: date) -> Week | None:
    """The week that was over last, if two or more lines were missed in it."""
    last = week(lines, week_of(today) - timedelta(days=7))
    return last if len(last.missed) >= MISSED_IS_DRIFT else None
