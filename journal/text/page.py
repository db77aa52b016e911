"""What is printed on every page for the mentor: its title, its headings, and what is covered while it is chosen.

Used by ``journal.summary``; the lines of the sections are in ``journal.text.page_sections``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.cells import cell_width
from journal.domain.date_names import month_name
from journal.language import translated
from journal.text import counting

STATUS_HEADING: Final = "HOW I AM"
DAYS_HEADING: Final = "DAYS"
HARDEST_HEADING: Final = "HARDEST MOMENT"
PROUD_HEADING: Final = "PROUD OF"
AHEAD_HEADING: Final = "HARD DAYS AHEAD"
PROGRAMME_HEADING: Final = "MEETINGS, PROGRAMME"
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
    TODAY_HEADING: "TO TALK ABOUT TODAY",
    TOGETHER_HEADING: "NEW AGREEMENTS",
}
"""Stored name of a section → its heading on the page, where the two differ."""

PDF_TITLE: Final = "Check-in"
"""The title within a PDF; readers show it in the window, so it says little."""

NOTHING_NOTED: Final = "Nothing was logged in this period."
COVERED_STRUCK: Final = "░░░░░░░░░░░░ crossed out"
COVERED_CLOSED: Final = "░░░░░░░░░░░░ left out"
ROOM_TO_WRITE: Final = "room to write"
"""Read aloud in place of a ruled line."""

UNTICKED: Final = "[ ]"
TICKED: Final = "[x]"
OPEN_ALOUD: Final = "not done yet"
DONE_ALOUD: Final = "done"
"""Read aloud in place of a box."""

ROOM_FOR_LEFT_OUT: Final = "Left out"

_LINES_ABOUT: Final = {
    STATUS_HEADING: "line on check-ins",
    HARDEST_HEADING: "line on the hardest moment",
    PROUD_HEADING: "line on what I'm proud of",
    AHEAD_HEADING: "line on hard days ahead",
    DAYS_HEADING: "line on days",
    CRAVINGS_HEADING: "line on cravings",
    WORKED_HEADING: "line on what helped",
    TOGETHER_HEADING: "line to write on",
    NEXT_HEADING: "line on the next check-in",
    PROGRAMME_HEADING: "line on the programme",
}
_OTHER_LINE: Final = "other line"
_PLURALS: Final = {
    "strategy": "strategies",
    "entry": "entries",
    "thing we agreed": "things we agreed",
    "thing to talk about": "things to talk about",
}


def line_about(section: str) -> str:
    """Return what a line of a section is called where it is counted: ``line on cravings``."""
    return _LINES_ABOUT.get(section, _OTHER_LINE)


def format_left_out(nouns: Mapping[str, int], width: int) -> str:
    """Return ``Left out to keep this one sheet: 3 lines about cravings, 2 goals.``; empty for nothing.

    ``nouns`` are what was left out, in the singular, with how many of each. It is one row of at most ``width`` columns;
    what there is no room to name is counted together.
    """
    most_first = sorted(nouns.items(), key=lambda counted: -counted[1])
    counts = [f"{number} {_plural(noun, number)}" for noun, number in most_first]
    for named in range(len(counts), -1, -1):
        others = sum(number for _, number in most_first[named:])
        more = [f"{others} more"] if others and named else [f"{others} lines"] if others else []
        words = f"Left out to keep this one sheet: {', '.join([*counts[:named], *more])}."
        if counts and cell_width(words) <= width:
            return words
    return ""


def _plural(noun: str, number: int) -> str:
    if noun.startswith("line "):
        return noun if number == 1 else f"lines{noun.removeprefix('line')}"
    return counting.noun(number, noun, _PLURALS.get(noun, ""))


def things(number: int, noun: str) -> str:
    """Return ``1 craving`` or ``2 cravings``; unlike ``counting.count`` without separators of thousands."""
    return f"{number} {counting.noun(number, noun)}"


def format_heading(section: str) -> str:
    """Return the heading that the page prints for a section, which is stored under its name."""
    return _HEADINGS.get(section, section)


def page_title(first: date, last: date) -> str:
    """Return the title of a page about a period, both days included: ``Check-in, 19–28 November``."""
    return f"Check-in, {_period(first, last)}"


def _period(first: date, last: date) -> str:
    end = f"{last.day} {month_name(last.month)}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {month_name(first.month)}"
    return f"{start} – {end}" if first.year == last.year else f"{start} {first.year} – {end} {last.year}"


def format_week(week: int, weeks: int) -> str:
    """Return ``week 5 of 12``, which follows the title."""
    return f"week {week} of {weeks}"


FOR_YOU: Final = "for you"
WRITTEN_BY_ME: Final = "Written by me, "


def format_reader(name: str) -> str:
    """Return ``for R``, to which the full stop of the sentence is added."""
    return f"for {name.removesuffix('.')}"


def format_foot(emergency: str) -> str:
    """Return what is asked of the reader, which follows who the page is for; ``emergency`` is a number or empty."""
    number = emergency or "the emergency number"
    return (
        f". Please don't copy. If you think I'm not safe: call me, then {number}. Don't carry this alone: talk to your "
        "own sponsor or supervisor."
    )


translated(__name__)
