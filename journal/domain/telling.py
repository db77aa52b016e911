"""Telling the mentor about a slip within the hours that the agreement names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from journal.domain.agreements import Agreement, current, programme_week
from journal.domain.focuses import Focus
from journal.domain.people import Person
from journal.domain.slips import is_slip
from journal.domain.uses import Use


class ToTell(NamedTuple):
    """A slip that the mentor has not been told about: the use, who to tell, and by when."""

    use: Use
    person: Person
    until: datetime


def to_tell(
    uses: Iterable[Use],
    focuses: Iterable[Focus],
    agreements: Iterable[Agreement],
    people: Iterable[Person],
    now: datetime,
) -> list[ToTell]:
    """Return the slips to tell a mentor about: the nearest deadline first, then those that have passed, newest first.

    ``uses`` are those of the days to look at. What was before the mentor was last told counts as told.
    """
    every, known = list(uses), {focus.uid: focus for focus in focuses}
    told = max((use.told_mentor_at for use in every if use.told_mentor_at), default=None)
    untold = [
        use
        for use in every
        if use.told_mentor_at is None and (told is None or told < use.at) and is_slip(use, known.get(use.focus), every)
    ]
    if not untold:
        return []
    agreed = list(agreements)
    found = [
        ToTell(use, person, use.at + timedelta(hours=promised.tell_within))
        for person in people
        if not person.archived and (promised := current(agreed, person.uid)) and promised.tell_within is not None
        for use in untold
        if _holds(promised, use.local_date)
    ]
    ahead = sorted((one for one in found if one.until >= now), key=lambda one: one.until)
    return ahead + sorted((one for one in found if one.until < now), key=lambda one: one.until, reverse=True)


def _holds(agreement: Agreement, day: date) -> bool:
    """Return whether an agreement holds on a day: it has begun, is not paused and not over."""
    week = programme_week(agreement, day)
    return week is not None and not week.rests and not week.over
