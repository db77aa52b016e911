"""What is said about what opens the journal: the passphrase, the recovery words and the master key."""

from __future__ import annotations

from typing import Final

# The menu.

MENU_TITLE: Final = "passphrase and keys"
MENU_HINTS: Final = "enter open · esc back"
CHANGE_PASSPHRASE: Final = "Another passphrase"
CHANGE_PASSPHRASE_EFFECT: Final = (
    "Keeps out who learned the old one, from this file on. Earlier copies beside it open with the old one unless "
    "they are forgotten; copies that you made do in any case."
)
RECOVERY_WORDS: Final = "Recovery words"
RECOVERY_WORDS_EFFECT: Final = (
    "24 words that open the journal when the passphrase is forgotten. New ones end the old ones; earlier copies "
    "still open with those."
)
ROTATE_KEY: Final = "Everything sealed anew"
ROTATE_KEY_EFFECT: Final = (
    "Also shuts out who may have kept the key itself, and removes the earlier copies and what was deleted. Copies "
    "that you made stay readable with the old keys."
)

# Another passphrase.

PASSPHRASE_TITLE: Final = "passphrase"
CURRENT_PASSPHRASE: Final = "Passphrase of now"
CURRENT_PASSPHRASE_NEEDED: Final = "The passphrase of now is needed."
CURRENT_PASSPHRASE_WRONG: Final = "This is not the passphrase of now."
SOMEONE_KNOWS: Final = "Someone knows it"
SOMEONE_KNOWS_HINT: Final = "Could someone know the passphrase of now? The key behind it can be made anew as well."
EARLIER_COPIES: Final = (
    "Earlier copies of the file are kept beside it. They still open with the passphrase of before, unless they are "
    "forgotten here; copies you made elsewhere do so in any case. Recovery words keep working."
)
FORGET_EARLIER: Final = "Forget them"
MAKING_KEY: Final = "Making the new key. This takes a few seconds."
PASSPHRASE_CHANGED: Final = "The new passphrase is set."
ASK_ROTATE: Final = "Seal everything anew?"
ASK_ROTATE_GO: Final = "Go there"
LATER: Final = "Later"
ASK_ROTATE_DETAIL: Final = (
    "The passphrase is another one now. Who knew the one before may have kept the key behind it, which is still the "
    "same. Sealing everything anew shuts that out, too."
)

# Recovery words.

WORDS_TITLE: Final = "recovery words"
WORDS_WRITTEN_DOWN: Final = "I have written them down"
WORDS_REPLACE: Final = "They take the place of the words you have, as soon as two of them are asked back."
WORDS_CHECK: Final = "Two of them, to see that they are on paper. Esc shows them again."
WORDS_SET: Final = "The recovery words open the journal from now on."
SHEET_TITLE: Final = "a sheet to print"
SHEET_HINTS: Final = "enter write · esc back"
SHEET_FILE: Final = "File"


def word_at(number: int) -> str:
    """Name the field of one recovery word, counted from 1."""
    return f"Word {number}"


def word_differs(number: int) -> str:
    """Say that the recovery word with this number, counted from 1, is another one."""
    return f"Word {number} is another one. Esc shows them again."


def words_not_set(reason: str) -> str:
    """Say why new recovery words open nothing, and where to make others."""
    return f"{reason} These recovery words do not work; Settings makes others."


# Another master key.

ROTATE_TITLE: Final = "sealed anew"
ROTATE_WHAT: Final = (
    "Everything is sealed anew under another key: who may have kept the old one reads nothing that is written from "
    "now on. Your passphrase stays the same."
)
ROTATE_REMOVES: Final = (
    "The three earlier copies beside the journal are removed, and what was deleted is gone for good. Copies that you "
    "or other programs made stay as they are, and can be read with the old keys."
)
ROTATE_YES: Final = "Seal it anew"
ROTATE_DONE: Final = "Everything is sealed anew. Earlier copies are removed."
PASSPHRASE_NEEDED: Final = "The passphrase is needed."
PASSPHRASE_WRONG: Final = "This is not the passphrase of the journal."
WORDS_WRONG: Final = "These are not the recovery words of the journal."
WHICH_WORDS: Final = "Which recovery words are to open it afterwards?"
WHICH_WORDS_LABELS: Final = {"new": "new ones", "same": "those I have", "none": "none"}
"""Stored value of ``RecoveryWordsChoice`` → label."""
TYPE_WORDS: Final = "Type the 24 words you have, in their order."
TYPED_WORDS: Final = "24 words"
TRYING: Final = "Trying it. This takes about a second."
SEALING: Final = "Sealing everything anew. This takes a few seconds."
WORDS_END: Final = "The recovery words you have open nothing here any more."
NO_UNDO: Final = "What you did today can't be taken back with u afterwards."
