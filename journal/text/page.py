"""What is printed on every page for the mentor: its title, its headings, and what is covered while it is chosen.

Used by ``journal.summary``; the lines of the sections are in ``journal.text.page_sections``.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date
from journal.text import counting

STATUS_HEADING: Final = "HOW I AM"
DAYS_HEADING: Final = "DAYS"
CRAVINGS_HEADING: Final = "CRAVINGS"
WORKED_HEADING: Final = "WHAT WORKED"
MOORING_HEADING: Final = "MOORING LINES"
GOALS_HEADING: Final = "GOALS"
COMMITMENTS_HEADING: Final = "COMMITMENTS"
NEEDS_HEADING: Final = "NEEDS"
ENTRIES_HEADING: Final = "ENTRIES"
TODAY_HEADING: Final = "FOR TODAY"
TOGETHER_HEADING: Final = "TOGETHER"
NEXT_HEADING: Final = "NEXT CHECK-IN"
"""The share ledger and the choices for a person store these names, so they do not change; see ``format_heading``."""

_HEADINGS: Final = {
    WORKED_HEADING: "WHAT HELPED",
    MOORING_HEADING: "WEEKLY ANCHORS",
    COMMITMENTS_HEADING: "WHAT WE AGREED",
}
"""Stored name of a section → its heading on the page, where the two differ."""

PDF_TITLE: Final = "Check-in"
"""The title within a PDF; readers show it in the window, so it says little."""

NOTHING_NOTED: Final = "Nothing was logged in this period."
COVERED_STRUCK: Final = "░░░░░░░░░░░░ crossed out"
COVERED_CLOSED: Final = "░░░░░░░░░░░░ left out"
ROOM_TO_WRITE: Final = "room to write"
"""Read aloud in place of a ruled line."""


def things(number: int, noun: str) -> str:
    """Return ``1 craving`` or ``2 cravings``; unlike ``counting.count`` without separators of thousands."""
    return f"{number} {counting.noun(number, noun)}"


def format_heading(section: str) -> str:
    """Return the heading that the page prints for a section, which is stored under its name."""
    return _HEADINGS.get(section, section)


def page_title(first: date, last: date) -> str:
    """Return the title of a page about a period, both days included."""
    days = things((last - first).days + 1, "day")
    return f"CHECK-IN SUMMARY  {format_date(first, last)} ({days}), self-reported"


def format_more(number: int, noun: str) -> str:
    """Count the lines of a list that are left out, the noun in its plural."""
    return f"and {number} more {noun}"
