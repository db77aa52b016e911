"""The goal that holds on a day, and tapers as they are typed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.days import day_word
from journal.domain.focus_goals import changed_from, format_taper, goal_on, is_dangerous_taper, most_on, parse_taper
from journal.domain.focuses import EarlierGoal, Focus, FocusKind, GoalMode, TaperStep
from tests.support.builders import START, alcohol, day, marks, use

TODAY = date(2026, 11, 28)
ONE = replace(alcohol(), goal_mode=GoalMode.REDUCE, limit=Decimal(1))


def test_taper_steps_are_understood_as_typed_and_come_in_their_order() -> None:
    steps = parse_taper("15 Dec 2.5; today 6;", date(2026, 11, 23))

    assert steps == [
        TaperStep(from_date=date(2026, 11, 23), maximum=Decimal(6)),
        TaperStep(from_date=date(2026, 12, 15), maximum=Decimal("2.5")),
    ]
    assert parse_taper(format_taper(steps), date(2026, 11, 23)) == steps


@pytest.mark.parametrize(
    "typed", ["6", "today", "today six", "today -1", "today NaN", "soon 4", "today 6; then less", "Dec 4"]
)
def test_what_is_no_step_is_none(typed: str) -> None:
    assert parse_taper(typed, date(2026, 11, 23)) is None


def test_a_step_typed_with_a_day_in_the_past_holds_already_and_is_not_moved_to_next_year() -> None:
    steps = parse_taper("1 Nov 6; 1 Dec 4; 15 Dec 0", TODAY)

    assert steps is not None
    assert [step.from_date for step in steps] == [date(2026, 11, 1), date(2026, 12, 1), date(2026, 12, 15)]
    assert most_on(replace(alcohol(), goal_mode=GoalMode.TAPER, taper=steps), TODAY) == 6


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("15 Jan 4", ["2027-01-15"]),
        ("1 Nov 6; 1 Dec 4; 1 Jun 0", ["2026-11-01", "2026-12-01", "2027-06-01"]),
        ("1 Aug 10; 1 Sep 8; 1 Oct 6; 1 Dec 2", ["2026-08-01", "2026-09-01", "2026-10-01", "2026-12-01"]),
        ("1 Dec 4; 1 Nov 6", ["2026-11-01", "2026-12-01"]),
        ("mon 4", ["2026-11-30"]),
        ("2 weeks ago 2,5", ["2026-11-14"]),
        ("2025-03-01 4", ["2025-03-01"]),
        ("last monday 4; next monday 2", ["2026-11-23", "2026-11-30"]),
        ("next week 4", ["2026-12-05"]),
        ("Dec 1st 4", ["2026-12-01"]),
    ],
)
def test_a_date_without_a_year_is_the_one_near_today(typed: str, days: list[str]) -> None:
    steps = parse_taper(typed, TODAY)

    assert steps is not None
    assert [step.from_date.isoformat() for step in steps] == days


def test_slashes_in_a_taper_are_read_as_the_locale_writes_them() -> None:
    typed = "3/12 4"
    for month_first, meant in ((False, date(2026, 12, 3)), (True, date(2027, 3, 12))):
        assert parse_taper(typed, TODAY, month_first=month_first) == [TaperStep(from_date=meant, maximum=Decimal(4))]


@given(st.integers(-180, 180), st.integers(0, 3650))
def test_a_step_within_half_a_year_is_the_day_that_was_typed(away: int, later: int) -> None:
    today = TODAY + timedelta(days=later)
    meant = today + timedelta(days=away)
    steps = parse_taper(f"{meant.day} {meant:%b} 3", today)

    assert steps == [TaperStep(from_date=meant, maximum=Decimal(3))]


def test_a_change_of_the_goal_holds_from_its_day_on() -> None:
    stopped = changed_from(ONE, replace(ONE, goal_mode=GoalMode.ABSTAIN, limit=None), day(3))

    assert stopped.earlier_goals == [EarlierGoal(until=day(2), goal_mode=GoalMode.REDUCE, limit=Decimal(1))]
    assert (goal_on(stopped, day(2)).goal_mode, goal_on(stopped, day(3)).goal_mode) == (
        GoalMode.REDUCE,
        GoalMode.ABSTAIN,
    )
    uses = [use(stopped, day(number), amount="1") for number in range(2, 4)]
    assert day_word(stopped, uses, marks(stopped, START, "--"), last=day(3), today=day(4)).letters == "--=+"


def test_a_higher_limit_does_not_judge_the_past_anew() -> None:
    raised = changed_from(ONE, replace(ONE, limit=Decimal(3)), day(2))
    uses = [use(raised, day(number), amount="2") for number in range(4)]

    assert day_word(raised, uses, [], last=day(3), today=day(4)).letters == "++=="
    assert (most_on(raised, day(1)), most_on(raised, day(2))) == (Decimal(1), Decimal(3))


def test_only_a_change_of_the_goal_is_dated() -> None:
    assert changed_from(ONE, replace(ONE, unit="glasses"), day(5)).earlier_goals == []
    assert changed_from(ONE, replace(ONE, limit=None), START).earlier_goals == []
    twice = changed_from(ONE, replace(ONE, limit=Decimal(3)), day(5))
    assert changed_from(twice, replace(twice, limit=Decimal(4)), day(5)).earlier_goals == twice.earlier_goals


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(GoalMode)), max_size=6))
def test_no_later_change_changes_the_goal_of_an_earlier_day(changes: list[tuple[int, GoalMode]]) -> None:
    focus: Focus = ONE
    for place, mode in sorted(changes, key=lambda change: change[0]):
        before = [goal_on(focus, day(number)).goal_mode for number in range(place)]
        focus = changed_from(focus, replace(focus, goal_mode=mode), day(place))

        assert [goal_on(focus, day(number)).goal_mode for number in range(place)] == before
        assert goal_on(focus, day(place)).goal_mode is mode


@pytest.mark.parametrize("kind", list(FocusKind))
def test_a_taper_is_dangerous_to_hurry_until_its_last_step_is_none(kind: FocusKind) -> None:
    steps = [TaperStep(from_date=day(2), maximum=Decimal(4)), TaperStep(from_date=day(5), maximum=Decimal(0))]
    taper = replace(alcohol(), kind=kind, goal_mode=GoalMode.TAPER, taper=steps)
    dangerous = kind in (FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OPIOIDS, FocusKind.OTHER)

    assert [is_dangerous_taper(taper, day(place)) for place in (0, 2, 4, 5, 9)] == [dangerous] * 3 + [False] * 2
    assert not is_dangerous_taper(replace(taper, goal_mode=GoalMode.REDUCE), day(3))
