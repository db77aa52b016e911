"""How long nobody touched a key, suspend included."""

from __future__ import annotations

from datetime import datetime

from journal.clock import Clock


class Stopwatch:
    """Counts from the last touch by both clocks: the stopwatch stands still in suspend, the wall clock does not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._touched: tuple[float, datetime] = (clock.monotonic(), clock.now())

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = (self._clock.monotonic(), self._clock.now())

    def seconds(self) -> float:
        """Seconds since the last touch: the greater of the two clocks, for the wall clock can be put back."""
        stopwatch, wall = self._touched
        return max(self._clock.monotonic() - stopwatch, (self._clock.now() - wall).total_seconds())
