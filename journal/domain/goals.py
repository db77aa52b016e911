"""Goals, their steps, and their progress."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.record import Intensity, Label, Record, Sensitivity, Text, check_finite
from journal.domain.sessions import SupportRole


class Dimension(StrEnum):
    """SAMHSA's four dimensions of recovery (Working Definition of Recovery, 2012)."""

    HOME = "home"
    HEALTH = "health"
    PURPOSE = "purpose"
    COMMUNITY = "community"


class GoalStatus(StrEnum):
    """The status of a goal."""

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
    """A goal. Its progress is given by dated values from ``baseline`` to ``target`` in ``unit``, or by steps done.

    ``role`` is which of the mentor's roles helps. ``decision`` is the one decision that the person wants from the
    mentor; it comes on the page as the goal does. ``reward`` is promised to oneself, ``reward_taken_on`` when it was
    taken.
    """

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
    role: SupportRole | None = None
    decision: Label = ""
    reward: Label = ""
    reward_taken_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.SHARE

    def __post_init__(self) -> None:
        check_finite(self.baseline, self.target, *(value.value for value in self.values))


def latest_value(goal: Goal) -> Decimal | None:
    """Return the value with the latest date; of two on one day, the one noted later."""
    return max(enumerate(goal.values), key=lambda pair: (pair[1].on, pair[0]))[1].value if goal.values else None


def progress(goal: Goal) -> float | None:
    """Return the progress, 0–1: by the measure from baseline (else 0) to target, else by steps; None without either."""
    if goal.target is not None:
        baseline = goal.baseline or Decimal(0)
        way, gone = goal.target - baseline, current_value(goal) - baseline
        return min(1.0, max(0.0, float(gone / way))) if way else 1.0
    return steps_done(goal) / len(goal.steps) if goal.steps else None


def next_step(goal: Goal) -> Step | None:
    """Return the first step that is not done yet, or None."""
    return next((step for step in goal.steps if step.done_on is None), None)


def open_goals(goals: Iterable[Goal]) -> list[Goal]:
    """Return the active goals, by due date; those without a date last."""
    return sorted((goal for goal in goals if goal.status is GoalStatus.ACTIVE), key=lambda goal: goal.due or date.max)


def goals_due_by(goals: Iterable[Goal], day: date) -> list[Goal]:
    """Return the active goals that are due on a day or were due before; the first due first."""
    return [goal for goal in open_goals(goals) if goal.due is not None and goal.due <= day]


ORDER = (
    *(GoalStatus.ACTIVE, GoalStatus.DRAFT, GoalStatus.PAUSED),
    *(GoalStatus.ACHIEVED, GoalStatus.CHANGED, GoalStatus.DROPPED),
)
"""The order of statuses in a list of goals: open ones first."""


def in_order(goals: Iterable[Goal]) -> list[Goal]:
    """Return all goals, open ones first; within a status by due date, those without a date last."""
    return sorted(goals, key=lambda goal: (ORDER.index(goal.status), goal.due or date.max))


def step_done(goal: Goal, on: date) -> Goal:
    """Return the goal with its next step done on a day; if all are done, with its last step open again."""
    step = next_step(goal)
    steps = [replace(other, done_on=on) if other is step else other for other in goal.steps]
    if step is None and steps:
        steps[-1] = replace(steps[-1], done_on=None)
    return replace(goal, steps=steps)


DONE = "x "
"""The prefix of a step that is done, where steps are written as lines."""


def step_lines(steps: Iterable[Step]) -> list[str]:
    """Return steps as the person writes them, one per line, with ``x`` before those done."""
    return [f"{DONE if step.done_on else ''}{step.text}" for step in steps]


def steps_written(lines: Iterable[str], before: Iterable[Step], today: date) -> list[Step]:
    """Return the steps in such lines. A step that was done before keeps its day; a newly done one gets ``today``."""
    days = {step.text: step.done_on for step in before if step.done_on}
    done = [(line.removeprefix(DONE).strip(), line.startswith(DONE)) for line in lines]
    return [Step(text=text, done_on=days.get(text, today) if is_done else None) for text, is_done in done]


def measured(goal: Goal, value: Decimal | None, on: date) -> list[Measurement]:
    """Return the goal's dated values, plus a new one on a day if it differs from the latest."""
    if value is None or value == latest_value(goal):
        return goal.values
    return [*goal.values, Measurement(on=on, value=value)]


def in_time(values: Iterable[Measurement]) -> list[Measurement]:
    """Return values by date; those of one day stay in their order."""
    return sorted(values, key=lambda one: one.on)


def with_value(goal: Goal, new: Measurement, before: Measurement | None = None) -> Goal:
    """Return the goal with one more dated value, or with ``new`` in the place of the value ``before``."""
    values = [*goal.values]
    if before is not None and before in values:
        values[values.index(before)] = new
    else:
        values.append(new)
    return replace(goal, values=in_time(values))


def without_value(goal: Goal, value: Measurement) -> Goal:
    """Return the goal without one of its values."""
    place = goal.values.index(value)
    return replace(goal, values=[*goal.values[:place], *goal.values[place + 1 :]])


def value_progress(goal: Goal, value: Decimal) -> float:
    """Return the progress at a value, 0–1: from baseline to target, or without a target to the highest value."""
    if goal.target is not None:
        return progress(replace(goal, values=[Measurement(on=date.min, value=value)])) or 0.0
    highest = max((one.value for one in goal.values), default=value)
    return float(min(Decimal(1), max(Decimal(0), value / highest))) if highest > 0 else 0.0


def is_reward_waiting(goal: Goal) -> bool:
    """Return whether the goal is achieved, and the reward for it is not taken yet."""
    return goal.status is GoalStatus.ACHIEVED and bool(goal.reward) and goal.reward_taken_on is None


def current_value(goal: Goal) -> Decimal:
    """Return the latest value of the measure, else its baseline, else 0."""
    value = latest_value(goal)
    return value if value is not None else goal.baseline or Decimal(0)


def steps_done(goal: Goal) -> int:
    """Return how many of its steps are done."""
    return sum(step.done_on is not None for step in goal.steps)
