"""Meetings: with a mentor, in a group, of a fellowship; planned and held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar, Final, NamedTuple

from msgspec import Meta

from journal.domain.dates import day_words, moment_words
from journal.domain.record import Instant, Label, Precision, Record, Sensitivity, Text

Rating = Annotated[int, Meta(ge=1, le=5)]
"""A rating from 1 to 5."""


class SessionKind(StrEnum):
    """What kind of meeting it is."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    FELLOWSHIP = "fellowship meeting"
    HOUSE = "house meeting"


class Mode(StrEnum):
    """How it is held."""

    IN_PERSON = "in person"
    PHONE = "by phone"
    VIDEO = "by video"
    MESSAGES = "in messages"


class SupportRole(StrEnum):
    """The five roles of a peer mentor, as the founding article sets them out."""

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
    """A meeting. ``planned_at`` set and ``held_at`` empty: it is still to come.

    ``status`` runs from 1, going well, to 5, using now or unsafe; ``at`` is the instant it was held, or is
    planned for; ``minutes`` how long it took.
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
    sensitivity: Sensitivity = Sensitivity.NEVER


STATUS_WORDS = {
    1: "going well",
    2: "rough spots, urges, no use",
    3: "very hard, close to using",
    4: "used, back on track",
    5: "using now or unsafe",
}
"""What the five statuses mean, as they are asked and as a mentor reads them."""

USUAL_MINUTES = 60
"""How long a planned meeting is taken to last when nothing is said."""


def ends_at(session: Session) -> datetime:
    """When a meeting is over, as far as it is known."""
    begin = session.held_at or session.planned_at or session.at
    return begin + timedelta(minutes=USUAL_MINUTES if session.minutes is None else session.minutes)


def next_session(sessions: Iterable[Session], now: datetime) -> Session | None:
    """The earliest planned meeting that is neither held nor cancelled nor over."""
    coming = [s for s in sessions if s.planned_at and not s.held_at and not s.cancelled and ends_at(s) >= now]
    return min(coming, key=lambda session: session.planned_at or now, default=None)


def planned(sessions: Iterable[Session]) -> list[Session]:
    """The meetings neither held nor cancelled, the earliest first; one whose time is over waits to be written down."""
    open_ones = (
        session for session in sessions if session.planned_at and not session.held_at and not session.cancelled
    )
    return sorted(open_ones, key=lambda session: session.planned_at or session.at)


def held(sessions: Iterable[Session]) -> list[Session]:
    """The meetings that took place, the latest first."""
    past = (session for session in sessions if session.held_at)
    return sorted(past, key=lambda session: session.held_at or session.at, reverse=True)


def last_held(sessions: Iterable[Session], person: str | None = None) -> Session | None:
    """The meeting held last, with one person (a uid) or with anyone."""
    held = [s for s in sessions if s.held_at and (person is None or s.person == person)]
    return max(held, key=lambda session: session.held_at or session.at, default=None)


def when_words(session: Session, local: datetime) -> str:
    """When a meeting is, by its local time: ``Thu 26 Nov, 18:00``, or the day where no more is known."""
    return day_words(local.date()) if session.precision is Precision.DAY else moment_words(local)


class Item(NamedTuple):
    """One thing of an agenda, and for how many minutes."""

    what: str
    minutes: int


AGENDA: Final = (
    Item("arriving", 5),
    Item("last promises", 5),
    Item("days, cravings, slips", 10),
    Item("goals, needs", 10),
    Item("what worked", 5),
    Item("new promises, next date", 5),
)
"""Of a check-in of 40 minutes."""


def agenda(minutes: int) -> list[Item]:
    """The agenda for a meeting of so many minutes, each item its share of them, rounded so that they come to it."""
    whole = sum(item.minutes for item in AGENDA)
    ends = [round(minutes * sum(item.minutes for item in AGENDA[: place + 1]) / whole) for place in range(len(AGENDA))]
    return [Item(item.what, end - begin) for item, begin, end in zip(AGENDA, [0, *ends], ends, strict=False)]


def item_at(items: Sequence[Item], minutes: float) -> int | None:
    """The place of the item that it is time for after so many minutes; none once the time is over."""
    begins = 0
    for place, item in enumerate(items):
        begins += item.minutes
        if minutes < begins:
            return place
    return None
