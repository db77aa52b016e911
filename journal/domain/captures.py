"""What was written down without unlocking: it waits, sealed, until the person looks it over.

Nothing else of the domain is needed to write it down, so that it is quick; what it becomes, ``looked_over`` says.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from journal.domain.record import Instant, Intensity, Label, Text, Whole

SEALED = "Kept, sealed. It waits for you at the next unlock."
"""What is said of one that was written down; stands here, and not with the other words, because those take a while."""

STRONG = 8
"""The intensity from which on, whatever it is about, the way to the safety lines is named."""


class Capture(Struct, kw_only=True, frozen=True):
    """A craving (``intensity`` 0–10 is there) or a note (it is not), as it was at ``at`` in the IANA zone ``zone``.

    ``focus``, ``triggers`` and ``helped`` (strategies) are labels: which records they name is known only once the
    journal is open. ``text`` is the note, or the thought in the craving. ``after`` is how strong it was later,
    ``timer_seconds`` how long it was timed, ``outcome`` how it ended, the value of an ``Outcome``. ``uid`` becomes the
    uid of the record.
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
        """Whether it becomes a craving; a note becomes an entry."""
        return self.intensity is not None
