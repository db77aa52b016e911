"""A craving: how strong, what set it off, what was tried, how it went."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from journal.domain.record import Intensity, Label, Record, Sensitivity, Text
from journal.domain.uses import Situation


class TriggerKind(StrEnum):
    """What kind of thing set a craving off."""

    PEOPLE = "people"
    PLACE = "place"
    THING = "thing"
    TIME = "time"
    EMOTION = "emotion"
    BODY = "body"
    THOUGHT = "thought"
    MONEY = "money"
    CONFLICT = "conflict"
    CELEBRATION = "celebration"


class Halt(StrEnum):
    """Hungry, angry, lonely, tired."""

    HUNGRY = "hungry"
    ANGRY = "angry"
    LONELY = "lonely"
    TIRED = "tired"


class Outcome(StrEnum):
    """How a craving ended."""

    PASSED = "passed"
    RODE_OUT = "rode out"
    DELAYED = "delayed"
    USED_LESS = "used less"
    USED = "used"
    UNKNOWN = "not known"

    @property
    def known(self) -> bool:
        """Whether it says how the craving ended."""
        return self is not Outcome.UNKNOWN

    @property
    def came_through(self) -> bool:
        """Whether the person came through without using."""
        return self in (Outcome.PASSED, Outcome.RODE_OUT, Outcome.DELAYED)


class Trigger(Record, kw_only=True, frozen=True):
    """One line of the person's own list of triggers."""

    table: ClassVar[str] = "triggers"

    label: Label
    kind: TriggerKind | None = None
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


class Attempt(Struct, kw_only=True, frozen=True):
    """One strategy tried in a craving, with the intensity before and after it where known."""

    strategy: str
    before: Intensity | None = None
    after: Intensity | None = None
    helped: bool | None = None


class Craving(Record, kw_only=True, frozen=True):
    """A craving. ``at`` is its start; ``intensity`` at the start, then ``peak`` and ``after``, each 0–10.

    ``timer_seconds`` is how long it was timed with the timer.
    """

    table: ClassVar[str] = "cravings"

    intensity: Intensity
    peak: Intensity | None = None
    after: Intensity | None = None
    ended_at: datetime | None = None
    timer_seconds: Annotated[int, Meta(ge=0)] | None = None
    focus: str = ""
    situation: Situation | None = None
    triggers: list[str] = []
    halt: list[Halt] = []
    place: Label = ""
    company: Label = ""
    thought: Text = ""
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
    attempts: list[Attempt] = []
    outcome: Outcome = Outcome.UNKNOWN
    sensitivity: Sensitivity = Sensitivity.NUMBERS
