"""The craving timer, which runs on through a lock and takes one rating while locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.clock import Clock
from screens.runtime.stopwatch import Stopwatch

if TYPE_CHECKING:
    from journal.domain.captures import Capture

STALE: Final = 3 * 3600
"""Seconds after its end from which a timer is ignored."""


class CravingTimer:
    """Times one craving: ``craving`` is its uid, ``minutes`` how long to ride it out.

    ``answer`` is the rating "how is it now?" (0–10) given without the passphrase, ``seconds`` the time until then. They
    stay in memory until the journal is open again, and are also written to the inbox where ``intensity``, how strong
    the craving was, is known. ``capture`` is what is in the inbox of a craving that began while locked; a later
    answer replaces it. It is never shown. Nothing here names anything personal.
    """

    def __init__(self, clock: Clock, minutes: int, craving: str = "") -> None:
        self.minutes = minutes
        self.craving = craving
        self.answer: int | None = None
        self.seconds = 0
        self.intensity: int | None = None
        self.capture: Capture | None = None
        self._since = Stopwatch(clock)

    def elapsed(self) -> int:
        """Return the whole seconds since it began, including suspend."""
        return int(self._since.seconds())

    def left(self) -> int:
        """Return the whole seconds left, 0 at the end."""
        return max(0, self.minutes * 60 - self.elapsed())

    @property
    def stale(self) -> bool:
        """Return whether it ended so long ago that the key begins another craving and this one is ignored."""
        return self.elapsed() > self.minutes * 60 + STALE

    @property
    def is_active(self) -> bool:
        """Return whether time is left or a craving still waits for its rating."""
        return self.left() > 0 or (bool(self.craving) and not self.stale)

    def record_rating(self, rating: int) -> None:
        """Keep the rating "how is it now?" (0–10) until the journal is open."""
        self.answer = rating
        self.seconds = self.elapsed()
