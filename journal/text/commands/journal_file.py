"""What ``journal new``, ``check``, ``go-on``, ``compact`` and ``erase`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.language import translated
from journal.text.counting import count

NEW_HELP: Final = """\
Make a new, empty journal. With --sheet it has recovery words, too, on a sheet to print.

An inbox is made next to it, where `journal craving` and `journal note` save things, encrypted, without the
passphrase. A journal of an earlier version gets one when it is first opened."""
CHECK_HELP: Final = "Look for damage. Nothing is changed, and without --deep no passphrase is needed."
GO_ON_HELP: Final = """\
Continue with a damaged journal, or with an older copy of it.

Lost records that the earlier copies next to it still have are added: each copy is named first. Nothing that can be
read is changed or deleted, and the damaged file is kept. If you continue with an older copy, the journal notes that."""
COMPACT_HELP: Final = """\
Clean up the file: rewrite it without what was deleted.

The new file is checked, and the one before is kept next to it."""
ERASE_HELP: Final = """\
Erase the whole journal from this computer. This needs no passphrase, and can't be undone.

To erase one entry for good, open it. `journal passphrase --master-key` erases everything you have deleted."""
SHOW_WORDS_HELP: Final = "Make recovery words, and print them once."
DEEP_HELP: Final = "Open every record, too, here and in earlier copies; asks for the passphrase."

NO_RECOVERY_WORDS: Final = (
    "It has no recovery words: if you forget the passphrase, nobody can open it. `journal passphrase` makes them."
)

NOTHING_TO_DECIDE: Final = "Nothing to decide: the journal is undamaged, and it is the one this computer saw last."
GO_ON_ASKS: Final = "Continue with it?"
GO_ON_UNASKED: Final = "Nothing was changed. --yes continues without asking."
WRITABLE_AGAIN: Final = "You can write in the journal again."
GO_ON_DAMAGED: Final = "`journal go-on` lets you continue. You can merge or restore a backup afterwards."
GO_ON_OLDER: Final = (
    "`journal go-on` continues with this copy; `journal merge` adds what the newer one has, if there is one."
)

ERASING: Final = (
    "This removes the journal, its earlier copies next to it, what this computer knows about it, the emergency "
    "card and your own helplines. Nobody can restore it. Backups elsewhere stay, and an SSD may keep old blocks for a "
    "while: encrypted, and without the key."
)
ERASE_WORD: Final = "ERASE"
ERASE_UNASKED: Final = "Nothing was erased. --yes erases without asking."
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
    return f"The earlier copy {name} is damaged. The journal itself doesn't need it."


def compacted(before: int, after: int) -> str:
    """Say how large the file was and is, from bytes in KiB."""
    return f"Cleaned up: {before / 1024:,.0f} KiB before, {after / 1024:,.0f} KiB now."


def erase_asks(place: Path) -> str:
    """Ask for the word that erases."""
    return f"Type {ERASE_WORD} to erase {place}"


translated(__name__)
