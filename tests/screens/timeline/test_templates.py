"""Check that prompts and templates are inserted without losing a word, and that own ones are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.templates import Template
from journal.store.journal import Journal
from journal.text.templates import STARTERS
from screens.app import JournalApp
from screens.timeline.entry_form import EntryEditor
from screens.timeline.templates import Templates
from screens.widgets.fields.text import WritingField
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import SMALLEST, assert_goldens, picture

HARD_DAY = dict(STARTERS)["A hard day"]


def add_two(journal: Journal) -> None:
    journal.templates.add_many(
        [Template(title="Morning", text="Slept?\n\nPlan?\n"), Template(title="Old", text="x", archived=True)]
    )


def text(app: JournalApp) -> str:
    return app.screen.query_one(WritingField).draft_value


def own(app: JournalApp) -> list[tuple[str, str]]:
    assert app.journal is not None
    return [(one.title, one.text) for one in app.journal.templates]


async def test_the_list_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=add_two)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("n", "f6")
        await settle(pilot)
        await assert_goldens(pilot, "templates")


async def test_the_form_is_whole_at_every_size(path: Path) -> None:
    app = make_app(path, fill=add_two)
    async with opened(app, SMALLEST) as pilot:
        await pilot.press("n", "f6", "e")
        await settle(pilot)
        await assert_goldens(pilot, "template")


async def test_a_prompt_is_inserted_and_the_first_answer_goes_under_the_first_question(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", "f6", "enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryEditor)
        assert text(app) == HARD_DAY
        await pilot.press(*"rain")
        assert text(app).startswith("What happened?\nrain\n")


@pytest.mark.parametrize("keys", [[], ["home"], ["left", "left"], ["shift+home"]], ids=["end", "start", "mid", "all"])
async def test_no_word_that_was_written_is_lost_and_undo_removes_the_prompt(path: Path, keys: list[str]) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry day", *keys, "f6", "enter")
        await settle(pilot)
        assert HARD_DAY.strip() in text(app)
        assert "".join(text(app).replace(HARD_DAY.strip(), "").split()) == "dryday"
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert text(app) == "dry day"


async def test_own_templates_come_first_and_archived_ones_after_them(path: Path) -> None:
    app = make_app(path, fill=add_two)
    async with opened(app) as pilot:
        await pilot.press("n", "f6")
        await settle(pilot)
        shown = [line for line in picture(app).splitlines() if "│" in line]
        assert "Morning" in shown[0]
        assert "Old · archived" in shown[1]
        assert "A hard day · suggestion" in shown[2]
        await pilot.press("enter")
        await settle(pilot)
        assert text(app) == "Slept?\n\nPlan?\n"


async def test_a_text_is_saved_as_a_template_and_the_entry_stays_open(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("n", "ctrl+n")
        await settle(pilot)
        assert own(app) == []
        await pilot.press(*"Slept?", "ctrl+n")
        await settle(pilot)
        assert "Saved as the template “Slept?”." in " ".join(picture(app).replace("│", " ").split())
        assert own(app) == [("Slept?", "Slept?")]
        assert isinstance(app.screen, EntryEditor)
        assert text(app) == "Slept?"


async def test_an_own_template_is_added_edited_deleted_and_comes_back_by_undo(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", "f6", "plus", *"Night", "tab", *"Tired?", "ctrl+s")
        await settle(pilot)
        assert own(app) == [("Night", "Tired?")]
        await pilot.press("home", "e", "end", *" time", "ctrl+s")
        await settle(pilot)
        assert own(app) == [("Night time", "Tired?")]
        await pilot.press("d", "y")
        await settle(pilot)
        assert own(app) == []
        assert isinstance(app.screen, Templates)
        await pilot.press("u")
        await settle(pilot)
        assert own(app) == [("Night time", "Tired?")]


async def test_a_suggestion_is_neither_edited_nor_deleted(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", "f6", "e")
        await settle(pilot)
        assert isinstance(app.screen, Templates)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, Templates)


async def test_locking_over_the_list_keeps_what_was_written(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("n", *"dry", "f6")
        await settle(pilot)
        await lock(pilot)
        await unlock(pilot)
        assert text(app) == "dry"
