"""When the journal is brought to mind as not copied elsewhere, and what is said of its last copy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from journal.domain.dates import date_words
from journal.domain.preferences import Preferences

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


def reminder(preferences: Preferences, made: Iterable[datetime], now: datetime, today: date) -> str:
    """What is said of copies where it is time for one; nothing where it is not, or where it is hidden.

    ``made`` is when each record that counts as written was made; it is gone through once, until one says enough.
    """
    if preferences.backup_quiet_until is not None and today < preferences.backup_quiet_until:
        return ""
    copied = preferences.backed_up_at
    if copied is None:
        return "no copy elsewhere yet" if any(now - moment >= BEGIN_AFTER for moment in made) else ""
    old = now - copied >= OLD_AFTER and any(moment > copied for moment in made)
    return f"last copy {(now - copied).days // 7} weeks ago" if old else ""
