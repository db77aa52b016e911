"""What the one reminder on Today says, what is said when it is hidden, and how old the last copy is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_date
from journal.text.counting import count

NO_RECOVERY_WORDS: Final = "no recovery words yet"
WORDS_HIDDEN: Final = "Hidden. Settings makes recovery words whenever you want them."
DRIFT_HIDDEN: Final = "Hidden for this week. Plan, l shows the lines."
NO_COPY: Final = "no copy elsewhere yet"
BACKUP_HIDDEN: Final = "Hidden for 30 days. Settings makes a copy whenever you want one."


def missed_lines(names: Iterable[str]) -> str:
    """Name the weekly anchors that were missed last week."""
    return f"last week without: {', '.join(names)}"


def copy_due(copied: datetime | None, now: datetime) -> str:
    """Return ``last copy 5 weeks ago``, or say that there is no copy."""
    return NO_COPY if copied is None else f"last copy {count((now - copied).days // 7, 'week')} ago"


def format_copied(copied: date | None, today: date) -> str:
    """Return ``last copy 12 Nov``, with the year if it is not this year."""
    if copied is None:
        return "none yet"
    return f"last copy {format_date(copied, copied)}{'' if copied.year == today.year else f' {copied.year}'}"
