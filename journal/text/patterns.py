"""What Patterns says about the cravings of the last weeks."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import MONTHS, WEEKDAYS, format_date
from journal.text.counting import count

KEYS: Final = "← → 1, 4 or 12 weeks"
CRAVINGS: Final = "cravings"
WEEKDAYS_LINE: Final = " " * 8 + " ".join(name[:2] for name in WEEKDAYS)
"""The head of the weeks: a Monday in front, then a bar a day."""

HELPED: Final = "what helped"
NO_CRAVINGS: Final = "No cravings in this time. Press ctrl+r when one comes."
NOTHING_TRIED: Final = "What you try during a craving is counted here."


def cravings_title(weeks: int, first: date, last: date) -> str:
    """Return ``cravings in 4 weeks, 27 Oct – 23 Nov``."""
    return f"{CRAVINGS} in {count(weeks, 'week')}, {format_date(first, last)}"


def week_line(monday: date, bars: str, number: int, strongest: int) -> str:
    """Return `` 2 Nov  ·  ▃  ·  ·  ▇  ·  ·   2 cravings, strongest 7``."""
    words = f"{count(number, 'craving')}, strongest {strongest}" if number else "no cravings"
    return f"{monday.day:>2} {MONTHS[monday.month - 1]}  {bars:<19}   {words}"


def scale(most: int) -> str:
    """Return what the height of a bar means."""
    return f"A full bar is {most}."
