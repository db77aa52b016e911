"""What the view "ahead" of Mentor says of its papers, and what the forms that print them have in common."""

from __future__ import annotations

from typing import Final

from journal.language import translated

PAPERS: Final = "agreed before it happens"
PAPER_KEYS: Final = "enter open"
OPEN_KEY: Final = "enter"
ADD: Final = "+ add"
NO_MENTOR: Final = "No mentor yet?"
NO_MENTOR_HOLDS: Final = "how to find one"

INCLUDE: Final = "Include"
CHOOSE_LINES: Final = "Choose the lines to include."
NOTHING_TICKED: Final = "Choose at least one line."

_TITLE: Final = 19
"""Cells of a paper's name, so that what follows stands in a column."""


def format_paper(title: str, state: str) -> str:
    """Return ``If I go quiet      agreed Thu 26 Nov``."""
    return f"{title:<{_TITLE}}{state}"


translated(__name__)
