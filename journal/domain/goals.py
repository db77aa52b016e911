"""Goals, their steps, and how far along they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from journal.domain.record import Intensity, Label, Record, Sensitivity, Text, check_finite


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

    def __post_init__(self) -> None:
        check_finite(self.baseline, self.target, *(value.value for value in self.values))


def latest_value(goal: Goal) -> Decimal | None:
    """The value of the measure dated last; of two on one day the one noted later."""
    return max(enumerate(goal.values), key=lambda pair: (pair[1].on, pair[0]))[1].value if goal.values else None


def progress(goal: Goal) -> float | None:
    """How far along, 0–1: by the measure from baseline (else 0) to target, else by steps done; None without either."""
    if goal.target is not None:
        baseline = goal.baseline or Decimal(0)
        way, gone = goal.target - baseline, _current(goal) - baseline
        return min(1.0, max(0.0, float(gone / way))) if way else 1.0
    return _steps_done(goal) / len(goal.steps) if goal.steps else None


def progress_words(goal: Goal) -> str:
    """``440/600 €`` of a measure, ``3 of 4`` of steps, and nothing without either."""
    if goal.target is not None:
        return f"{_plain(_current(goal))}/{_plain(goal.target)} {goal.unit}".rstrip()
    return f"{_steps_done(goal)} of {len(goal.steps)}" if goal.steps else ""


def next_step(goal: Goal) -> Step | None:
    """The first step that is not done yet."""
    return next((step for step in goal.steps if step.done_on is None), None)


def open_goals(goals: Iterable[Goal]) -> list[Goal]:
    """The active goals, what is due first before what has no date."""
    return sorted((goal for goal in goals if goal.status is GoalStatus.ACTIVE), key=lambda goal: goal.due or date.max)


def _current(goal: Goal) -> Decimal:
    """Where the measure stands: its latest value, else where it began."""
    value = latest_value(goal)
    return value if value is not None else goal.baseline or Decimal(0)


def _steps_done(goal: Goal) -> int:
    return sum(step.done_on is not None for step in goal.steps)


def _plain(number: Decimal) -> str:
    """A number without an exponent or trailing zeros."""
    return f"{number.normalize():f}"
