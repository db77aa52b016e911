"""What the app itself says, on whatever screen a person is.

The app loads this module before the locked screen's first paint, so it imports nothing.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count, noun

HOW_TO_QUIT: Final = "Press ctrl+q to quit. Nothing is lost."
LEAVE_ASK: Final = "Leave anyway?"
LEAVE_YES: Final = "Leave"
LEAVE_NO: Final = "Stay"
NO: Final = "No"
LOCKED: Final = "The journal is locked."

DELETE_YES: Final = "Delete it"
DELETE_DETAIL: Final = "Press u to undo."
DELETED: Final = "Deleted. Press u to undo."
DELETED_INTO_BIN: Final = "Deleted. Press u to undo. It stays in the bin for 30 days."
NOTHING_TO_UNDO: Final = "Nothing to undo."

REPLACED_ASK: Final = "Another program changed the file. Lock now?"
REPLACED_YES: Final = "Lock"
REPLACED_DETAIL: Final = (
    "What you had open is saved in a copy next to it. When you unlock, you see what the other program left, and a "
    "line on Today helps you merge the two."
)

NO_TERMINAL: Final = "The journal's screens need a terminal. journal --help lists what works without one."
DUMB_TERMINAL: Final = "This terminal can't show screens (TERM is dumb). journal --help lists what works without them."


def leave_detail(reason: str) -> str:
    """Say why drafts could not be saved, and what leaving loses."""
    return f"{reason} What you were writing is not saved. If you leave now, it is lost."


def paste_cut(kept: int, left_out: int) -> str:
    """Say how many characters of a paste are missing."""
    return (
        f"That is too long to paste at once. The first {count(kept, 'character')} {noun(kept, 'was', 'were')} "
        f"pasted, the last {left_out:,} {noun(left_out, 'was', 'were')} left out."
    )


def this(kind: str) -> str:
    """Return ``this entry``."""
    return f"this {kind}"


def ask_delete(what: str) -> str:
    """Ask whether to delete something."""
    return f"Delete {what}?"


def too_small(columns: int, rows: int) -> str:
    """Say how large a window has to be."""
    return f"The journal needs a window of {count(columns, 'column')} and {count(rows, 'row')}."


def too_small_for_all(columns: int, rows: int) -> str:
    """Say how large a window this screen needs, and what works without."""
    works = "A craving (^r), a slip (s) and helplines (F4) work in a smaller one."
    return f"This screen needs a window of {count(columns, 'column')} and {count(rows, 'row')}. {works}"


def make_larger(needs: str, columns: int, rows: int) -> str:
    """Say what size is needed (a sentence) and what size there is."""
    return f"{needs} This one has {columns} × {rows}; make it larger and start again."


translated(__name__)
