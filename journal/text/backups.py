"""Texts about backups: making one, and restoring the journal from one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from journal.domain.dates import format_moment
from journal.language import translated

BACKUP_TITLE: Final = "backup"
BACKUP_HINTS: Final = "enter back up · esc back"
BACKUP_WHAT: Final = (
    "Keep a backup on a USB drive or another disk, in case you lose this computer. It is encrypted like the journal. "
    "In a folder, its name is the journal's name with the date."
)
BACKUP_TO: Final = "Save to"
COPYING: Final = "Saving and checking the backup …"
REPLACE: Final = "There is an earlier backup with this name. Replace it?"

RESTORE_TITLE: Final = "restore a backup"
RESTORE_HINTS: Final = "enter restore · esc back"
RESTORE_WHAT: Final = (
    "The backup is checked before anything is changed, and stays as it is. The journal you have now is kept next to "
    "it as an earlier copy. A backup opens with the passphrase from the day it was made."
)
RESTORE_FROM: Final = "Backup"
RESTORE_YES: Final = "Restore"
RESTORING: Final = "Reading and restoring the backup …"
NO_REGION: Final = (
    "No country is chosen on this computer: a backup doesn't hold it. This program doesn't know where you are, so F4 "
    "shows the numbers of all countries."
)
CHOOSE_REGION: Final = "Choose mine"
REGION_LATER: Final = "Later"
RESTORED: Final = "Backup restored."

KEY_FILE_AGAIN: Final = (
    "A key file opens this backup. If you removed or replaced a key file after you made the backup, the old one opens "
    "the journal again."
)


def no_such_file(name: str) -> str:
    """Say that there is no file to restore, with its name."""
    return f"There is no file {name} here. Nothing was changed."


def found(name: str, saved: datetime | None) -> str:
    """Return ``home.rj is a journal, last saved Thu 12 Nov, 21:40.``."""
    return f"{name} is a journal{'' if saved is None else f', last saved {format_moment(saved)}'}."


def copies_so_far(last: str) -> str:
    """Say when the last backup was made; ``last`` is ``last backup 12 Nov``, or that there is none."""
    return f"{last[:1].upper()}{last[1:]}."


def copied(place: str) -> str:
    """Say where the backup is, and what opens it."""
    return f"Backup saved to {place} and checked. It opens with your current passphrase, even if you change that later."


def ask_restore(name: str) -> str:
    """Ask whether the backup with this file name becomes the journal."""
    return f"Restore {name}?"


def restore_detail(path: str, found: str, *, key_file: bool) -> str:
    """Say what was ``found`` in the backup, what becomes of the journal at ``path``, and that a key file opens it."""
    replaced = f"{path} will be replaced by this backup. What you wrote after the backup is not in it."
    return " ".join([found, replaced, *([KEY_FILE_AGAIN] if key_file else [])])


translated(__name__)
