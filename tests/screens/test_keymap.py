"""Check that everything about keys is made from one table."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.store.journal import Journal
from screens.key import EVERYWHERE, KEY_GAP, Key, face, fitting
from screens.key_tables import by_id, markdown
from screens.keymap import TABLE, bindings
from screens.routes import ROUTES
from screens.widgets.footer import KeyLine
from tests.support.driving import locked, make_app, opened, settle
from tests.support.golden import picture


def test_no_key_has_two_meanings_in_one_place() -> None:
    taken = Counter((row.where, key) for row in TABLE for key in row.keys.split(",") if key)
    assert [pair for pair, count in taken.items() if count > 1] == []


def test_ids_are_unique_and_every_row_explains_itself() -> None:
    assert len({row.id for row in TABLE}) == len(TABLE)
    assert [row for row in TABLE if row.keys and not row.tooltip.endswith(".")] == []


def test_digits_and_letters_are_never_the_apps() -> None:
    keys = [key for row in TABLE if row.where == EVERYWHERE for key in row.keys.split(",")]
    assert [key for key in keys if len(key) == 1] == []


def test_craving_and_lock_have_two_keys_that_inputs_and_terminals_leave_alone() -> None:
    by_action = {row.action: row.keys for row in TABLE if row.where == EVERYWHERE}
    assert by_action["app.craving"] == "ctrl+r,f8"
    assert by_action["app.lock"] == "ctrl+l,f9"


def test_what_the_table_opens_is_a_screen_there_is() -> None:
    opened = [row.action.split("'")[1] for row in TABLE if row.action.startswith(("app.open", "app.place"))]
    assert set(opened) <= set(ROUTES)


def test_keys_read_as_people_write_them() -> None:
    faces = [face(key) for key in ("ctrl+r", "f8", "question_mark", "escape", "G")]
    assert faces == ["^r", "F8", "?", "esc", "G"]


def test_bindings_of_the_app_pass_by_inputs() -> None:
    assert all(binding.priority for binding in bindings(EVERYWHERE) if not isinstance(binding, tuple))


@pytest.mark.parametrize(
    ("file", "mark", "table"), [("README.md", "keys", markdown()), ("docs/keys.md", "ids", by_id())]
)
def test_the_documents_have_the_table(file: str, mark: str, table: str) -> None:
    document = Path(__file__).parents[2] / file
    text = document.read_text(encoding="utf-8")
    before, begin, rest = text.partition(f"<!-- {mark}: from screens/keymap.py -->\n")
    _, end, after = rest.partition(f"<!-- /{mark} -->\n")
    wanted = f"{before}{begin}{table}\n{end}{after}"
    if os.environ.get("UPDATE_GOLDEN"):
        document.write_text(wanted, encoding="utf-8")
    assert begin
    assert document.read_text(encoding="utf-8") == wanted, "UPDATE_GOLDEN=1 rewrites the table"


def test_an_id_never_holds_the_default_key() -> None:
    held = [(row.id, key) for row in TABLE for key in row.key_names if key in re.split(r"[.-]", row.id)]
    assert held == []


def test_the_readme_leads_to_the_ids() -> None:
    assert "(docs/keys.md)" in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@given(st.integers(0, 200), st.lists(st.integers(0, 9), max_size=12))
def test_the_line_never_overflows_and_keeps_the_important(width: int, ranks: list[int]) -> None:
    keys = [Key("x", f"f{number}", "act", f"label {number}", "", rank) for number, rank in enumerate(ranks)]
    shown = fitting(keys, width)
    assert sum(len(key.display) + 1 + len(key.label) for key in shown) + KEY_GAP * max(0, len(shown) - 1) <= width
    assert shown == [key for key in keys if key in shown]


async def test_a_click_on_the_line_does_what_the_key_does(path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        line = app.screen.query_one(KeyLine)
        left = str(line.render()).index("F4 helplines")
        await pilot.click(KeyLine, offset=(left + 2, 0))
        await settle(pilot)
        assert "This program cannot see or call anyone." in picture(app)


@pytest.mark.parametrize("typed", ["helplines", "lock"])
async def test_the_palette_offers_what_the_keys_do(path: Path, typed: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+p", *typed)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert ("This program cannot" in picture(app)) == (typed == "helplines")
        assert (app.journal is None) == (typed == "lock")


async def test_the_persons_word_for_a_use_is_on_its_key(path: Path) -> None:
    def set_word(journal: Journal) -> None:
        journal.set_preferences(replace(journal.preferences, slip_word="lapse [/]"))

    app = make_app(path, fill=set_word)
    async with opened(app, (120, 40)):
        assert "s lapse [/]" in picture(app)
