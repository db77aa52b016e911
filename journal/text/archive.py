"""What is said about an archive that is imported: why it can't be read, what was added, what was there already."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count, noun
from journal.text.kinds import KIND_NAMES, KindName

NOT_AN_ARCHIVE: Final = "This isn't an archive of this program. Nothing was imported."
DAMAGED: Final = "This archive is damaged, or was changed by hand. Nothing was imported."
NEWER: Final = "A newer version of this program wrote this archive. Install that version first. Nothing was imported."
ENCRYPTED: Final = "This file is encrypted. Decrypt it with age, unpack it, then import archive.json from the folder."
NO_ARCHIVE_IN_FOLDER: Final = "There is no archive.json in this folder. Nothing was imported."
NOTHING_NEW: Final = "Everything in this archive is in your journal already."
EMPTY: Final = "There is no record in this archive."

_CAPTURES: Final = "captures"
_NAMES: Final = {
    **KIND_NAMES,
    _CAPTURES: KindName("note to review, written while locked", "notes to review, written while locked"),
}
_UNKNOWN: Final = "of a kind that this version doesn't know"


def added(number: int, *, dry_run: bool) -> str:
    """Say how many records were added, or would be."""
    return f"Would add {count(number, 'record')}." if dry_run else f"Added {count(number, 'record')}."


def kind_line(table: str, number: int) -> str:
    """Return the line with the number of records in a table."""
    name = _NAMES.get(table, KindName(_UNKNOWN, _UNKNOWN))
    return f"  {number:,} {noun(number, name.one, name.many)}"


def present(number: int) -> str:
    """Say how many records were there already."""
    return f"{count(number, 'record')} {noun(number, 'was', 'were')} in your journal already."


def different(number: int) -> str:
    """Say how many of the records that are there already say something else in the archive."""
    says = noun(number, "says", "say")
    return f"Of what is there already, {count(number, 'record')} {says} something else in the archive. Yours stay."


def unreadable(number: int) -> str:
    """Say how many records this version keeps without being able to show them."""
    verb = noun(number, "can't be shown by this version. It is", "can't be shown by this version. They are")
    return f"{count(number, 'record')} {verb} kept as in the archive."


translated(__name__)
