"""What ``journal backup``, ``restore`` and ``merge`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.language import translated
from journal.text.counting import count

BACKUP_HELP: Final = """\
Make a backup of the journal and check it.

DEST is a file, or a folder, where the backup is named after the journal and the date. It opens with the current
passphrase, on any computer."""
RESTORE_HELP: Final = """\
Restore the journal from a backup, without the passphrase.

A journal that is there already is kept next to it, as the first of three earlier copies."""
MERGE_HELP: Final = """\
Add what another copy of the journal has.

Nothing is lost: where both changed a record, both versions are kept. OTHER is only read. If it has another
passphrase, you are asked for it, or it is the second line of --passphrase-fd."""
REPLACE_HELP: Final = "Replace a backup that already has this name."
EVEN_DAMAGED_HELP: Final = "Restore a backup that is damaged; opening it says what is left."

NO_REGION: Final = (
    "No country is chosen on this computer: a backup doesn't hold it. `journal safety` shows the numbers of all "
    "countries; choose yours in Settings."
)
RESTORED_PASSPHRASE: Final = (
    "It opens with the passphrase it had when you made the backup. `journal recover` takes the recovery words."
)
ASK_COPY_PASSPHRASE: Final = "Passphrase of that copy"
NOTHING_NEW: Final = "Nothing new: your journal already has everything in it."


def copied(place: Path, size: int) -> str:
    """Say where the backup is, and its ``size`` in bytes as KiB."""
    return f"Backup saved and checked: {place}, {size / 1024:,.0f} KiB. It opens with your current passphrase."


def restore_asks(place: Path) -> str:
    """Ask whether a backup may replace the journal."""
    return f"{place} will be replaced by this backup, and kept next to it as an earlier copy. Continue?"


def kept_earlier(name: str) -> str:
    """Say in which file the journal from before is kept."""
    return f"The journal from before is kept in {name}."


def restored(place: Path) -> str:
    """Say that the backup is now the journal."""
    return f"Restored: {place}."


def copy_of_its_own(name: str) -> str:
    """Say that another copy can't be compared, having another passphrase."""
    return f"Another copy, {name}, has a different passphrase; `journal merge` adds what it has."


def copy_has_news(name: str, added: int, changed: int, deleted: int) -> str:
    """Say how many records of another copy are new here, and how to bring them in."""
    news = f"{count(added, 'new record')}, {changed} changed, {deleted} deleted"
    return f"Another copy, {name}, has {news}; `journal merge` adds them."


def merged(added: int, changed: int, deleted: int) -> str:
    """Say how many records a merge brought in."""
    news = f"{count(added, 'new record')}, {changed} changed, {deleted} deleted"
    return f"Merged: {news}. The file from before is kept next to it."


def kept_twice(number: int) -> str:
    """Say how many records were changed in both copies."""
    return f"{count(number, 'record')} changed in both: both versions are kept, the later one first."


translated(__name__)
