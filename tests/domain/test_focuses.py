"""Test what a kind of focus asks for: warnings, words, amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec.structs import replace

from journal.domain.focuses import (
    CLEAN_WORDS,
    Focus,
    FocusKind,
    GoalMode,
    Pause,
    Per,
    begun,
    cost_per_day,
    counts_amounts,
    needs_tolerance_warning,
    needs_withdrawal_warning,
    pause_from,
    paused,
    resume_on,
    tolerance_warning_first,
    use_warning_first,
    usual_unit,
    withdrawal_warning_first,
)
from journal.text import focuses as focuses_text
from tests.support.builders import alcohol, day


def test_what_may_be_dangerous_to_stop_suddenly_is_warned_of() -> None:
    warned = {kind for kind in FocusKind if needs_withdrawal_warning(kind)}

    assert warned == {FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OTHER}


def test_a_dose_of_before_is_warned_of_for_opioids_and_sedatives() -> None:
    assert {kind for kind in FocusKind if needs_tolerance_warning(kind)} == {FocusKind.OPIOIDS, FocusKind.SEDATIVES}


def test_the_tolerance_warning_comes_first_after_clean_days() -> None:
    assert tolerance_warning_first(FocusKind.OPIOIDS, clean_days=1)
    assert not tolerance_warning_first(FocusKind.OPIOIDS, clean_days=0)
    assert not tolerance_warning_first(FocusKind.ALCOHOL, clean_days=90)


def test_a_craving_of_eight_or_more_warns_first_where_a_use_can_kill() -> None:
    assert use_warning_first(FocusKind.OPIOIDS, 8)
    assert use_warning_first(FocusKind.SEDATIVES, 8)
    assert use_warning_first(FocusKind.STIMULANTS, 10)
    assert not use_warning_first(FocusKind.OPIOIDS, 7)
    assert not use_warning_first(FocusKind.ALCOHOL, 10)


def test_for_food_no_amounts_are_asked_for() -> None:
    assert [kind for kind in FocusKind if not counts_amounts(kind)] == [FocusKind.FOOD]


def test_an_amount_is_asked_for_in_the_focuss_own_unit_or_in_that_of_its_kind() -> None:
    assert usual_unit(Focus(label="nicotine", kind=FocusKind.NICOTINE, unit="puffs")) == "puffs"
    assert usual_unit(Focus(label="nicotine", kind=FocusKind.NICOTINE)) == "cigarettes"
    assert usual_unit(Focus(label="opioids", kind=FocusKind.OPIOIDS)) == ""


def test_a_focus_has_begun_from_its_start_on_and_without_one_it_has_not() -> None:
    assert [begun(alcohol(), day(number)) for number in (-1, 0, 1)] == [False, True, True]
    assert not begun(alcohol(start=None), day(0))


def test_every_wish_has_words_and_a_day_without_is_free_to_begin_with() -> None:
    assert set(focuses_text.GOAL_MODE_WORDS) == set(GoalMode)
    assert Focus(label="gaming").clean_word == CLEAN_WORDS[0] == "free"


def test_a_pause_includes_both_its_ends_and_may_still_be_going_on() -> None:
    focus = Focus(
        label="spending",
        pauses=[Pause(first=date(2026, 3, 1), last=date(2026, 3, 2)), Pause(first=date(2026, 6, 1))],
    )
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3), date(2030, 1, 1)]

    assert [paused(focus, day) for day in days] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("per", "days"), [(Per.DAY, 1), (Per.WEEK, 7), (Per.MONTH, Fraction(36525, 1200)), (Per.YEAR, Fraction(36525, 100))]
)
def test_the_baseline_of_a_day_is_exact(per: Per, days: Fraction) -> None:
    assert cost_per_day(Focus(label="alcohol", cost=Decimal(40), cost_per=per)) == 40 / Fraction(days)
    assert cost_per_day(Focus(label="alcohol")) is None


def test_a_pause_is_open_until_it_is_ended_the_day_before() -> None:
    resting = pause_from(alcohol(), day(10))
    again = resume_on(resting, day(13))

    assert [paused(resting, day(number)) for number in (9, 10, 500)] == [False, True, True]
    assert [paused(again, day(number)) for number in (9, 10, 12, 13)] == [False, True, True, False]
    assert pause_from(resting, day(11)) == resting


def test_a_pause_taken_back_the_same_day_leaves_no_trace() -> None:
    assert resume_on(pause_from(alcohol(), day(10)), day(10)) == alcohol()


def test_what_to_know_of_withdrawal_is_told_once_and_again_before_stopping_or_cutting_down() -> None:
    watched = Focus(label="alcohol", kind=FocusKind.ALCOHOL, goal_mode=GoalMode.OBSERVE)

    assert withdrawal_warning_first(FocusKind.ALCOHOL, GoalMode.OBSERVE)
    assert not withdrawal_warning_first(FocusKind.ALCOHOL, GoalMode.OBSERVE, watched)
    for mode in (GoalMode.ABSTAIN, GoalMode.ABSTAIN_FOR_NOW, GoalMode.TAPER, GoalMode.REDUCE):
        assert withdrawal_warning_first(FocusKind.ALCOHOL, mode, watched)
        assert not withdrawal_warning_first(FocusKind.ALCOHOL, mode, replace(watched, goal_mode=mode))
        assert not withdrawal_warning_first(FocusKind.CANNABIS, mode)
    assert withdrawal_warning_first(FocusKind.SEDATIVES, GoalMode.OBSERVE, watched)
