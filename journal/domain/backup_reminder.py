"""Decide when to remind the person to back up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from journal.domain.preferences import Preferences

BEGIN_AFTER: Final = timedelta(days=14)
"""The age of the oldest record from which on a first copy is suggested."""

OLD_AFTER: Final = timedelta(days=30)
"""The age from which on a copy is old, if something was written since."""

QUIET_FOR: Final = timedelta(days=30)
"""How long the reminder stays hidden."""


def is_due(preferences: Preferences, made: Iterable[datetime], now: datetime, today: date) -> bool:
    """Return whether it is time for a copy and the reminder is not hidden.

    ``made`` is when the records that count as written were made. The first and the last of them are enough.
    """
    if preferences.backup_quiet_until is not None and today < preferences.backup_quiet_until:
        return False
    copied = preferences.backed_up_at
    if copied is None:
        return any(now - moment >= BEGIN_AFTER for moment in made)
    return now - copied >= OLD_AFTER and any(moment > copied for moment in made)
