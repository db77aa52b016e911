"""A slow breath to follow: dots that grow while breathing in and go while breathing out."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widget import Widget

from journal.clock import Clock
from journal.text.cravings import BREATHE_IN, BREATHE_OUT, BREATHE_STANDING
from screens.runtime.stopwatch import Idle

IN: Final = 4
OUT: Final = 6
"""Seconds of breathing in and out: six breaths a minute."""


def breath_line(seconds: int) -> str:
    """What to show ``seconds`` after the first breath began."""
    phase = seconds % (IN + OUT)
    if phase < IN:
        return f"{BREATHE_IN} " + " ·" * (phase + 1)
    return BREATHE_OUT + " ·" * (OUT - (phase - IN))


class Breath(Widget):
    """One line, a step a second; without motion a sentence that stands still."""

    DEFAULT_CSS = """
    Breath { height: 1; width: 1fr; color: $accent; }
    """

    def __init__(self, clock: Clock, *, motion: bool, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._since = Idle(clock)
        self._motion = motion

    def on_mount(self) -> None:
        """Begin."""
        if self._motion:
            self.set_interval(1.0, self.refresh)

    def render(self) -> Content:
        """The breath as it is now."""
        if not self._motion:
            return Content(BREATHE_STANDING)
        return Content(breath_line(int(self._since.seconds())))
