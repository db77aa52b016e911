"""Reasons to stay on track, and what a good day looks like, in the person's own words, shown when they chose to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from msgspec import field

from journal.domain.record import Label, Record, Sensitivity


class ReasonKind(StrEnum):
    """What the words are about."""

    WHY = "why"
    GOOD_DAY = "good day"


class ReasonMoment(StrEnum):
    """When the words are shown without being looked for."""

    CRAVING = "craving"
    CHECK_IN = "check-in"
    SLIP = "slip"


class Reason(Record, kw_only=True, frozen=True):
    """Words of the person's own, shown at their ``moments``; an archived one is shown only on Plan."""

    table: ClassVar[str] = "reasons"

    text: Label
    kind: ReasonKind = ReasonKind.WHY
    moments: list[ReasonMoment] = field(default_factory=lambda: [ReasonMoment.CRAVING])
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


def shown_at(reasons: Iterable[Reason], moment: ReasonMoment) -> list[Reason]:
    """Return the reasons to show at a moment, in their order."""
    return [reason for reason in reasons if not reason.archived and moment in reason.moments]


def in_turn(reasons: Iterable[Reason], moment: ReasonMoment, turn: int) -> Reason | None:
    """Return one of the reasons to show at a moment, another one each ``turn``; ``None`` if there is none."""
    shown = shown_at(reasons, moment)
    return shown[turn % len(shown)] if shown else None
