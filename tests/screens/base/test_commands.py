"""Check the list of keys and commands: what it finds, what it runs, and what it says where there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal.language import Language, speaking
from journal.text import synonyms as synonyms_text
from screens.base.commands import Commands, find
from screens.keymap import TABLE
from screens.widgets.record_list import RecordList
from tests.support.driving import locked, make_app, opened, settle
from tests.support.golden import picture


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Press the keys and return what the screen shows."""
    await pilot.press(*keys)
    await settle(pilot)
    return picture(pilot.app)  # type: ignore[arg-type]


async def first_found(pilot: Pilot[int], words: str) -> tuple[str, str]:
    """Return the action and the label of the best match for the words among all commands."""
    await press(pilot, "ctrl+p")
    pilot.app.screen.query_one("#filter", Input).value = words
    await settle(pilot)
    item = pilot.app.screen.query_one(RecordList).item
    await press(pilot, "escape")
    return (item.action, item.label) if item else ("", "")


MEANT = {
    "backup": "app.open('backup')",
    "copy": "app.open('backup')",
    "usb": "app.open('backup')",
    "password": "app.open('passphrase')",
    "slip": "app.open('slip')",
    "relapse": "app.open('slip')",
    "lapse": "app.open('slip')",
    "start date": "app.open('settings')",
    "sponsor": "app.place('mentor')",
    "print": "app.open('share')",
    "export": "app.open('export')",
    "goal": "app.open('goal')",
    "theme": "app.open('settings')",
    "helpline": "app.safety",
    "undo": "app.undo",
    "exit": "app.quit",
    "template": "app.open('entry')",
    "earlier version": "app.open('entry')",
    "reward": "app.open('milestones')",
    "currency": "app.open('settings')",
    "trash": "app.open('bin')",
    "pill": "app.open('medicines')",
    "payday": "app.open('hard_day')",
}


async def test_it_finds_by_the_words_that_people_try(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        assert {words: (await first_found(pilot, words))[0] for words in MEANT} == MEANT
        assert (await first_found(pilot, "delete"))[1] == "delete a record"
        assert (await first_found(pilot, "calendar"))[1] == "calendar"
        assert (await first_found(pilot, "pause"))[1] == "calendar"


@pytest.mark.parametrize("words", ["Søren", "qqq", "backup slip"])
async def test_it_says_when_nothing_was_found_and_enter_does_nothing_then(path: Path, words: str) -> None:
    async with opened(make_app(path)) as pilot:
        await press(pilot, "ctrl+p")
        pilot.app.screen.query_one("#filter").value = words  # type: ignore[attr-defined]
        await settle(pilot)
        assert f"Nothing found for “{words}”." in picture(pilot.app)  # type: ignore[arg-type]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Commands)


async def test_the_question_mark_lists_the_keys_here_filters_them_and_runs_one(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        assert "keys of this screen" in await press(pilot, "question_mark")
        assert "timeline" not in await press(pilot, *"patterns")
        assert "▐3 Patterns▌" in await press(pilot, "enter")


async def test_arrows_choose_another_line_which_is_told_in_full(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await press(pilot, "question_mark")
        shown = await press(pilot, "down", "down")
        assert "› s" in shown
        assert "Log a slip." in shown


async def test_in_a_form_it_runs_what_the_form_can_do(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await press(pilot, "n", *"kept", "f1", *"save")
        await press(pilot, "enter")
        assert [entry.text for entry in pilot.app.journal.entries] == ["kept"]  # type: ignore[attr-defined]


async def test_what_acts_on_the_marked_line_acts_on_it_from_the_list_too(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        await press(pilot, "n", *"gone", "ctrl+s", "2", "question_mark", *"delete")
        await press(pilot, "enter")
        assert "Delete" in await press(pilot)
        await press(pilot, "y")
        assert not pilot.app.journal.entries.all()  # type: ignore[attr-defined]


async def test_while_locked_it_offers_only_what_works_then(path: Path) -> None:
    async with locked(make_app(path)) as pilot:
        shown = await press(pilot, "ctrl+p")
        assert "check-in" not in shown
        assert "quit" in shown


def test_every_synonym_belongs_to_a_command() -> None:
    known = {key.action for key in TABLE} | {key.label for key in TABLE}
    assert set(synonyms_text.SYNONYMS) <= known


def test_a_synonym_is_found_in_the_language_that_is_spoken() -> None:
    with speaking(Language.SPANISH):
        rows = [key.in_language() for key in TABLE]
        assert "borrar" in [key.label for key in find(rows, "eliminar")]
        assert "calendario" in [key.label for key in find(rows, "sobrio")]


def test_a_label_comes_before_a_synonym_and_that_before_a_description() -> None:
    keys = [key for key in TABLE if key.where == "places" and key.action]
    found = [key.label for key in find(keys, "goal")]
    assert found.index("new goal") < found.index("plan")
