"""Test that help, craving, slip and helplines work with zoomed text, in a window of 40×12."""

from __future__ import annotations

from pathlib import Path

from journal.store.journal import Journal
from tests.support.builders import alcohol
from tests.support.driving import locked, make_app, opened, settle, unlock
from tests.support.golden import assert_golden, picture

ZOOMED = (40, 12)


def fill(journal: Journal) -> None:
    journal.focuses.add(alcohol())


async def test_the_helplines_are_read_whole_by_scrolling(path: Path) -> None:
    app = make_app(path)
    async with locked(app, ZOOMED) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        assert_golden(app, "zoomed-safety")
        assert "911" in picture(app)
        await pilot.press("2")
        await settle(pilot)
        assert "Give naloxone" in picture(app)
        await pilot.press("end")
        await settle(pilot)
        assert "AHRQ" in picture(app) or "2026-11" in picture(app)


async def test_the_locked_screen_asks_for_the_passphrase_and_what_needs_more_room_says_what_works(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with locked(app, ZOOMED) as pilot:
        assert_golden(app, "zoomed-locked")
        await unlock(pilot)
        assert app.journal is not None
        assert_golden(app, "zoomed-today")
        await pilot.press("s")
        await settle(pilot)
        assert "Are you safe right now?" in picture(app)


async def test_a_craving_while_locked_asks_its_first_question_in_view(path: Path) -> None:
    app = make_app(path)
    async with locked(app, ZOOMED) as pilot:
        await pilot.press("f8")
        await settle(pilot)
        assert_golden(app, "zoomed-locked-craving")
        assert " 0  1  2  3  4  5  6  7  8  9  10 " in picture(app)
        await pilot.press("7")
        await settle(pilot)
        assert "▰▰▰▰▰▰▰▱▱▱  7" in picture(app)


async def test_a_craving_and_a_slip_are_answered_and_saved(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.resize_terminal(*ZOOMED)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert_golden(app, "zoomed-craving")
        await pilot.press("7")
        await settle(pilot)
        assert_golden(app, "zoomed-craving-trigger")
        await pilot.press("4")
        await settle(pilot)
        assert app.journal is not None
        assert [(one.intensity, len(one.triggers)) for one in app.journal.cravings] == [(7, 1)]
        await pilot.press("escape", "s")
        await settle(pilot)
        assert_golden(app, "zoomed-slip")
        assert "Are you safe right now?" in picture(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(app.journal.uses.all()) == 1


async def test_help_lists_the_keys(path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.resize_terminal(*ZOOMED)
        await pilot.press("f1")
        await settle(pilot)
        assert_golden(app, "zoomed-help")
        await pilot.press(*"craving")
        await settle(pilot)
        assert "craving now" in picture(app)
