"""When the journal is brought to mind as not copied elsewhere, and what is said of its last copy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from journal.domain.preferences import Preferences
from journal.domain.record import Record
from journal.domain.time import date_words

BEGIN_AFTER: Final = timedelta(days=14)
"""How long something has to be in the journal before a first copy is spoken of."""

OLD_AFTER: Final = timedelta(days=30)
"""From then on a copy is old, where something was written since."""

QUIET_FOR: Final = timedelta(days=30)
"""For how long the reminder is hidden."""


def copied_words(copied: date | None, today: date) -> str:
    """``last copy 12 Nov``; a copy of another year says its year, too."""
    if copied is None:
        return "none yet"
    return f"last copy {date_words(copied, copied)}{'' if copied.year == today.year else f' {copied.year}'}"


def reminder(preferences: Preferences, records: Iterable[Record], now: datetime, today: date) -> str:
    """What is said of copies where it is time for one; nothing where it is not, or where it is hidden.

    ``records`` are all those that count as written; it is asked once whether one of them is old, or new, enough.
    """
    if preferences.backup_quiet_until is not None and today < preferences.backup_quiet_until:
        return ""
    copied = preferences.backed_up_at
    if copied is None:
        return "no copy elsewhere yet" if any(now - record.made_at >= BEGIN_AFTER for record in records) else ""
    old = now - copied >= OLD_AFTER and any(record.made_at > copied for record in records)
    return f"last copy {(now - copied).days // 7} weeks ago" if old else ""
