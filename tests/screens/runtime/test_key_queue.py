"""Check that keys that arrive together do what they would have done one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from screens.today.today import Today
from screens.widgets.fields.base import TextField
from tests.support.driving import make_app, opened, settle
from tests.support.small_form import use_small_goal


def burst(pilot: Pilot[int], *keys: str) -> None:
    """Send keys as a slow line or a script does: all of them before the first is handled."""
    for key in keys:
        character = key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, character))


async def test_text_goes_to_the_field_that_tab_goes_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_goal(monkeypatch)
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        burst(pilot, *"Ana", "tab", *"tomorrow", "tab", "1", "0", "ctrl+s")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert app.journal is not None
        (goal,) = app.journal.goals
        assert (goal.title, str(goal.due), goal.confidence) == ("Ana", "2026-11-24", 10)


async def test_a_screen_that_a_key_opens_gets_the_keys_behind_it(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        burst(pilot, "a", "7", "ctrl+s")
        await settle(pilot)
        await settle(pilot)
        assert app.journal is not None
        assert [check_in.mood for check_in in app.journal.checkins] == [7]


async def test_a_long_burst_into_one_field_arrives_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_goal(monkeypatch)
    app = make_app(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        burst(pilot, *("abcdefghij" * 40))
        await settle(pilot)
        while app._waiting:
            await settle(pilot)
        await settle(pilot)
        assert app.screen.query(TextField).first().text == "abcdefghij" * 40
