"""Check the amounts by week and month: they add up, and each limit is that of its own days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.dates import month_starts, week_starts
from journal.domain.day_amounts import AmountStretch, amount_stretches, is_below_plan
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, Mark
from journal.domain.focus_goals import changed_from, earlier_goals, most_on, taper_on
from journal.domain.focuses import Focus, FocusKind, GoalMode, Pause, TaperStep
from journal.domain.uses import Use
from tests.support.builders import START, alcohol, day, marks, use

LIMITED = replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(2), heavy_from=Decimal(5))
STEPS = [
    TaperStep(from_date=day(14), maximum=Decimal(3)),
    TaperStep(from_date=day(3), maximum=Decimal(5)),
    TaperStep(from_date=day(30), maximum=Decimal(0)),
]
TAPER = replace(alcohol(), goal_mode=GoalMode.TAPER, taper=STEPS)
FOCUSES = [
    LIMITED,
    TAPER,
    replace(TAPER, kind=FocusKind.NICOTINE),
    replace(alcohol(), goal_mode=GoalMode.OBSERVE, heavy_from=Decimal(3)),
    replace(alcohol(), pauses=[Pause(first=day(5), last=day(9))]),
    replace(changed_from(LIMITED, replace(LIMITED, limit=Decimal(1)), day(17)), start=day(2)),
]
DAYS = 45


@st.composite
def used(draw: st.DrawFn) -> tuple[list[Use], list[Mark]]:
    """Return the uses and marks of up to 45 days, some of them without an amount or in another unit."""
    uses = [
        replace(
            use(alcohol(), day(draw(st.integers(-3, DAYS)))),
            uid=f"use-{number}",
            amount=draw(st.none() | st.integers(0, 7).map(Decimal)),
            unit=draw(st.sampled_from(["", "", "drinks", "bottles"])),
            over=draw(st.sampled_from([None, True, False])),
        )
        for number in range(draw(st.integers(0, 12)))
    ]
    return uses, marks(alcohol(), START, draw(st.text("-+o*_ ", max_size=DAYS)))


def of(focus: Focus, found: tuple[list[Use], list[Mark]], starts: list[date], last: date) -> list[AmountStretch]:
    return amount_stretches(focus, *found, starts, last, today=day(DAYS))


@given(st.sampled_from(FOCUSES), used(), st.integers(-5, DAYS), st.integers(0, DAYS))
def test_the_parts_of_a_period_add_up_to_it(
    focus: Focus, found: tuple[list[Use], list[Mark]], begin: int, length: int
) -> None:
    first, last = day(begin), day(begin + length)
    (whole,) = of(focus, found, [first], last)
    for starts in (week_starts(first, last), month_starts(first, last)):
        parts = of(focus, found, starts, last)
        assert (parts[0].use.first, parts[-1].last) == (first, last)
        assert all(one.last + timedelta(days=1) == after.use.first for one, after in pairwise(parts))
        for count in ("days", "not_logged", "mixed", "without_amount"):
            assert sum(getattr(one, count) for one in parts) == getattr(whole, count)
        for count in ("on_plan", "over", "use_days"):
            assert sum(getattr(one.use, count) for one in parts) == getattr(whole.use, count)
        assert sum((one.use.amount or 0 for one in parts), Decimal(0)) == (whole.use.amount or 0)
        assert sum(one.heavy or 0 for one in parts) == (whole.heavy or 0)
        assert sorted(on for one in parts for on in one.below) == sorted(whole.below)
        assert all(one.use.complete is (one.without_amount == 0) for one in parts)


@given(st.sampled_from(FOCUSES), used())
def test_they_are_the_figures_that_other_screens_show(focus: Focus, found: tuple[list[Use], list[Mark]]) -> None:
    today = day(DAYS)
    figures = focus_figures(focus, *found, as_of=today, today=today)
    (whole,) = of(focus, found, [day(-3)], today)
    assert (whole.use.over, whole.days) == (figures.used, figures.total)
    assert whole.use.on_plan == figures.clean + figures.within
    assert whole.not_logged + whole.mixed == figures.unknown
    assert whole.heavy == figures.heavy_days
    week, month = week_starts(day(-3), today)[-1], month_starts(day(-3), today)[-1]
    assert of(focus, found, [week], today)[0].use == figures.week
    assert of(focus, found, [month], today)[0].use == figures.month


@given(used())
def test_days_below_a_dangerous_taper_are_those_that_the_calendar_warns_of(
    found: tuple[list[Use], list[Mark]],
) -> None:
    (whole,) = of(TAPER, found, [START], day(DAYS))
    days = {one.local_date for records in found for one in records}
    named = {on for on in days if is_below_plan(TAPER, *found, on)}
    assert set(whole.below) <= named
    skipped = {one.local_date for one in found[1] if one.state is DayState.NOT_APPLICABLE}
    assert all(on < START or on > day(DAYS) or on in skipped for on in named - set(whole.below))


def test_each_week_has_the_limit_that_held_in_it() -> None:
    changed = changed_from(LIMITED, replace(LIMITED, limit=Decimal(1)), day(8))  # Wednesday 9 September
    weeks = of(changed, ([], marks(changed, START, "-" * 20)), week_starts(day(0), day(19)), day(19))
    assert [(one.limit, one.a_day) for one in weeks] == [
        (Decimal(12), (Decimal(2), Decimal(2))),  # begins on a Tuesday
        (Decimal(9), (Decimal(1), Decimal(2))),
        (Decimal(7), (Decimal(1), Decimal(1))),
    ]


def test_a_week_in_which_only_some_days_have_a_limit_is_not_measured_against_one() -> None:
    weeks = of(TAPER, ([], marks(TAPER, START, "-" * 13)), week_starts(day(-1), day(12)), day(12))
    assert [one.limit for one in weeks] == [None, Decimal(35)]
    assert weeks[0].a_day == (Decimal(5), Decimal(5))


def test_what_is_known_only_in_part_is_counted_apart() -> None:
    uses = [use(LIMITED, day(0), amount="6"), use(LIMITED, day(1))]
    (week,) = of(LIMITED, (uses, marks(LIMITED, START, "  -o")), [day(-1)], day(3))
    assert (week.use.amount, week.use.complete, week.without_amount, week.heavy) == (Decimal(6), False, 1, 1)
    assert (week.days, week.not_logged, week.mixed) == (4, 1, 1)


def test_weeks_begin_on_mondays_and_months_on_their_first_day_after_the_first() -> None:
    assert week_starts(day(0), day(7)) == [day(0), day(6)]
    assert week_starts(day(6), day(12)) == [day(6)]
    assert week_starts(day(1), day(0)) == []
    assert month_starts(date(2024, 1, 31), date(2024, 3, 1)) == [date(2024, 1, 31), date(2024, 2, 1), date(2024, 3, 1)]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_starts_of_weeks_lie_in_their_period(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    starts = week_starts(first, last)
    assert starts[0] == first
    assert all(start.weekday() == 0 and first < start <= last for start in starts[1:])
    assert all((later - start).days <= 7 for start, later in zip(starts, [*starts[1:], last], strict=True))


@given(st.integers(-10, 60), st.permutations(STEPS))
def test_a_taper_is_seen_from_a_day(number: int, steps: list[TaperStep]) -> None:
    on = day(number)
    plan = taper_on(replace(TAPER, taper=steps), on)
    assert [*plan.past, *([plan.now] if plan.now else []), *plan.ahead] == sorted(STEPS, key=lambda one: one.from_date)
    assert (plan.now.maximum if plan.now else None) == most_on(TAPER, on)


@pytest.mark.parametrize("focus", [LIMITED, alcohol()])
def test_without_a_taper_there_are_no_steps(focus: Focus) -> None:
    assert taper_on(focus, day(3)) == ([], None, [])


def test_goals_of_before_are_in_their_order() -> None:
    changed = changed_from(LIMITED, replace(LIMITED, limit=Decimal(1)), day(8))
    again = changed_from(changed, replace(changed, limit=Decimal(0)), day(20))
    assert [(one.until, one.limit) for one in earlier_goals(again)] == [(day(7), Decimal(2)), (day(19), Decimal(1))]
