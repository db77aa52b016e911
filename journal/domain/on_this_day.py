"""On this day: an entry of an earlier year that the person marked to read again, when it is safe to show one."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.sessions import Session
from journal.domain.uses import Use

AFTER_A_USE: Final = timedelta(days=7)
"""How long after a use nothing is shown: the day of the use and the seven days after it."""

HARD_STATUS: Final = 3
"""The status of a meeting (1 going well, 5 using now) from which on nothing is shown."""

_YEARS: Final = 120
"""How far back is looked."""


def days_like(today: date) -> frozenset[date]:
    """Return the days of earlier years that today repeats.

    In a year without a 29 February, 28 February stands for it, too.
    """
    years = range(max(1, today.year - _YEARS), today.year)
    if (today.month, today.day) == (2, 29):
        return frozenset(date(year, 2, 29) for year in years if isleap(year))
    found = {today.replace(year=year) for year in years}
    if (today.month, today.day) == (2, 28) and not isleap(today.year):
        found |= {date(year, 2, 29) for year in years if isleap(year)}
    return frozenset(found)


def years_since(day: date, today: date) -> int:
    """Return how many years ago a day of ``days_like(today)`` was."""
    return today.year - day.year


def is_hard_time(uses: Iterable[Use], marks: Iterable[Mark], sessions: Iterable[Session], today: date) -> bool:
    """Return whether no earlier entry is to be shown: a use was within 7 days, or the last status was 3 to 5.

    A use counts by its day, whenever it was logged; a day marked as used or mixed counts as a use. The status is that
    of the last meeting held with one, or one given for a meeting still to come.
    """
    first = today - AFTER_A_USE
    if any(first <= use.local_date <= today for use in uses):
        return True
    late = sorted((mark for mark in marks if first <= mark.local_date <= today), key=lambda one: (one.made_at, one.uid))
    latest = {(mark.focus, mark.local_date): mark for mark in late}
    if any(mark.state in (DayState.USED, DayState.MIXED) for mark in latest.values()):
        return True
    rated = [one for one in sessions if one.status is not None and not one.cancelled]
    held = sorted((one for one in rated if one.held_at), key=lambda one: (one.at, one.uid))[-1:]
    coming = [one for one in rated if not one.held_at and one.local_date >= today]
    return any(one.status is not None and one.status >= HARD_STATUS for one in (*held, *coming))


def note_from_earlier(entries: Iterable[Entry], today: date) -> Entry | None:
    """Return the entry to offer: of those marked to read again whose day repeats today, the latest; or ``None``."""
    days = days_like(today)
    marked = [entry for entry in entries if entry.read_again and entry.local_date in days]
    return max(marked, key=lambda entry: (entry.local_date, entry.at, entry.uid), default=None)
