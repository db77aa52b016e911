"""Test the breath and the timer, as lines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.clock import FixedClock
from screens.cravings.timer_panel import Breath, Countdown, breath_line
from screens.runtime.craving_timer import CravingTimer
from tests.screens.widgets import Alone


@pytest.mark.parametrize(
    ("second", "line"),
    [
        (0, "breathe in  ·"),
        (3, "breathe in  · · · ·"),
        (4, "breathe out · · · · · ·"),
        (9, "breathe out ·"),
        (10, "breathe in  ·"),
    ],
)
def test_the_dots_grow_and_go(second: int, line: str) -> None:
    assert breath_line(second) == line


async def test_without_motion_it_is_a_sentence(clock: FixedClock) -> None:
    breath = Breath(clock, motion=False)
    async with Alone(breath).run_test():
        before = str(breath.render())
        clock.set(clock.now() + timedelta(seconds=3))
        assert str(breath.render()) == before == "Breathe in while you count to 4, and out to 6."


async def test_with_motion_it_follows_the_clock(clock: FixedClock) -> None:
    breath = Breath(clock, motion=True)
    async with Alone(breath).run_test():
        clock.set(clock.now() + timedelta(seconds=5))
        assert str(breath.render()) == breath_line(5)


async def test_the_timer_says_what_is_left_and_when_it_is_over(clock: FixedClock) -> None:
    countdown = Countdown(CravingTimer(clock, 20))
    async with Alone(countdown).run_test():
        assert str(countdown.render()) == "20:00 left"
        clock.set(clock.now() + timedelta(minutes=5, seconds=55))
        assert str(countdown.render()) == "14:05 left"
        clock.set(clock.now() + timedelta(minutes=15))
        assert str(countdown.render()) == "20 minutes done."
        countdown.show_timer(None)
        assert str(countdown.render()) == ""
