"""What an agreement says, topic by topic, and what is printed on its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.agreements import MOST_HOURS, Agreement
from journal.domain.dates import format_day
from journal.language import translated
from journal.text.counting import count
from journal.text.labels import label

FORM_TITLE: Final = "WHAT WE AGREE TO"
TYPED_IN: Final = "The journal asks these questions in the same order, so you can type it in later."
"""Stands at the end of the form."""

WE_MEET: Final = "We meet"
I_EXPECT: Final = "I expect"
YOU_EXPECT: Final = "You expect"
BETWEEN_US: Final = "Between us"
ITS_LIMITS: Final = "Its limits"
YOUR_ANSWER: Final = "Your answer"
NOT_WANTED: Final = "I don't want"
A_PAUSE: Final = "A pause"
LONG_ANSWERS: Final = frozenset({I_EXPECT, YOU_EXPECT, BETWEEN_US, ITS_LIMITS, YOUR_ANSWER, NOT_WANTED, A_PAUSE})
"""Topics whose answers need two lines when written by hand."""
PRINT: Final = "print the agreement"
PRINT_WHICH: Final = "Form"
PRINT_BLANK: Final = "blank"
PRINT_FILLED: Final = "filled in"

NAME: Final = "what we agree to"
KEYS: Final = "ctrl+s save · F6 versions · F7 print · esc back"
TOGETHER: Final = (
    "Talk it through together; ten minutes are enough. Leave empty what you like. You can change all of it later."
)
PERSON: Final = "With"
NOBODY: Final = "Who with? Press + on Mentor to add someone."
STAYS_THEIRS: Final = "You agreed this with someone else. Start a new one on Mentor."
START: Final = "Starts"
START_HINT: Final = "today, thu, 26 Nov"
WEEKS: Final = "Length (weeks)"
WEEKS_HINT: Final = "12 is usual."
ONE_TO_ONE: Final = "One-to-one, hours"
ONE_TO_ONE_HINT: Final = "A week. 0.5 is half an hour."
GROUPS: Final = "Groups, hours"
GROUPS_HINT: Final = "A week, all groups together."
TOO_MANY_HOURS: Final = f"A week has {MOST_HOURS} hours."
CADENCE: Final = "We meet"
CONTACT: Final = "Reached by"
CONTACT_HINT: Final = "What you try first: a message, a call."
QUIET: Final = "Quiet hours"
MINE: Final = "I expect"
THEIRS: Final = "My mentor expects"
BETWEEN: Final = "Stays between us"
LIMITS: Final = "Its limits"
LIMITS_HINT: Final = "When it would not stay between us."
TELL_WITHIN: Final = "Slip told within"
TELL_WITHIN_HINT: Final = "Hours. 24 is usual."
ANSWER: Final = "What they do then"
UNWANTED: Final = "I don't want"
MAY_PAUSE: Final = "A pause"
PAUSE: Final = "A pause isn't a step back. A mentor may need one, too, to protect their own recovery."
REVIEW: Final = "Next review"
REVIEW_HINT: Final = "+42, 7 Jan"
HOW_WE_END: Final = "How we end"
MY_INITIALS: Final = "My initials"
THEIR_INITIALS: Final = "Their initials"
NOT_SIGNED: Final = "not signed yet"

STATE: Final = "Status"
GOES_ON: Final = "active"
RESTS: Final = "paused"
ENDED: Final = "ended"
SINCE: Final = "Since"
ASKED_BY: Final = "Who asked for it"
BY_ME: Final = "me"
BY_MENTOR: Final = "my mentor"
ENDING: Final = "How it ended"
END: Final = "Nothing is deleted. The agreement and every meeting stay here."
END_ASKS: Final = "End this agreement?"
END_YES: Final = "End it"
END_NO: Final = "Not now"

VERSIONS: Final = "versions"
VERSIONS_KEYS: Final = "↑ ↓ version · esc back"
VERSIONS_EMPTY: Final = "No agreement with them yet."
VERSION_SAYS: Final = "what it says"
VERSIONS_STAY: Final = "Earlier versions stay as they were. The form changes the newest one."


def form_title(version: int | None) -> str:
    """Return the title, with the version of an agreement that is there already."""
    return FORM_TITLE if version is None else f"{FORM_TITLE}, version {version}"


def describe(agreement: Agreement) -> list[tuple[str, str]]:
    """Return everything that is agreed as (topic, text), in the order in which two people talk about it."""
    within = "" if agreement.tell_within is None else f"told within {count(agreement.tell_within, 'hour')}"
    return [
        (START, agreement.start.isoformat()),
        (WEEKS, str(agreement.weeks)),
        ("One-to-one", _hours(agreement.one_to_one_hours)),
        ("Groups", _hours(agreement.group_hours)),
        (WE_MEET, label(agreement.cadence)),
        ("Reached by", agreement.contact_ways),
        ("Quiet hours", agreement.quiet_hours),
        (I_EXPECT, agreement.mine),
        (YOU_EXPECT, agreement.theirs),
        (BETWEEN_US, agreement.between_us),
        (ITS_LIMITS, agreement.limits),
        ("After a slip", within),
        (YOUR_ANSWER, agreement.answer),
        (NOT_WANTED, agreement.not_wanted),
        (A_PAUSE, agreement.may_pause),
        (REVIEW, agreement.review_on.isoformat() if agreement.review_on else ""),
        (HOW_WE_END, agreement.how_we_end),
        ("My initials", agreement.my_initials),
        ("Yours", agreement.their_initials),
    ]


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else f"{hours.normalize():f} h a week"


def format_version(agreement: Agreement) -> str:
    """Say which version it is, and whether both agreed to it."""
    agreed = "agreed by both" if agreement.agreed else NOT_SIGNED
    return f"Version {agreement.version}, {agreed}. F6 shows earlier versions."


def next_version(version: int) -> str:
    """Say that a change was saved as another version."""
    return f"Saved as version {version}; the earlier one stays as it was. Add your initials together."


def version_line(agreement: Agreement, today: date) -> str:
    """Return ``version 2 · Thu 19 Nov · agreed by both``, and when it ended."""
    agreed = "agreed by both" if agreement.agreed else NOT_SIGNED
    parts = [f"version {agreement.version}", format_day(agreement.local_date, today), agreed]
    return " · ".join([*parts, *([f"ended {format_day(agreement.ended_on)}"] if agreement.ended_on else [])])


translated(__name__)
