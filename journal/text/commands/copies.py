"""What ``journal backup``, ``restore`` and ``merge`` say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.text.counting import count

BACKUP_HELP: Final = """\
Make a copy of the journal and read it back.

DEST is a file, or a folder, in which it is named after the journal and the date. The copy opens with the
passphrase of today, wherever it is."""
RESTORE_HELP: Final = """\
Put the journal back from a copy, which needs no passphrase.

A journal that stands there is kept beside it, as the first of three earlier ones."""
MERGE_HELP: Final = """\
Bring in what another copy of the journal holds.

Nothing of either is lost: what both changed is kept twice. OTHER is only read. Where it has another passphrase,
that is asked for, or is the second line of --passphrase-fd."""
REPLACE_HELP: Final = "Write over an earlier copy that bears this name."
EVEN_DAMAGED_HELP: Final = "Put back a copy that is damaged; opening it says what is left."

NO_REGION: Final = (
    "No country is chosen on this computer: a backup doesn't hold it. `journal safety` shows the numbers of all "
    "countries; choose yours in Settings."
)
RESTORED_PASSPHRASE: Final = (
    "It opens with the passphrase it had when the copy was made; `journal recover` takes the recovery words."
)
ASK_COPY_PASSPHRASE: Final = "Passphrase of that copy"
NOTHING_NEW: Final = "There was nothing in it that the journal lacks."


def copied(place: Path, size: int) -> str:
    """Say where the copy is, and its ``size`` in bytes as KiB."""
    return f"Copied and read back: {place}, {size / 1024:,.0f} KiB. It opens with the passphrase of today."


def restore_asks(place: Path) -> str:
    """Ask whether a copy may take the place of the journal."""
    return f"A journal is at {place}. It is kept beside, and the copy takes its place. Go on?"


def kept_earlier(name: str) -> str:
    """Say in which file the journal from before is kept."""
    return f"What stood there is kept in {name}."


def restored(place: Path) -> str:
    """Say that the copy is now the journal."""
    return f"Put back: {place}."


def copy_of_its_own(name: str) -> str:
    """Say that another copy can't be compared, having another passphrase."""
    return f"Another copy, {name}, has a passphrase of its own; `journal merge` brings it in."


def copy_has_news(name: str, added: int, changed: int, deleted: int) -> str:
    """Say how many records of another copy are new here, and how to bring them in."""
    news = f"{count(added, 'new record')}, {changed} changed, {deleted} deleted"
    return f"Another copy, {name}, has {news}; `journal merge` brings it in."


def merged(added: int, changed: int, deleted: int) -> str:
    """Say how many records a merge brought in."""
    return (
        f"Merged: {count(added, 'new record')}, {changed} changed, {deleted} deleted. The file before is kept beside."
    )


def kept_twice(number: int) -> str:
    """Say how many records were changed in both copies."""
    return f"{count(number, 'record')} changed in both: each is kept twice, the later one first."
