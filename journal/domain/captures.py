"""What was written down without unlocking: it waits, sealed, until the person looks it over."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from journal.domain.record import Instant, Intensity, Label, Text


class Capture(Struct, kw_only=True, frozen=True):
    """A craving (``intensity`` 0–10 is there) or a note (it is not), as it was at ``at`` in the IANA zone ``zone``.

    ``focus`` and ``triggers`` are labels: which records they name is known only once the journal is open.
    ``text`` is the note, or the thought in the craving. ``after`` is how strong it was later, ``timer_seconds`` how
    long it was timed. ``uid`` becomes the uid of the record.
    """

    table: ClassVar[str] = "captures"

    uid: str
    at: Instant
    zone: str
    intensity: Intensity | None = None
    after: Intensity | None = None
    timer_seconds: Annotated[int, Meta(ge=0)] | None = None
    focus: Label = ""
    triggers: list[Label] = []
    text: Text = ""

    @property
    def is_craving(self) -> bool:
        """Whether it becomes a craving; a note becomes an entry."""
        return self.intensity is not None
