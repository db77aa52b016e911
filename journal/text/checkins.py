"""What the daily check-in asks. What it says about a use is in ``journal.text.slips``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated

RATINGS: Final = {
    "mood": "Mood",
    "energy": "Energy",
    "sleep": "Sleep, how well",
    "strongest_craving": "Strongest craving",
}
"""The ratings in their order: name of the attribute → label."""

ANCHORS: Final = {
    "mood": "0 awful, 10 great",
    "energy": "0 none, 10 plenty",
    "sleep": "0 badly, 10 well",
    "strongest_craving": "0 none, 10 worst",
}
"""What 0 and 10 mean, of each rating; at most 18 characters fit beside the digits."""

HALT: Final = "I am"
INTENTION: Final = "One intention"
GRATEFUL: Final = "Grateful for"
GRATEFUL_HINT: Final = "up to three things, one per line"
CONTACT: Final = "Contact made"
MEDICINE: Final = "Medicine taken"
MEDICINE_HINT: Final = "As prescribed. Each dose is on the list of medicines."
MEETING: Final = "Meeting attended"
MEETING_KIND: Final = "What kind"
STILL_RECORDED: Final = "Check-in saved. What you recorded that day stays on the Timeline."
ITS_DAY: Final = "Its day"
ITS_DAY_HINT: Final = "Another day moves it there, with the days of your focuses that it filled in."
OTHER_DAY: Final = "Another day"
OTHER_DAY_HINT: Final = "yesterday, last monday, -3, 19 Nov; enter goes there"


def another_on(day: date, today: date) -> str:
    """Say that a day has a check-in already, and that moving one more there keeps both."""
    return f"{format_day(day, today)} already has a check-in. Saving keeps both."


def checkin_title(day: date, today: date) -> str:
    """Return ``check-in · Mon 23 Nov``."""
    return f"check-in · {format_day(day, today)}"


translated(__name__)
