"""Cravings: how strong, what set them off, what was tried, how they went; and the triggers.

The craving screen, ``journal craving`` and the shared page use this. The evidence for strategies is in ``coping``.
"""

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
    """The kind of a trigger."""

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
        """Return whether it says how the craving ended."""
        return self is not Outcome.UNKNOWN

    @property
    def came_through(self) -> bool:
        """Return whether the person came through without using."""
        return self in (Outcome.PASSED, Outcome.RODE_OUT, Outcome.DELAYED)


class Needs(StrEnum):
    """What a strategy needs."""

    PHONE = "phone"
    LEAVE_HOME = "leave home"
    MONEY = "money"
    PERSON = "another person"


class Trigger(Record, kw_only=True, frozen=True):
    """One line in the person's own list of triggers. ``focus`` is the uid of the only focus it belongs to, or empty."""

    table: ClassVar[str] = "triggers"

    label: Label
    kind: TriggerKind | None = None
    focus: str = ""
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


class Attempt(Struct, kw_only=True, frozen=True):
    """One strategy tried in a craving, with the intensity before and after it if known.

    ``helped`` is what the person said about it: yes, no, or nothing (None).
    """

    strategy: str
    before: Intensity | None = None
    after: Intensity | None = None
    helped: bool | None = None


class Craving(Record, kw_only=True, frozen=True):
    """A craving. ``at`` is its start; ``intensity`` at the start, ``peak`` and ``after`` are 0–10 each.

    ``about`` is the person's word for the focus where the journal has none of that name.
    ``timer_seconds`` is how long the timer ran. ``warned_at`` is when the tolerance warning was shown. ``cannot`` is
    what was out of reach: strategies that need it were not offered.
    """

    table: ClassVar[str] = "cravings"

    intensity: Intensity
    peak: Intensity | None = None
    after: Intensity | None = None
    ended_at: Instant | None = None
    timer_seconds: Whole | None = None
    focus: str = ""
    about: Label = ""
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
    """Return the craving with exactly these strategies (uids) tried.

    Attempts that were there before stay. New ones start at the current intensity.
    """
    stayed = [attempt for attempt in craving.attempts if attempt.strategy in strategies]
    known = {attempt.strategy for attempt in stayed}
    now = craving.intensity if craving.after is None else craving.after
    begun = [Attempt(strategy=uid, before=now) for uid in strategies if uid not in known]
    return replace(craving, attempts=stayed + begun)


def with_tried(craving: Craving, strategies: Collection[str], helpful: Collection[str]) -> Craving:
    """Return an earlier craving with these strategies (uids) tried, and those in ``helpful`` too, as ones that helped.

    Attempts that were there before stay as they are; new ones have no ratings. What did not help is still said so
    unless it is in ``helpful``.
    """
    before = {attempt.strategy: attempt for attempt in craving.attempts}
    tried = dict.fromkeys([*before, *strategies, *helpful])
    attempts = [
        replace(attempt, helped=True if uid in helpful else False if attempt.helped is False else None)
        for uid in tried
        if uid in strategies or uid in helpful
        for attempt in [before.get(uid) or Attempt(strategy=uid)]
    ]
    return replace(craving, attempts=attempts)


def with_rating(craving: Craving, now: int) -> Craving:
    """Return the craving after an answer (0–10) to "how is it now?".

    The answer ends all attempts without an end. If all have one, it corrects the previous answer, also in the attempts.
    """
    begun = any(attempt.after is None for attempt in craving.attempts)
    attempts = [
        replace(attempt, after=now) if attempt.after == (None if begun else craving.after) else attempt
        for attempt in craving.attempts
    ]
    return replace(craving, after=now, peak=max(craving.intensity, now), attempts=attempts)


def helped(craving: Craving, strategies: Collection[str]) -> Craving:
    """Return the craving with these strategies marked as helpful; for the other attempts nothing is said."""
    attempts = [replace(attempt, helped=attempt.strategy in strategies or None) for attempt in craving.attempts]
    return replace(craving, attempts=attempts)


def cycle_helped(craving: Craving, strategy: str) -> Craving:
    """Return the craving with the next answer for one strategy: it helped, it did not, nothing said, and so on."""
    then = {None: True, True: False, False: None}
    attempts = [
        replace(attempt, helped=then[attempt.helped]) if attempt.strategy == strategy else attempt
        for attempt in craving.attempts
    ]
    return replace(craving, attempts=attempts)


