"""The craving timer. It runs on through a lock, and takes one answer while locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.clock import Clock
from screens.runtime.stopwatch import Stopwatch

if TYPE_CHECKING:
    from journal.domain.captures import Capture

STALE: Final = 3 * 3600
"""Seconds after its time was over from which on nobody comes back to a timer."""


class CravingTimer:
    """A craving being timed: ``craving`` is its uid, ``minutes`` how long to ride it out.

    ``answer`` is "how is it now?" (0–10) as given without the passphrase; ``seconds`` how long had been timed then.
    It stays in memory until the journal is open again, and is sealed beside it where ``intensity``, how strong that
    craving was, is known. ``noted`` is what was sealed of one that began while locked, to be sealed again with what is
    answered later; it is never shown. Nothing in here names anything of the person's.
    """

    def __init__(self, clock: Clock, minutes: int, craving: str = "") -> None:
        self.minutes = minutes
        self.craving = craving
        self.answer: int | None = None
        self.seconds = 0
        self.intensity: int | None = None
        self.noted: Capture | None = None
        self._since = Stopwatch(clock)

    def elapsed(self) -> int:
        """Whole seconds since it began, suspend included."""
        return int(self._since.seconds())

    def left(self) -> int:
        """Whole seconds to go, 0 when it is over."""
        return max(0, self.minutes * 60 - self.elapsed())

    @property
    def stale(self) -> bool:
        """Whether it was over so long ago that the key begins another craving, and nothing is said of this one."""
        return self.elapsed() > self.minutes * 60 + STALE

    @property
    def is_active(self) -> bool:
        """Whether something is still to come: time is left, or a craving waits to be told how it is now."""
        return self.left() > 0 or (bool(self.craving) and not self.stale)

    def answered(self, rating: int) -> None:
        """Keep the answer to "how is it now?" until the journal is open."""
        self.answer = rating
        self.seconds = self.elapsed()
