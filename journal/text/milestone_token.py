"""What is printed on the token of a milestone, and asked before."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated

TITLE: Final = "Milestone"
HEADING: Final = "MILESTONE"
ABOUT_HEADING: Final = "ABOUT"
"""The share ledger keeps the headings as they are here: a change needs a migration."""
PAPER: Final = "milestone token"
"""What the share ledger calls it."""

FORM: Final = "a token to print"
WHAT: Final = "One milestone and its day, as large as a coin card. Only what your days still show."
WHICH: Final = "Milestone"
ABOUT: Final = "Say what it's about"
ABOUT_HINT: Final = "With it, anyone who finds the token knows."
EMPTY: Final = "No milestone to print yet. The first one is 24 hours."
NOTHING_CHOSEN: Final = "Choose a milestone: press a digit, or use the arrows and enter."
NOT_ENCRYPTED: Final = "The file is not encrypted: anyone who finds it can read it. Print it, then delete the file."


def format_on(day: date) -> str:
    """Return ``Mon 5 Oct 2026``."""
    return f"{format_day(day)} {day.year}"


translated(__name__)
