"""A craving: how strong, what set it off, what was tried, how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum
from math import ceil
from statistics import median
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.record import UNFILLED, Instant, Intensity, Label, Record, Sensitivity, Text, Whole
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


class Needs(StrEnum):
    """What something to do in a craving cannot do without."""

    PHONE = "phone"
    LEAVE_HOME = "leave home"
    MONEY = "money"
    PERSON = "another person"


class Trigger(Record, kw_only=True, frozen=True):
    """One line of the person's own list of triggers."""

    table: ClassVar[str] = "triggers"

    label: Label
    kind: TriggerKind | None = None
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


class Attempt(Struct, kw_only=True, frozen=True):
    """One strategy tried in a craving, with the intensity before and after it where known.

    ``helped`` is what the person said of it: it did, it did not, or nothing.
    """

    strategy: str
    before: Intensity | None = None
    after: Intensity | None = None
    helped: bool | None = None


class Craving(Record, kw_only=True, frozen=True):
    """A craving. ``at`` is its start; ``intensity`` at the start, then ``peak`` and ``after``, each 0–10.

    ``timer_seconds`` is how long it was timed with the timer, ``warned_at`` when the tolerance warning was shown,
    ``cannot`` what was out of reach: strategies that need it were not offered.
    """

    table: ClassVar[str] = "cravings"

    intensity: Intensity
    peak: Intensity | None = None
    after: Intensity | None = None
    ended_at: Instant | None = None
    timer_seconds: Whole | None = None
    focus: str = ""
    situation: Situation | None = None
    triggers: list[str] = []
    halt: list[Halt] = []
    place: Label = ""
    company: Label = ""
    thought: Text = ""
    confidence: Annotated[int, Meta(ge=0, le=100)] | None = None
    attempts: list[Attempt] = []
    cannot: list[Needs] = []
    warned_at: Instant | None = None
    outcome: Outcome = Outcome.UNKNOWN
    sensitivity: Sensitivity = Sensitivity.NUMBERS


def with_strategies(craving: Craving, strategies: Collection[str]) -> Craving:
    """The craving in which these strategies (uids) are tried: those before stay, others begin at how it is now."""
    stayed = [attempt for attempt in craving.attempts if attempt.strategy in strategies]
    known = {attempt.strategy for attempt in stayed}
    now = craving.intensity if craving.after is None else craving.after
    begun = [Attempt(strategy=uid, before=now) for uid in strategies if uid not in known]
    return replace(craving, attempts=stayed + begun)


def with_rating(craving: Craving, now: int) -> Craving:
    """The craving after an answer (0–10) to "how is it now?".

    It ends the attempts that have no end yet. Where all have one it corrects the answer before, and theirs with it.
    """
    begun = any(attempt.after is None for attempt in craving.attempts)
    attempts = [
        replace(attempt, after=now) if attempt.after == (None if begun else craving.after) else attempt
        for attempt in craving.attempts
    ]
    return replace(craving, after=now, peak=max(craving.intensity, now), attempts=attempts)


def helped(craving: Craving, strategies: Collection[str]) -> Craving:
    """The craving in which these of the strategies tried helped; of the others nothing is said."""
    attempts = [replace(attempt, helped=attempt.strategy in strategies or None) for attempt in craving.attempts]
    return replace(craving, attempts=attempts)


def cycle_helped(craving: Craving, strategy: str) -> Craving:
    """The craving once more is said of a strategy tried: first that it helped, then that it did not, then nothing."""
    then = {None: True, True: False, False: None}
    attempts = [
        replace(attempt, helped=then[attempt.helped]) if attempt.strategy == strategy else attempt
        for attempt in craving.attempts
    ]
    return replace(craving, attempts=attempts)


FEW = 5
"""Observations from which on there is a figure at all."""

MANY = 20
"""Observations from which on they make a pattern."""

TIMER_MINUTES = 20
"""How long riding a craving out is timed to begin with."""


MOST = 0.8
"""The part that is called most."""


class PassedWithin(NamedTuple):
    """``passed`` of ``timed`` cravings were come through within ``minutes``."""

    minutes: int
    passed: int
    timed: int

    @property
    def most(self) -> bool:
        """Whether that is most of all that were timed."""
        return 2 * self.passed > self.timed


def evidence_word(n: int) -> str:
    """How much a count of observations says."""
    if n < FEW:
        return "not enough yet"
    return "early hint" if n < MANY else "pattern"


def came_through(cravings: Iterable[Craving]) -> tuple[int, int]:
    """How many cravings were come through, and how many have a known outcome."""
    outcomes = [craving.outcome for craving in cravings if craving.outcome.known]
    return sum(outcome.came_through for outcome in outcomes), len(outcomes)


def duration(craving: Craving) -> float | None:
    """Minutes a craving lasted, by the timer or else from its start to its end; None when neither is known."""
    if craving.timer_seconds is not None:
        return craving.timer_seconds / 60
    if craving.ended_at is None or craving.at == UNFILLED:
        return None
    return max(0.0, (craving.ended_at - craving.at).total_seconds() / 60)


def typical_minutes(cravings: Iterable[Craving]) -> int | None:
    """The median of the person's own durations in whole minutes, rounded up; None until five cravings were timed."""
    timed = [minutes for craving in cravings if (minutes := duration(craving)) is not None]
    return ceil(median(timed)) if len(timed) >= FEW else None


def timer_minutes(cravings: Iterable[Craving], preferred: int = TIMER_MINUTES) -> int:
    """How long to set the timer, 5–60: the person's own median once there is one, else what they prefer."""
    return min(60, max(5, typical_minutes(cravings) or preferred))


def passed_within(cravings: Iterable[Craving]) -> PassedWithin | None:
    """Within how many minutes most of the timed cravings were come through: four in five of those that were.

    None until five with a known outcome were timed, or when none of them was come through.
    """
    timed = [(minutes, c) for c in cravings if c.outcome.known and (minutes := duration(c)) is not None]
    passed = sorted(ceil(minutes) for minutes, craving in timed if craving.outcome.came_through)
    if len(timed) < FEW or not passed:
        return None
    within = passed[ceil(MOST * len(passed)) - 1]
    return PassedWithin(within, sum(minutes <= within for minutes in passed), len(timed))


def triggers_by_use(triggers: Iterable[Trigger], cravings: Iterable[Craving]) -> list[Trigger]:
    """The triggers not archived, most used first; those used equally often stay in the order they came in."""
    count = Counter(uid for craving in cravings for uid in craving.triggers)
    return sorted((trigger for trigger in triggers if not trigger.archived), key=lambda trigger: -count[trigger.uid])


def starter_triggers() -> list[Trigger]:
    """Triggers to begin a list with; the person keeps, rewords or drops them."""
    return [
        Trigger(label="stress", kind=TriggerKind.EMOTION),
        Trigger(label="alone in the evening", kind=TriggerKind.TIME),
        Trigger(label="people who use", kind=TriggerKind.PEOPLE),
        Trigger(label="a place from before", kind=TriggerKind.PLACE),
        Trigger(label="seeing or smelling it", kind=TriggerKind.THING),
        Trigger(label="tired, or in pain", kind=TriggerKind.BODY),
        Trigger(label="“just this once”", kind=TriggerKind.THOUGHT),
        Trigger(label="payday", kind=TriggerKind.MONEY),
        Trigger(label="an argument", kind=TriggerKind.CONFLICT),
        Trigger(label="something to celebrate", kind=TriggerKind.CELEBRATION),
    ]
