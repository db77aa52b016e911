"""Check what was saved: money and time by one rule, never below 0, and nothing where it would be wrong to count it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.days import DayState, Mark
from journal.domain.focuses import Focus, FocusKind, GoalMode, Per, TaperStep, cost_per_day, minutes_per_day
from journal.domain.savings import MINUTES_OF_A_YEAR, parse_minutes
from journal.domain.uses import Use
from journal.text import fields as fields_text
from journal.text import savings as savings_text
from tests.support.builders import START, alcohol, day, mark, marks, use

FOCUS = replace(alcohol(), cost=Decimal(10), cost_per=Per.DAY, currency="€", minutes=90)
HOURS = replace(FOCUS, kind=FocusKind.SCREENS, unit="hours", goal_mode=GoalMode.REDUCE, limit=Decimal(2), minutes=300)
AMOUNTS = st.none() | st.decimals(0, 500, places=2)


def of(letters: str, focus: Focus = FOCUS, uses: list[Use] | None = None) -> Figures:
    """Return the figures on the day after the last letter."""
    today = day(len(letters))
    return focus_figures(focus, uses or [], marks(focus, START, letters), as_of=today, today=today)


def test_the_worked_example_holds_for_money_and_for_time() -> None:
    weekly = replace(FOCUS, cost=Decimal(40), cost_per=Per.WEEK, minutes=40 * 60, minutes_per=Per.WEEK)
    found = of("-" * 62 + "+" + "-" * 16, weekly).saved
    assert found == (Decimal("445.71"), round(78 * 2400 / 7))


@st.composite
def lives(draw: st.DrawFn) -> tuple[Focus, list[Use], list[Mark]]:
    """Return a focus of any goal with days and uses, some with a cost and an amount."""
    focus = replace(
        FOCUS,
        kind=draw(st.sampled_from([FocusKind.ALCOHOL, FocusKind.SCREENS, FocusKind.GAMBLING])),
        goal_mode=draw(st.sampled_from([GoalMode.ABSTAIN, GoalMode.REDUCE, GoalMode.OBSERVE])),
        limit=Decimal(2),
        unit=draw(st.sampled_from(["drinks", "hours", "min"])),
        cost=draw(AMOUNTS),
        cost_per=draw(st.sampled_from(Per)),
        minutes=draw(st.none() | st.integers(0, 5000)),
        minutes_per=draw(st.sampled_from(Per)),
    )
    uses = [
        replace(
            use(focus, day(draw(st.integers(-2, 70)))),
            uid=f"use-{number}",
            amount=draw(st.none() | st.integers(0, 9).map(Decimal)),
            cost=draw(AMOUNTS),
        )
        for number in range(draw(st.integers(0, 10)))
    ]
    return focus, uses, marks(focus, START, draw(st.text("-+o*_ ", max_size=70)))


@given(lives(), st.integers(0, 75))
def test_it_is_never_below_nothing_and_never_above_every_day_at_its_price(
    life: tuple[Focus, list[Use], list[Mark]], until: int
) -> None:
    focus, uses, said = life
    figures = focus_figures(focus, uses, said, as_of=day(until), today=day(until))
    good = figures.clean + figures.within
    for found, days in ((figures.saved, good), (figures.saved_month, figures.month.on_plan)):
        if found.money is not None:
            assert 0 <= Fraction(found.money) <= days * (cost_per_day(focus) or 0) + Fraction(1, 200)
            assert found.money == round(found.money, 2)
        if found.minutes is not None:
            assert 0 <= found.minutes <= days * (minutes_per_day(focus) or 0) + Fraction(1, 2)
    is_counted = focus.goal_mode is not GoalMode.OBSERVE
    assert (figures.saved.minutes is None) is (focus.minutes is None or not is_counted)
    no_money = focus.cost is None or focus.kind is FocusKind.GAMBLING or not is_counted
    assert (figures.saved.money is None) is no_money


@given(lives())
def test_the_month_is_what_a_focus_that_began_with_it_saved(life: tuple[Focus, list[Use], list[Mark]]) -> None:
    focus, uses, said = life
    as_of = day(75)
    whole = focus_figures(focus, uses, said, as_of=as_of, today=as_of)
    part = focus_figures(focus, uses, said, first=as_of.replace(day=1), as_of=as_of, today=as_of)
    assert whole.saved_month == part.saved == part.saved_month


@given(st.text("-+o", max_size=60), st.integers(1, 5000), st.sampled_from(Per))
def test_money_and_time_follow_the_same_rule(letters: str, baseline: int, per: Per) -> None:
    focus = replace(FOCUS, cost=Decimal(baseline), cost_per=per, minutes=baseline, minutes_per=per)
    found = of(letters, focus).saved
    assert found.money is not None
    assert found.minutes is not None
    assert abs(found.minutes - found.money) <= Decimal("0.51")


def test_where_it_is_counted_in_hours_a_day_within_the_plan_saves_the_rest() -> None:
    uses = [use(HOURS, day(1), amount="1.5"), use(HOURS, day(2)), use(HOURS, day(3), amount="4")]
    figures = focus_figures(HOURS, uses, marks(HOURS, START, "-"), as_of=day(4), today=day(4))
    assert figures.saved.minutes == 300 + (300 - 90) - 240


def test_more_time_than_before_is_not_shown_as_less_than_nothing() -> None:
    uses = [use(HOURS, day(1), amount="20")]
    assert focus_figures(HOURS, uses, marks(HOURS, START, "-"), as_of=day(2), today=day(2)).saved.minutes == 0
    costly = [use(FOCUS, day(1), cost="300")]
    assert focus_figures(FOCUS, costly, marks(FOCUS, START, "-"), as_of=day(2), today=day(2)).saved.money == 0


@pytest.mark.parametrize("kind", [FocusKind.GAMBLING, FocusKind.SPENDING])
def test_where_money_is_what_it_is_about_only_time_is_counted(kind: FocusKind) -> None:
    assert of("----", replace(FOCUS, kind=kind)).saved == (None, 360)


def test_nothing_is_counted_where_it_would_reward_what_is_not_wanted() -> None:
    steps = [TaperStep(from_date=START, maximum=Decimal(4)), TaperStep(from_date=day(9), maximum=Decimal(0))]
    taper = replace(FOCUS, goal_mode=GoalMode.TAPER, taper=steps)
    assert of("----", taper).saved == (None, None)
    assert of("-" * 9, taper).saved == (Decimal("90.00"), 810)
    assert of("----", replace(FOCUS, goal_mode=GoalMode.OBSERVE)).saved == (None, None)


def test_a_month_begins_on_its_first_day_whatever_its_length() -> None:
    leap = replace(FOCUS, start=date(2024, 1, 1))
    said = [mark(leap, leap.start + timedelta(days=number), DayState.CLEAN) for number in range(90) if leap.start]
    for as_of, days in ((date(2024, 2, 29), 29), (date(2024, 3, 1), 1), (date(2024, 1, 31), 31)):
        assert focus_figures(leap, [], said, as_of=as_of, today=as_of).saved_month.minutes == days * 90


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90 min", 90),
        ("90min", 90),
        ("2 h", 120),
        ("2 Hours", 120),
        ("1.5 h", 90),
        ("1,5 hours", 90),
        ("1 h 30", 90),
        ("1h30min", 90),
        ("1:30", 90),
        ("0 min", 0),
        ("90", None),
        ("two hours", None),
        ("2 days", None),
        ("1:75", None),
        ("-2 h", None),
        ("9999 h", None),
        ("", None),
    ],
)
def test_a_time_is_typed_with_its_unit(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@given(st.integers(0, MINUTES_OF_A_YEAR))
def test_a_time_that_is_shown_can_be_typed_again(minutes: int) -> None:
    assert parse_minutes(fields_text.format_duration(minutes)) == minutes


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (600, "10 h"), (7111, "118 h"), (600_000, "10,000 h")],
)
def test_saved_time_is_said_in_whole_hours_where_it_is_long(minutes: int, words: str) -> None:
    assert savings_text.format_minutes(minutes) == words


def test_what_was_not_saved_is_left_out() -> None:
    assert savings_text.format_saved({"€": Decimal("445.71"), "kr": Decimal("0.5")}, {"€": Decimal("131.4")}) == (
        "saved €445, this month €131"
    )
    assert savings_text.format_saved({"€": Decimal("0.99")}, {}) == ""
    assert savings_text.format_time_saved(7111, 0) == "time saved 118 h"
    assert savings_text.format_time_saved(None, None) == ""
    told = savings_text.format_since_start("€445", "€131", date(2026, 11, 23), date(2026, 11, 25))
    assert told == "saved since the start €445, this month €131"
    told = savings_text.format_since_start("€445", "€131", date(2026, 10, 23), date(2026, 11, 25))
    assert told == "saved since the start €445, in October €131"
