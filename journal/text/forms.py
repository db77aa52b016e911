"""What all forms, lists, dialogs and questions in steps say, and what becomes of a file that they write."""

from __future__ import annotations

from typing import Final

from journal.language import translated

KEYS: Final = "ctrl+s save · esc back"
STEP_KEYS: Final = "enter continue · esc back"
FIRST_STEP_KEYS: Final = "enter continue"

CONTINUE: Final = "Continue"
SKIP: Final = "Skip"
NO: Final = "No"
REMOVE_IT: Final = "Remove it"
REPLACE_IT: Final = "Replace it"
NEVER_MIND: Final = "Later"
AT_ONCE: Final = "Now"

WHEN: Final = "When"
TIME: Final = "What time"
TIME_HINT: Final = "19:30, 7pm, evening"
TIME_TO_COME: Final = "That time is in the future."
HOW_EXACTLY: Final = "How exactly"
AT_THAT_TIME: Final = "at that time"
ABOUT_THEN: Final = "about then"
TO_COME: Final = "That's in the future."
DRAFT_KEPT: Final = "Saved as a draft. It's here when you come back."
DISCARD: Final = "Discard your changes?"
DISCARD_YES: Final = "Discard"
NOT_UNDONE: Final = "This can't be undone."
NOTHING_TO_SAVE: Final = "Nothing to save yet."
SAVE_FIRST: Final = "Save or discard your changes first."
THIS: Final = "this"
MARK_FIRST: Final = "Select a line first, on the Timeline for example."

COMMANDS: Final = "commands"
COMMAND_KEYS: Final = "type to search · ↑ ↓ · enter do it · esc back"
FILTER: Final = "type to search, for example: backup"
KEYS_HERE: Final = "keys of this screen"

PRINT_OR_TEXT: Final = (
    "A page to print, or plain text if the name ends in .txt. Only your account on this computer can read it."
)
PRINT_FORMS: Final = "A page to print; plain text if the name ends in .txt, a PDF if it ends in .pdf."
NOT_ENCRYPTED: Final = "The file is not encrypted: anyone who finds it can read it."
FILE_TAKEN: Final = "A file with that name already exists. Choose another name."
NO_DIRECTORY: Final = "There is no such folder. Nothing was saved. Choose another place."
IS_A_DIRECTORY: Final = "That is a folder. Add a file name after it."
_NO_REASON: Final = "the disk refused"


def nothing_found(words: str) -> str:
    """Say that no command was found."""
    return f"Nothing found for “{words.strip()}”."


def this(name: str) -> str:
    """Return ``this entry``: the record that a form is about."""
    return f"{THIS} {name}"


def written_to(place: str, warning: str) -> str:
    """Say where a file was written, and what to know about it."""
    return f"Saved to {place}. {warning}"


def not_written(reason: str) -> str:
    """Say that no file was written; ``reason`` is what the system says, or empty."""
    return f"Not saved: {reason or _NO_REASON}. Try another place."


translated(__name__)
