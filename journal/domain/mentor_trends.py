"""Trends with a mentor: meetings and hours by week, ratings, and use days during the programme.

Use days are the outcome that MAP counts (J Stud Alcohol Drugs 2020;81:664). Nothing here claims that one thing caused
another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from journal.domain.agreements import GROUPS
from journal.domain.checkins import CheckIn
from journal.domain.contacts import contacts
from journal.domain.days import DayState, Mark, day_word
from journal.domain.focuses import Focus
from journal.domain.sessions import Session, SessionKind, held
from journal.domain.uses import Use


class Week(NamedTuple):
    """One week starting on ``begins``: meetings, and hours of each kind.

    A meeting without minutes adds no hours. Group hours are those of groups and house meetings.
    """

    begins: date
    meetings: int
    one_to_one: Decimal
    groups: Decimal


def weeks(sessions: Iterable[Session], checkins: Iterable[CheckIn], person: str, first: date, last: date) -> list[Week]:
    """Return every week from ``first`` to ``last``.

    One-to-one meetings count only with a person (a uid), other meetings with anyone.
    """
    found = []
    theirs = [one for one in sessions if one.kind is not SessionKind.ONE_TO_ONE or one.person == person]
    answered = list(checkins)
    for begins in (first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1)):
        ends = min(begins + timedelta(days=6), last)
        inside = [one for one in held(theirs) if begins <= one.local_date <= ends]
        alone = [one for one in inside if one.kind is SessionKind.ONE_TO_ONE]
        groups = [one for one in inside if one.kind in GROUPS]
        had = contacts(theirs, answered, begins, ends).meetings
        found.append(Week(begins, had, _hours(alone), _hours(groups)))
    return found


def _hours(sessions: Iterable[Session]) -> Decimal:
    return sum((Decimal(one.minutes or 0) for one in sessions), Decimal(0)) / 60


class Typical(NamedTuple):
    """The median of ``n`` ratings from 1 to 5, and of the last three if there are six or more; None without ratings."""

    n: int
    middle: float | None
    lately: float | None


LATELY = 3


def typical(ratings: Iterable[int | None]) -> Typical:
    """Return what is typical of ratings in the order they were given; meetings without a rating are skipped."""
    given = [rating for rating in ratings if rating is not None]
    lately = median(given[-LATELY:]) if len(given) >= 2 * LATELY else None
    return Typical(len(given), median(given) if given else None, lately)


class UseDays(NamedTuple):
    """``used`` of ``days`` days in the programme; ``most`` if every day without an entry were a day with a use."""

    used: int
    most: int
    days: int


def use_days(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], first: date, today: date) -> UseDays:
    """Return the use days of a focus since a day.

    Days that do not count, and today if it has nothing yet, are left out.
    """
    word = day_word(focus, list(uses), list(marks), first=first, last=today, today=today)
    states = [state for _, state in word.applicable()]
    used = states.count(DayState.USED) + states.count(DayState.WITHIN)
    unknown = states.count(DayState.UNKNOWN) + states.count(DayState.MIXED)
    return UseDays(used, used + unknown, len(states))
