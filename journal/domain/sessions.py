"""Meetings and contacts: with a mentor, in a group, of a fellowship, or a call with someone who supports the person.

Code calls each of them a session. How they are counted is in ``journal.domain.contacts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from msgspec import Meta

from journal.domain.record import Instant, Label, Record, Sensitivity, Text
from journal.language import spoken

Rating = Annotated[int, Meta(ge=1, le=5)]
"""A rating from 1 to 5."""


class SessionKind(StrEnum):
    """The kind of meeting; ``CONTACT`` is a call, a text or a visit with a supporter, and no meeting."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    FELLOWSHIP = "fellowship meeting"
    HOUSE = "house meeting"
    CONTACT = "contact"


class Mode(StrEnum):
    """How it takes place."""

    IN_PERSON = "in person"
    PHONE = "by phone"
    VIDEO = "by video"
    MESSAGES = "in messages"


class SupportRole(StrEnum):
    """The five roles of a peer mentor, as in the founding article of MAP."""

    GUIDANCE = "guidance"
    EMOTIONAL = "emotional support"
    RESOURCES = "resource connection"
    ACCOUNTABILITY = "accountability"
    EMPOWERMENT = "empowerment"


class Wish(StrEnum):
    """What the person would like the mentor to do."""

    LISTEN = "listen"
    ADVISE = "advise"
    HOLD = "hold me to it"


class Session(Record, kw_only=True, frozen=True):
    """A meeting. If ``planned_at`` is set and ``held_at`` is empty, it is still to come.

    ``status`` goes from 1 (going well) to 5 (using now). ``at`` is the instant at which it was held or is
    planned. ``minutes`` is how long it took. ``ask`` is the one thing the person wants the mentor's honest take on;
    like the status and the wish it is meant for the page. ``checkin`` is the uid of the
    check-in whose answer made this record.
    """

    table: ClassVar[str] = "sessions"

    person: str = ""
    kind: SessionKind = SessionKind.ONE_TO_ONE
    planned_at: Instant | None = None
    held_at: Instant | None = None
    cancelled: bool = False
    mode: Mode | None = None
    minutes: Annotated[int, Meta(ge=0, le=1440)] | None = None
    place: Label = ""
    status: Rating | None = None
    wish: Wish | None = None
    ask: Label = ""
    hardest: Text = ""
    proud: Text = ""
    topics: list[Label] = []
    roles: list[SupportRole] = []
    said: Text = ""
    insight: Text = ""
    honesty: Rating | None = None
    usefulness: Rating | None = None
    safety_concern: bool = False
    safety_action: Text = ""
    checkin: str = ""
    sensitivity: Sensitivity = Sensitivity.NEVER


USUAL_MINUTES = 60
"""The assumed length of a planned meeting if none is given."""


def ends_at(session: Session) -> datetime:
    """Return when a meeting ends, as far as known."""
    begin = session.held_at or session.planned_at or session.at
    return begin + timedelta(minutes=USUAL_MINUTES if session.minutes is None else session.minutes)


def is_mentor_meeting(session: Session) -> bool:
    """Return whether a page is prepared for it and can begin with it.

    One-to-one meetings are, and group and house meetings that were planned or have a named person. Contacts and
    fellowship meetings are not, whoever was there.
    """
    if session.kind in (SessionKind.GROUP, SessionKind.HOUSE):
        return bool(session.person) or session.planned_at is not None
    return session.kind is SessionKind.ONE_TO_ONE


def next_session(sessions: Iterable[Session], now: datetime) -> Session | None:
    """Return the earliest planned meeting that is not held, cancelled or over."""
    coming = [s for s in sessions if s.planned_at and not s.held_at and not s.cancelled and ends_at(s) >= now]
    return min(coming, key=lambda session: session.planned_at or now, default=None)


def next_mentor_meeting(sessions: Iterable[Session], now: datetime) -> Session | None:
    """Return the earliest planned meeting that a page is prepared for, or None."""
    return next_session(filter(is_mentor_meeting, sessions), now)


def prepared_session(sessions: Sequence[Session], now: datetime) -> Session | None:
    """Return the planned meeting whose preparation a page shows: the next mentor meeting, else the next of any kind."""
    return next_mentor_meeting(sessions, now) or next_session(sessions, now)


def planned(sessions: Iterable[Session]) -> list[Session]:
    """Return the meetings neither held nor cancelled, earliest first. This includes past ones without notes yet."""
    open_ones = (
        session for session in sessions if session.planned_at and not session.held_at and not session.cancelled
    )
    return sorted(open_ones, key=lambda session: session.planned_at or session.at)


def held(sessions: Iterable[Session]) -> list[Session]:
    """Return the meetings that took place, latest first, without contacts."""
    past = (session for session in sessions if session.held_at and session.kind is not SessionKind.CONTACT)
    return sorted(past, key=lambda session: session.held_at or session.at, reverse=True)


def last_held(sessions: Iterable[Session], person: str | None = None) -> Session | None:
    """Return the last mentor meeting held with one person (a uid) or with anyone."""
    past = held(one for one in sessions if is_mentor_meeting(one) and (person is None or one.person == person))
    return next(iter(past), None)


class Item(NamedTuple):
    """One item of an agenda, and its minutes."""

    what: str
    minutes: int


AGENDA: Final = (
    Item("arriving", 5),
    Item("last agreements", 5),
    Item("days, cravings, slips", 10),
    Item("goals, needs", 10),
    Item("what worked", 5),
    Item("new agreements, next date", 5),
)
"""The agenda of a check-in of 40 minutes."""


def agenda(minutes: int) -> list[Item]:
    """Return the agenda for a meeting of that many minutes.

    Each item gets its share, rounded so that the sum is exact.
    """
    whole = sum(item.minutes for item in AGENDA)
    ends = [round(minutes * sum(item.minutes for item in AGENDA[: place + 1]) / whole) for place in range(len(AGENDA))]
    return [Item(spoken(item.what), end - begin) for item, begin, end in zip(AGENDA, [0, *ends], ends, strict=False)]


def item_at(items: Sequence[Item], minutes: float) -> int | None:
    """Return the index of the agenda item after that many minutes; None once the meeting is over."""
    begins = 0
    for place, item in enumerate(items):
        begins += item.minutes
        if minutes < begins:
            return place
    return None
