"""Counts meetings and contacts. Every figure about them uses ``contacts``, and the attendance slip ``attended``.

What counts, however it was entered:

- A **meeting** is a session that was held and is no contact: one-to-one, group, fellowship meeting, house meeting.
- A **contact** is a session of the kind ``CONTACT``: a call, a text or a visit with someone who supports the person.
- A check-in that says yes counts as one meeting, or one contact, of its day, unless one is recorded there. Several
  check-ins of one day count once. A one-to-one meeting may be what "contact made" meant, so no contact is added to it.
- A yes that made a record (``Session.checkin``) is that record, on whatever day it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from msgspec.structs import asdict

from journal.domain.checkins import CheckIn
from journal.domain.record import Precision
from journal.domain.sessions import Session, SessionKind

_AS_MADE: Final = frozenset(("uid", "schema", "made_at", "at", "zone", "local_date", "held_at", "kind"))
"""The fields that may differ between a record as a check-in made it and the same record now."""


class Attended(NamedTuple):
    """One meeting or contact of a day; without a ``session`` a check-in says so, and no more is known."""

    day: date
    is_meeting: bool
    session: Session | None = None


class Contacts(NamedTuple):
    """How many meetings and contacts a period has; ``last_meeting`` is the day of the last one up to its end."""

    meetings: int
    contacts: int
    last_meeting: date | None


def is_contact(session: Session) -> bool:
    """Return whether a session is a contact, not a meeting."""
    return session.kind is SessionKind.CONTACT


def attended(sessions: Iterable[Session], checkins: Iterable[CheckIn], last: date) -> list[Attended]:
    """Return every meeting and contact up to a day, included, earliest first."""
    held = [one for one in sessions if one.held_at is not None]
    recorded = [Attended(one.local_date, not is_contact(one), one) for one in held]
    answered = list(checkins)
    found = [
        *recorded,
        *(Attended(day, True) for day in _meeting_days(held, answered)),
        *(Attended(day, False) for day in _contact_days(held, answered)),
    ]
    return sorted((one for one in found if one.day <= last), key=_order)


def contacts(sessions: Iterable[Session], checkins: Iterable[CheckIn], first: date, last: date) -> Contacts:
    """Count the meetings and contacts from ``first`` to ``last``, both included."""
    found = attended(sessions, checkins, last)
    inside = [one.is_meeting for one in found if one.day >= first]
    last_meeting = max((one.day for one in found if one.is_meeting), default=None)
    return Contacts(inside.count(True), inside.count(False), last_meeting)


def before(first: date, last: date) -> tuple[date, date]:
    """Return the period of the same length that ends on the day before ``first``."""
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def recorded_on(sessions: Iterable[Session], day: date, *, meeting: bool) -> list[Session]:
    """Return the meetings, or the contacts, that are recorded on a day."""
    return [one for one in sessions if one.held_at and one.local_date == day and is_contact(one) is not meeting]


def made_by(sessions: Iterable[Session], checkin: str, *, meeting: bool) -> Session | None:
    """Return the meeting, or the contact, that the answer of a check-in (a uid) made, if it is still there."""
    return next(
        (one for one in sessions if checkin and one.checkin == checkin and is_contact(one) is not meeting), None
    )


def answer(checkin: CheckIn, kind: SessionKind, at: datetime) -> Session:
    """Return the record that a yes in a check-in makes: one of its day, at an instant that stands for the day."""
    day = checkin.local_date
    return Session(checkin=checkin.uid, kind=kind, held_at=at, at=at, local_date=day, precision=Precision.DAY)


def is_as_made(session: Session) -> bool:
    """Return whether a record that a check-in made still says only what the check-in said: its day and its kind."""
    made = asdict(Session(checkin=session.checkin, precision=Precision.DAY))
    now = asdict(session)
    return all(now[name] == value for name, value in made.items() if name not in _AS_MADE)


def is_brief(session: Session) -> bool:
    """Return whether it has nothing but what the short form asks: kind, time, person, minutes, place, way and a note.

    A one-to-one meeting has notes, and what was agreed there, even where they are empty.
    """
    asked = ("person", "minutes", "place", "mode", "said", "planned_at", "cancelled", "precision", "sensitivity")
    ignored = _AS_MADE | {"checkin", *asked}
    empty, now = asdict(Session()), asdict(session)
    brief = all(now[name] == value for name, value in empty.items() if name not in ignored)
    return brief and session.kind is not SessionKind.ONE_TO_ONE


def _meeting_days(held: Sequence[Session], checkins: Sequence[CheckIn]) -> set[date]:
    """Return the days on which a check-in says there was a meeting, and none is recorded."""
    made = {one.checkin for one in held if not is_contact(one)}
    said = {one.local_date for one in checkins if one.meeting_attended and (not one.uid or one.uid not in made)}
    return said - {one.local_date for one in held if not is_contact(one)}


def _contact_days(held: Sequence[Session], checkins: Sequence[CheckIn]) -> set[date]:
    """Return the days on which a check-in says there was a contact, and neither it nor a one-to-one is recorded."""
    made = {one.checkin for one in held if is_contact(one)}
    said = {one.local_date for one in checkins if one.contact_made and (not one.uid or one.uid not in made)}
    return said - {one.local_date for one in held if one.kind in (SessionKind.CONTACT, SessionKind.ONE_TO_ONE)}


def _order(one: Attended) -> tuple[date, bool, float, str]:
    """Order by day; of one day those with a record first, by the time they were held."""
    if (session := one.session) is None or session.held_at is None:
        return one.day, True, 0.0, ""
    return one.day, False, session.held_at.timestamp(), session.uid
