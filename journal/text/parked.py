"""What is said about records that are kept for the next meeting."""

from __future__ import annotations

from typing import Final

TITLE: Final = "for my mentor"
EMPTY: Final = "Nothing is kept for the next meeting. r on a line of the Timeline keeps it."
WHAT: Final = "What goes on a page of it is chosen there: a note says why, the record itself stays as private as it is."
LINE_KEYS: Final = "enter open · e say why · d let it go"
LET_GO: Final = "Let go; u brings it back."
WHY: Final = "Why"
WHY_HINT: Final = "What you want to say about it, or ask."
