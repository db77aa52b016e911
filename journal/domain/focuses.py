"""What a person is recovering from, and what they want with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from journal.domain.record import Label, Record, Sensitivity


class FocusKind(StrEnum):
    """The fixed list of things to recover from; ``CUSTOM`` carries the person's own label."""

    ALCOHOL = "alcohol"
    OPIOIDS = "opioids"
    SEDATIVES = "sedatives"
    STIMULANTS = "stimulants"
    CANNABIS = "cannabis"
    NICOTINE = "nicotine"
    OTHER = "other substance"
    GAMBLING = "gambling"
    SCREENS = "gaming and screens"
    FOOD = "food"
    SPENDING = "spending"
    SEX = "sex"
    CUSTOM = "custom"


class GoalMode(StrEnum):
    """What the person wants with a focus."""

    ABSTAIN = "abstain"
    ABSTAIN_FOR_NOW = "abstain for now"
    REDUCE = "reduce"
    TAPER = "taper"
    OBSERVE = "observe"


class Per(StrEnum):
    """The period a baseline cost is given for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class TaperStep(Struct, kw_only=True, frozen=True):
    """From this date on, at most this amount a day."""

    from_date: date
    maximum: Decimal


class Pause(Struct, kw_only=True, frozen=True):
    """Days that do not count, both ends included; without ``last`` it is still going on."""

    first: date
    last: date | None = None


class Focus(Record, kw_only=True, frozen=True):
    """One thing a person is recovering from. ``start`` is the first day that counts; ``None`` is "not yet"."""

    table: ClassVar[str] = "focuses"

    label: Label
    kind: FocusKind = FocusKind.CUSTOM
    goal_mode: GoalMode = GoalMode.ABSTAIN
    start: date | None = None
    clean_word: Label = "free"
    unit: Label = ""
    limit: Decimal | None = None
    taper: list[TaperStep] = []
    heavy_from: Decimal | None = None
    cost: Decimal | None = None
    cost_per: Per = Per.WEEK
    currency: Label = ""
    pauses: list[Pause] = []
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.NUMBERS
