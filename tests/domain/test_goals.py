"""Test the progress of a goal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.goals import (
    Goal,
    GoalStatus,
    Measurement,
    Step,
    in_order,
    is_reward_waiting,
    latest_value,
    measured,
    next_step,
    open_goals,
    progress,
    step_done,
    step_lines,
    steps_written,
    value_progress,
    with_value,
    without_value,
)
from journal.text import goals as goals_text

DONE = date(2026, 11, 1)
CLASS = Goal(
    title="evening class", steps=[Step(text=f"week {n}", done_on=DONE if n < 4 else None) for n in range(1, 5)]
)


def savings(*values: str, baseline: str | None = None, target: str = "600") -> Goal:
    """Return a goal measured in euros, one value a day."""
    return Goal(
        title="bicycle",
        unit="€",
        baseline=None if baseline is None else Decimal(baseline),
        target=Decimal(target),
        values=[Measurement(on=date(2026, 11, place), value=Decimal(value)) for place, value in enumerate(values, 1)],
    )


def test_steps_done_are_told_as_a_count() -> None:
    assert (progress(CLASS), goals_text.format_progress(CLASS)) == (0.75, "3 of 4")
    assert next_step(CLASS) == Step(text="week 4")


def test_a_measure_is_told_by_its_latest_value_and_target() -> None:
    assert progress(savings("100", "440")) == pytest.approx(440 / 600)
    assert goals_text.format_progress(savings("100", "440.00")) == "440/600 €"
    assert (progress(savings()), goals_text.format_progress(savings())) == (0.0, "0/600 €")


def test_a_measure_may_go_down() -> None:
    assert progress(savings("15", baseline="20", target="10")) == 0.5


def test_the_value_dated_last_counts_in_whatever_order_they_stand() -> None:
    goal = savings("100", "200")

    assert latest_value(replace(goal, values=goal.values[::-1])) == 200
    assert latest_value(savings()) is None


def test_of_two_values_on_one_day_the_one_noted_later_counts() -> None:
    values = [Measurement(on=DONE, value=Decimal(5)), Measurement(on=DONE, value=Decimal(3))]

    assert latest_value(replace(savings(), values=values)) == 3


def test_a_target_that_is_the_baseline_is_reached() -> None:
    assert progress(savings(baseline="600")) == 1.0


def test_a_goal_without_steps_or_measure_has_no_progress_to_tell() -> None:
    goal = Goal(title="be kinder")

    assert (progress(goal), goals_text.format_progress(goal), next_step(goal)) == (None, "", None)


def test_open_goals_are_the_active_ones_what_is_due_first_ahead() -> None:
    later = Goal(title="later", due=date(2027, 1, 1))
    sooner = Goal(title="sooner", due=date(2026, 12, 1))
    dropped = Goal(title="dropped", due=date(2026, 11, 1), status=GoalStatus.DROPPED)

    assert open_goals([CLASS, later, dropped, sooner]) == [sooner, later, CLASS]


def test_all_goals_are_listed_the_open_ones_first() -> None:
    achieved = Goal(title="achieved", status=GoalStatus.ACHIEVED)
    paused = Goal(title="paused", status=GoalStatus.PAUSED)
    due = Goal(title="due", due=date(2026, 12, 1))

    assert in_order([achieved, paused, CLASS, due]) == [due, CLASS, paused, achieved]


def test_the_next_step_is_done_and_after_the_last_one_it_is_open_again() -> None:
    later = date(2026, 11, 23)
    whole = step_done(CLASS, later)

    assert [step.done_on for step in whole.steps] == [DONE, DONE, DONE, later]
    assert step_done(whole, later) == CLASS
    assert step_done(Goal(title="be kinder"), later) == Goal(title="be kinder")


def test_steps_written_as_lines_keep_the_days_they_were_done() -> None:
    later = date(2026, 11, 23)
    lines = ["x week 1", "x  week 3", "week 2", "x week 5"]

    assert steps_written(step_lines(CLASS.steps), CLASS.steps, later) == CLASS.steps
    assert steps_written(lines, CLASS.steps, later) == [
        Step(text="week 1", done_on=DONE),
        Step(text="week 3", done_on=DONE),
        Step(text="week 2"),
        Step(text="week 5", done_on=later),
    ]


def test_a_value_is_dated_only_if_it_says_something_new() -> None:
    goal, later = savings("100"), date(2026, 11, 23)

    assert measured(goal, Decimal("100.0"), later) == goal.values
    assert measured(goal, None, later) == goal.values
    assert measured(goal, Decimal(120), later) == [*goal.values, Measurement(on=later, value=Decimal(120))]


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2), st.decimals(-5000, 5000, places=2))
def test_progress_stays_between_nothing_and_all(baseline: Decimal, target: Decimal, value: Decimal) -> None:
    found = progress(savings(str(value), baseline=str(baseline), target=str(target)))

    assert found is not None
    assert 0 <= found <= 1


MEASUREMENTS = st.builds(Measurement, on=st.dates(), value=st.decimals(-1000, 1000, places=2))


@given(st.lists(MEASUREMENTS, max_size=6), MEASUREMENTS)
def test_values_stay_in_order_of_their_days_and_none_is_lost(before: list[Measurement], new: Measurement) -> None:
    goal = with_value(Goal(title="bicycle", values=before), new)

    assert sorted(goal.values, key=str) == sorted([*before, new], key=str)
    assert [one.on for one in goal.values] == sorted(one.on for one in goal.values)
    assert sorted(without_value(goal, new).values, key=str) == sorted(before, key=str)


@given(st.lists(MEASUREMENTS, min_size=1, max_size=6), MEASUREMENTS)
def test_a_corrected_value_takes_the_place_of_the_one_before(values: list[Measurement], new: Measurement) -> None:
    goal = with_value(Goal(title="bicycle", values=values), new, values[0])

    assert sorted(goal.values, key=str) == sorted([*values[1:], new], key=str)


@given(st.lists(MEASUREMENTS, min_size=1, max_size=6), st.none() | st.decimals(-1000, 1000, places=2))
def test_the_bar_of_a_value_is_a_part_and_that_of_the_latest_is_the_progress(
    values: list[Measurement], target: Decimal | None
) -> None:
    goal = Goal(title="bicycle", target=target, values=values)

    assert all(0 <= value_progress(goal, one.value) <= 1 for one in values)
    latest = latest_value(goal)
    assert latest is not None
    assert target is None or value_progress(goal, latest) == progress(goal)


def test_a_reward_waits_from_the_day_a_goal_is_achieved_until_it_is_taken() -> None:
    achieved = Goal(title="bicycle", reward="a trip", status=GoalStatus.ACHIEVED)

    assert is_reward_waiting(achieved)
    assert not is_reward_waiting(replace(achieved, status=GoalStatus.ACTIVE))
    assert not is_reward_waiting(replace(achieved, reward_taken_on=DONE))
    assert not is_reward_waiting(replace(achieved, reward=""))
