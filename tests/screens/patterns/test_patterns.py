"""Check Patterns: cravings by week, what helped, and the bar of places on every main screen."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Outcome
from journal.domain.record import Sensitivity
from journal.store.journal import Journal
from journal.text import places as places_text
from screens.routes import PLACES
from screens.widgets.place_bar import PlaceBar
from tests.support.driving import make_app, opened, settle
from tests.support.golden import SIZES, assert_goldens, picture


def fill(journal: Journal) -> None:
    """Save five cravings in three weeks, one of them never shared, and two strategies."""
    tea = journal.strategies.add(Strategy(label="tea and toast"))
    journal.strategies.add(Strategy(label="call Ana"))
    today = journal.today()
    for days, intensity in ((0, 4), (6, 10), (6, 2), (13, 7)):
        journal.cravings.add(
            Craving(
                intensity=intensity,
                local_date=today - timedelta(days=days),
                attempts=[Attempt(strategy=tea)],
                outcome=Outcome.PASSED,
            )
        )
    journal.cravings.add(Craving(intensity=1, local_date=today - timedelta(days=40), sensitivity=Sensitivity.NEVER))


async def show(pilot: Pilot[int], *keys: str) -> str:
    """Press 3 and the keys, and return what the screen shows."""
    await pilot.press("3", *keys)
    await settle(pilot)
    return picture(pilot.app)  # type: ignore[arg-type]


async def test_it_looks_so(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        await show(pilot)
        await assert_goldens(pilot, "patterns", always=True)


async def test_arrows_choose_how_many_weeks(path: Path) -> None:
    async with opened(make_app(path, fill=fill)) as pilot:
        assert "cravings in 1 week," in await show(pilot, "left")
        assert "cravings in 1 week," in await show(pilot, "left")
        longest = await show(pilot, "right", "right")
        assert "cravings in 12 weeks," in longest
        assert "1 craving, strongest 1" in longest  # never shared, and still the person's own


async def test_without_cravings_it_says_what_will_be_here(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        shown = await show(pilot)
        assert "No cravings in this time." in shown
        assert "What you try during a craving is counted here." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_every_place_says_where_you_are_and_where_you_can_go(path: Path, size: tuple[int, int]) -> None:
    async with opened(make_app(path), size) as pilot:
        for digit, place in enumerate(PLACES, start=1):
            await pilot.press(str(digit))
            await settle(pilot)
            first = picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
            for other, name in enumerate(places_text.NAMES.values(), start=1):
                assert f"{other} {name}" in first
            assert f"▐{digit} {places_text.NAMES[place]}▌" in first
            assert first.count("▐") == 1
            assert "Mon 23 Nov" in first


async def test_in_a_window_too_narrow_for_the_names_the_digits_stay(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        bar = pilot.app.screen.query_one(PlaceBar)
        bar.styles.width = 30
        await settle(pilot)
        assert bar.render().plain.startswith("▐1 Today▌ 2 3 4 5")


async def test_a_click_on_a_place_goes_there(path: Path) -> None:
    async with opened(make_app(path)) as pilot:
        first = picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
        await pilot.click(offset=(first.index("4 Plan") + 2, 0))
        await settle(pilot)
        assert "▐4 Plan▌" in picture(pilot.app).splitlines()[0]  # type: ignore[arg-type]
