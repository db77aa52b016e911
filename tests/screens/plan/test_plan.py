"""Test the plan screen: goals, strategies, triggers, and reasons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.coping import Family, Strategy
from journal.domain.cravings import Attempt, Craving, Needs, Outcome, Trigger, TriggerKind
from journal.domain.focuses import Focus
from journal.domain.goals import Dimension, Goal, GoalStatus, Measurement, Step
from journal.domain.if_then_plans import Plan as IfThen
from journal.domain.reasons import Reason
from journal.domain.uses import Situation
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.plan.goal_form import GoalSheet
from screens.plan.plan import Plan
from screens.widgets.fields.base import TextField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.record_list import RecordList
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, SMALLEST, assert_golden, assert_goldens, picture

TODAY = date(2026, 11, 23)
SIGNED_UP = date(2026, 11, 2)


def evening_class() -> Goal:
    return Goal(
        title="Evening class",
        dimension=Dimension.PURPOSE,
        why="Something that is mine.",
        steps=[Step(text="sign up", done_on=SIGNED_UP), Step(text="go"), Step(text="hand it in")],
    )


def savings() -> Goal:
    return Goal(
        title="Savings, bicycle",
        due=date(2026, 12, 31),
        target=Decimal(600),
        unit="€",
        values=[Measurement(on=SIGNED_UP, value=Decimal(440))],
    )


def fill(journal: Journal) -> None:
    """Add open and achieved goals, tried and untried strategies, triggers, reasons."""
    journal.goals.add_many([Goal(title="See the GP", status=GoalStatus.ACHIEVED), evening_class(), savings()])
    ana, walk, _ = journal.strategies.add_many(
        [
            Strategy(label="call Ana", family=Family.CONNECT, needs=[Needs.PHONE]),
            Strategy(label="walk round the block", family=Family.ESCAPE),
            Strategy(label="tea", family=Family.SUBSTITUTE, retired=True),
        ]
    )
    stress, dan, _ = journal.triggers.add_many(
        [
            Trigger(label="stress", kind=TriggerKind.EMOTION),
            Trigger(label="Dan"),
            Trigger(label="payday", archived=True),
        ]
    )
    journal.reasons.add(Reason(text="I want to see Mia wake up on Saturdays."))
    journal.plans.add_many(
        [
            IfThen(situation=Situation.CONFLICT, strategy=walk, renewed_on=TODAY),
            IfThen(trigger=dan, strategy=ana, words="I say I am driving, and leave", renewed_on=date(2026, 10, 1)),
        ]
    )
    for uid, times in ((ana, 5), (walk, 1)):
        journal.cravings.add_many(
            Craving(
                intensity=7,
                triggers=[stress],
                outcome=Outcome.RODE_OUT,
                attempts=[Attempt(strategy=uid, before=7, after=3)],
            )
            for _ in range(times)
        )


def goals(app: JournalApp) -> dict[str, Goal]:
    assert app.journal is not None
    return {goal.title: goal for goal in app.journal.goals.all()}


def strategies(app: JournalApp) -> dict[str, Strategy]:
    assert app.journal is not None
    return {strategy.label: strategy for strategy in app.journal.strategies.all()}


async def go(pilot: Pilot[int], *keys: str) -> None:
    """Press keys from Plan, and wait."""
    await pilot.press("4")
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


WAYS = {
    "plan": [],
    "plan-strategies": ["tab"],
    "plan-plans": ["tab", "tab"],
    "plan-triggers": ["tab", "tab", "tab"],
    "plan-goal": ["enter"],
    "plan-strategy": ["tab", "enter"],
    "plan-if-then": ["tab", "tab", "enter"],
    "plan-trigger": ["tab", "tab", "tab", "enter"],
    "plan-reason": ["shift+tab", "enter"],
    "plan-reason-shown": ["shift+tab", "enter", "tab", "tab"],
}


@pytest.mark.parametrize("name", WAYS)
async def test_it_is_whole_at_every_size(path: Path, name: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, *WAYS[name])
        await assert_goldens(pilot, name)


async def test_with_nothing_in_it_it_says_which_key_helps(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot)
        await assert_goldens(pilot, "plan-empty")


@AT_SIZES
async def test_what_there_is_to_begin_with_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        await go(pilot, "o")
        assert_golden(app, "plan-starters")


async def test_open_goals_come_first_and_what_is_due_before_the_rest(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        shown = [goal.title for goal in app.screen.query_one("#goals", RecordList).items]
        assert shown == ["Savings, bicycle", "Evening class", "See the GP"]
        assert "440/600 € · by Thu 31 Dec" in picture(app)


async def test_what_helped_most_comes_first_with_its_evidence(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot)
        shown = [strategy.label for strategy in app.screen.query_one("#strategies", RecordList).items]
        assert shown == ["call Ana", "walk round the block", "tea"]
        assert "5 of 5 passed, early sign · needs phone" in picture(app)
        assert "stress · 6 cravings" in picture(app)


async def test_space_marks_the_next_step_done_and_undo_takes_it_back(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "down", "space")
        assert [step.done_on for step in goals(app)["Evening class"].steps] == [SIGNED_UP, TODAY, None]
        assert "2 of 3 · next: hand it in" in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert goals(app)["Evening class"].steps == evening_class().steps


async def test_space_makes_a_strategy_a_favourite_and_puts_it_first(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "tab", "down", "space")
        assert strategies(app)["walk round the block"].favourite
        assert "› ★ call Ana" not in picture(app)
        assert "★ walk round the block" in picture(app)


async def test_a_goal_is_written_down_with_steps_and_a_measure(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "plus", *"Evening class", "tab", *"31 dec", "tab", *"x sign up", "enter", *"go", "tab")
        await pilot.press(*"evenings", "tab", "3", "tab", "tab", "9", "ctrl+s")
        await settle(pilot)
        goal = goals(app)["Evening class"]
        assert goal.due == date(2026, 12, 31)
        assert goal.steps == [Step(text="sign up", done_on=TODAY), Step(text="go")]
        assert (goal.measure, goal.target, goal.baseline) == ("evenings", Decimal(9), None)
        assert goal.values == [Measurement(on=TODAY, value=Decimal(3))]
        assert isinstance(app.screen, Plan)


async def test_changing_a_goal_keeps_what_was_not_changed(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "down", "enter")
        app.screen.query_one("#steps", WritingField).fill("x sign up\nx go\nhand it in\ncelebrate")
        await pilot.press("ctrl+s")
        await settle(pilot)
        goal = goals(app)["Evening class"]
        assert [step.done_on for step in goal.steps] == [SIGNED_UP, TODAY, None, None]
        assert (goal.why, goal.dimension, goal.values) == ("Something that is mine.", Dimension.PURPOSE, [])


async def test_a_new_value_is_kept_beside_the_ones_before(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "enter")
        app.screen.query_one("#now", TextField).fill("500")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [(value.on, value.value) for value in goals(app)["Savings, bicycle"].values] == [
            (SIGNED_UP, Decimal(440)),
            (TODAY, Decimal(500)),
        ]


@pytest.mark.parametrize("keys", [["plus"], ["tab", "plus"], ["tab", "tab", "tab", "plus"], ["shift+tab", "plus"]])
async def test_nothing_without_words_is_saved(path: Path, keys: list[str]) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, *keys, "ctrl+s")
        assert "Write a few words." in picture(app)
        assert app.journal is not None
        assert app.journal.undo() is None


async def test_a_strategy_is_written_down(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "tab", "plus", *"call Ana", "tab", "8", *"10", "tab", "1", "4", "ctrl+s")
        strategy = strategies(app)["call Ana"]
        assert (strategy.family, strategy.minutes) == (Family.CONNECT, 10)
        assert strategy.needs == [Needs.PHONE, Needs.PERSON]
        assert not strategy.retired


async def test_minutes_are_fewer_than_a_day_has(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "tab", "plus", *"call Ana", "tab", "tab", *"2000", "ctrl+s")
        assert "Enter minutes" in picture(app)
        assert strategies(app) == {}


async def test_a_trigger_and_a_reason_are_written_down(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "tab", "tab", "tab", "plus", *"Dan", "tab", "1", "ctrl+s")
        await pilot.press("tab", "plus", *"Mia", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        assert [(one.label, one.kind) for one in app.journal.triggers.all()] == [("Dan", TriggerKind.PEOPLE)]
        assert [one.text for one in app.journal.reasons.all()] == ["Mia"]


async def test_some_to_begin_with_are_chosen_and_taken_back_in_one(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "o", "1", "2", "tab", "1", "ctrl+s")
        assert list(strategies(app)) == ["wait ten minutes, then decide again", "walk round the block"]
        assert app.journal is not None
        assert [trigger.label for trigger in app.journal.triggers.all()] == ["stress"]
        await pilot.press("o")
        await settle(pilot)
        assert "walk round the block" not in picture(app)
        await pilot.press("escape", "u")
        await settle(pilot)
        assert strategies(app) == {}
        assert len(app.journal.triggers) == 0


async def test_choosing_none_to_begin_with_is_said(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "o", "ctrl+s")
        assert "Choose at least one" in picture(app)


async def test_what_is_put_away_stays_in_the_list(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 24)) as pilot:
        await go(pilot, "tab", "tab", "tab")
        assert "payday · archived" in picture(app)


@pytest.mark.parametrize(
    ("keys", "noun"), [([], "goal"), (["tab"], "strategy"), (["tab", "tab"], "plan"), (["shift+tab"], "reason")]
)
async def test_a_line_is_deleted_after_asking_and_comes_back(path: Path, keys: list[str], noun: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, *keys, "d")
        assert f"Delete this {noun}?" in picture(app)
        await pilot.press("n")
        await settle(pilot)
        before = picture(app)
        await pilot.press("d", "y")
        await settle(pilot)
        assert picture(app) != before
        await pilot.press("u")
        await settle(pilot)
        assert picture(app) == before


async def test_space_renews_a_plan_and_the_notice_is_gone(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "tab", "tab")
        assert "if … then … · 1 to renew" in picture(app)
        assert "I say I am driving, and leave. · renew" in picture(app)
        await pilot.press("space")
        await settle(pilot)
        assert app.journal is not None
        assert {plan.renewed_on for plan in app.journal.plans} == {TODAY}
        assert "renew" not in picture(app).replace("space renew", "")


async def test_where_notices_are_off_the_list_has_its_name_alone(path: Path) -> None:
    def quiet(journal: Journal) -> None:
        fill(journal)
        journal.set_preferences(replace(journal.preferences, notices=False))

    app = make_app(path, fill=quiet)
    async with opened(app) as pilot:
        await go(pilot)
        assert "to renew" not in picture(app)


LONG_REASON = "I want to be there, awake and sober, when Mia gets up on Saturdays and wants pancakes."


def fill_with_long_lines(journal: Journal) -> None:
    """Add lines that are wider than a small screen."""
    fill(journal)
    journal.reasons.add(Reason(text=LONG_REASON))
    journal.strategies.add(Strategy(label="wait ten minutes, then decide again", needs=[Needs.PERSON]))
    steps = [Step(text="ask at the town hall about the bicycle workshop"), Step(text="go")]
    journal.goals.add(Goal(title="Learn to mend my own bicycle, and Mia's", due=TODAY, steps=steps))


async def test_the_line_of_keys_says_what_space_does_in_the_focused_list(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await pilot.press("4")
        await settle(pilot)
        told = []
        for _ in range(5):
            told.append(next((key.label for key in pilot.app.screen.key_rows() if key.action == "tick"), ""))  # type: ignore[attr-defined]  # the screen is ours
            await pilot.press("tab")
            await settle(pilot)
        assert told == ["step done", "favourite", "renew", "", ""]


@AT_SIZES
@pytest.mark.parametrize("tabs", range(5))
async def test_only_the_focused_list_names_its_keys(path: Path, size: tuple[int, int], tabs: int) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await go(pilot, *["tab"] * tabs)
        panels = app.screen.query(Panel)
        told = [panel for panel in panels if "+ add" in str(panel.border_subtitle)]
        assert told == [panel for panel in panels if panel.has_focus_within]
        assert str(told[0].border_subtitle) in picture(app)


@AT_SIZES
async def test_a_list_without_the_focus_says_how_long_it_is(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await go(pilot)
        assert str(app.screen.query_one("#of-triggers", Panel).border_subtitle) == "3 in all"
        assert picture(app).count("3 in all") == 2


@AT_SIZES
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([], "ask at the town hall about the bicycle workshop"),
        (["tab", "end"], "wait ten minutes, then decide again"),
        (["shift+tab", "end"], LONG_REASON),
    ],
)
async def test_the_marked_line_is_shown_whole(path: Path, size: tuple[int, int], keys: list[str], words: str) -> None:
    app = make_app(path, fill=fill_with_long_lines)
    async with opened(app, size) as pilot:
        await go(pilot, *keys)
        shown = " ".join(line.strip("│ ") for line in picture(app).splitlines())
        assert words in shown


async def test_lines_wider_than_the_screen_stand_whole_below_their_list(path: Path) -> None:
    app = make_app(path, fill=fill_with_long_lines)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, "shift+tab", "end")
        assert "Learn to mend my own bicycle, and Mia's 0 of 2" in picture(app)
        await assert_goldens(pilot, "plan-whole")


@AT_SIZES
async def test_what_has_no_room_in_a_line_is_left_out_rather_than_cut(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, size) as pilot:
        await go(pilot, "tab")
        assert "…" not in picture(app).replace("if … then …", "")


async def finish_class(pilot: Pilot[int]) -> None:
    """Mark the two open steps of the evening class as done."""
    await go(pilot, "down", "space")
    await pilot.press("space")
    await settle(pilot)


async def test_after_the_last_step_it_asks_whether_the_goal_is_reached(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, SMALLEST) as pilot:
        await go(pilot, "down", "space")
        assert isinstance(app.screen, Plan)
        await pilot.press("space")
        await settle(pilot)
        await assert_goldens(pilot, "plan-reached")


async def test_a_reached_goal_is_achieved_and_undo_makes_it_active_again(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, toasts=True) as pilot:
        await finish_class(pilot)
        await pilot.press("y")
        await settle(pilot)
        reached = goals(app)["Evening class"]
        assert reached.status is GoalStatus.ACHIEVED
        assert [step.done_on for step in reached.steps] == [SIGNED_UP, TODAY, TODAY]
        assert "Goal achieved. Press u to undo." in picture(app)
        await pilot.press("u")
        await settle(pilot)
        again = goals(app)["Evening class"]
        assert (again.status, again.steps) == (GoalStatus.ACTIVE, reached.steps)
        await pilot.press("u")
        await settle(pilot)
        assert goals(app)["Evening class"].steps[-1].done_on is None


@pytest.mark.parametrize("key", ["n", "enter", "escape"])
async def test_a_goal_that_is_not_reached_yet_stays_active(path: Path, key: str) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await finish_class(pilot)
        await pilot.press(key)
        await settle(pilot)
        goal = goals(app)["Evening class"]
        assert (goal.status, goal.steps[-1].done_on) == (GoalStatus.ACTIVE, TODAY)
        assert isinstance(app.screen, Plan)


async def test_the_last_step_done_in_the_form_asks_too(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await go(pilot, "down", "enter")
        app.screen.query_one("#steps", WritingField).fill("x sign up\nx go\nx hand it in")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "All steps done. Have you reached it?" in picture(app)
        await pilot.press("y")
        await settle(pilot)
        assert goals(app)["Evening class"].status is GoalStatus.ACHIEVED


@pytest.mark.parametrize("status", [GoalStatus.PAUSED, GoalStatus.ACHIEVED])
async def test_a_goal_that_is_not_active_is_not_asked_about(path: Path, status: GoalStatus) -> None:
    goal = Goal(title="Walk", steps=[Step(text="shoes")], status=status)
    app = make_app(path, fill=lambda journal: journal.goals.add(goal))
    async with opened(app) as pilot:
        await go(pilot, "space")
        assert isinstance(app.screen, Plan)
        assert goals(app)["Walk"].steps[0].done_on == TODAY


async def test_a_goal_half_written_comes_back_after_a_lock(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await go(pilot, "plus", *"Half", "tab", "tab", *"one", "enter", *"two")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, GoalSheet)
        assert app.screen.query_one("#title", TextField).text == "Half"
        assert app.screen.query_one("#steps", WritingField).lines == ["one", "two"]


async def test_a_title_is_never_read_as_markup(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.goals.add(Goal(title="[/b][@click=a]\x1b[2J")))
    async with opened(app, (120, 40)) as pilot:
        await go(pilot)
        assert "[/b][@click=a]·[2J" in picture(app)
        assert "\x1b" not in picture(app)


async def test_a_window_made_smaller_shows_what_one_of_that_size_shows(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app, (80, 24)) as pilot:
        await go(pilot, "down", "space")
        await pilot.press("u", "up")
        await settle(pilot)
        await pilot.resize_terminal(60, 20)
        await pilot.press("tab", "tab", "tab")
        await settle(pilot)
        assert_golden(app, "plan-triggers")


@pytest.mark.parametrize(("screen", "table"), [("strategy", "strategies"), ("trigger", "triggers")])
async def test_a_strategy_or_trigger_can_be_for_one_focus_where_there_are_several(
    path: Path, screen: str, table: str
) -> None:
    app = make_app(path, fill=lambda journal: journal.focuses.add_many([Focus(label="wine"), Focus(label="pills")]))
    async with opened(app) as pilot:
        assert app.journal is not None
        app.show(screen)
        await settle(pilot)
        await pilot.press(*"tea")
        app.screen.query_one("#focus Choice").focus()
        await pilot.press("2")
        await settle(pilot)
        assert_golden(app, f"{screen}-only-for")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (made,) = getattr(app.journal, table).all()
        assert made.focus == app.journal.focuses.all()[1].uid
