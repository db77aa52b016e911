"""What ``journal checkin``, ``slip`` and ``day`` say; the questions are those of the forms, in ``journal.text``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated

CHECKIN_HELP: Final = """\
The daily check-in: how you are, and each focus's day.

On a terminal it asks for what no option gives; enter skips a question. A check-in that is there is changed."""
SLIP_HELP: Final = """\
Log a slip. It says first who to call.

On a terminal it asks for what no option gives; enter skips a question. It costs that one day, and no other."""
DAY_HELP: Final = """\
Say what a day was, today's or an earlier one.

It prints what was logged before, and what is now. On a terminal it asks for what no option gives."""

FOCUS_HELP: Final = "Which focus, by its label; without it the only one."
DATE_HELP: Final = "The day, for example yesterday, -3 or 19 Nov; without it today."
TIME_HELP: Final = "The time, for example 19:30, 7pm or evening."
STATE_HELP: Final = "What it was; within and over where the day has a limit, na for a day that doesn't count."
AMOUNT_HELP: Final = "How much, for example 3 or '2.5 pills'."
PLANNED_HELP: Final = "Whether it was planned, if you plan some use."
PRESCRIBED_HELP: Final = "Whether it was a medicine of your own, taken as agreed."
OVER_HELP: Final = "Whether it was over the limit, where the amount doesn't say."
SITUATION_HELP: Final = "What was going on."
TRIGGER_HELP: Final = "What set it off; can be repeated."
START_HELP: Final = "Count your days from this one, if it is before the start."
NOTE_HELP: Final = "Read a note in your own words from standard input."
MOOD_HELP: Final = "0 to 10."
CRAVING_HELP: Final = "The strongest craving, 0 to 10."
HALT_HELP: Final = "What you are; can be repeated."
FOCUS_DAY_HELP: Final = "What a focus's day was, for example alcohol=free; can be repeated."
CONTACT_HELP: Final = "Whether you made contact with someone."
MEETING_HELP: Final = "Whether you attended a meeting."
WORDS_HELP: Final = "Read standard input: the intention, then up to three things you are grateful for, one per line."
YES_HELP: Final = "Ask nothing."

ASK_FOCUS: Final = "Which focus?"
ASK_DAY: Final = "Which day? Enter for today:"
ASK_STATE: Final = "What was this day?"
ASK_WHEN: Final = "When was it? Enter for today:"
ASK_TIME: Final = "What time? For example 19:30, 7pm or evening:"
ASK_THANKS: Final = "Grateful for (up to three things, one per line; enter ends):"

FOCUS_NEEDED: Final = "There is more than one focus: --focus says which, by its label."
NO_FOCUS: Final = "There is no focus yet, so there is nothing to log it for. Run `journal` and add one in Settings."
STATE_NEEDED: Final = "--state says what the day was."
LIMIT_HERE: Final = "This day has a limit: say within or over."
NO_LIMIT_HERE: Final = "There is no limit on this day: say used."
NOT_AN_AMOUNT: Final = "--amount starts with a number: 3, 2.5 or '3 hours'."
NOT_A_TIME: Final = "--time takes a time: 19:30, 7pm or evening."
FOCUS_DAY_FORM: Final = "--day takes a focus and its day: alcohol=free."
RATING_RANGE: Final = "A rating is a number from 0 to 10."
LOG_SLIP: Final = "`journal slip` logs what you know about it. Later is fine too."


def day_changed(label: str, day: date, today: date, before: str, now: str) -> str:
    """Return ``alcohol, Thu 19 Nov: was not logged, now free (calendar, filled in later)``."""
    return f"{label}, {format_day(day, today)}: was {before}, now {now}"


def not_counted_yet(reason: str) -> str:
    """Say that a day is marked, and why it doesn't count."""
    return f"This day is {reason}."


def checkin_saved(day: date, today: date) -> str:
    """Return ``Saved: check-in, Mon 23 Nov``."""
    return f"Saved: check-in, {format_day(day, today)}"


def number_line(before: str, now: str) -> str:
    """Return ``77 before, 77 now``: a figure before and with a use."""
    return f"{before} before, {now} now"


def states(names: Iterable[str]) -> str:
    """Name the states that a day can have."""
    return f"A day is one of {', '.join(names)}."


translated(__name__)
