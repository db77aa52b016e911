"""Test the forms about this computer: each changes its part of the settings, which hold at once."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from journal.config.places import settings_path
from journal.config.settings import Settings
from screens.settings.device_form import ComputerSheet
from screens.settings.settings import SettingsScreen
from screens.widgets.fields.base import TextField
from tests.screens.settings.test_settings import go_to, save
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import picture
from tests.support.welcoming import paste


async def test_what_holds_on_this_computer_is_written_and_holds_at_once(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        for name, field, answers in (
            ("Region, language", "region", "5"),
            ("Looks", "theme", "2"),
        ):
            await go_to(pilot, name)
            app.screen.query_one(f"#{field} Choice").focus()
            await pilot.press(answers)
            await save(pilot)
            assert isinstance(app.screen, SettingsScreen)
            await pilot.press("escape")
        for name, field, typed in (("Lock", "idle", "10"), ("Motion and keys", "pause", "900")):
            await go_to(pilot, name)
            await paste(pilot, field, typed)
            await save(pilot)
            assert isinstance(app.screen, SettingsScreen)
            assert typed in picture(app)
            await pilot.press("escape")
        assert app.theme == "light"
        assert app.idle_minutes() == 10
        assert Settings.load() == Settings(region="IE", idle_minutes=10, motion=False, theme="light", key_pause_ms=900)


async def test_a_region_can_be_given_up_again(path: Path) -> None:
    app = make_app(path)
    app.settings = replace(app.settings, region="IE")
    async with opened(app) as pilot:
        await go_to(pilot, "Region, language")
        app.screen.query_one("#region Choice").focus()
        await pilot.press("5")
        await save(pilot)
        assert app.settings.region == ""


async def test_settings_that_could_not_be_written_hold_and_it_is_said(path: Path) -> None:
    app = make_app(path)
    settings_path().parent.parent.mkdir(parents=True)
    settings_path().parent.write_text("a file where a directory is wanted")
    async with opened(app) as pilot:
        await go_to(pilot, "Lock")
        await paste(pilot, "idle", "10")
        await save(pilot)
        assert "couldn't be saved" in picture(app)
        assert app.idle_minutes() == 10


async def test_a_form_half_changed_comes_back_after_a_lock_and_leaves_the_other_settings(path: Path) -> None:
    app = make_app(path)
    app.settings = replace(app.settings, region="IE", idle_minutes=7)
    async with opened(app) as pilot:
        await go_to(pilot, "Motion and keys")
        await paste(pilot, "pause", "80")
        await lock(pilot)
        await unlock(pilot)
        assert isinstance(app.screen, ComputerSheet)
        assert app.screen.query_one("#pause", TextField).text == "80"
        await save(pilot)
        await settle(pilot)
        assert (app.settings.key_pause_ms, app.settings.region, app.settings.idle_minutes) == (80, "IE", 7)
