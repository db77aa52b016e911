"""What an agreement says, topic by topic, and what is printed on its form."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from journal.domain.agreements import Agreement
from journal.text.labels import label

FORM_TITLE: Final = "WHAT WE AGREE TO"
TYPED_IN: Final = "The questions come in this order in the journal, so that it can be typed in later."
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


def form_title(version: int | None) -> str:
    """Return the title, with the version of an agreement that is there already."""
    return FORM_TITLE if version is None else f"{FORM_TITLE}, version {version}"


def describe(agreement: Agreement) -> list[tuple[str, str]]:
    """Return everything that is agreed as (topic, text), in the order in which two people talk about it."""
    within = "" if agreement.tell_within is None else f"told within {agreement.tell_within} hours"
    return [
        ("Begins", agreement.start.isoformat()),
        ("For weeks", str(agreement.weeks)),
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
        ("Looked at on", agreement.review_on.isoformat() if agreement.review_on else ""),
        ("How we end", agreement.how_we_end),
        ("My initials", agreement.my_initials),
        ("Yours", agreement.their_initials),
    ]


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else f"{hours.normalize():f} h a week"
