"""What the one reminder on Today says, what is said when it is hidden, and how old the last backup is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_date
from journal.text.counting import count

NO_RECOVERY_WORDS: Final = "no recovery words yet"
WORDS_HIDDEN: Final = "Hidden. You can make recovery words in Settings any time."
DRIFT_HIDDEN: Final = "Hidden for this week. Press l on Plan to see your weekly anchors."
OFFERS: Final = {
    "person": "add someone you can call",
    "reason": "note why you do this",
    "safety plan": "write a safety plan",
}
"""Stored value of ``Offer`` → what is offered; ``days_to_fill_in`` says it for the days."""
OFFER_HIDDEN: Final = "Hidden. You can still do it any time: press ctrl+p to search for it."
NO_COPY: Final = "no backup yet"
BACKUP_HIDDEN: Final = "Hidden for 30 days. You can make a backup in Settings any time."


def missed_lines(names: Iterable[str]) -> str:
    """Name the weekly anchors that were missed last week."""
    return f"missed last week: {', '.join(names)}"


def days_to_fill_in(days: int) -> str:
    """Offer to fill in the days that are not logged."""
    return f"fill in {count(days, 'day')}"


def copy_due(copied: datetime | None, now: datetime) -> str:
    """Return ``last backup 5 weeks ago``, or say that there is none."""
    return NO_COPY if copied is None else f"last backup {count((now - copied).days // 7, 'week')} ago"


def format_copied(copied: date | None, today: date) -> str:
    """Return ``last backup 12 Nov``, with the year if it is not this year."""
    if copied is None:
        return "none yet"
    return f"last backup {format_date(copied, copied)}{'' if copied.year == today.year else f' {copied.year}'}"
