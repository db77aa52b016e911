"""What is asked and said about passphrases: how long, how strong, typed where.

Used by ``journal.cli`` and by ``journal.passphrase_length`` and ``journal.passphrase_strength``, through which the
screens get the same sentences. ``journal craving 7`` loads this module, so it imports nothing.
"""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

ASK_PASSPHRASE: Final = "Passphrase"
ASK_NEW: Final = "Choose a passphrase"
ASK_AGAIN: Final = "Type it again"
TWO_DIFFER: Final = "These don't match. Try again."
NO_TERMINAL: Final = "There is no terminal to ask for the passphrase on; give it with --passphrase-fd N."
NOT_TERMINAL_TEXT: Final = "What you typed isn't text in this terminal's encoding."
HELP: Final = "help"
"""The word that shows the helplines when it is typed in place of a passphrase."""
HELP_IS_TAKEN: Final = "“help” opens the helplines, so it can't be a passphrase. Choose another one."
EMPTY: Final = "A journal needs a passphrase, and this one is empty. Nothing was changed."

STRENGTH_WEAK: Final = "weak: someone who tries can guess it"
STRENGTH_FAIR: Final = "fair: it keeps most people out"
STRENGTH_GOOD: Final = "good: it is very hard to guess"
STRENGTH_STRONG: Final = "strong"


def unreadable_descriptor(descriptor: int) -> str:
    """Say that the file descriptor can't be read."""
    return f"The passphrase can't be read from file descriptor {descriptor}."


def descriptor_not_text(descriptor: int) -> str:
    """Say that the file descriptor holds something else than UTF-8."""
    return f"The passphrase on file descriptor {descriptor} is not UTF-8 text."


def too_long(kib: int) -> str:
    """Say that no passphrase is this long; the limit is in KiB."""
    return f"This is too long: a passphrase can have up to {kib} KiB. It was not used."


def new_too_long(characters: int) -> str:
    """Say that a new passphrase is over the limit, in characters."""
    return (
        f"A new passphrase can have up to {count(characters, 'character')}, and this one has more. Nothing was "
        "changed. Choose a shorter one."
    )


def pdf_too_long(size: int) -> str:
    """Say that the password of a PDF is over the limit, in bytes."""
    return (
        f"The password of a PDF can have up to {count(size, 'byte')}, and this one has more. Nothing was "
        "saved. Choose a shorter one, or encrypt the file with a passphrase."
    )


translated(__name__)
