"""Test what all forms share: saving, drafts, and input that is not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.record import Record
from journal.errors import NotSaved
from screens.today.today import Today
from screens.widgets.fields.base import TextField
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SMALLEST, assert_golden, assert_goldens, picture
from tests.support.small_form import SmallGoal, use_small_goal


@pytest.fixture(autouse=True)
def small_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use a small form for goals."""
    use_small_goal(monkeypatch)


async def test_ctrl_s_saves_and_goes_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana", "tab", *"tomorrow", "tab", "1", "0", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        (goal,) = app.journal.goals
        assert (goal.title, str(goal.due), goal.confidence) == ("call Ana", "2026-11-24", 10)


async def test_enter_goes_from_line_to_line(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana", "enter", *"tomorrow", "enter", "8", "ctrl+s")
        await settle(pilot)
        assert app.journal is not None
        (goal,) = app.journal.goals
        assert (goal.title, str(goal.due), goal.confidence) == ("call Ana", "2026-11-24", 8)


async def test_what_is_not_understood_is_told_at_its_field_and_nothing_is_saved(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana", "tab", *"soonish", "ctrl+s")
        await settle(pilot)
        assert "Try: tomorrow, 19 Nov or 19/11/2026." in picture(app)
        assert app.focused is app.screen.query_one("#due Input")
        assert app.journal is not None
        assert len(app.journal.goals) == 0


async def test_a_full_disk_is_told_and_the_words_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana")
        assert app.journal is not None

        def full(*_: Record) -> str:
            raise NotSaved(reason="The disk is full")

        monkeypatch.setattr(app.journal, "save", full)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SmallGoal)
        assert "The disk is full" in picture(app)
        assert app.screen.query_one("#title", TextField).text == "call Ana"
        monkeypatch.undo()
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [goal.title for goal in app.journal.goals] == ["call Ana"]


async def test_esc_keeps_the_draft_and_the_form_brings_it_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"call Ana", "escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        assert app.journal.drafts.get("goal:new") is not None
        app.show("goal")
        await settle(pilot)
        assert app.screen.query_one("#title", TextField).text == "call Ana"


async def test_a_draft_that_is_only_looked_at_stays(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        for name in ("commitment", "goal", "own_line", "agreement"):
            app.show(name)
            await settle(pilot)
            app.screen.query(TextField).first().fill("half a sentence")
            for _ in range(2):
                await pilot.press("escape")
                await settle(pilot)
                app.show(name)
                await settle(pilot)
                assert app.screen.query(TextField).first().text == "half a sentence"
            await pilot.press("escape")
            await settle(pilot)


async def test_a_form_left_as_it_was_keeps_no_draft(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.journal is not None
        assert app.journal.drafts.all() == {}


async def test_a_draft_that_was_emptied_does_not_come_back(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"ab", "escape")
        await settle(pilot)
        app.show("goal")
        await settle(pilot)
        await pilot.press("backspace", "backspace", "escape")
        await settle(pilot)
        assert app.journal is not None
        assert app.journal.drafts.get("goal:new") is None


async def test_a_record_is_changed_and_undo_takes_it_back(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.goals.add(Goal(title="Evening class")))
    async with opened(app, toasts=True) as pilot:
        assert app.journal is not None
        app.show("goal", record=app.journal.goals.all()[0])
        await settle(pilot)
        await pilot.press(*"es", "ctrl+s")
        await settle(pilot)
        assert [goal.title for goal in app.journal.goals] == ["Evening classes"]
        await pilot.press("u")
        await settle(pilot)
        assert [goal.title for goal in app.journal.goals] == ["Evening class"]
        assert "Undone: goal edited." in picture(app)
        assert_golden(app, "undone")


async def test_a_save_and_a_delete_say_so_and_one_takes_the_place_of_the_other(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        assert app.journal is not None
        app.show("goal")
        await settle(pilot)
        await pilot.press(*"Swim", "ctrl+s")
        await settle(pilot)
        assert "Goal saved." in picture(app)
        app.remove(app.journal.goals.all()[0])
        await settle(pilot)
        assert "Deleted. Press u to undo." in picture(app)
        assert "Goal saved." not in picture(app)
        await pilot.press("u")
        await settle(pilot)
        assert "Undone: goal deleted." in picture(app)


async def test_what_is_said_leaves_the_keys_free(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.entries.add(Entry(text="Told the class")))
    async with opened(app, toasts=True) as pilot:
        await pilot.press("2")
        await settle(pilot)
        before = picture(app).splitlines()
        app.say("Check-in saved.")
        await settle(pilot)
        after = picture(app).splitlines()
        assert any("Check-in saved." in line for line in after)
        assert after[-2:] == before[-2:]


async def test_where_saving_fails_nothing_says_that_it_is_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.show("goal")
        await settle(pilot)
        assert app.journal is not None

        def full(*_: Record) -> str:
            raise NotSaved(reason="The disk is full")

        monkeypatch.setattr(app.journal, "save", full)
        await pilot.press(*"Swim", "ctrl+s")
        await settle(pilot)
        assert "Goal saved." not in picture(app)


async def test_deleting_asks_and_no_leaves_it(path: Path) -> None:
    app = make_app(path, fill=lambda journal: journal.goals.add(Goal(title="Evening class")))
    async with opened(app) as pilot:
        assert app.journal is not None
        goal = app.journal.goals.all()[0]
        for key, left in (("escape", 1), ("n", 1), ("enter", 1), ("y", 0)):
            app.delete(goal, "this goal [/]")
            await settle(pilot)
            assert "Delete this goal [/]?" in picture(app)
            await pilot.press(key)
            await settle(pilot)
            assert len(app.journal.goals) == left


async def test_undo_with_nothing_to_take_back_says_so(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("u")
        await settle(pilot)
        assert "Nothing to undo" in picture(app)


async def test_the_question_and_the_form_are_whole_at_every_size(path: Path) -> None:
    app = make_app(path)
    async with opened(app, SMALLEST) as pilot:
        app.show("goal")
        await settle(pilot)
        await assert_goldens(pilot, "form")
        app.ask("Delete this goal?", "Delete it", app.clear_notifications, detail="u brings it back.")
        await settle(pilot)
        await assert_goldens(pilot, "confirm")


@pytest.mark.parametrize("route", ["entry", "reason", "person", "checkin"])
async def test_an_untouched_form_says_that_there_is_nothing_to_save(path: Path, route: str) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.show(route)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Nothing to save yet." in picture(app)
        await pilot.press("tab")
        await settle(pilot)
        assert "Nothing to save yet." not in picture(app)


async def test_an_unanswered_craving_says_that_there_is_nothing_to_save(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("ctrl+r", "ctrl+s")
        await settle(pilot)
        assert "Nothing to save yet." in picture(app)


async def test_what_is_said_stays_until_the_next_key_and_leaves_the_keys_free(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("n", "h", "i", "ctrl+s")
        await settle(pilot)
        (told,) = app._notifications
        assert told.time_left > 3600
        assert told.message in picture(app)
        assert "^r craving now" in picture(app).splitlines()[-1]
        await pilot.press("2")
        await settle(pilot)
        assert not list(app._notifications)


async def test_an_error_stays_a_while_whatever_is_typed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.notify("The disk is full.", severity="error")
        await pilot.press("2", "1")
        await settle(pilot)
        assert "The disk is full." in picture(app)
        monkeypatch.setattr("screens.runtime.actions.ERROR_SECONDS", 0.0)
        await pilot.press("2")
        await settle(pilot)
        assert "The disk is full." not in picture(app)
