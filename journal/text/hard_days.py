"""What is said of hard days ahead: in their list and form, on Today, and on the page for the mentor."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.hard_days import HardDay
from journal.language import translated
from journal.text.page import AHEAD_HEADING

PANEL: Final = "hard days ahead"
NONE: Final = "No hard day written down. Press + to add one: a payday, a family dinner, a night alone."
KEYS: Final = "enter edit · d delete · w print"

FORM: Final = "a hard day ahead"
DAY: Final = "Day"
DAY_HINT: Final = "fri, 12 Dec, +5"
DAY_NEEDED: Final = "Which day? Try: fri, 12 Dec or +5."
WHAT: Final = "What it is"
WHAT_HINT: Final = "A payday, a family dinner, a night alone."
WHAT_NEEDED: Final = "Write in a few words what it is."
CALL_BEFORE: Final = "Call before"
CALL_BEFORE_HINT: Final = "Who you call before it. A name is enough."
CALL_AFTER: Final = "Call after"
CALL_AFTER_HINT: Final = "Who you call when it's over."
WAY_OUT: Final = "A way out"
WAY_OUT_HINT: Final = "How you leave early: your own car, a taxi, a reason you can give."
WHO_KNOWS: Final = "Who knows"
WHO_KNOWS_HINT: Final = "Who knows that this day may be hard."
HOW_WAS_IT: Final = "How was it?"
HOW_WAS_IT_HINT: Final = "A few words are enough. Any answer is fine."

SHEET: Final = "print the hard days ahead"
SHEET_TITLE: Final = "Hard days ahead"
SHEET_HEADING: Final = AHEAD_HEADING
SHEET_EMPTY: Final = "No hard day ahead is written down."

ON_PAGE: Final = "hard day"
A_HARD_DAY: Final = "a hard day"
A_CALL_BEFORE: Final = "; a call before"
A_CALL_AFTER: Final = "; a call after"
SOMEONE_KNOWS: Final = "; someone knows"
"""Said on a page where names may not go."""


def format_heading(one: HardDay, today: date) -> str:
    """Return ``Fri 12 Dec: payday``."""
    return f"{format_day(one.day, today)}: {one.what}"


def format_line(one: HardDay, today: date) -> str:
    """Return ``Fri 12 Dec  payday: call Ana before``: what stands on Today, and begins the line in the list."""
    before = f": call {one.call_before} before" if one.call_before else ""
    return f"{format_day(one.day, today)}  {one.what}{before}"


def format_listed(one: HardDay, today: date) -> str:
    """Return the line in the list; of a day that is over, how it was instead of what was planned."""
    if one.day < today:
        was = f": {one.how_it_was}" if one.how_it_was else ""
        return f"{format_day(one.day, today)}  {one.what}{was} · over"
    rest = (one.call_after and f"call {one.call_after} after", one.way_out and f"way out: {one.way_out}")
    return " · ".join([format_line(one, today), *(part for part in rest if part)])


def format_question(one: HardDay, today: date) -> str:
    """Return ``Fri 12 Dec  payday: how was it?``."""
    return f"{format_day(one.day, today)}  {one.what}: how was it?"


def whole(one: HardDay) -> str:
    """Return everything planned for the day, a sentence on each line."""
    said = (
        (CALL_BEFORE, one.call_before),
        (CALL_AFTER, one.call_after),
        (WAY_OUT, one.way_out),
        (WHO_KNOWS, one.who_knows),
        (HOW_WAS_IT, one.how_it_was),
    )
    return "\n".join(f"{name}: {words}" for name, words in said if words)


def before_words(name: str) -> str:
    """Return ``; call Ana before``, which follows what the day is."""
    return f"; call {name} before"


def after_words(name: str) -> str:
    """Return ``; call Ana after``."""
    return f"; call {name} after"


def way_out_words(way: str) -> str:
    """Return ``; way out: own car``."""
    return f"; way out: {way}"


def knows_words(name: str) -> str:
    """Return ``; who knows: Ana``."""
    return f"; who knows: {name}"


translated(__name__)
