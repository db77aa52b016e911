"""The locked screen: what it tells, and how it opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.locked import Locked
from screens.today import Today
from tests.screens.driving import locked, make_app, opened, settle, unlock
from tests.screens.golden import SIZES, assert_golden, picture


async def test_the_right_passphrase_opens_today(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        assert isinstance(pilot.app.screen, Today)


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_whole_at_every_size(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with locked(app, size):
        assert_golden(app, "locked")
