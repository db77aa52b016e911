"""What is said about records that are saved for the next meeting."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "for my mentor"
EMPTY: Final = "Nothing saved for your next meeting yet. Press r on a line of the Timeline to save it."
WHAT: Final = (
    "You choose later what a page includes. A note says why you saved it; the record stays as private as it is."
)
LINE_KEYS: Final = "enter open · e say why · d remove"
LET_GO: Final = "Removed. Press u to undo."
WHY: Final = "Why"
WHY_HINT: Final = "What you want to say about it, or ask."


translated(__name__)
