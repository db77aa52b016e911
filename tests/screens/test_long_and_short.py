"""Check that a journal of one day and one of ten years both look right, wherever time is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.support.driving import Fill, make_app, opened, settle
from tests.support.extent import only
from tests.support.golden import assert_golden
from tests.support.spans import one_day, ten_years

LIVES: Final[dict[str, Fill]] = {"one-day": one_day, "ten-years": ten_years}

PLACES: Final[dict[str, list[str]]] = {
    "today": [],
    "timeline": ["2"],
    "patterns": ["3"],
    "patterns-all": ["3", *["right"] * 4],
    "days": ["up", "enter"],
    "year": ["up", "enter", "y"],
    "amounts": ["up", "enter", "a"],
    "amounts-all": ["up", "enter", "a", *["right"] * 4],
    "milestones": ["m"],
}


@pytest.mark.parametrize("place", only(list(PLACES), "today", "timeline", "patterns-all", "year", "amounts-all"))
@pytest.mark.parametrize("life", LIVES)
async def test_it_looks_right(path: Path, life: str, place: str) -> None:
    async with opened(make_app(path, fill=LIVES[life])) as pilot:
        await pilot.press(*PLACES[place])
        await settle(pilot)
        assert_golden(pilot.app, f"span-{life}-{place}")  # type: ignore[arg-type]  # the app is ours
