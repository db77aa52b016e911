"""Weekly anchors: four or five things that a person does every week to stay steady, and whether they did them.

This follows the weekly check of "mooring lines" in SAMHSA's Matrix client handbook (public domain): concrete
behaviours, checked once a week, so that drifting is noticed early. A week runs from Monday to Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Final, NamedTuple

from msgspec.structs import replace

from journal.domain.record import Label, Record

ENOUGH: Final = 5
"""With this many lines, one more is too many to check in a minute."""

MISSED_IS_DRIFT: Final = 2
"""With this many lines missed in one week, the person is drifting."""


class MooringLine(Record, kw_only=True, frozen=True):
    """Something concrete that is done every week: ``Monday group``. ``held_on`` are the days on which it was ticked."""

    table: ClassVar[str] = "mooring"

    text: Label
    held_on: list[date] = []
    archived: bool = False


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def is_held_in(line: MooringLine, week: date) -> bool:
    """Return whether the line was ticked in the week that begins on ``week``."""
    return any(week_of(day) == week for day in line.held_on)


def toggle_week(line: MooringLine, today: date) -> MooringLine:
    """Return the line ticked for this week, or unticked if it was ticked this week."""
    week = week_of(today)
    if is_held_in(line, week):
        return replace(line, held_on=[day for day in line.held_on if week_of(day) != week])
    return replace(line, held_on=[*line.held_on, today])


def in_order(lines: Iterable[MooringLine]) -> list[MooringLine]:
    """Return the lines not archived first, each group in the order it was written."""
    return sorted(lines, key=lambda line: (line.archived, line.made_at, line.uid))


class Week(NamedTuple):
    """One week, from its Monday: the lines that existed all week, and those of them that were missed."""

    begins: date
    lines: list[MooringLine]
    missed: list[MooringLine]

    @property
    def held(self) -> int:
        """Return how many lines held."""
        return len(self.lines) - len(self.missed)


def week(lines: Iterable[MooringLine], begins: date) -> Week:
    """Return the week that begins on a Monday.

    A line counts from its first full week, or the first week it was ticked in.
    """
    there = [
        line
        for line in in_order(lines)
        if not line.archived and (line.local_date <= begins or is_held_in(line, begins))
    ]
    return Week(begins, there, [line for line in there if not is_held_in(line, begins)])


def weeks(lines: Iterable[MooringLine], first: date, last: date) -> list[Week]:
    """Return the weeks that have lines and whose Sunday is between ``first`` and ``last``, both included."""
    every, begins = list(lines), week_of(first)
    mondays = (begins + timedelta(days=7 * n) for n in range((last - begins).days // 7 + 1))
    found = [week(every, monday) for monday in mondays if first <= monday + timedelta(days=6) <= last]
    return [one for one in found if one.lines]


def drift(lines: Iterable[MooringLine], today: date) -> Week | None:
    """Return the last full week if two or more lines were missed in it, or None."""
    last = week(lines, week_of(today) - timedelta(days=7))
    return last if len(last.missed) >= MISSED_IS_DRIFT else None
