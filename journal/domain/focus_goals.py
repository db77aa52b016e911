"""The goal of a focus on a day: its mode, its limit or the step of its taper, and tapers as people type them.

A goal is dated: a change holds from its day on, and the days before keep the goal that they had.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from msgspec.structs import replace

from journal.domain.dates import parse_period
from journal.domain.focuses import EarlierGoal, Focus, FocusGoal, FocusKind, GoalMode, TaperStep

LONG_AGO: Final = timedelta(days=92)
"""A step typed without a year after a later one is in the coming year if it would be longer ago than this."""

_DANGEROUS_TO_TAPER_FAST = (FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OPIOIDS, FocusKind.OTHER)


def goal_on(focus: Focus, day: date) -> FocusGoal:
    """Return the goal that holds on a day."""
    earlier = [goal for goal in focus.earlier_goals if day <= goal.until]
    return min(earlier, key=lambda goal: goal.until) if earlier else _current(focus)


def _current(focus: Focus) -> FocusGoal:
    return FocusGoal(goal_mode=focus.goal_mode, limit=focus.limit, taper=focus.taper)


def changed_from(before: Focus, after: Focus, day: date) -> Focus:
    """Return ``after`` with the goal of ``before`` as the one that held up to the day before ``day``.

    It is unchanged if the goals are the same, or if no day before ``day`` has the goal of ``before``: the focus starts
    on that day or later, or its goal was set on that day already.
    """
    until = day - timedelta(days=1)
    same = _current(before) == _current(after)
    started = before.start is None or before.start <= until
    if same or not started or any(goal.until >= until for goal in before.earlier_goals):
        return after
    goal = EarlierGoal(until=until, goal_mode=before.goal_mode, limit=before.limit, taper=before.taper)
    return replace(after, earlier_goals=[*before.earlier_goals, goal])


def is_abstinence(mode: GoalMode) -> bool:
    """Return whether no use at all is wanted, forever or for now."""
    return mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW)


def is_on_plan_mode(mode: GoalMode) -> bool:
    """Return whether the goal is less, not none: the first figure is then the days on plan."""
    return mode in (GoalMode.REDUCE, GoalMode.TAPER)


def wants_none(focus: Focus) -> bool:
    """Return whether the person wants no use at all now, forever or for now."""
    return is_abstinence(focus.goal_mode)


def most_on(focus: Focus, day: date) -> Decimal | None:
    """Return the most that is wanted for a day: the limit, or the step of the taper that holds; None without one."""
    return limit_of(goal_on(focus, day), day)


def limit_of(goal: FocusGoal, day: date) -> Decimal | None:
    """Return the most that a goal allows for a day; None without a limit, and before the first step of a taper."""
    if goal.goal_mode is GoalMode.REDUCE:
        return goal.limit
    step = step_on(goal, day)
    return step.maximum if step else None


def step_on(goal: FocusGoal, day: date) -> TaperStep | None:
    """Return the step of a taper that holds on a day; None before the first step, and in other modes."""
    if goal.goal_mode is not GoalMode.TAPER:
        return None
    steps = [step for step in goal.taper if step.from_date <= day]
    return max(steps, key=lambda step: step.from_date) if steps else None


class TaperPlan(NamedTuple):
    """The steps of a taper in order, as seen from a day: over, the one that holds, still to come."""

    past: list[TaperStep]
    now: TaperStep | None
    ahead: list[TaperStep]


def taper_on(focus: Focus, day: date) -> TaperPlan:
    """Return the steps of the taper that is the goal on a day; without any in other modes."""
    goal = goal_on(focus, day)
    steps = sorted(goal.taper, key=lambda step: step.from_date) if goal.goal_mode is GoalMode.TAPER else []
    now = step_on(goal, day)
    return TaperPlan(
        past=[step for step in steps if step.from_date <= day and step is not now],
        now=now,
        ahead=[step for step in steps if step.from_date > day],
    )


def earlier_goals(focus: Focus) -> list[EarlierGoal]:
    """Return the goals that were changed later, in the order in which they held."""
    return sorted(focus.earlier_goals, key=lambda goal: goal.until)


def is_dangerous_taper(focus: Focus, day: date) -> bool:
    """Return whether going down faster than the plan may be dangerous on a day, so that nothing may reward it.

    This is so in a taper of alcohol, sedatives, opioids or an unknown substance until its last step is reached and
    is 0.
    """
    goal = goal_on(focus, day)
    if goal.goal_mode is not GoalMode.TAPER or focus.kind not in _DANGEROUS_TO_TAPER_FAST:
        return False
    step = step_on(goal, day)
    last = max(goal.taper, key=lambda one: one.from_date, default=None)
    return step is None or step != last or step.maximum > 0


def parse_taper(text: str, today: date, *, month_first: bool = False) -> list[TaperStep] | None:
    """Return the steps of a typed taper, ``1 Nov 6; 1 Dec 4; 15 Dec 0``: date and most per day; None if invalid.

    A date without a year is the one nearest to today, in the past too: that step then holds already. ``month_first``
    is as in ``parse_period``. The steps are sorted by date.
    """
    steps: list[TaperStep] = []
    for part in (part for part in text.split(";") if part.strip()):
        step = _parse_step(part, today, steps, month_first)
        if step is None:
            return None
        steps.append(step)
    return sorted(steps, key=lambda step: step.from_date)


def _parse_step(text: str, today: date, before: list[TaperStep], month_first: bool) -> TaperStep | None:
    day, _, amount = text.strip().rpartition(" ")
    from_date = _step_day(day, today, before, month_first)
    try:
        maximum = Decimal(amount.replace(",", "."))
    except InvalidOperation:
        return None
    if from_date is None or not maximum.is_finite() or maximum < 0:
        return None
    return TaperStep(from_date=from_date, maximum=maximum)


def _step_day(text: str, today: date, before: list[TaperStep], month_first: bool) -> date | None:
    """Return the day of a typed step. ``before`` are the steps typed before it."""
    past = _exact_day(text, today, ahead=False, month_first=month_first)
    ahead = _exact_day(text, today, ahead=True, month_first=month_first)
    if past is None or ahead is None or ahead - past <= timedelta(days=7):  # an exact day, or the next weekday
        return ahead
    if ahead - today <= today - past:
        return ahead
    follows_later = any(step.from_date > past for step in before)
    return ahead if follows_later and today - past > LONG_AGO else past


def _exact_day(text: str, today: date, *, ahead: bool, month_first: bool) -> date | None:
    """Return the day typed; None for a month: in ``Dec 4`` the amount is missing, and 4 is the day."""
    first, last = parse_period(text, today, ahead=ahead, month_first=month_first) or (None, None)
    return first if first == last else None


def format_taper(steps: list[TaperStep]) -> str:
    """Return steps as text that ``parse_taper`` can read, with ISO dates."""
    return "; ".join(f"{step.from_date.isoformat()} {step.maximum.normalize():f}" for step in steps)
