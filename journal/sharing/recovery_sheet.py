"""The recovery words as a sheet to print: numbered, with the little that somebody who finds it needs to know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from journal.sharing.html import fill

NOT_ENCRYPTED = "The sheet is not encrypted: whoever reads it can open the journal. Print it, then delete the file."
"""What is said wherever one is written."""

_COLUMNS = 3


def sheet(words: str, journal: Path, day: date, form: str) -> bytes:
    """The words of the journal at that place as ``text`` or ``html``, dated; HTML without script and requests."""
    numbered = list(enumerate(words.split(), 1))
    rows = len(numbered) // _COLUMNS
    lines = [numbered[row::rows] for row in range(rows)]
    if form == "html":
        return fill("journal.sharing", "recovery_sheet", lines=lines, name=journal.name, day=day, notes=_notes(journal))
    return _text(lines, journal, day).encode()


def form_of(file: Path) -> str:
    """``html`` or ``text``, by how the file's name ends."""
    return "html" if file.suffix.lower() in (".html", ".htm") else "text"


def _text(lines: list[list[tuple[int, str]]], journal: Path, day: date) -> str:
    table = ["   ".join(f"{number:2}  {word:<10}" for number, word in line).rstrip() for line in lines]
    return "\n".join([f"Recovery words for {journal.name}, {day}", "", *table, "", *_notes(journal), ""])


def _notes(journal: Path) -> list[str]:
    return [
        "These words, in this order, open the file without its passphrase: journal recover",
        f"The file is {journal}; a copy of it opens with them, too.",
        "Keep this sheet where nobody else looks, and not beside the computer.",
    ]
