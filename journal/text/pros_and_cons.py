"""What is asked and said about pros and cons."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

TITLE: Final = "pros and cons"
KEYS: Final = "enter edit · esc back"
FORM: Final = "pros and cons"
ABOUT: Final = "Be honest about both sides. Nobody else sees this unless you choose it."
NO_FOCUS: Final = "Nothing to weigh yet. Add what you track in Settings."
NOT_YET: Final = "nothing yet"
NO_LONGER_TRACKED: Final = "no longer tracked"

HEADINGS: Final = {
    "gives": "What it gives me",
    "costs": "What it costs me",
    "change_gives": "What changing gives me",
    "change_costs": "What changing costs me",
}
"""Field → its heading."""

LINES_HINT: Final = "One per line. Write “later” before what counts in the long run."
IN_CRAVING: Final = "In a craving"
IN_CRAVING_HINT: Final = "Show what changing gives me among my reasons."
THIS_TABLE: Final = "these pros and cons"
NOTHING_WRITTEN: Final = "Write at least one line."


def format_row(label: str, lines: int, *, is_tracked: bool) -> str:
    """Return ``alcohol · 7 lines``."""
    parts = [label, count(lines, "line") if lines else NOT_YET, *([] if is_tracked else [NO_LONGER_TRACKED])]
    return " · ".join(parts)


translated(__name__)
