"""What is said about the bin, where deleted things stay for a while, and about the earlier versions of an entry."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from journal.domain.bin import KEPT_FOR
from journal.domain.dates import format_moment
from journal.language import translated
from journal.text.counting import count

# The bin.

TITLE: Final = "bin"
KEYS: Final = "enter read · r restore · D erase for good · esc back"
EMPTY_KEYS: Final = "esc back"
EMPTY: Final = f"The bin is empty. What you delete stays here for {KEPT_FOR.days} days."
EMPTY_OFF: Final = "Deleted things are not kept. You can change that in Settings."
WHAT_IT_WAS: Final = "what it says"
READ_KEYS: Final = "↑ ↓ scroll · r restore"
NOT_EDITED: Final = "Press r to restore it first. Then you can edit it."
NONE_MARKED: Final = "There is nothing to restore."
GONE_NEXT: Final = "last day"


def format_left(days: int) -> str:
    """Return ``29 days left``; ``last day`` where it goes at the next unlock."""
    return f"{count(days, 'day')} left" if days else GONE_NEXT


def format_title(number: int) -> str:
    """Return ``bin: 3 things``."""
    return f"{TITLE}: {count(number, 'thing')}" if number else TITLE


def format_deletion(deleted: datetime, left: int, others: int) -> str:
    """Return ``Deleted Mon 23 Nov 12:00, 29 days left. 5 more were deleted with it and come back with it.``"""
    said = f"Deleted {format_moment(deleted)}, {format_left(left)}."
    if others == 1:
        return f"{said} 1 more was deleted with it and comes back with it."
    return f"{said} {others} more were deleted with it and come back with it." if others else said


def restored(name: str, others: int) -> str:
    """Return ``Entry restored. Press u to undo.``; ``others`` came back with it."""
    return f"{restored_words(name, others)} Press u to undo."


def restored_words(name: str, others: int) -> str:
    """Return ``Entry restored.`` or ``Focus restored, with 5 more.``"""
    more = f", with {others} more" if others else ""
    return f"{name[:1].upper()}{name[1:]} restored{more}."


# The setting.

SETTING: Final = "Deleted things"
SETTING_OFF: Final = "not kept"
TURN_OFF_ASK: Final = "Stop keeping deleted things?"
TURN_OFF_YES: Final = "Stop and empty"
TURNED_ON: Final = f"From now on, deleted things stay in the bin for {KEPT_FOR.days} days."


def setting(number: int) -> str:
    """Return ``kept for 30 days, 3 in the bin``; ``number`` is how many things are in it."""
    kept = f"kept for {KEPT_FOR.days} days"
    return f"{kept}, {number} in the bin" if number else kept


def turn_off_detail(deleted: int, versions: int) -> str:
    """Say what is removed with the setting."""
    removed = f"{count(deleted, 'deleted thing')} and {count(versions, 'earlier version')} of entries"
    return f"{removed} will be removed now. This can't be undone, and nothing before it."


def turned_off(deleted: int, versions: int) -> str:
    """Say what was removed with the setting."""
    return (
        f"Removed: {count(deleted, 'deleted thing')}, {count(versions, 'earlier version')}. Nothing is kept any more."
    )


# Earlier versions of an entry.

BEGINNING: Final = 200
"""Characters of a text that its line is made from."""

VERSIONS: Final = "earlier versions"
VERSIONS_KEYS: Final = "enter read · r restore · esc back"
VERSIONS_READ_KEYS: Final = "↑ ↓ scroll · r restore"
NO_VERSIONS: Final = "No earlier versions yet. Saving an edited entry keeps the text before, up to ten."
NO_VERSIONS_OFF: Final = "Earlier versions are not kept. You can change that in Settings."
VERSION_STAYS: Final = "Earlier versions stay as they were. Press r to restore this one."
VERSION_RESTORED: Final = "Restored. What it said until now is among the earlier versions."
ENTRY_GONE: Final = "This entry was deleted. Restore it from the bin first."


def format_until(until: datetime, text: str, *, is_roomy: bool) -> str:
    """Return ``until Mon 23 Nov, 12:00     64 characters  Walked home …``, or without the length."""
    length = f"{count(len(text), 'character'):>16}  " if is_roomy else ""
    return f"until {format_moment(until):<17}  {length}{' '.join(text[:BEGINNING].split())}"


translated(__name__)
