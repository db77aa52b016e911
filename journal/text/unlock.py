"""What the locked screen says, and the screen that opens the journal with the recovery words.

The locked screen loads this module before its first paint, so it imports nothing.
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "journal"
UNLOCK_HINT: Final = "enter unlock"
RESTORE_HINT: Final = "F7 put back a copy"
HELP_HINT: Final = "F1 help"
HINTS: Final = f"{UNLOCK_HINT} · {HELP_HINT}"
SAMPLE: Final = "A sample journal. Its passphrase is: demo"
OPENING: Final = "Opening. This takes about a second."
STAYS_LOCKED: Final = "It stays locked."
IN_MEMORY: Final = "What you were writing could not be saved. It is kept in memory: unlock to get it back."

DAMAGED: Final = (
    "This file is damaged. What can be read will be shown; earlier versions may be whole: journal check says more."
)
LOST: Final = "This file is damaged so that nothing can open it."
GONE: Final = "There is no journal at its place any more."
RESTORE_ELSEWHERE: Final = "Where there is a copy of it elsewhere, F7 puts that back."
NEWER: Final = "This journal was made by a newer version of the program. Nothing was opened and nothing changed."
FOREIGN: Final = "What stands at this place is no journal. It was not touched."

RECOVER_TITLE: Final = "recovery words"
RECOVER_HINTS: Final = "enter open · esc back"
RECOVER_WHAT: Final = "Type the 24 words in their order, then a new passphrase twice. The words keep working."
RECOVER_WORDS: Final = "24 words"
RECOVER_AGAIN: Final = "Once more"
WORDS_HIDDEN: Final = "Hidden; F7 shows them."
WORDS_SHOWN: Final = "Shown; F7 hides them."
PASSPHRASES_DIFFER: Final = "The two passphrases are not the same."
PASSPHRASE_NEEDED: Final = "A passphrase is needed, typed twice."
RECOVERING: Final = "Opening. This takes a few seconds."
NEW_OPENS_NEXT: Final = "It stays locked, as you asked. The new passphrase opens it."


def restore_earlier(name: str) -> str:
    """Say which earlier copy can be restored."""
    return f"An earlier copy of it, {name}, is beside it and whole. F7 puts it back."


def nothing_to_open(gone: str, way_back: str) -> str:
    """Say why there is nothing to open, and what to do."""
    return f"{gone} {way_back}"


def held_elsewhere(what: str, process: int) -> str:
    """Say which program and process has the journal open."""
    return f"This journal is open elsewhere ({what}, process {process}). Close it there."


def last_saved(moment: str) -> str:
    """Say when the journal was saved last."""
    return f"last saved {moment}"


def words_counted(count: int) -> str:
    """Say how many of the 24 words are typed; nothing for none."""
    return f"{count} of 24 words. " if count else ""
