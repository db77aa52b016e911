"""Turn a capture that the person accepted into a record.

This is separate from ``captures``, which must be quick to import.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from journal.domain.captures import Capture
from journal.domain.cravings import Attempt, Craving, Outcome, with_rating
from journal.domain.entries import Entry


def record_of(
    capture: Capture, *, focus: str = "", about: str = "", triggers: Sequence[str] = (), helped: Sequence[str] = ()
) -> Craving | Entry:
    """Return the record for a capture; ``focus``, ``triggers`` and ``helped`` are the uids that its labels mean.

    ``about`` is the label of a focus that the journal does not have.
    """
    if capture.intensity is None:
        return Entry(uid=capture.uid, at=capture.at, zone=capture.zone, text=capture.text)
    began = Craving(
        uid=capture.uid,
        at=capture.at,
        zone=capture.zone,
        intensity=capture.intensity,
        focus=focus,
        about=about,
        thought=capture.text,
        triggers=list(triggers),
        attempts=[Attempt(strategy=uid, before=capture.intensity, helped=True) for uid in helped],
        timer_seconds=capture.timer_seconds,
        outcome=outcome_of(capture),
    )
    return began if capture.after is None else with_rating(began, capture.after)


def outcome_of(capture: Capture) -> Outcome:
    """Return how the craving ended, as far as the capture says."""
    return Outcome(capture.outcome) if capture.outcome in list(Outcome) else Outcome.UNKNOWN


def merge_missing(record: Craving, captured: Craving) -> Craving:
    """Return a craving plus what only its later capture has; what the person wrote in the craving since then stays."""
    known = replace(
        record,
        focus=record.focus or captured.focus,
        about=record.about or captured.about,
        thought=record.thought or captured.thought,
        triggers=record.triggers or captured.triggers,
        attempts=record.attempts or captured.attempts,
        timer_seconds=captured.timer_seconds if record.timer_seconds is None else record.timer_seconds,
        outcome=record.outcome if record.outcome.known else captured.outcome,
    )
    return known if captured.after is None or record.after is not None else with_rating(known, captured.after)
