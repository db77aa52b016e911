"""What is said of the home walk-through in its list, its forms and on its sheet, and of the naloxone on F4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.home_walk import HomeItem, Naloxone, expires_soon, is_expired
from journal.language import translated
from journal.text.counting import count

PAPER: Final = "Home walk-through"
NOTHING: Final = "nothing written yet"

NAME: Final = "home walk-through"
WHAT: Final = "Go through the rooms together. What leaves, and who holds it? None of it goes on your page."
EMPTY: Final = "Nothing listed yet. Press + to add a thing that leaves."
LINE_KEYS: Final = "space gone · enter edit · d delete"
ADD: Final = "+ add"
PRINT: Final = "w print"
THIS_LINE: Final = "this line"

FORM: Final = "something that leaves"
ROOM: Final = "Room"
ROOM_HINT: Final = "Kitchen, bathroom, car."
THING: Final = "What leaves"
THING_NEEDED: Final = "Write what leaves."
HOLDER: Final = "Who holds it"
HOLDER_HINT: Final = "Or where it goes: a friend, the pharmacy, the bin."
IS_GONE: Final = "Gone"

NALOXONE: Final = "naloxone"
NALOXONE_KEY: Final = "n"
REPLACE_IT: Final = ": get a new one"
NO_NALOXONE: Final = "not written down yet"
NALOXONE_FORM: Final = "naloxone"
NALOXONE_ABOUT: Final = "F4 shows this while the journal is open, at the steps for someone who won't wake up."
PLACE: Final = "Where it is"
PLACE_HINT: Final = "So that someone who has never been here finds it."
PLACE_NEEDED: Final = "Write where it is."
EXPIRES: Final = "Expires"
EXPIRES_HINT: Final = "The date on the box: 31 Mar 2027, or 2027-03."
WHO: Final = "Who can use it"
WHO_HINT: Final = "Who here knows how."

SHEET: Final = "print the home walk-through"
SHEET_ABOUT: Final = "For the two of you. Choose its lines: what is on paper can be found."
SHEET_EMPTY: Final = "Nothing is listed yet."
SHEET_TITLE: Final = "Home walk-through"
HEADING_ROOMS: Final = "ROOM BY ROOM"
HEADING_NALOXONE: Final = "NALOXONE"
"""The share ledger keeps the headings as they are here: a change needs a migration."""


def format_state(items: Sequence[HomeItem], kit: Naloxone | None, today: date) -> str:
    """Return ``3 of 5 gone · naloxone expires in 12 days``; an expiry date that is far off is left out."""
    gone = f"{sum(item.done_on is not None for item in items)} of {len(items)} gone" if items else ""
    near = kit is not None and (is_expired(kit, today) or expires_soon(kit, today))
    expiry = f"{NALOXONE} {format_expiry(kit, today).removesuffix(REPLACE_IT)}" if kit and near else ""
    return " · ".join(part for part in (gone, expiry) if part) or (NALOXONE if kit else NOTHING)


def format_item(item: HomeItem) -> str:
    """Return ``Kitchen: two bottles · R. holds it``."""
    held = f" · {item.holder}" if item.holder else ""
    return f"{f'{item.room}: ' if item.room else ''}{item.what}{held}"


def format_expiry(kit: Naloxone, today: date) -> str:
    """Return ``expired Tue 3 Nov: get a new one``, ``expires in 12 days: get a new one``, ``expires 31 Mar 2027``."""
    on = kit.expires_on
    if on is None:
        return ""
    if is_expired(kit, today):
        return f"expired {format_day(on, today)}{REPLACE_IT}"
    if expires_soon(kit, today):
        days = (on - today).days
        when = f"in {count(days, 'day')}" if days else "today"
        return f"expires {when}{REPLACE_IT}"
    return f"expires {format_day(on, today)}"


def format_naloxone(kit: Naloxone, today: date) -> str:
    """Return ``kitchen drawer · Ana can use it · expires in 12 days: get a new one``."""
    parts = (kit.place, f"{kit.who} can use it" if kit.who else "", format_expiry(kit, today))
    return " · ".join(part for part in parts if part)


def at_hand(kit: Naloxone, today: date) -> str:
    """Return the line on the screen with the helplines: ``Your naloxone: kitchen drawer · Ana can use it``."""
    return f"Your naloxone: {format_naloxone(kit, today)}"


def sheet_line(item: HomeItem) -> str:
    """Return ``two bottles; held by R.``, which follows the room and a box."""
    return f"{item.what}; held by: {item.holder}" if item.holder else item.what


translated(__name__)
