"""Texts about copies: making one elsewhere, and restoring the journal from one."""

from __future__ import annotations

from typing import Final

BACKUP_TITLE: Final = "a copy elsewhere"
BACKUP_HINTS: Final = "enter copy · esc back"
BACKUP_WHAT: Final = (
    "A copy on a stick or another disk is there when this computer is not. It is encrypted like the journal. In a "
    "folder it bears the journal's name and the date."
)
BACKUP_TO: Final = "To"
COPYING: Final = "Copying and checking …"
REPLACE: Final = "An earlier copy is there already. Replace it?"

RESTORE_TITLE: Final = "put back a copy"
RESTORE_HINTS: Final = "enter put back · esc back"
RESTORE_WHAT: Final = (
    "The copy is only read, and looked through before anything is changed. What stands here now is kept beside it. "
    "It opens with the passphrase it had when the copy was made."
)
RESTORE_FROM: Final = "The copy"
RESTORE_YES: Final = "Put it back"
RESTORING: Final = "Reading the copy and putting it back …"
NO_REGION: Final = (
    "No country is chosen on this computer: a backup doesn't hold it. This program doesn't know where you are, so F4 "
    "shows the numbers of all countries."
)
CHOOSE_REGION: Final = "Choose mine"
REGION_LATER: Final = "Later"
RESTORED: Final = "The copy is put back."


def copies_so_far(last: str) -> str:
    """Say when the last copy was made; ``last`` is ``last copy 12 Nov`` or ``none yet``."""
    return f"Copies so far: {last}."


def copied(place: str) -> str:
    """Say where the copy is, and what opens it."""
    return (
        f"The copy is at {place}, and was read back. It opens with the passphrase of today, also after that is changed."
    )


def ask_restore(name: str) -> str:
    """Ask whether the copy with this file name becomes the journal."""
    return f"Put back {name}?"


def restore_detail(path: str) -> str:
    """Say what becomes of the journal at ``path``."""
    return f"{path} is to be what that copy is. What was written since the copy was made is not in it."
