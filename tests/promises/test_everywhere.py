"""Check that the craving key and the lock key work on every screen, dialog and input."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.app import CLOSED
from screens.locked.lock_screen import Locked
from screens.routes import screen_class
from tests.support.driving import lock, locked, make_app, opened, settle
from tests.support.everywhere import WAYS, fill
from tests.support.extent import thinned


@pytest.mark.parametrize("name", thinned(WAYS, every=10, first=1))
async def test_the_craving_key_works_and_leads_back_and_the_lock_key_leaves_nothing_from(name: str, path: Path) -> None:
    app = make_app(path, fill=fill)
    async with opened(app) as pilot:
        await pilot.press(*WAYS[name])
        await settle(pilot)
        there = app.screen
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, screen_class("craving"))
        if app.screen is not there:
            await pilot.press("escape")
            await settle(pilot)
        assert app.screen is there
        await lock(pilot)
        assert app.journal is None
        assert app.current_mode == CLOSED
        assert [type(screen) for screen in app.every_screen()] == [Locked]


@pytest.mark.parametrize("keys", [[], ["x"], ["f4"], ["f1"], ["f6"], ["f6", "tab", "a"], ["ctrl+p"], ["ctrl+p", "l"]])
async def test_the_craving_key_works_while_locked_from(keys: list[str], path: Path) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press(*keys)
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, screen_class("breathing"))
