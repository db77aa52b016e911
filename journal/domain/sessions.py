"""Meetings: with a mentor, in a group, of a fellowship; planned and held."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from journal.domain.record import Label, Record, Sensitivity, Text

Rating = Annotated[int, Meta(ge=1, le=5)]
"""A rating from 1 to 5."""


class SessionKind(StrEnum):
    """What kind of meeting it is."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    FELLOWSHIP = "fellowship meeting"
    HOUSE = "house meeting"


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
    planned_at: datetime | None = None
    held_at: datetime | None = None
    cancelled: bool = False
    minutes: Annotated[int, Meta(ge=0, le=1440)] | None = None
    place: Label = ""
    status: Rating | None = None
    wish: Wish | None = None
    hardest: Text = ""
    topics: list[Label] = []
    roles: list[SupportRole] = []
    said: Text = ""
    insight: Text = ""
    honesty: Rating | None = None
    usefulness: Rating | None = None
    safety_concern: bool = False
    safety_action: Text = ""
    sensitivity: Sensitivity = Sensitivity.NEVER
