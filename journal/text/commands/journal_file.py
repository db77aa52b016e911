"""What ``journal new``, ``check``, ``go-on``, ``compact`` and ``erase`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.text.counting import count

NEW_HELP: Final = """\
Make a new, empty journal. With --sheet it has recovery words, too, on a sheet to print.

Beside it an inbox is made, into which `journal craving` and `journal note` seal things without the passphrase. A
journal of an earlier version gets one when it is first opened."""
CHECK_HELP: Final = "Look for damage. Nothing is changed, and without --deep no passphrase is needed."
GO_ON_HELP: Final = """\
Go on with a damaged journal, or with an older copy of it.

Lost records that earlier copies beside it still hold are added: each copy is named first. Nothing that can be read
is changed or deleted, and the damaged file is kept. That an older one was gone on with is noted in the journal."""
COMPACT_HELP: Final = """\
Write the whole file anew.

It is verified, and the one before is kept beside it."""
ERASE_HELP: Final = """\
Erase the whole journal from this computer. This needs no passphrase, and cannot be undone.

One entry is erased for good on its screen; `journal passphrase --master-key` does so with all that was deleted."""
SHOW_WORDS_HELP: Final = "Make recovery words, and print them once."
DEEP_HELP: Final = "Open every record, too, here and in earlier copies; asks the passphrase."

NO_RECOVERY_WORDS: Final = (
    "It has no recovery words: without the passphrase nobody can open it. `journal passphrase` makes them."
)

NOTHING_TO_DECIDE: Final = "There is nothing to decide: the journal is whole, and the one that this computer saw last."
GO_ON_ASKS: Final = "Go on with it?"
GO_ON_UNASKED: Final = "Nothing was changed; --yes goes on without asking."
WRITABLE_AGAIN: Final = "The journal can be written again."
GO_ON_DAMAGED: Final = "`journal go-on` goes on; a backup can be merged, or restored, afterwards."
GO_ON_OLDER: Final = "`journal go-on` goes on with this copy; `journal merge` brings in the newer one, if there is one."

ERASING: Final = (
    "This removes the journal, its earlier copies beside it, what this computer knows of it, the emergency card and "
    "safety lines of your own. Nobody can bring it back. Copies elsewhere stay, and an SSD may keep old blocks for a "
    "while: sealed, and without what opens them."
)
ERASE_WORD: Final = "ERASE"
ERASE_UNASKED: Final = "Nothing was erased; --yes erases without asking."
NOTHING_ERASED: Final = "Nothing was erased."
ERASED: Final = "The journal is erased."


def made(place: Path, strength: str) -> str:
    """Say where the new journal is, and how strong its passphrase is."""
    return f"A new journal is at {place}. Its passphrase is {strength}."


def checked(records: int, *, damaged: bool) -> str:
    """Say how many records were found, and whether there is damage."""
    return f"{count(records, 'record')} found, {'and damage' if damaged else 'no damage'}."


def unreadable(number: int) -> str:
    """Say how many records only a newer version can read."""
    return f"{count(number, 'record')} of a newer version can't be read by this one."


def earlier_copy_damaged(name: str) -> str:
    """Say that an earlier copy is damaged."""
    return f"The earlier copy {name} is damaged; the journal itself does not need it."


def compacted(before: int, after: int) -> str:
    """Say how large the file was and is, from bytes in KiB."""
    return f"Compacted: {before / 1024:,.0f} KiB before, {after / 1024:,.0f} KiB now."


def erase_asks(place: Path) -> str:
    """Ask for the word that erases."""
    return f"Type {ERASE_WORD} to erase {place}"
