"""Check which days are filled in, and that none is overwritten that says more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.days import DayState, Mark, MarkSource, day_word, not_logged
from journal.domain.filling_in import (
    Sureness,
    fill_days,
    last_week,
    next_sureness,
    sureness,
    with_sureness,
)
from journal.domain.focuses import Focus, FocusKind, GoalMode, Pause
from journal.domain.uses import Use

TODAY = date(2026, 11, 23)
START = TODAY - timedelta(days=20)
FOCUS = Focus(uid="f", label="alcohol", kind=FocusKind.ALCOHOL, goal_mode=GoalMode.ABSTAIN, start=START)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_day_with_a_use_and_a_day_that_does_not_count_are_left_and_counted() -> None:
    use = Use(focus="f", local_date=back(2))
    paused = replace(FOCUS, pauses=[Pause(first=back(6), last=back(5))])
    days = [back(30), *(back(number) for number in range(7, -2, -1))]
    filled = fill_days(paused, days, DayState.CLEAN, [use], [], TODAY)
    assert [mark.local_date for mark in filled.marks] == [back(7), back(4), back(3), back(1), TODAY]
    assert (filled.with_use, filled.outside) == (1, 4)
    assert [mark.back_filled for mark in filled.marks] == [True, True, True, True, False]


def test_a_day_that_has_the_state_keeps_what_is_known_of_it_and_another_is_changed() -> None:
    checked = Mark(uid="a", focus="f", local_date=back(2), state=DayState.CLEAN, source=MarkSource.CHECK_IN)
    used = Mark(uid="b", focus="f", local_date=back(1), state=DayState.USED, confidence=40, back_filled=True)
    (mark,) = fill_days(FOCUS, [back(2), back(1)], DayState.CLEAN, [], [checked, used], TODAY).marks
    assert (mark.uid, mark.state, mark.confidence) == ("b", DayState.CLEAN, None)


def test_without_a_limit_no_day_is_within_it() -> None:
    assert fill_days(FOCUS, [back(1)], DayState.WITHIN, [], [], TODAY) == ([], 0, 1)


@given(st.sets(st.integers(1, 19)))
def test_filling_in_what_is_not_logged_leaves_nothing_to_fill_in(logged: set[int]) -> None:
    marks = [Mark(focus="f", local_date=back(number), state=DayState.USED) for number in logged]
    missing = not_logged(FOCUS, [], marks, TODAY)
    marks += fill_days(FOCUS, missing, DayState.CLEAN, [], marks, TODAY).marks
    assert not_logged(FOCUS, [], marks, TODAY) == []
    word = day_word(FOCUS, [], marks, last=back(1), today=TODAY)
    assert {state for _, state in word.items()} <= {DayState.CLEAN, DayState.USED}
    assert sum(state is DayState.USED for _, state in word.items()) == len(logged)


@pytest.mark.parametrize(
    ("stored", "level"),
    [(100, Sureness.SURE), (95, Sureness.FAIRLY), (70, Sureness.FAIRLY), (5, Sureness.GUESS), (None, None)],
)
def test_a_stored_confidence_is_one_of_three_levels(stored: int | None, level: Sureness | None) -> None:
    mark = Mark(focus="f", local_date=back(1), state=DayState.CLEAN, back_filled=True, confidence=stored)
    assert sureness(mark) is level
    assert sureness(replace(mark, back_filled=False)) is None


def test_the_levels_follow_each_other_and_a_mark_of_its_own_day_has_none() -> None:
    mark = Mark(focus="f", local_date=back(1), state=DayState.CLEAN, back_filled=True)
    levels = [None, *Sureness]
    assert [next_sureness(level) for level in levels] == [*Sureness, Sureness.SURE]
    assert sureness(with_sureness(mark, Sureness.GUESS)) is Sureness.GUESS
    assert with_sureness(mark, 0).confidence is None
    assert with_sureness(replace(mark, back_filled=False), Sureness.SURE).confidence is None


@pytest.mark.parametrize("back_days", range(7))
def test_last_week_is_the_one_from_monday_to_sunday_before_this(back_days: int) -> None:
    assert last_week(date(2026, 11, 29) - timedelta(days=back_days)) == (date(2026, 11, 16), date(2026, 11, 22))
