"""How much was used: against a limit, in a week, and below the plan of a taper."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from journal.domain.day_amounts import PeriodUse, Within, is_below_plan, period_use, within, within_effect
from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.days import DayState, day_word
from journal.domain.focus_goals import most_on
from journal.domain.focuses import FocusKind, GoalMode, TaperStep
from journal.domain.uses import Use
from tests.support.builders import START, alcohol, day, mark, marks, use

FOCUS = alcohol()
LIMITED = replace(FOCUS, goal_mode=GoalMode.REDUCE, limit=Decimal(2))


def test_the_uses_of_a_day_add_up_against_its_limit() -> None:
    uses = [use(LIMITED, day(1), amount="2"), use(LIMITED, day(2), amount="1"), use(LIMITED, day(2), amount="1.5")]
    known = marks(LIMITED, START, "-++o")
    expected = Within(day(2), Decimal(2), Decimal("2.5"), 2, 1, DayState.USED)

    assert within(LIMITED, uses, known, day(2), today=day(4)) == expected


def test_a_use_without_an_amount_is_neither_within_nor_over() -> None:
    found = within(LIMITED, [use(LIMITED, day(1))], marks(LIMITED, START, "- -"), day(1), today=day(3))

    assert found == Within(day(1), Decimal(2), Decimal(0), 2, 0, DayState.MIXED, complete=False)


def test_before_and_after_a_use_stand_side_by_side() -> None:
    new = use(LIMITED, day(2), amount="3")
    effect = within_effect(LIMITED, [], marks(LIMITED, START, "--"), new, today=day(2))

    assert effect == (
        Within(day(2), Decimal(2), Decimal(0), 2, 0, DayState.NOT_APPLICABLE),
        Within(day(2), Decimal(2), Decimal(3), 2, 1, DayState.USED),
    )


def test_in_a_taper_each_day_has_the_step_that_held_then() -> None:
    steps = [TaperStep(from_date=day(0), maximum=Decimal(6)), TaperStep(from_date=day(2), maximum=Decimal(4))]
    taper = replace(FOCUS, goal_mode=GoalMode.TAPER, taper=steps)
    uses = [use(taper, day(1), amount="6"), use(taper, day(2), amount="6"), use(taper, day(3), amount="4")]

    expected = Within(day(3), Decimal(4), Decimal(4), 2, 1, DayState.WITHIN)

    assert within(taper, uses, [], day(3), today=day(3)) == expected
    assert most_on(taper, day(-1)) is None


@pytest.mark.parametrize("mode", [GoalMode.ABSTAIN, GoalMode.OBSERVE, GoalMode.REDUCE])
def test_without_a_limit_nothing_is_measured_against_one(mode: GoalMode) -> None:
    focus = replace(FOCUS, goal_mode=mode, limit=None)

    assert within(focus, [use(focus, day(1), amount="1")], [], day(1), today=day(2)) is None


def test_a_week_adds_up_amounts_and_days_and_a_month_does_too() -> None:
    # 1 September 2026 is a Tuesday
    uses = [use(LIMITED, day(1), amount="3"), use(LIMITED, day(6), amount="1"), use(LIMITED, day(7), amount="0.5")]
    figures = focus_figures(LIMITED, uses, marks(LIMITED, START, "-"), as_of=day(7), today=day(7))

    assert (figures.week.first, figures.week.amount, figures.week.on_plan, figures.week.over) == (
        day(6),
        Decimal("1.5"),
        2,
        0,
    )
    assert (figures.month.amount, figures.month.use_days, figures.month.over) == (Decimal("4.5"), 3, 1)


def test_what_is_not_known_of_an_amount_is_not_taken_as_nothing() -> None:
    joints = replace(use(LIMITED, day(1), amount="3"), unit="joints")
    alone = _week(uses=[joints])
    beside = _week(uses=[joints, use(LIMITED, day(2), amount="1")])

    assert (alone.amount, alone.complete) == (None, False)
    assert (beside.amount, beside.complete) == (Decimal(1), False)
    assert (_week(uses=[]).amount, _week(uses=[]).complete) == (Decimal(0), True)


def _week(uses: list[Use]) -> PeriodUse:
    word = day_word(LIMITED, uses, [], last=day(4), today=day(5))
    return period_use(LIMITED, uses, [], word, START, day(4))


TAPERING = replace(
    FOCUS,
    goal_mode=GoalMode.TAPER,
    taper=[TaperStep(from_date=day(0), maximum=Decimal(6)), TaperStep(from_date=day(5), maximum=Decimal(0))],
)


def test_in_a_dangerous_taper_a_day_below_the_plan_is_told() -> None:
    free = marks(TAPERING, day(1), "-")

    assert is_below_plan(TAPERING, [use(TAPERING, day(1), amount="5")], [], day(1))
    assert is_below_plan(TAPERING, [], free, day(1))
    assert not is_below_plan(TAPERING, [use(TAPERING, day(1), amount="6")], [], day(1))
    assert not is_below_plan(TAPERING, [use(TAPERING, day(1))], [], day(1))
    assert not is_below_plan(TAPERING, [], [], day(1))
    assert not is_below_plan(TAPERING, [], marks(TAPERING, day(5), "-"), day(5))
    assert not is_below_plan(replace(TAPERING, kind=FocusKind.NICOTINE), [], free, day(1))
    assert not is_below_plan(replace(LIMITED, kind=FocusKind.ALCOHOL), [], free, day(1))


def test_a_dangerous_taper_shows_no_abstinence_and_no_run_until_its_last_step_is_none() -> None:
    def figures(place: int) -> Figures:
        return focus_figures(TAPERING, [], marks(TAPERING, START, "-" * 7), as_of=day(place), today=day(place))

    before, after = figures(4), figures(5)
    assert (before.pda, before.pda_low, before.pda_high, before.longest_run) == (None, None, None, None)
    assert (before.on_plan, before.clean) == (100.0, 5)
    assert (after.pda, after.longest_run) == (100.0, 6)


def test_an_amount_of_a_mark_that_says_free_is_not_believed() -> None:
    odd = [replace(mark(LIMITED, day(1), DayState.CLEAN), amount=Decimal(5))]

    assert day_word(LIMITED, [], odd, first=day(1), last=day(1), today=day(2)).letters == "-"
