"""The slow breath, and a timer that can be started, stopped, and made longer or shorter.

Both craving screens show it. The time itself is kept by ``screens.runtime.craving_timer``, so that it runs on when the
screen is left.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from journal.clock import Clock
from journal.text import cravings as cravings_text
from screens.runtime.craving_timer import CravingTimer
from screens.runtime.stopwatch import Stopwatch
from screens.widgets.plain_text import Plain

SECONDS_IN: Final = 4

SECONDS_OUT: Final = 6
"""Seconds of breathing in and out: six breaths a minute."""


SHORTEST: Final = 5
LONGEST: Final = 60
"""Minutes that the timer can be set to."""


class TimerPanel(Vertical):
    """``minutes`` is how long the next timer runs; ``passed`` says how long the person's own cravings took.

    Posts ``Over`` when the time of the timer it follows is over.
    """

    DEFAULT_CSS = """
    TimerPanel { height: auto; }
    TimerPanel Horizontal { height: 1; }
    TimerPanel Breath { width: 52; }
    """

    class Over(Message):
        """The time is over."""

    def __init__(self, clock: Clock, timing: CravingTimer | None, *, minutes: int, passed: str, motion: bool) -> None:
        super().__init__()
        self.minutes = minutes
        self._clock = clock
        self._timing = timing
        self._passed = passed
        self._motion = motion

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Breath(self._clock, motion=self._motion)
            yield Countdown(self._timing)
        yield Plain(classes="muted")

    def on_mount(self) -> None:
        """Start updating every second."""
        self.show_timer(self._timing)
        self.set_interval(1.0, self._tell)

    def show_timer(self, timing: CravingTimer | None) -> None:
        """Show another timer, or that there is none."""
        self._timing = timing
        countdown = self.query_one(Countdown)
        countdown.display = timing is not None
        countdown.show_timer(timing)
        self._tell()

    def change(self, more: int) -> None:
        """Make the timer, running or not, that many minutes longer, in steps of five."""
        wanted = (self._timing.minutes if self._timing else self.minutes) + more
        stepped = wanted // 5 * 5 if more > 0 else -(-wanted // 5) * 5
        self.minutes = min(LONGEST, max(SHORTEST, stepped))
        if self._timing:
            self._timing.minutes = self.minutes
        self.show_timer(self._timing)

    def _tell(self) -> None:
        if self._timing is None:
            said = " · ".join(part for part in (cravings_text.timer_offer(self.minutes), self._passed) if part)
        elif self._timing.left():
            said = self._passed or cravings_text.TIMER_SOURCES
        else:
            said = cravings_text.timer_over(self._timing.minutes)
            self.post_message(self.Over())
        self.query_one(Plain).show(said)


def breath_line(seconds: int) -> str:
    """Return what to show ``seconds`` after the first breath began."""
    phase = seconds % (SECONDS_IN + SECONDS_OUT)
    if phase < SECONDS_IN:
        return f"{cravings_text.BREATHE_IN} " + " ·" * (phase + 1)
    return cravings_text.BREATHE_OUT + " ·" * (SECONDS_OUT - (phase - SECONDS_IN))


class Breath(Widget):
    """One line, a step a second; without motion a sentence that stands still."""

    SCOPED_CSS = False  # -slim is the screen's

    DEFAULT_CSS = """
    Breath { height: 1; width: 1fr; color: $accent; }
    .-slim TimerPanel Breath { width: 1fr; height: 2; }
    """

    def __init__(self, clock: Clock, *, motion: bool, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._since = Stopwatch(clock)
        self._motion = motion

    def on_mount(self) -> None:
        """Begin."""
        if self._motion:
            self.set_interval(1.0, self.refresh)

    def render(self) -> Content:
        """The breath as it is now."""
        if not self._motion:
            return Content("\n".join(wrap(cravings_text.BREATHE_STANDING, max(1, self.content_size.width))))
        return Content(breath_line(int(self._since.seconds())))


class Countdown(Widget):
    """``14:20 left``; without a timer it says nothing."""

    DEFAULT_CSS = """
    Countdown { height: 1; width: 1fr; }
    """

    def __init__(self, timing: CravingTimer | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._timing = timing

    def on_mount(self) -> None:
        """Start updating every second."""
        self.set_interval(1.0, self.refresh)

    def show_timer(self, timing: CravingTimer | None) -> None:
        """Show another timer."""
        self._timing = timing
        self.refresh()

    def render(self) -> Content:
        """Minutes and seconds to go."""
        if self._timing is None:
            return Content("")
        return Content(cravings_text.timer_left(self._timing.left(), self._timing.minutes))
