"""What is asked and said about a meeting to come, and what was prepared for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.sessions import Session
from journal.language import translated
from journal.text.labels import label
from journal.text.meetings import STATUS_WORDS

FORM: Final = "the next meeting"
KEYS: Final = "ctrl+s save · F6 saved for it · esc back"

PERSON: Final = "With"
DAY: Final = "Day"
DAY_HINT: Final = "thu, +7, 26 Nov"
DAY_NEEDED: Final = "Enter a day, even if it's a guess."
TIME: Final = "Time"
PLACE: Final = "Place"
KIND: Final = "Kind"
MODE: Final = "How"
MINUTES: Final = "Minutes"
MINUTES_HINT: Final = "The agenda is divided into them. 40 is usual."

STATUS: Final = "How I am"
STATUS_MEANS: Final = "1 going well … 5 using now"
NOT_SAFE: Final = "I don't feel safe"
NOT_SAFE_HINT: Final = "It goes on the page. F4 shows who to call now."
WISH: Final = "I want you to"
ASK: Final = "One thing to ask"
ASK_HINT: Final = "The one thing I want your honest take on. It goes on the page, in a box."
HARDEST: Final = "The hardest"
PROUD: Final = "Proud of"
TOPICS: Final = "To talk about"
TOPICS_HINT: Final = "One per line."

EMPTY_FIELDS: Final = {
    "status": "how I am",
    "wish": "what I want",
    "ask": "one thing to ask",
    "hardest": "the hardest",
    "proud": "proud of",
    "topics": "what to talk about",
}
"""Field → how it is named while it is empty."""

ALL_PREPARED: Final = "Everything is prepared."
KEPT: Final = "Saved for it (F6):"
PROMISED: Final = "Agreed and still open:"


def still_empty(names: Iterable[str]) -> str:
    """Say which fields (keys of ``EMPTY_FIELDS``) are still empty, or that none is."""
    empty = [EMPTY_FIELDS[name] for name in names]
    return f"Optional: {', '.join(empty)}." if empty else ALL_PREPARED


def brought(session: Session) -> str:
    """Return what was prepared for a meeting, one thing per line; empty if nothing was."""
    parts = (
        f"Status {session.status} of 5: {STATUS_WORDS[session.status]}." if session.status else "",
        f"{NOT_SAFE}." if session.safety_concern else "",
        f"{WISH}: {label(session.wish)}." if session.wish else "",
        f"{ASK}: {session.ask}" if session.ask else "",
        f"{HARDEST}: {session.hardest}" if session.hardest else "",
        f"{PROUD}: {session.proud}" if session.proud else "",
        f"{TOPICS}: {' · '.join(session.topics)}" if session.topics else "",
    )
    return "\n".join(part for part in parts if part)


translated(__name__)
