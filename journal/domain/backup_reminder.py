"""Decide when to remind the person to back up, and say how old the last copy is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from journal.domain.dates import date_words
from journal.domain.preferences import Preferences

BEGIN_AFTER: Final = timedelta(days=14)
"""The age of the oldest record from which on a first copy is suggested."""

OLD_AFTER: Final = timedelta(days=30)
"""The age from which on a copy is old, if something was written since."""

QUIET_FOR: Final = timedelta(days=30)
"""How long the reminder stays hidden."""


def copied_words(copied: date | None, today: date) -> str:
    """Return ``last copy 12 Nov``, with the year if it is not this year."""
    if copied is None:
        return "none yet"
    return f"last copy {date_words(copied, copied)}{'' if copied.year == today.year else f' {copied.year}'}"


def reminder(preferences: Preferences, made: Iterable[datetime], now: datetime, today: date) -> str:
    """Return the reminder text if it is time for a copy; empty if not, or if the reminder is hidden.

    ``made`` yields when each record that counts as written was made. It is read once, and only as far as needed.
    """
    if preferences.backup_quiet_until is not None and today < preferences.backup_quiet_until:
        return ""
    copied = preferences.backed_up_at
    if copied is None:
        return "no copy elsewhere yet" if any(now - moment >= BEGIN_AFTER for moment in made) else ""
    old = now - copied >= OLD_AFTER and any(moment > copied for moment in made)
    return f"last copy {(now - copied).days // 7} weeks ago" if old else ""
