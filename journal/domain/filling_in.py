"""Days that are filled in later: a mark for each of several days, and how sure the person is of them.

The calendar, the question on Today and the first-run setup use it. After Timeline Followback; a report made on the day
itself is more accurate (PMC9097010), so what is filled in later says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from msgspec.structs import replace

from journal.domain.days import DayState, Mark, day_state, latest_marks, marked, uses_by_day
from journal.domain.focus_goals import most_on
from journal.domain.focuses import Focus, paused
from journal.domain.uses import Use


class Sureness(IntEnum):
    """How sure the person is of a day that was filled in later, as the percentage that ``Mark.confidence`` stores."""

    SURE = 100
    FAIRLY = 70
    GUESS = 40


def sureness(mark: Mark) -> Sureness | None:
    """Return how sure the person is of a mark; ``None`` where they were not asked, or it was made on its day."""
    if mark.confidence is None or not mark.back_filled:
        return None
    return next((level for level in Sureness if mark.confidence >= level), Sureness.GUESS)


def with_sureness(mark: Mark, level: int) -> Mark:
    """Return the mark with another confidence, 0 for not asked; a mark that was made on its day has none."""
    return replace(mark, confidence=int(level) if level and mark.back_filled else None)


def next_sureness(level: Sureness | None) -> Sureness:
    """Return the level after this one, and the first after the last."""
    levels = list(Sureness)
    return levels[0] if level is None else levels[(levels.index(level) + 1) % len(levels)]


class FilledIn(NamedTuple):
    """The marks for several days, and how many days were left as they are: with a use on them, or not counted."""

    marks: list[Mark]
    with_use: int
    outside: int


def fill_days(
    focus: Focus, days: Iterable[date], state: DayState, uses: Iterable[Use], marks: Iterable[Mark], today: date
) -> FilledIn:
    """Return marks that give these days a state.

    A day with a use stays used, unless it is not to count, and a day that has the state already keeps its mark. A day
    to come, before the start or in a pause does not count, and without a limit no use is within it.
    """
    used, before, found = uses_by_day(focus, uses), latest_marks(focus, marks), []
    with_use = outside = 0
    for day in days:
        if not _can_mark(focus, day, state, today):
            outside += 1
        elif day in used and state is not DayState.NOT_APPLICABLE:
            with_use += 1
        elif day not in before or day_state(focus, day, [], before[day]) is not state:
            found.append(replace(marked(focus, before.get(day), day, state, today), confidence=None))
    return FilledIn(found, with_use, outside)


def _can_mark(focus: Focus, day: date, state: DayState, today: date) -> bool:
    if day > today or (focus.start is not None and day < focus.start) or paused(focus, day):
        return False
    return state is not DayState.WITHIN or most_on(focus, day) is not None


def last_week(today: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the week before this one."""
    monday = today - timedelta(days=today.weekday() + 7)
    return monday, monday + timedelta(days=6)
