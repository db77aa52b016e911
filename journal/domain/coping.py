"""Coping strategies and the evidence for each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from journal.domain.record import Label, Record, Sensitivity


class Family(StrEnum):
    """What kind of thing a strategy is."""

    DELAY = "delay"
    ESCAPE = "escape"
    AVOID = "avoid"
    ACCEPT = "accept"
    DISPUTE = "dispute"
    DISTRACT = "distract"
    SUBSTITUTE = "substitute"
    CONNECT = "connect"
    CALM = "calm the body"
    PRAY = "pray or meditate"


class Needs(StrEnum):
    """What a strategy cannot do without."""

    PHONE = "phone"
    LEAVE_HOME = "leave home"
    MONEY = "money"
    PERSON = "another person"


class Strategy(Record, kw_only=True, frozen=True):
    """Something to do in a craving; ``minutes`` is about how long it takes."""

    table: ClassVar[str] = "strategies"

    label: Label
    family: Family = Family.DISTRACT
    minutes: Annotated[int, Meta(ge=0, le=1440)] | None = None
    needs: list[Needs] = []
    steps: list[Label] = []
    favourite: bool = False
    retired: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK
