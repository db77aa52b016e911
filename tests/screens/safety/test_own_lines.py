"""Test the person's own safety lines: added, changed, removed, and shown on F4 from then on."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from journal.config.places import settings_path
from journal.config.settings import Settings
from journal.domain.safety_lines import Line
from screens.safety.own_lines import OwnLines, OwnLineSheet
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import AT_SIZES, assert_golden, picture
from tests.support.welcoming import paste

NIGHT = Line(name="Night clinic", number="01 234 56", note="from 20:00", verified="2026-11-23")


async def add(pilot: Pilot[int]) -> None:
    await pilot.press("plus")
    await settle(pilot)
    for field, text in (("number", NIGHT.number), ("name", NIGHT.name), ("note", NIGHT.note)):
        await paste(pilot, field, text)


@AT_SIZES
async def test_list_and_form_are_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app, size) as pilot:
        app.show("own_lines")
        await settle(pilot)
        assert_golden(app, "own-lines-empty")
        await add(pilot)
        assert_golden(app, "own-line")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert_golden(app, "own-lines")


async def test_a_line_is_added_with_its_day_changed_and_removed(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("own_lines")
        await settle(pilot)
        await add(pilot)
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, OwnLineSheet)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert Settings.load().lines == [NIGHT]
        app.show("own_lines")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await paste(pilot, "number", "999 0")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, OwnLines)
        assert [line.number for line in Settings.load().lines] == ["999 0"]
        await pilot.press("f4")
        await settle(pilot)
        assert "999 0" in picture(app)
        await pilot.press("escape", "d")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert Settings.load().lines == []


async def test_without_a_number_it_says_what_is_needed(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("own_line")
        await settle(pilot)
        await paste(pilot, "name", "clinic")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert_golden(app, "own-line-incomplete")


async def test_where_it_cannot_be_written_it_holds_until_the_program_is_left_and_says_so(path: Path) -> None:
    settings_path().parent.parent.mkdir(parents=True)
    settings_path().parent.write_text("a file where a directory is wanted")
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("own_lines")
        await settle(pilot)
        await add(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "couldn't be saved" in picture(app)
        assert app.settings.lines == [NIGHT]
