"""The craving timer as a line: how much of it is left."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from screens.runtime.craving_timer import Timing


class Countdown(Widget):
    """``14:20 of 20 min``; without a timer it says nothing."""

    DEFAULT_CSS = """
    Countdown { height: 1; width: 1fr; }
    """

    def __init__(self, timing: Timing | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._timing = timing

    def on_mount(self) -> None:
        """Follow the seconds."""
        self.set_interval(1.0, self.refresh)

    def follow(self, timing: Timing | None) -> None:
        """Show another timer."""
        self._timing = timing
        self.refresh()

    def render(self) -> Content:
        """Minutes and seconds to go."""
        if self._timing is None:
            return Content("")
        left = self._timing.left()
        if left == 0:
            return Content(f"{self._timing.minutes} minutes are over.")
        return Content(f"{left // 60}:{left % 60:02} of {self._timing.minutes} min")
