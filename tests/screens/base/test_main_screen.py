"""Check that main screens show changes when they are seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.entries import Entry
from screens.today.today import Today
from tests.support.driving import make_app, opened, settle
from tests.support.golden import picture


async def test_a_place_behind_another_screen_follows_once_and_when_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(tmp_path / "j.rj")
    async with opened(app) as pilot:
        shown: list[Today] = []
        monkeypatch.setattr(Today, "show_journal", lambda place: shown.append(place))
        await pilot.press("f4")
        app.save(Entry(text="one"))
        app.save(Entry(text="two"))
        await settle(pilot)
        assert not shown
        await pilot.press("escape")
        await settle(pilot)
        assert len(shown) == 1


async def test_a_place_is_whole_after_another_one_was_seen(tmp_path: Path) -> None:
    app = make_app(tmp_path / "j.rj")
    async with opened(app) as pilot:
        before = picture(app)
        await pilot.press("2", "4", "5", "1")
        await settle(pilot)
        assert picture(app) == before
