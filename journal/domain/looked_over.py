"""What a capture becomes once the person has looked it over and keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from journal.domain.captures import Capture
from journal.domain.cravings import Attempt, Craving, Outcome, with_rating
from journal.domain.entries import Entry


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
        outcome=outcome_of(capture),
    )
    return began if capture.after is None else with_rating(began, capture.after)


def outcome_of(capture: Capture) -> Outcome:
    """How it ended, as far as that is known."""
    return Outcome(capture.outcome) if capture.outcome in list(Outcome) else Outcome.UNKNOWN


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
    return known if captured.after is None or record.after is not None else with_rating(known, captured.after)
