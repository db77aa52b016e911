"""What is asked and said while a meeting goes on, and in its notes afterwards; the rest is in ``meeting_plan``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated

FORM: Final = "the meeting"
KEYS: Final = "ctrl+s save · F6 the page · esc back"
PAGE: Final = "the page"
PAGE_KEYS: Final = "F6 the notes"

SAID: Final = "They said"
INSIGHT: Final = "I take with me"
ROLES: Final = "What helped"
HONESTY: Final = "How open I was"
HONESTY_HINT: Final = "1 hardly … 5 about everything"
USEFULNESS: Final = "How useful"
USEFULNESS_HINT: Final = "1 hardly … 5 very"
WORRY: Final = "Safety concern?"
WORRY_HINT: Final = "F4 shows people and helplines."
ACTION: Final = "What we do"
ACTION_HINT: Final = "About safety, if there was a concern."

WE_PROMISED: Final = "What we agreed"
PROMISED_EACH_OTHER: Final = "What we agreed last time"
PROMISE_EACH_OTHER: Final = "What we agree now; three at most"
TALKED: Final = "Talked about"
TALKED_HINT: Final = "The rest waits until next time."
TOPICS: Final = "What we talk about"
NEXT: Final = "The next one"
THIS: Final = "This one"
DAY: Final = "Held on"
BEGAN: Final = "Began"
STILL_TO_COME: Final = "That's in the future. Press esc, then enter to prepare it."
TIME_OVER: Final = "The planned time is over. Take the time you need."

RECEIPT: Final = (
    "A receipt for both of you? It says who does what and when you meet again, and nothing from your notes."
)
RECEIPT_YES: Final = "Print one"
NOT_NOW: Final = "Not now"


def format_agenda(items: Iterable[tuple[str, int]]) -> str:
    """Return ``Minutes for: last agreements 5 · days, cravings, slips 10``, or that the time is over."""
    rest = " · ".join(f"{what} {minutes}" for what, minutes in items)
    return f"Minutes for: {rest}" if rest else TIME_OVER


def until_then(ways: str) -> str:
    """Say how the mentor can be reached until the next meeting; empty if that is not agreed."""
    return f"Until then, as agreed: {ways}" if ways else ""


translated(__name__)
