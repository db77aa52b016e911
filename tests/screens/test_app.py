"""Test the app: main screens, the day, the window size, quitting."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from screens.runtime.craving_timer import CravingTimer
from screens.runtime.stopwatch import Stopwatch
from screens.runtime.terminal import TOO_SMALL, TOO_SMALL_ZOOMED
from tests.conftest import NOON
from tests.support.driving import lock, locked, make_app, opened, settle, unlock
from tests.support.golden import picture


@pytest.mark.parametrize(
    ("key", "place"), [("1", "today"), ("2", "timeline"), ("3", "patterns"), ("4", "plan"), ("5", "mentor")]
)
async def test_digits_are_the_places(path: Path, key: str, place: str) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("2", key)
        assert app.current_mode == place


async def test_unlocking_returns_to_the_place(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("5")
        await lock(pilot)
        await unlock(pilot)
        assert app.current_mode == "mentor"


async def test_another_day_is_shown_when_it_begins(path: Path, clock: FixedClock) -> None:
    app = make_app(path, clock=clock)
    app.settings = replace(app.settings, idle_minutes=60)
    clock.set(NOON + timedelta(hours=14, minutes=50))  # 02:50 in Vienna
    async with opened(app) as pilot:
        assert "Mon 23 Nov" in picture(app)
        clock.set(NOON + timedelta(hours=15, minutes=10))
        app._tick()
        await settle(pilot)
        assert "Tue 24 Nov" in picture(app)


@pytest.mark.parametrize("size", [(59, 30), (100, 19)])
async def test_what_needs_more_room_says_so_and_which_keys_work(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert " ".join(picture(app).split()) == TOO_SMALL
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "1 Today" in picture(app)


@pytest.mark.parametrize("size", [(40, 10), (39, 30), (100, 11)])
async def test_a_window_made_too_small_says_so_and_loses_nothing(path: Path, size: tuple[int, int]) -> None:
    app = make_app(path)
    async with locked(app) as pilot:
        await pilot.press(*"half")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert " ".join(picture(app).split()) == TOO_SMALL_ZOOMED
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Passphrase" in picture(app)
        await pilot.press("x")
        assert app.screen.query_one("#passphrase").value == "halfx"  # type: ignore[attr-defined]  # a Secret


async def test_quitting_ends_with_zero_and_seals(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_code == 0


def test_idle_takes_the_greater_of_both_clocks() -> None:
    class Suspended(FixedClock):
        def monotonic(self) -> float:
            return 0.0

    clock = Suspended(NOON)
    idle = Stopwatch(clock)
    clock.set(NOON + timedelta(hours=1))
    assert idle.seconds() == 3600
    idle.touch()
    assert idle.seconds() == 0


def test_a_clock_put_back_does_not_keep_the_journal_open() -> None:
    clock = FixedClock(NOON)
    idle = Stopwatch(clock)
    clock.set(NOON + timedelta(minutes=4))
    clock.set(NOON - timedelta(days=1))
    assert idle.seconds() == 240


def test_a_timer_counts_down_to_nothing_and_keeps_the_answer() -> None:
    clock = FixedClock(NOON)
    timing = CravingTimer(clock, 20)
    clock.set(NOON + timedelta(minutes=3))
    timing.record_rating(4)
    clock.set(NOON + timedelta(minutes=30))
    assert (timing.left(), timing.answer, timing.seconds) == (0, 4, 180)


async def test_without_colours_the_text_still_stands_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(path)
    async with locked(app):
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        styles = [segment.style for segment in segments if segment.text.strip() and segment.style]
        assert styles
        assert not [style for style in styles if style.color is not None and style.color == style.bgcolor]


async def test_ctrl_c_says_how_to_quit(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert "ctrl+q to quit" in picture(app)


@pytest.mark.parametrize("key", ["2", "n", "f4"])
async def test_what_was_told_in_passing_stays_behind_and_what_did_not_work_comes_along(path: Path, key: str) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.notify("A word in passing.")
        app.notify("It was not saved.", severity="error")
        await settle(pilot)
        assert "A word in passing." in picture(app)
        await pilot.press(key)
        await settle(pilot)
        assert "A word in passing." not in picture(app)
        assert "It was not saved." in picture(app)


async def test_what_is_told_in_passing_stays_until_the_next_key(path: Path) -> None:
    app = make_app(path)
    async with opened(app, toasts=True) as pilot:
        app.notify("A word in passing.")
        await settle(pilot)
        (told,) = app._notifications
        assert told.timeout > 3600
        await pilot.press("down")
        assert not list(app._notifications)


async def test_craving_over_craving_does_not_pile_up(path: Path) -> None:
    app = make_app(path)
    async with opened(app) as pilot:
        await pilot.press("ctrl+r", "f4", "ctrl+r", "f1", "ctrl+r")
        await settle(pilot)
        assert [type(screen).__name__ for screen in app.screen_stack] == ["Today", "CravingNow"]
