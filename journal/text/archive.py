"""What is said about an archive that is imported: why it can't be read, what was added, what was there already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from journal.language import translated
from journal.text.counting import count, noun
from journal.text.kinds import KIND_NAMES, KindName

NOT_AN_ARCHIVE: Final = "This isn't an archive of this program. Nothing was imported."
DAMAGED: Final = "This archive is damaged, or was changed by hand. Nothing was imported."
NEWER: Final = "A newer version of this program wrote this archive. Install that version first. Nothing was imported."
ENCRYPTED: Final = (
    "This file is encrypted. In a shell, run: age -d FILE | tar x. Then import the folder that this makes, and delete "
    "the folder afterwards."
)
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


def report(added_by_table: Mapping[str, int], there: int, other: int, hidden: int, *, dry_run: bool) -> list[str]:
    """Return the result of an import in sentences.

    ``there`` is how many records were there already, ``other`` how many of them differ, ``hidden`` how many of the
    added ones this version can't show.
    """
    if number := sum(added_by_table.values()):
        said = [added(number, dry_run=dry_run), *(kind_line(*pair) for pair in added_by_table.items())]
        said += [present(there)] if there else []
    else:
        said = [NOTHING_NEW if there else EMPTY]
    said += [different(other)] if other else []
    return said + ([unreadable(hidden)] if hidden else [])


# The screen.

TITLE: Final = "import an archive"
HINTS: Final = "enter read it · esc back"
WHAT: Final = (
    "Bring back what “Export everything” saved. Into an empty journal that is the same journal again. Otherwise only "
    "records that are missing are added; nothing you have is replaced. First you see what would be added."
)
FROM: Final = "Folder"
ADD: Final = "Add"
READING: Final = "Reading."
HOW: Final = "The folder of an export, or its archive.json. Only what is missing is added."


def ask_add(number: int) -> str:
    """Ask whether the records are to be added."""
    return f"Add {noun(number, 'this record', f'these {number:,} records')}?"


def not_read(reason: str) -> str:
    """Say that the file can't be read; ``reason`` is what the system says."""
    return f"It can't be read: {reason}. Nothing was imported."


translated(__name__)
