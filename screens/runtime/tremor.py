"""Ignoring the key that has just answered: a trembling hand presses it twice."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from journal.clock import Clock

ANSWERING: Final[Collection[str]] = frozenset({*"0123456789", "enter", "space"})
"""The keys that answer, as Textual names them. Any other may be held down, as an arrow is."""


class Tremor:
    """Remembers the last key, and since when it has answered."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pressed = ""
        self._answered = ""
        self._since = 0.0

    def press(self, key: str) -> None:
        """Remember a key, as Textual names it, that is about to act. Another key than the last ends its pause."""
        self._pressed = key
        self._answered = ""

    def answer(self) -> None:
        """Note that the last key has answered a question."""
        self._answered = self._pressed if self._pressed in ANSWERING else ""
        self._since = self._clock.monotonic()

    def repeats(self, key: str, pause: float) -> bool:
        """Return whether this key has answered less than ``pause`` seconds ago."""
        return key == self._answered and self._clock.monotonic() - self._since < pause
