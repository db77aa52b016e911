"""What the fields of forms say: their hints, and what they understand where something else was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.focuses import TaperStep
from journal.domain.uses import format_amount
from journal.text.counting import count

TAB_NEXT: Final = "tab: next"
_NEAR: Final = {-1: "yesterday", 0: "today", 1: "tomorrow"}

DAY_HINT: Final = "yesterday, last monday, -3, 19 Nov, 19/11/2026"
NOT_A_DAY: Final = "Try: yesterday, 19 Nov or 19/11/2026."
NOT_A_DAY_AHEAD: Final = "Try: tomorrow, 19 Nov or 19/11/2026."
NOT_A_TIME: Final = "Try: 19:30, 7pm or noon."

NOT_A_NUMBER: Final = "Enter 0 or more, for example 3 or 2.5."
_TAPER_EXAMPLE: Final = "today 6; 1 Dec 4; 15 Dec 2"
TAPER_HINT: Final = f"From when, at most how much a day: {_TAPER_EXAMPLE}"
NOT_A_TAPER: Final = f"Try: {_TAPER_EXAMPLE}."

FILE: Final = "File"
NO_SUCH_HOME: Final = "There is no home folder with that name."

PASSPHRASE: Final = "Passphrase"
PASSPHRASE_AGAIN: Final = "Repeat it"
PASSPHRASE_NEEDED: Final = "Enter a passphrase."
PASSPHRASES_DIFFER: Final = "The two don't match. Type it again here, or press F6 for the six words."
SIX_WORDS_OFFERED: Final = (
    "Six random words, if you want them. Press F6 to use this passphrase. Write it down, then type it again:"
)
SIX_WORDS_TAKEN: Final = "Write them down now, then type them below."
SECRET_CLEARED: Final = "What you typed here was cleared, so that nobody else can use it. Type it again."
WORDS_HIDDEN: Final = "Hidden. Press F7 to show them."
WORDS_SHOWN: Final = "Shown. Press F7 to hide them."


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
    empty = ", or leave it empty" if optional else ""
    return f"Enter a whole number from {between(minimum, maximum)}{empty}."


def words_counted(count: int) -> str:
    """Say how many of the 24 recovery words are typed; nothing for none."""
    return f"{count} of 24 words. " if count else ""


def file_needed(example: str) -> str:
    """Say that a field takes the name of a file, like the ``example``."""
    return f"Enter a file name, for example {example}."


TOO_MANY_MINUTES: Final = "That is more than a day. Enter minutes."


def format_steps(steps: Sequence[TaperStep], today: date) -> str:
    """Return what was understood of a taper: ``6 a day now, since Sun 1 Nov · 4 from Tue 1 Dec``; empty for none."""
    past = [step for step in steps if step.from_date <= today]
    if not steps:
        return ""
    now = past[-1] if past else None
    said = [] if now is None else [f"{format_amount(now.maximum, '')} a day now, since {_step_day(now, today)}"]
    said += [
        f"{format_amount(step.maximum, '')}{'' if now or place else ' a day'} from {_step_day(step, today)}"
        for place, step in enumerate(steps[len(past) :])
    ]
    return " · ".join(said)


def _step_day(step: TaperStep, today: date) -> str:
    return "today" if step.from_date == today else format_day(step.from_date, today)
