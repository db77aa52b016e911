"""Check the keys that are chosen in ``settings.toml``: which hold, what is said of the others, and that they work."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from journal.config.places import settings_path
from journal.config.settings import Settings
from screens.app import JournalApp
from screens.base.screen import BaseScreen
from screens.key_choices import ADDED, EDITING, INSIDE, PARENTS, choose, key_name, reworded
from screens.keymap import TABLE
from screens.routes import ROUTES, screen_class
from screens.widgets.panel import Panel
from tests.support.driving import locked, make_app, opened, settle, unlock
from tests.support.golden import picture


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *[
            ("ctrl+s", "ctrl+s"),
            ("^s", "ctrl+s"),
            ("Ctrl+S", "ctrl+s"),
            ("F8", "f8"),
            ("esc", "escape"),
            ("PgUp", "pageup"),
        ],
        *[("?", "question_mark"), ("+", "plus"), (",", "comma"), ("question_mark", "question_mark"), ("↑", "up")],
        *[("G", "G"), ("shift+g", "G"), ("ä", "ä"), ("alt+x", "alt+x"), ("space", "space")],
        *[("strg+s", ""), ("save", ""), ("", ""), ("ctrl+", ""), ("f99", "")],
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


def test_chosen_keys_replace_the_default_ones_even_swapped() -> None:
    keys, problems = choose({"places.undo": ["n"], "places.open.entry": ["u"], "forms.save": ["F12", "ctrl+s"]})
    assert keys == {"places.undo": "n", "places.open.entry": "u", "forms.save": "f12,ctrl+s"}
    assert problems == []


@pytest.mark.parametrize("action", sorted(ADDED))
def test_first_help_and_the_way_out_can_be_given_keys_but_lose_none(action: str) -> None:
    keys, problems = choose({action: ["f10"]})
    default = next(row.keys for row in TABLE if row.id == action)
    assert keys == {action: f"{default},f10"}
    assert problems == []


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"places.undoo": ["z"]}, "no action “places.undoo”"),
        ({"places.undo": ["strg+z"]}, "there is no key “strg+z”"),
        ({"places.undo": []}, "an action needs a key"),
        ({"places.undo": ["n"]}, "places.open.entry has it on the same screen"),
        ({"today.hide": ["u"]}, "places.undo has it on the same screen"),
        ({"plan.card": ["d"]}, "lists.delete has it on the same screen"),
        ({"everywhere.lock": ["ctrl+t"]}, "has it on the same screen"),
        ({"forms.save": ["ctrl+q"]}, "it always stays the key for quit"),
        ({"places.search": ["f4"]}, "it always stays the key for helplines"),
        ({"timeline.search": ["ctrl+r"]}, "it always stays the key for craving now"),
        ({"forms.save": ["x"]}, "typed as text"),
        ({"everywhere.lock": ["z"]}, "typed as text"),
        ({"everywhere.lock": ["left"]}, "needed to move"),
        ({"forms.save": ["ctrl+w"]}, "needed to move"),
        ({"forms.back": ["tab"]}, "needed to move"),
        ({"plan.card": ["5"]}, "digits answer questions"),
        ({"ratings.choose": ["x"]}, "it can't be changed"),
    ],
)
def test_what_can_not_be_used_is_told_in_one_sentence_and_the_default_holds(
    chosen: Mapping[str, list[str]], reason: str
) -> None:
    keys, (problem,) = choose(chosen)
    assert keys == {}
    assert reason in problem
    assert problem.endswith(".")
    assert "\n" not in problem


def test_two_chosen_keys_that_clash_are_both_told() -> None:
    keys, problems = choose({"places.undo": ["z"], "places.add": ["z"], "places.open.share": ["b"]})
    assert keys == {}
    assert len(problems) == 3  # the page's “b” is the timeline's


def test_fields_keep_the_keys_that_they_edit_with() -> None:
    bound = [one for widget in (Input, TextArea) for one in widget.BINDINGS]
    keys = {key for one in bound for key in (one[0] if isinstance(one, tuple) else one.key).split(",")}
    assert {key for key in keys if key_name(key)} - EDITING - {"f6", "f7"} == set()


def test_the_places_that_meet_on_a_screen_are_known() -> None:
    for name in ROUTES:
        kinds = screen_class(name).__mro__
        scopes = [scope for kind in kinds if (scope := kind.__dict__.get("KEY_SCOPE")) and scope != "screens"]
        assert [(one, next_) for one, next_ in pairwise(scopes) if PARENTS.get(one) != next_] == [], name
    assert {*PARENTS, *INSIDE, *PARENTS.values()} <= {row.where for row in TABLE}


def test_sentences_name_the_chosen_key() -> None:
    keys, _ = choose({"places.undo": ["z"], "plan.starters": ["n"], "places.open.entry": ["O"], "forms.save": ["F12"]})

    def said(text: str) -> str:
        return reworded(text, TABLE, keys)

    assert said("Deleted. Press u to undo.") == "Deleted. Press z to undo."
    assert said("o suggestions · ctrl+s save · esc back") == "n suggestions · F12 save · esc back"
    assert said("You owe nothing to a us or o.") == "You owe nothing to a us or o."


def with_keys(path: Path, **settings: list[str]) -> JournalApp:
    app = make_app(path)
    app.settings = Settings(
        motion=False, key_pause_ms=0, keys={name.replace("__", "."): keys for name, keys in settings.items()}
    )
    return app


def hints(screen: BaseScreen[object]) -> str:
    return " ".join(str(panel.border_subtitle) for panel in screen.query(Panel))


async def test_a_chosen_key_works_and_is_shown_in_footer_bar_hints_and_help(path: Path) -> None:
    app = with_keys(
        path, places__open__entry=["W"], places__place__plan=["P"], plan__starters=["O"], forms__save=["F12"]
    )
    async with opened(app, (120, 40)) as pilot:
        assert "W write" in picture(app)
        assert "P Plan" in picture(app)
        await pilot.press("n")
        await settle(pilot)
        assert "P Plan" in picture(app)  # the default key does nothing any more
        await pilot.press("W", "h", "i")
        await settle(pilot)
        assert "F12 save" in picture(app)
        await pilot.press("f12")
        await settle(pilot)
        assert app.journal is not None
        assert [entry.text for entry in app.journal.entries] == ["hi"]
        await pilot.press("P", "tab")
        await settle(pilot)
        assert "O suggestions" in picture(app)
        await pilot.press("question_mark", *"sugg")
        await settle(pilot)
        assert "O          suggestions" in picture(app)


async def test_a_command_without_a_key_can_be_given_one(path: Path) -> None:
    app = with_keys(path, places__open__backup=["W"])
    async with opened(app) as pilot:
        await pilot.press("W")
        await settle(pilot)
        assert "enter back up" in picture(app)


async def test_the_undo_that_is_told_is_the_key_that_undoes(path: Path) -> None:
    app = with_keys(path, places__undo=["z"])
    async with opened(app, toasts=True) as pilot:
        await pilot.press("n", "h", "i", "ctrl+s")
        await settle(pilot)
        await pilot.press("2", "d", "y")
        await settle(pilot)
        assert "Press z to undo." in picture(app)
        await pilot.press("z")
        await settle(pilot)
        assert app.journal is not None
        assert len(app.journal.entries) == 1


async def test_a_letter_that_is_a_key_can_still_be_typed_in_a_search(path: Path) -> None:
    app = with_keys(path, places__search=["x"], timeline__search=["x"])
    async with opened(app) as pilot:
        await pilot.press("2", "x", "x", "y")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "xy"


async def test_what_can_not_be_used_is_told_at_the_start(path: Path, home: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('[keys]\nplaces.undo = "n"\n"nothing.such" = ["z"]\n', encoding="utf-8")
    make_app(path)
    app = JournalApp(path)
    async with locked(app, toasts=True):
        shown = " ".join(picture(app).replace("│", " ").split())
        assert "there is no action “nothing.such”" in shown
        assert "places.undo keeps its default key" in shown
        assert app.keys == {}


async def test_settings_that_can_not_be_read_are_told_and_the_defaults_hold(path: Path, home: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("[keys\n", encoding="utf-8")
    make_app(path)
    app = JournalApp(path)
    async with locked(app, toasts=True) as pilot:
        assert "settings.toml, line 1: this isn't" in picture(app)
        assert app.settings == Settings()
        await unlock(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "^s save" in picture(app)
