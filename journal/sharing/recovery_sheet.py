"""Makes the sheet with the recovery words, to print.

``journal new``, ``journal passphrase`` and ``screens.security`` write it. The sheet opens the journal, so it says no
more than is needed to use it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from journal.sharing.html import fill
from journal.text import recovery_sheet as recovery_sheet_text

_COLUMNS = 3


def sheet(words: str, journal: Path, day: date, form: str) -> bytes:
    """Return the recovery words of a journal as ``text`` or ``html``, dated."""
    numbered = list(enumerate(words.split(), 1))
    rows = len(numbered) // _COLUMNS
    lines = [numbered[row::rows] for row in range(rows)]
    if form == "html":
        words_of_it = {
            "title": recovery_sheet_text.SHEET_TITLE,
            "heading": recovery_sheet_text.sheet_heading(journal.name, day),
            "notes": recovery_sheet_text.sheet_notes(journal),
        }
        return fill("journal.sharing", "recovery_sheet", lines=lines, **words_of_it)
    return _text(lines, journal, day).encode()


def form_of(file: Path) -> str:
    """Return ``html`` or ``text``, by how the file's name ends."""
    return "html" if file.suffix.lower() in (".html", ".htm") else "text"


def _text(lines: list[list[tuple[int, str]]], journal: Path, day: date) -> str:
    table = ["   ".join(f"{number:2}  {word:<10}" for number, word in line).rstrip() for line in lines]
    return "\n".join(
        [
            recovery_sheet_text.sheet_heading(journal.name, day),
            "",
            *table,
            "",
            *recovery_sheet_text.sheet_notes(journal),
            "",
        ]
    )
