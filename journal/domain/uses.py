"""A use: one dated event, which costs a day and nothing else."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from journal.domain.record import Instant, Label, Record, Sensitivity, Text, check_finite


class Situation(StrEnum):
    """Marlatt's eight high-risk situations (Marlatt & Gordon, Relapse Prevention, 1985)."""

    UNPLEASANT = "unpleasant emotions"
    DISCOMFORT = "physical discomfort"
    PLEASANT = "pleasant emotions"
    TESTING = "testing control"
    URGES = "urges and temptations"
    CONFLICT = "conflict"
    PRESSURE = "social pressure"
    TOGETHER = "pleasant times with others"


class Use(Record, kw_only=True, frozen=True):
    """A use of a focus (its uid), ``amount`` in the focus's unit unless ``unit`` is set."""

    table: ClassVar[str] = "uses"

    focus: str
    amount: Decimal | None = None
    unit: Label = ""
    cost: Decimal | None = None
    situation: Situation | None = None
    triggers: list[str] = []
    place: Label = ""
    company: Label = ""
    planned: bool | None = None
    word: Label = ""
    note: Text = ""
    told_mentor_at: Instant | None = None
    back_on_track_at: Instant | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        check_finite(self.amount, self.cost)
