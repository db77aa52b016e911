"""What the questions of the command line say, whichever command asks."""

from __future__ import annotations

from typing import Final

from journal.language import translated

SKIP: Final = "Press Enter to skip a question. Ctrl+D saves what you answered so far, Ctrl+C saves nothing."
SCALE: Final = "A number from 0 to 10, or enter."
YES_OR_NO: Final = "(y/n)"
YES_OR_ENTER: Final = "y/N"
YES_OR_NO_ONLY: Final = "y for yes, n for no, or enter."
NUMBER: Final = "A number, or enter:"
NUMBERS: Final = "Numbers with commas between, or enter:"
NUMBERS_OR_OWN: Final = "Numbers, or your own words, with commas between, or enter:"
IN_LIST: Final = "A number from the list, or enter."
IN_LIST_OR_OWN: Final = "A number from the list, or your own words, or enter."
NEXT_LINE: Final = ">"


def question(label: str, before: str = "") -> str:
    """Return ``Mood:``, or ``Mood (6 so far):`` where there is an answer that enter keeps."""
    return f"{label} ({before} so far):" if before else f"{label}:"


translated(__name__)
