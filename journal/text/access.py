"""What is said about what opens the journal: the passphrase, the recovery words and the master key."""

from __future__ import annotations

from typing import Final

from journal.language import translated

# The menu.

MENU_TITLE: Final = "passphrase and keys"
MENU_HINTS: Final = "enter open · esc back"
CHANGE_PASSPHRASE: Final = "Change the passphrase"
CHANGE_PASSPHRASE_EFFECT: Final = (
    "Keeps out anyone who learned the old one. Earlier copies next to the journal still open with the old one unless "
    "you delete them; backups that you made always do."
)
RECOVERY_WORDS: Final = "Recovery words"
RECOVERY_WORDS_EFFECT: Final = (
    "24 words that open the journal if you forget the passphrase. New words replace the old ones; earlier copies "
    "still open with the old ones."
)
ROTATE_KEY: Final = "Replace the master key"
ROTATE_KEY_EFFECT: Final = (
    "Also shuts out anyone who may have kept the key itself. Removes the earlier copies and what you deleted. Backups "
    "that you made still open with the old keys."
)

# A new passphrase.

PASSPHRASE_TITLE: Final = "passphrase"
CURRENT_PASSPHRASE: Final = "Current passphrase"
CURRENT_PASSPHRASE_NEEDED: Final = "Enter your current passphrase."
CURRENT_PASSPHRASE_WRONG: Final = "This is not your current passphrase."
SOMEONE_KNOWS: Final = "Someone knows it"
SOMEONE_KNOWS_HINT: Final = "Could someone know your current passphrase? Then replace the master key, too."
EARLIER_COPIES: Final = (
    "Earlier copies of the file are kept next to it. They still open with your old passphrase unless you delete them "
    "here; backups you made elsewhere always do. Your recovery words keep working."
)
FORGET_EARLIER: Final = "Delete them"
MAKING_KEY: Final = "Making the new key. This takes a few seconds."
PASSPHRASE_CHANGED: Final = "The new passphrase is set."
WEAK_KEY: Final = (
    "This computer was short of memory when you set the passphrase, so it is easier to guess than usual. Close other "
    "programs, then set it again in Settings."
)
ASK_ROTATE: Final = "Replace the master key?"
ASK_ROTATE_GO: Final = "Continue"
LATER: Final = "Later"
ASK_ROTATE_DETAIL: Final = (
    "Your passphrase is changed. Anyone who knew the old one may have kept the key behind it, which is still the "
    "same. Replacing the master key shuts them out, too."
)

# Recovery words.

WORDS_TITLE: Final = "recovery words"
WORDS_WRITTEN_DOWN: Final = "I have written them down"
WORDS_REPLACE: Final = "They replace the words you have once you have typed two of them."
WORDS_CHECK: Final = "Let's check two of the words. Esc shows them again."
WORDS_SET: Final = "The recovery words now open the journal."
SHEET_TITLE: Final = "a sheet to print"
SHEET_HINTS: Final = "enter save · esc back"
SHEET_FILE: Final = "File"


def word_at(number: int) -> str:
    """Name the field of one recovery word, counted from 1."""
    return f"Word {number}"


def word_differs(number: int) -> str:
    """Say that the recovery word with this number, counted from 1, is wrong."""
    return f"Word {number} doesn't match. Esc shows them again."


def words_not_set(reason: str) -> str:
    """Say why new recovery words open nothing, and where to make new ones."""
    return f"{reason} These recovery words don't work. Make new ones in Settings."


# A new master key.

ROTATE_TITLE: Final = "new master key"
ROTATE_WHAT: Final = (
    "Everything is encrypted again with a new key. Anyone who kept the old one can't read what you write from now on. "
    "Your passphrase stays the same."
)
ROTATE_REMOVES: Final = (
    "The three earlier copies next to the journal are removed, and what you deleted is gone for good. Backups that "
    "you or other programs made stay as they are and open with the old keys."
)
ROTATE_YES: Final = "Replace the key"
ROTATE_DONE: Final = "The master key is replaced. Earlier copies are removed."
PASSPHRASE_NEEDED: Final = "Enter your passphrase."
PASSPHRASE_WRONG: Final = "This is not the journal's passphrase."
WORDS_WRONG: Final = "These are not the journal's recovery words."
WHICH_WORDS: Final = "Which recovery words should open it afterwards?"
WHICH_WORDS_LABELS: Final = {"new": "new ones", "same": "the ones I have", "none": "none"}
"""Stored value of ``RecoveryWordsChoice`` → label."""
TYPE_WORDS: Final = "Type the 24 words you have, in order."
TYPED_WORDS: Final = "24 words"
TRYING: Final = "Checking. This takes about a second."
SEALING: Final = "Encrypting everything again. This takes a few seconds."
WORDS_END: Final = "The recovery words you have no longer open this journal."
NO_UNDO: Final = "Afterwards, u can't undo what you did today."


translated(__name__)
