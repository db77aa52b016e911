"""What all forms, lists, dialogs and questions in steps say, and what becomes of a file that they write."""

from __future__ import annotations

from typing import Final

KEYS: Final = "ctrl+s save · esc back"
STEP_KEYS: Final = "enter go on · esc back"
FIRST_STEP_KEYS: Final = "enter go on"
READING_KEYS: Final = "↑ ↓ scroll · esc back"

GO_ON: Final = "Go on"
SKIP: Final = "Skip"
NO: Final = "No"
REMOVE_IT: Final = "Remove it"
REPLACE_IT: Final = "Replace it"
NEVER_MIND: Final = "Later"
AT_ONCE: Final = "Now"

TO_COME: Final = "That day is still to come."
DRAFT_KEPT: Final = "Kept as a draft. It is here when you come back."
DISCARD: Final = "Throw away what you changed here?"
DISCARD_YES: Final = "Throw away"
NOT_UNDONE: Final = "It can't be undone."
SAVE_FIRST: Final = "Save or throw away what you changed here first."
THIS: Final = "this"
MARK_FIRST: Final = "Mark a line first, on the Timeline for example."

COMMANDS: Final = "commands"
COMMAND_KEYS: Final = "type to search · ↑ ↓ · enter do it · esc back"
FILTER: Final = "type to search, for example: backup"
KEYS_HERE: Final = "keys of this screen"

PRINT_OR_TEXT: Final = (
    "A page to print, or plain text where the name ends in .txt. Only your account on this computer can read it."
)
PRINT_FORMS: Final = "A page to print; as text where the name ends in .txt, as PDF where it ends in .pdf."
NOT_ENCRYPTED: Final = "The file is not encrypted: whoever finds it can read it."
FILE_TAKEN: Final = "Something is there already, and it was not touched; another name will do."
NO_DIRECTORY: Final = "There is no such directory. Nothing was written; another place will do."
IS_A_DIRECTORY: Final = "That is a directory; a name for the file goes after it."
_NO_REASON: Final = "the disk refused"


def nothing_found(words: str) -> str:
    """Say that no command was found."""
    return f"Nothing found for “{words.strip()}”."


def this(name: str) -> str:
    """Return ``this entry``: the record that a form is about."""
    return f"{THIS} {name}"


def written_to(place: str, warning: str) -> str:
    """Say where a file was written, and what to know about it."""
    return f"Written to {place}. {warning}"


def not_written(reason: str) -> str:
    """Say that no file was written; ``reason`` is what the system says, or empty."""
    return f"Nothing was written: {reason or _NO_REASON}. Another place may do."
