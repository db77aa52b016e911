"""Captures: what the person wrote without unlocking. They wait, encrypted, until the person reviews them.

This module imports nothing else of the domain except ``record``, so that capturing is quick. What a capture becomes is
in ``looked_over``.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journal.domain.record import Instant, Intensity, Label, Text, Whole

STRONG = 8
"""The intensity from which on the safety lines are mentioned, whatever the craving is about."""


class Capture(Struct, kw_only=True, frozen=True):
    """A craving (with ``intensity``, 0–10) or a note (without), as it was at ``at`` in the IANA zone ``zone``.

    ``focus``, ``triggers`` and ``helped`` (strategies) are labels: which records they mean is known only when the
    journal is open. ``text`` is the note, or the thought during the craving. ``after`` is the intensity later,
    ``timer_seconds`` how long the timer ran, ``outcome`` how it ended (the value of an ``Outcome``). ``uid`` becomes
    the uid of the record.
    """

    table: ClassVar[str] = "captures"

    uid: str
    at: Instant
    zone: str
    intensity: Intensity | None = None
    after: Intensity | None = None
    timer_seconds: Whole | None = None
    focus: Label = ""
    triggers: list[Label] = []
    helped: list[Label] = []
    outcome: Label = ""
    text: Text = ""

    @property
    def is_craving(self) -> bool:
        """Return whether it becomes a craving; a note becomes an entry."""
        return self.intensity is not None
