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
from datetime import date, datetime
from typing import Final, NamedTuple

from msgspec.structs import asdict, replace

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


class FollowUp(NamedTuple):
    """What becomes of the record of an answer: one is saved, or one is deleted, or neither."""

    save: Session | None = None
    delete: Session | None = None


def follow_answer(
    checkin: CheckIn, sessions: Iterable[Session], kind: SessionKind, at: datetime, before: date
) -> FollowUp:
    """Return what becomes of the record of an answer of this check-in: of that about contacts, or about meetings.

    A yes makes a record of ``kind`` on its day, unless one is recorded there; ``at`` is an instant that stands for the
    day. A no deletes the record that it made. Once more was written into that record, or it was moved, it is the
    person's own and stays. ``before`` is the day on which the check-in was: its record moves with it.
    """
    is_meeting = kind is not SessionKind.CONTACT
    yes = checkin.meeting_attended if is_meeting else checkin.contact_made
    there = list(sessions)
    own = made_by(there, checkin.uid, meeting=is_meeting)
    if own is None:
        makes = yes and not _stands_for(there, checkin.local_date, is_meeting=is_meeting)
        return FollowUp(save=answer(checkin, kind, at)) if makes else FollowUp()
    if own.local_date != before or not is_as_made(own):
        return FollowUp()
    if not yes:
        return FollowUp(delete=own)
    if own.local_date != checkin.local_date:
        own = replace(own, at=at, held_at=at, local_date=checkin.local_date)
        return FollowUp(save=replace(own, kind=kind))
    return FollowUp(save=replace(own, kind=kind)) if own.kind is not kind else FollowUp()


def _stands_for(sessions: Iterable[Session], day: date, *, is_meeting: bool) -> bool:
    """Return whether a record of the day is what a yes would mean: for a contact, a one-to-one meeting, too."""
    found = [one.kind for one in sessions if one.held_at and one.local_date == day]
    if is_meeting:
        return any(kind is not SessionKind.CONTACT for kind in found)
    return SessionKind.CONTACT in found or SessionKind.ONE_TO_ONE in found


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
