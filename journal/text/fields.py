"""What the fields of forms say: their hints, and what they understand where something else was typed."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.text.counting import count

_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}

DAY_HINT: Final = "yesterday, last monday, -3, 19 Nov, 19/11/2026"
NOT_A_DAY: Final = "Try: yesterday, 19 Nov or 19/11/2026."
NOT_A_DAY_AHEAD: Final = "Try: tomorrow, 19 Nov or 19/11/2026."
NOT_A_TIME: Final = "Not a time of day: 19:30, 7pm and noon are understood."

NOT_A_NUMBER: Final = "Not a number: 3 and 2.5 are understood."
_TAPER_EXAMPLE: Final = "today 6; 1 Dec 4; 15 Dec 2"
TAPER_HINT: Final = f"From when, at most how much a day: {_TAPER_EXAMPLE}"
NOT_A_TAPER: Final = f"Not steps: {_TAPER_EXAMPLE} is understood."

FILE: Final = "File"
NO_SUCH_HOME: Final = "There is no home directory of that name."

PASSPHRASE: Final = "Passphrase"
PASSPHRASE_AGAIN: Final = "Once more"
PASSPHRASE_NEEDED: Final = "A passphrase is needed."
PASSPHRASES_DIFFER: Final = "The two are not the same. Type it again here, or F6 for the six words."
SIX_WORDS_OFFERED: Final = (
    "Six random words, if you want them; F6 takes them. Write them down, then type them once more:"
)
SIX_WORDS_TAKEN: Final = "Taken. Write them down now, then type them below."
SECRET_CLEARED: Final = "What you typed here was cleared, so that nobody else uses it. Type it again."
WORDS_HIDDEN: Final = "They are hidden; F7 shows them."


def understood_day(day: date, today: date) -> str:
    """Return ``Thu 19 Nov, 9 days ago``: the date that was understood, and how far away it is."""
    return f"{format_day(day, today)}, {_away((day - today).days)}"


def _away(days: int) -> str:
    """Return ``9 days ago`` or ``in 9 days`` for a number of days from today, negative for the past."""
    if days in _NEAR:
        return _NEAR[days]
    return f"{count(-days, 'day')} ago" if days < 0 else f"in {count(days, 'day')}"


def between(minimum: int, maximum: int) -> str:
    """Return ``1 to 60``: the numbers that a field takes."""
    return f"{minimum} to {maximum}"


def whole_number(minimum: int, maximum: int, *, optional: bool) -> str:
    """Say which whole numbers a field takes, and that one is needed unless it is ``optional``."""
    needed = "" if optional else " goes here"
    return f"A whole number from {between(minimum, maximum)}{needed}."


def file_needed(example: str) -> str:
    """Say that a field takes the name of a file, like the ``example``."""
    return f"A file goes here: {example} is understood."


TOO_MANY_MINUTES: Final = "More than a day: minutes are meant."
