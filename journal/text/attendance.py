"""What is printed on an attendance slip, and asked before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated
from journal.text.counting import count
from journal.text.sharing import OPEN_FILE

TITLE: Final = "ATTENDANCE"
MEETINGS_HEADING: Final = "MEETINGS"
CONTACTS_HEADING: Final = "CONTACTS"
"""The share ledger keeps the headings as they are here: a change needs a migration."""
NAME: Final = "Name:"
WHEN: Final = "When"
WHAT: Final = "What"
SIGNATURE: Final = "Signature"
RULE: Final = "_" * 40
A_MEETING: Final = "meeting"
"""What a row says where only a check-in said so."""
A_CONTACT: Final = "contact"

FORM: Final = "attendance slip"
ABOUT: Final = "Day, kind, place and minutes, with a line for a signature. Names and notes are not on it."
FROM: Final = "From"
TO: Final = "To"
ROWS: Final = "Include"
NO_ROWS: Final = "No meetings or contacts are logged in these days."
NOTHING_TICKED: Final = "Choose at least one line."
FIRST_NEEDED: Final = "From which day? Try: yesterday, 19 Nov or 19/11/2026."
ENDS_BEFORE_IT_BEGINS: Final = "That's before the first day."
SAVE_YES: Final = "Save it"


def format_row_day(day: date, local: datetime | None, *, with_year: bool) -> str:
    """Return ``Mon 23 Nov, 19:00``, or ``Mon 23 Nov 2026, 19:00``; without a time only the day."""
    return f"{format_day(day)}{f' {day.year}' if with_year else ''}{f', {local:%H:%M}' if local else ''}"


def format_period(first: date, last: date) -> str:
    """Return ``Period: Tue 27 Oct 2026 – Mon 23 Nov 2026``."""
    begins, ends = (format_row_day(day, None, with_year=True) for day in (first, last))
    return f"Period: {begins if first == last else f'{begins} – {ends}'}"


def format_minutes(minutes: int | None) -> str:
    """Return ``, 90 min``; empty where they are not known."""
    return f", {minutes} min" if minutes else ""


def format_contact(way: str) -> str:
    """Return ``contact, by phone``."""
    return f"{A_CONTACT}, {way}" if way else A_CONTACT


def ask_to_save(lines: int, name: str) -> str:
    """Ask whether the slip may be written to the file of this name, which anyone can read."""
    return f"Save {count(lines, 'line')} to {name}? {OPEN_FILE}"


translated(__name__)
