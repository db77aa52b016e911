"""Goals, their steps, and how far along they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from journal.domain.record import Intensity, Label, Record, Sensitivity, Text


class Dimension(StrEnum):
    """SAMHSA's four dimensions of recovery (Working Definition of Recovery, 2012)."""

    HOME = "home"
    HEALTH = "health"
    PURPOSE = "purpose"
    COMMUNITY = "community"


class GoalStatus(StrEnum):
    """Where a goal stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    ACHIEVED = "achieved"
    CHANGED = "changed"
    DROPPED = "dropped"


class Step(Struct, kw_only=True, frozen=True):
    """One step of a goal, and the day it was done."""

    text: Label
    done_on: date | None = None


class Measurement(Struct, kw_only=True, frozen=True):
    """A dated value of a goal's measure."""

    on: date
    value: Decimal


class Goal(Record, kw_only=True, frozen=True):
    """A goal. Its progress is dated values from ``baseline`` to ``target`` in ``unit``, and steps done."""

    table: ClassVar[str] = "goals"

    title: Label
    dimension: Dimension | None = None
    why: Text = ""
    measure: Label = ""
    unit: Label = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    values: list[Measurement] = []
    due: date | None = None
    steps: list[Step] = []
    obstacle: Text = ""
    who_helps: Label = ""
    confidence: Intensity | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    sensitivity: Sensitivity = Sensitivity.SHARE
