"""What the one reminder on Today says, what is said when it is hidden, and how old the last backup is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.language import translated
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
YOUR_MENTOR: Final = "your mentor"
NO_COPY: Final = "no backup yet"
TELL_HIDDEN: Final = "Hidden. You can still note on the Timeline that you told someone."
STEP_DUE: Final = "a step is due"
GOAL_DUE: Final = "a goal is due"
GOAL_HIDDEN: Final = "Hidden. Your goals are on Plan."
REVIEW_DUE: Final = "an agreement to review"
REVIEW_HIDDEN: Final = "Hidden. The agreement is on Mentor."
PLANS_HIDDEN: Final = "Hidden for a month. Your plans are on Plan."
BACKUP_HIDDEN: Final = "Hidden for 30 days. You can make a backup in Settings any time."


def missed_lines(names: Iterable[str]) -> str:
    """Name the weekly anchors that were missed last week."""
    return f"missed last week: {', '.join(names)}"


def anchors_missed(number: int) -> str:
    """Return ``2 weekly anchors missed last week``."""
    return f"{count(number, 'weekly anchor')} missed last week"


def tell(name: str, day: date, until: datetime | None, today: date, *, exact: bool) -> str:
    """Return ``tell R. by Fri 27 Nov, 14:00, about Thu 26 Nov``; once that has passed, that it is not too late.

    ``until`` is a local time, without the hour where it is not ``exact``; without a name it is your mentor.
    """
    who, about = name or YOUR_MENTOR, format_day(day, today)
    if until is None:
        return f"tell {who} about {about}. It's not too late."
    hour = f", {until:%H:%M}," if exact else ""
    return f"tell {who} by {format_day(until.date(), today)}{hour} about {about}"


def goal_due(title: str, due: date, today: date, *, more: int = 0) -> str:
    """Return ``goal for today: Evening class``; ``goal was for Fri 20 Nov: Evening class, and 1 more``."""
    when = "for today" if due == today else f"was for {format_day(due, today)}"
    return f"goal {when}: {title}{f', and {more} more' if more else ''}"


def review(name: str) -> str:
    """Ask to review the agreement with a mentor."""
    return f"time to review your agreement with {name}"


def plans_to_renew(number: int) -> str:
    """Return ``2 if-then plans to renew``."""
    return f"{count(number, 'if-then plan')} to renew"


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


translated(__name__)
