"""Test that a trembling hand answers once: the key that has answered is ignored for a moment."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.clock import FixedClock
from journal.config.settings import Settings
from journal.domain.checkins import CheckIn
from screens.app import JournalApp
from screens.cravings.craving import CravingNow
from screens.runtime.tremor import Tremor
from screens.widgets.fields.base import TextField
from tests.conftest import NOON, ZONE
from tests.screens.runtime.test_key_queue import burst
from tests.support.driving import make_app, opened, settle
from tests.support.small_form import use_small_goal


def trembling(path: Path) -> tuple[JournalApp, FixedClock]:
    """Return an app with the usual pause, and its clock."""
    clock = FixedClock(NOON, ZONE)
    app = make_app(path, clock=clock)
    app._settings = Settings(motion=False)
    return app, clock


async def ratings(pilot: Pilot[int]) -> list[int | None]:
    """Save the check-in, and return its first three ratings."""
    await pilot.press("ctrl+s")
    await settle(pilot)
    assert isinstance(pilot.app, JournalApp)
    assert pilot.app.journal is not None
    kept: CheckIn = pilot.app.journal.checkins.all()[0]
    return [kept.mood, kept.energy, kept.sleep]


@pytest.mark.parametrize(("key", "ignored"), [("7", True), ("8", False)])
def test_only_the_key_that_has_answered_is_ignored(clock: FixedClock, key: str, ignored: bool) -> None:
    tremor = Tremor(clock)
    tremor.press("7")
    assert not tremor.repeats("7", 0.6)
    tremor.answer()
    assert tremor.repeats(key, 0.6) is ignored
    clock.set(clock.now() + timedelta(seconds=0.6))
    assert not tremor.repeats(key, 0.6)


def test_an_arrow_may_be_held_down(clock: FixedClock) -> None:
    tremor = Tremor(clock)
    tremor.press("right")
    tremor.answer()
    assert not tremor.repeats("right", 0.6)


async def test_the_same_digit_again_answers_nothing_until_the_time_is_over(path: Path) -> None:
    app, clock = trembling(path)
    async with opened(app) as pilot:
        await pilot.press("a", "5", "5", "5", "6", "6")
        clock.set(clock.now() + timedelta(seconds=0.7))
        await pilot.press("6")
        assert await ratings(pilot) == [5, 6, 6]


async def test_the_setting_can_turn_it_off(path: Path) -> None:
    app, _ = trembling(path)
    app._settings = Settings(motion=False, key_pause_ms=0)
    async with opened(app) as pilot:
        await pilot.press("a", "5", "5", "5")
        assert await ratings(pilot) == [5, 5, 5]


async def test_nothing_typed_into_a_line_is_ignored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_goal(monkeypatch)
    app, _ = trembling(path)
    async with opened(app) as pilot:
        app.show("goal")
        await settle(pilot)
        await pilot.press("tab", "tab", "7", "shift+tab")
        await settle(pilot)
        app.screen.query_one("#title", TextField).focus()
        await pilot.press("7", "7")
        assert app.screen.query_one("#title", TextField).text == "77"


async def test_keys_that_arrive_together_answer_one_question_each(path: Path) -> None:
    app, _ = trembling(path)
    async with opened(app) as pilot:
        burst(pilot, "ctrl+r", "7", "7", "2", "2", "3")
        for _ in range(3):
            await settle(pilot)
        assert isinstance(app.screen, CravingNow)
        assert app.journal is not None
        (kept,) = app.journal.cravings
        assert (kept.intensity, len(kept.triggers), len(kept.attempts)) == (7, 1, 1)
