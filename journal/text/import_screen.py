"""What the screens for importing from another program say; the report itself is in ``import_report``."""

from __future__ import annotations

from typing import Final

from journal.language import translated

PROGRAMS_TITLE: Final = "import"
PROGRAMS_HINTS: Final = "enter choose · esc back"
PROGRAMS_WHAT: Final = "Which program did you use? Nothing is added before you have seen what it is."
FILE_HINTS: Final = "enter read it · ctrl+s add · esc back"
PLACE: Final = "File or folder"
PLACE_HINT: Final = "Where it is on this computer."
ANSWER: Final = "Answer"
READING: Final = "Reading…"
NO_SUCH_PLACE: Final = "There is nothing there. Check the name."
ASK_ADD: Final = "Add these?"
YES_ADD: Final = "Add"
TO_ADD: Final = "Press Ctrl+S to add these."
FIRST_ANSWER: Final = "First answer the questions below; Tab goes to the next one. Then press Ctrl+S to add these."
NOTHING_IMPORTED: Final = "Nothing was imported."
HOW_UNDO: Final = "To take it back, press F7 here, or later choose Undo an import in Settings."

UNDO_TITLE: Final = "undo the last import"
UNDO_HINTS: Final = "ctrl+s undo it · esc back"
UNDO_ASK: Final = "Undo this import?"
UNDO_YES: Final = "Undo"
TO_UNDO: Final = "Press Ctrl+S to undo this import."
UNDOING: Final = "Undoing…"

SETTING: Final = "Import"
SETTING_WHAT: Final = "from another app or a phone"
UNDO_SETTING: Final = "Undo an import"
UNDO_SETTING_WHAT: Final = "takes the last one back"

HOW: Final = {
    "jrnl": "Its text file, its folder, or a JSON export: jrnl --format json",
    "dayone": "In Day One, export as JSON. Use the ZIP file as it is.",
    "loop": "In Loop, open Settings: export as CSV, or export a full backup.",
    "daylio": "In Daylio, export your entries as CSV, or make a backup file.",
    "quitter": "In Quitter, open Settings and export your data.",
    "grove": "In Grove, export your data as JSON.",
    "markdown": "The folder with your notes. Their names hold the day, like 2026-11-23.md.",
    "days": "A CSV file with the columns focus, date, state and, if known, amount.",
    "csv": "Any table saved as CSV. You say which column is what.",
}
"""Kind of export → how to get it, in the order of the list."""

EXAMPLES: Final = {
    "jrnl": "~/journal.txt",
    "dayone": "~/Downloads/Export.zip",
    "loop": "~/Downloads/Loop.zip",
    "daylio": "~/Downloads/daylio.csv",
    "quitter": "~/Downloads/quitter.json",
    "grove": "~/Downloads/grove.json",
    "markdown": "~/notes",
    "days": "~/days.csv",
    "csv": "~/table.csv",
}
"""Kind of export → an example of where it is."""


def not_read(reason: str) -> str:
    """Say why the system can't read a file, and that nothing was imported."""
    return f"It can't be read: {reason}. {NOTHING_IMPORTED}" if reason else f"It can't be read. {NOTHING_IMPORTED}"


def refused(reason: str) -> str:
    """Add to what is wrong with an export that nothing was imported."""
    return f"{reason} {NOTHING_IMPORTED}"


def importing(saved: int, of: int) -> str:
    """Say how far an import is."""
    return f"Importing: {saved:,} of {of:,}"


translated(__name__)
