"""What is printed on the sheet with the recovery words, and what is said where one is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from journal.language import translated

SHEET_TITLE: Final = "Recovery words"
NOT_ENCRYPTED: Final = (
    "The sheet is not encrypted: anyone who reads it can open your journal. Print it, then delete the file."
)


def sheet_heading(name: str, day: date) -> str:
    """Name the journal file, and the day on which the sheet was made."""
    return f"{SHEET_TITLE} for {name}, {day}"


def sheet_notes(journal: Path) -> list[str]:
    """Return what someone who finds the sheet needs to know, a paragraph each."""
    return [
        "These words, in this order, open the file without its passphrase: journal recover",
        f"The file is {journal}. They open its backups, too.",
        "Keep this sheet where nobody else looks, away from the computer.",
    ]


translated(__name__)