FEW = 5
"""From this many observations on, a figure is shown at all."""

MANY = 20
"""From this many observations on, they are called a pattern."""


class Certainty(StrEnum):
    """How much a number of observations says. Worked out, never stored; JSON holds the value."""

    TOO_EARLY = "too_early"
    EARLY_SIGN = "early_sign"
    PATTERN = "pattern"


def certainty(n: int) -> Certainty:
    """Return how much ``n`` observations say."""
    if n < FEW:
        return Certainty.TOO_EARLY
    return Certainty.EARLY_SIGN if n < MANY else Certainty.PATTERN


TIMER_MINUTES = 20
"""Minutes of the timer until the person's own cravings give another value."""


SHORTEST_TIMED = 60
"""Seconds that a timer has to run before it counts as timed."""

MOST = 0.8
"""The fraction that is called "most"."""


class PassedWithin(NamedTuple):
    """The person came through ``passed`` of ``timed`` cravings within ``minutes``."""

    minutes: int
    passed: int
    timed: int

    @property
    def most(self) -> bool:
        """Return whether that is more than half of all timed cravings."""
        return 2 * self.passed > self.timed


def strongest(craving: Craving) -> int:
    """Return how strong it was at its strongest, 0–10."""
    return max(craving.intensity, craving.peak or 0)


def is_still_strong(craving: Craving) -> bool:
    """Return whether the answer to "how is it now?" is as high as at the start, or higher."""
    return craving.after is not None and craving.after >= max(1, craving.intensity)


def came_through(cravings: Iterable[Craving]) -> tuple[int, int]:
    """Return how many cravings the person came through, and how many have a known outcome."""
    outcomes = [craving.outcome for craving in cravings if craving.outcome.known]
    return sum(outcome.came_through for outcome in outcomes), len(outcomes)


def duration(craving: Craving) -> float | None:
    """Return how many minutes a craving lasted, by the timer or else from start to end; None if neither is known."""
    if craving.timer_seconds is not None:
        return craving.timer_seconds / 60
    if craving.ended_at is None or craving.at == UNFILLED:
        return None
    return max(0.0, (craving.ended_at - craving.at).total_seconds() / 60)


def timed_minutes(craving: Craving) -> float | None:
    """Return how many minutes the timer ran; None if it did not, or for less than ``SHORTEST_TIMED``.

    The time between two answers of a form is not counted: it says how fast someone answers.
    """
    seconds = craving.timer_seconds
    return None if seconds is None or seconds < SHORTEST_TIMED else seconds / 60


def typical_minutes(cravings: Iterable[Craving]) -> int | None:
    """Return the median of the timed minutes, rounded up; None until five cravings were timed."""
    timed = [minutes for craving in cravings if (minutes := timed_minutes(craving)) is not None]
    return ceil(median(timed)) if len(timed) >= FEW else None


def timer_minutes(cravings: Iterable[Craving], preferred: int = TIMER_MINUTES) -> int:
    """Return the minutes for the timer, 5–60: the person's own median if there is one, else what they prefer."""
    return min(60, max(5, typical_minutes(cravings) or preferred))


def passed_within(cravings: Iterable[Craving]) -> PassedWithin | None:
    """Return within how many minutes the person came through four in five of the cravings that they came through.

    None until five cravings with a known outcome were timed, or if the person came through none of them.
    """
    timed = [(minutes, c) for c in cravings if c.outcome.known and (minutes := timed_minutes(c)) is not None]
    passed = sorted(ceil(minutes) for minutes, craving in timed if craving.outcome.came_through)
    if len(timed) < FEW or not passed:
        return None
    within = passed[ceil(MOST * len(passed)) - 1]
    return PassedWithin(within, sum(minutes <= within for minutes in passed), len(timed))


def triggers_by_use(triggers: Iterable[Trigger], cravings: Iterable[Craving]) -> list[Trigger]:
    """Return the triggers that are not archived, most used first; equally used ones keep their order."""
    count = Counter(uid for craving in cravings for uid in craving.triggers)
    return sorted((trigger for trigger in triggers if not trigger.archived), key=lambda trigger: -count[trigger.uid])


def starter_triggers() -> list[Trigger]:
    """Return triggers for a new list; the person keeps, rewords or drops them."""
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
