"""What was written down without unlocking: it waits, sealed, until the person looks it over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.cravings import Attempt, Craving, Outcome, felt
from journal.domain.entries import Entry
from journal.domain.record import Instant, Intensity, Label, Text


class Capture(Struct, kw_only=True, frozen=True):
    """A craving (``intensity`` 0–10 is there) or a note (it is not), as it was at ``at`` in the IANA zone ``zone``.

    ``focus``, ``triggers`` and ``helped`` (strategies) are labels: which records they name is known only once the
    journal is open. ``text`` is the note, or the thought in the craving. ``after`` is how strong it was later,
    ``timer_seconds`` how long it was timed, ``outcome`` how it ended. ``uid`` becomes the uid of the record.
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
    helped: list[Label] = []
    outcome: Outcome = Outcome.UNKNOWN
    text: Text = ""

    @property
    def is_craving(self) -> bool:
        """Whether it becomes a craving; a note becomes an entry."""
        return self.intensity is not None


def record_of(
    capture: Capture, *, focus: str = "", triggers: Sequence[str] = (), helped: Sequence[str] = ()
) -> Craving | Entry:
    """What a capture becomes; ``focus``, ``triggers`` and ``helped`` are the uids that its labels name."""
    if capture.intensity is None:
        return Entry(uid=capture.uid, at=capture.at, zone=capture.zone, text=capture.text)
    began = Craving(
        uid=capture.uid,
        at=capture.at,
        zone=capture.zone,
        intensity=capture.intensity,
        focus=focus,
        thought=capture.text,
        triggers=list(triggers),
        attempts=[Attempt(strategy=uid, before=capture.intensity, helped=True) for uid in helped],
        timer_seconds=capture.timer_seconds,
        outcome=capture.outcome,
    )
    return began if capture.after is None else felt(began, capture.after)


def completed(record: Craving, captured: Craving) -> Craving:
    """A craving with what only its later capture knows; what the person has written in it since stays."""
    known = replace(
        record,
        focus=record.focus or captured.focus,
        thought=record.thought or captured.thought,
        triggers=record.triggers or captured.triggers,
        attempts=record.attempts or captured.attempts,
        timer_seconds=captured.timer_seconds if record.timer_seconds is None else record.timer_seconds,
        outcome=record.outcome if record.outcome.known else captured.outcome,
    )
    return known if captured.after is None or record.after is not None else felt(known, captured.after)
