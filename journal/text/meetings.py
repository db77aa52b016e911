"""What is said about meetings: how it is going, when the next one is, and what was saved for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day, format_moment
from journal.domain.record import Precision
from journal.domain.sessions import Session, SessionKind
from journal.language import translated
from journal.text.labels import label

STATUS_WORDS: Final = {
    1: "going well",
    2: "rough spots, urges, no use",
    3: "very hard, close to using",
    4: "used, back on track",
    5: "using now",
}
"""The five statuses of a meeting, for the form and for the mentor."""

CANCELLED: Final = "cancelled"
PLANNED: Final = "planned"
CALL_TEXT_OR_VISIT: Final = "call, text or visit"
"""What a contact may be, where it is not known which."""
THE_MEETING_ITSELF: Final = "That is the meeting itself. r saves any other line for it."
KEPT_NO_MORE: Final = "No longer saved for your mentor. Press the same key to save it again."
YOUR_NEXT_MEETING: Final = "your next meeting"
PARKED_DELETED: Final = "something deleted since"
PARKED_LINE: Final = "something you wrote"
"""Stands for a parked record that has no line of its own."""


def format_when(session: Session, local: datetime) -> str:
    """Return when a meeting is, in local time: ``Thu 26 Nov, 18:00``, or only the day if the time is not known."""
    return format_day(local.date()) if session.precision is Precision.DAY else format_moment(local)


def format_state(session: Session) -> str:
    """Return the kind of a meeting that was held, else that it is planned or was cancelled; of a contact, the way."""
    if session.cancelled:
        return CANCELLED
    if session.held_at and session.kind is SessionKind.CONTACT:
        return label(session.mode) if session.mode else CALL_TEXT_OR_VISIT
    return label(session.kind) if session.held_at else PLANNED


def format_meeting(day: date, today: date, name: str) -> str:
    """Return a meeting as text, as far as it is known: ``Thu 26 Nov, with R.``."""
    return f"{format_day(day, today)}{f', with {name}' if name else ''}"


def kept_for(meeting: str = YOUR_NEXT_MEETING) -> str:
    """Say for which meeting a record is kept, and how to undo that."""
    return f"Saved for {meeting}; press the same key to undo."


translated(__name__)
