"""Test what a goal has beside its steps: its values, the reward, the mentor's part and the one decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from textual.pilot import Pilot

from journal.domain.goals import Goal, GoalStatus, Measurement, Step
from journal.domain.sessions import SupportRole
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.plan.goal_form import GoalSheet
from screens.plan.goal_values import GoalValues, GoalValueSheet
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)
VALUES = [
    Measurement(on=date(2026, 10, day), value=Decimal(number)) for day, number in ((1, 100), (15, 250), (29, 440))
]


def saving(journal: Journal) -> None:
    journal.goals.add(
        Goal(title="Save for the deposit", target=Decimal(600), baseline=Decimal(0), unit="€", values=VALUES)
    )


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def values(app: JournalApp) -> list[tuple[date, int]]:
    assert app.journal is not None
    return [(one.on, int(one.value)) for one in app.journal.goals.all()[0].values]


async def test_values_are_listed_newest_first_with_bars_and_a_sum(path: Path) -> None:
    app = make_app(path, fill=saving)
    async with opened(app, SMALLEST) as pilot:
        await press(pilot, "4", "v")
        assert isinstance(app.screen, GoalValues)
        await assert_goldens(pilot, "goal-values")


async def test_each_value_can_be_corrected_and_deleted_and_that_undone(path: Path) -> None:
    app = make_app(path, fill=saving)
    async with opened(app) as pilot:
        await press(pilot, "4", "v", "down", "enter")
        assert isinstance(app.screen, GoalValueSheet)
        app.screen.query_one("#value", TextField).fill("240")
        app.screen.query_one("#on", TextField).fill("30 Oct")
        await press(pilot, "ctrl+s")
        changed = [(date(2026, 10, 1), 100), (date(2026, 10, 29), 440), (date(2026, 10, 30), 240)]
        assert values(app) == changed
        assert "now 240/600 €" in picture(app)
        await press(pilot, "g", "d", "y")
        assert values(app) == changed[:-1]
        await press(pilot, "u")
        assert values(app) == changed


async def test_a_value_is_added_with_its_day_and_a_half_written_one_is_there_again(path: Path) -> None:
    app = make_app(path, fill=saving)
    async with opened(app) as pilot:
        await press(pilot, "4", "v", "plus", "ctrl+s")
        assert "A number is needed." in picture(app)
        await press(pilot, *"500")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, GoalValueSheet)
        assert app.screen.query_one("#value", TextField).text == "500"
        await press(pilot, "ctrl+s")
        assert values(app)[-1] == (TODAY, 500)


async def test_a_goal_whose_values_were_corrected_is_edited_without_losing_them(path: Path) -> None:
    app = make_app(path, fill=saving)
    async with opened(app) as pilot:
        await press(pilot, "4", "v", "d", "y", "escape", "enter")
        app.screen.query_one("#who_helps", TextField).fill("R.")
        await press(pilot, "ctrl+s")
        assert values(app) == [(one.on, int(one.value)) for one in VALUES[:-1]]


async def test_without_a_marked_goal_it_says_what_to_do(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await press(pilot, "4", "v")
        assert "Mark a goal first" in picture(app)


async def test_the_form_asks_for_the_mentors_part_the_decision_and_a_reward(path: Path) -> None:
    app = make_app(path, fill=saving)
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "4", "enter")
        assert isinstance(app.screen, GoalSheet)
        app.screen.query_one("#role", ChoiceField).choice.choose(SupportRole.ACCOUNTABILITY)
        app.screen.query_one("#decision", TextField).fill("Move before spring?")
        app.screen.query_one("#reward", TextField).fill("a day at the lake")
        await press(pilot, "ctrl+s")
        assert app.journal is not None
        (goal,) = app.journal.goals
        assert (goal.role, goal.decision) == (SupportRole.ACCOUNTABILITY, "Move before spring?")
        assert (goal.reward, goal.reward_taken_on) == ("a day at the lake", None)


async def test_the_reward_is_said_when_the_goal_is_achieved_and_waits_until_it_is_taken(path: Path) -> None:
    def one_step(journal: Journal) -> None:
        journal.goals.add(Goal(title="Evening class", steps=[Step(text="sign up")], reward="a day at the lake"))

    app = make_app(path, fill=one_step)
    async with opened(app, (120, 40), toasts=True) as pilot:
        await press(pilot, "4", "space", "y")
        assert app.journal is not None
        assert app.journal.goals.all()[0].status is GoalStatus.ACHIEVED
        assert "Your reward: a day at" in picture(app)
        assert "achieved · reward: a day at the lake" in picture(app)
        await press(pilot, "enter")
        app.screen.query_one("#reward_taken_on", TextField).fill("today")
        await press(pilot, "ctrl+s")
        assert app.journal.goals.all()[0].reward_taken_on == TODAY
        assert "reward: a day at the lake" not in picture(app)
