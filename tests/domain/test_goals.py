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
    latest_value,
    measured,
    next_step,
    open_goals,
    progress,
    step_done,
    step_lines,
    steps_written,
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
