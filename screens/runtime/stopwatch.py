"""The time since the last key, including suspend."""

from __future__ import annotations

from datetime import datetime

from journal.clock import Clock


class Stopwatch:
    """Counts from the last touch by two clocks: in suspend the monotonic one stands still, the wall clock does not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._touched: tuple[float, datetime] = (clock.monotonic(), clock.now())

    def touch(self) -> None:
        """Start again from zero."""
        self._touched = (self._clock.monotonic(), self._clock.now())

    def seconds(self) -> float:
        """Return the seconds since the last touch, by whichever clock says more: the wall clock can be set back."""
        stopwatch, wall = self._touched
        return max(self._clock.monotonic() - stopwatch, (self._clock.now() - wall).total_seconds())
