"""What ``journal meeting`` says and asks."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated

MEETING_HELP: Final = """\
Log a meeting you went to, or a call, text or visit.

With --kind it is saved at once. Without it, on a terminal, you are asked line by line: what it was, when, who with, how
long, where, and a note. Only the numbers can be on a page for your mentor, never the note."""
KIND_HELP: Final = "What it was; contact is a call, text or visit."
DATE_HELP: Final = "The day it was, instead of today."
MINUTES_HELP: Final = "How long it was, 0 to 1440."
WITH_HELP: Final = "Who it was with: a name that is in the journal."

MINUTES_RANGE: Final = "Minutes are 0 to 1440."
NOBODY_TO_ASK: Final = "This is no terminal. Say what it was with --kind."
NOBODY_OF_THAT_NAME: Final = "Nobody in the journal has that name. Nothing was saved."
TO_COME: Final = "That's in the future. Nothing was saved."

ASKING_WHAT: Final = "What was it?"
ASKING_WHEN: Final = "Which day? Enter for today. Or: yesterday, 19 Nov, 19/11/2026."
ASKING_TIME: Final = "What time did it begin? 19:00, or enter."
ASKING_TIME_AGAIN: Final = "A time up to now, like 19:00, or enter."
ASKING_WITH: Final = "Who with?"
ASKING_MINUTES: Final = "How many minutes? A number, or enter."
ASKING_PLACE: Final = "Where? Or enter."
ASKING_NOTE: Final = "A note, or enter."
NOTHING_SAVED: Final = "Nothing was saved."


def last_week(counts: str) -> str:
    """Return ``Last 7 days: 2 meetings, 1 contact.``"""
    return f"Last 7 days: {counts}."


def saved(kind: str, day: date, today: date) -> str:
    """Return ``Saved: fellowship meeting, Mon 23 Nov.``"""
    return f"Saved: {kind}, {format_day(day, today)}."


translated(__name__)
