"""What is asked and said while a meeting goes on, and in its notes afterwards; the rest is in ``meeting_plan``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

FORM: Final = "the meeting"
KEYS: Final = "ctrl+s save · F6 the page · esc back"
PAGE: Final = "the page"
PAGE_KEYS: Final = "F6 the notes"

SAID: Final = "They said"
INSIGHT: Final = "I take with me"
ROLES: Final = "What it gave"
HONESTY: Final = "How open I was"
HONESTY_HINT: Final = "1 hardly … 5 about everything"
USEFULNESS: Final = "How useful"
USEFULNESS_HINT: Final = "1 hardly … 5 very"
WORRY: Final = "Safety a worry"
WORRY_HINT: Final = "F4 shows people and lines to call."
ACTION: Final = "What we do"
ACTION_HINT: Final = "About safety, if there was a worry."

WE_PROMISED: Final = "What we promised"
PROMISED_EACH_OTHER: Final = "What we promised each other"
PROMISE_EACH_OTHER: Final = "What we promise each other; three at most"
TALKED: Final = "Talked about"
TALKED_HINT: Final = "The rest waits for the next time."
TOPICS: Final = "What we talk about"
NEXT: Final = "The next one"
THIS: Final = "This one"
DAY: Final = "Held on"
BEGAN: Final = "Began"
STILL_TO_COME: Final = "That day is still to come. esc, then enter prepares it."
TIME_OVER: Final = "The time for it is over; take what you need."

RECEIPT: Final = "A receipt for both of you? It says who does what, and when you meet again; nothing of your notes."
RECEIPT_YES: Final = "Print one"
NOT_NOW: Final = "Not now"


def format_agenda(items: Iterable[tuple[str, int]]) -> str:
    """Return ``Minutes for: last promises 5 · days, cravings, slips 10``, or that the time is over."""
    rest = " · ".join(f"{what} {minutes}" for what, minutes in items)
    return f"Minutes for: {rest}" if rest else TIME_OVER


def until_then(ways: str) -> str:
    """Say how the mentor can be reached until the next meeting; empty if that is not agreed."""
    return f"Until then, as agreed: {ways}" if ways else ""
