"""What is printed on the receipt of a meeting, and asked before."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.commitments import By
from journal.domain.dates import format_day
from journal.language import translated

RECEIPT_TITLE: Final = "WHAT WE AGREED"
PROMISES_HEADING: Final = "WHO DOES WHAT"
NEXT_HEADING: Final = "NEXT TIME"
INITIALS_HEADING: Final = "INITIALS"
"""The share ledger keeps the headings as they are here: a change needs a migration."""

NAME: Final = "receipt"
WHAT: Final = "It says who does what and when you meet again. Your notes are not on it."

ME, YOU, BOTH = "me", "you", "both"
WHO: Final = {By.ME: ME, By.MENTOR: YOU, By.BOTH: BOTH}
"""Who keeps a commitment, as the mentor reads it."""


def format_met(day: date) -> str:
    """Say on which day the meeting was."""
    return f"We met on {format_day(day)}."


def format_by(due: date | None) -> str:
    """Return ``, by Wed 25 Nov``; empty without a day."""
    return f", by {format_day(due)}" if due else ""


def until_then(ways: str) -> str:
    """Say how the mentor can be reached until the next meeting."""
    return f"Until then: {ways}"


translated(__name__)
