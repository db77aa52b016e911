"""What is said about progress with a mentor: every number with the count behind it, and no cause."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import Kept
from journal.domain.dates import format_day
from journal.domain.mentor_trends import Typical, UseDays
from journal.language import translated
from journal.text.counting import count
from journal.text.cravings import evidence_word

TITLE: Final = "progress"
KEYS: Final = "↑ ↓ scroll · esc back"
NOTHING: Final = "Nothing to show yet. It starts with an agreement or a meeting: press m on Mentor to log one."
USE_DAYS: Final = "Use days (at most: with the days not logged)"
PROMISES_KEPT: Final = "What we agreed, done"
RATINGS: Final = "Of 5, typical"
HOW_OPEN: Final = "how open I was"
HOW_USEFUL: Final = "how useful it was"
WEEK_FROM: Final = "Week from"
ONE_TO_ONE: Final = "one-to-one"
GROUPS: Final = "groups"
MET: Final = "met"
WITH_ANYONE: Final = "Meetings and contacts, with anyone"


def title(name: str) -> str:
    """Return ``progress with R.``; without a name only what it is about."""
    return f"{TITLE} with {name}" if name else TITLE


def format_since(first: date, today: date) -> str:
    """Say since when, and what the numbers do not say."""
    return f"Since {format_day(first, today)}. As far as it was logged. It shows what happened, not why."


def format_use_days(found: UseDays) -> str:
    """Return ``1 of 32 days, at most 2``."""
    bound = f", at most {found.most}" if found.most > found.used else ""
    return f"{found.used} of {count(found.days, 'day')}{bound}"


def format_kept(known: Kept) -> str:
    """Return ``3 of 4 in time, early sign``."""
    return f"{known.kept} of {known.n} in time, {evidence_word(known.n)}"


def format_rating(known: Typical) -> str:
    """Return ``4, lately 5 · 6 meetings, early sign``."""
    lately = f", lately {known.lately:g}" if known.lately is not None else ""
    return f"{known.middle:g}{lately} · {count(known.n, 'meeting')}, {evidence_word(known.n)}"


translated(__name__)
