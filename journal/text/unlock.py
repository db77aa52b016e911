"""What the locked screen says, and the screen that opens the journal with the recovery words.

The locked screen loads this module before its first paint, so it imports nothing.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "journal"
UNLOCK_HINT: Final = "enter unlock"
KEY_FILE_HINT: Final = "enter unlock · F3 key file"
RESTORE_HINT: Final = "F7 restore a backup"
HELP_HINT: Final = "F1 help"
HINTS: Final = f"{UNLOCK_HINT} · {HELP_HINT}"
SAFE_FIRST: Final = "Not safe, or shaking badly? F4, or type help."
SCREEN_READER: Final = "Screen reader: run journal --accessible"
SAMPLE: Final = "A sample journal. Its passphrase is: demo"
OPENING: Final = "Opening. This takes about a second."
STAYS_LOCKED: Final = "It stays locked."
IN_MEMORY: Final = "What you were writing couldn't be saved. It's still in memory: unlock to get it back."

DAMAGED: Final = (
    "This file is damaged. You'll see what can be read. Earlier copies may be fine: run journal check to see."
)
LOST: Final = "This file is too damaged to open."
GONE: Final = "The journal isn't where it was any more."
RESTORE_ELSEWHERE: Final = "If you have a backup elsewhere, press F7 to restore it."
NEWER: Final = "A newer version of the program made this journal. Nothing was opened or changed."
FOREIGN: Final = "The file here isn't a journal. It was not touched."

RECOVER_TITLE: Final = "recovery words"
RECOVER_HINTS: Final = "enter open · esc back"
RECOVER_WHAT: Final = "Type the 24 words in order, then a new passphrase twice. The words keep working."
RECOVER_WORDS: Final = "24 words"
RECOVER_AGAIN: Final = "Again"
PASSPHRASES_DIFFER: Final = "The two passphrases don't match."
PASSPHRASE_NEEDED: Final = "Type the new passphrase twice."
RECOVERING: Final = "Opening. This takes a few seconds."
NEW_OPENS_NEXT: Final = "It stays locked, as you asked. The new passphrase opens it."


def restore_earlier(name: str) -> str:
    """Say which earlier copy can be restored."""
    return f"An earlier copy, {name}, is next to it and undamaged. Press F7 to restore it."


def nothing_to_open(gone: str, way_back: str) -> str:
    """Say why there is nothing to open, and what to do."""
    return f"{gone} {way_back}"


def held_elsewhere(what: str, process: int) -> str:
    """Say which program and process has the journal open."""
    return f"This journal is open elsewhere ({what}, process {process}). Close it there."


def last_saved(moment: str) -> str:
    """Say when the journal was saved last."""
    return f"last saved {moment}"


translated(__name__)
