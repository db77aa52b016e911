"""What is asked and said about reasons and good days, which are shown at the moments that the person chose."""

from __future__ import annotations

from typing import Final

from journal.domain.reasons import Reason, ReasonKind
from journal.language import translated
from journal.text import plan as plan_text

TITLE: Final = "why I do this"
LIST_KEYS: Final = "+ add · b pros and cons"
EMPTY: Final = "None yet. You'll see them when a craving comes."
FORM: Final = "a reason, or a good day"
WORDS: Final = "In your words"
WORDS_HINT: Final = "Why you do this, or how a good day goes."
KIND: Final = "This is"
SHOW: Final = "Show it"
SHOW_HINT: Final = "Choose one or more. With none, you find it on Plan."

_BEFORE: Final = {ReasonKind.WHY: "Why I do this", ReasonKind.GOOD_DAY: "A good day"}
"""What stands before the words."""


def format_reason(reason: Reason) -> str:
    """Return ``Why I do this: mornings.`` or ``A good day: coffee with Ana, a run, in bed by ten.``"""
    return f"{_BEFORE[reason.kind]}: {reason.text}"


def format_line(reason: Reason) -> str:
    """Return a reason as it stands in its list on Plan."""
    words = format_reason(reason) if reason.kind is ReasonKind.GOOD_DAY else reason.text
    return f"{words} · {plan_text.SHOWN_HERE}" if reason.archived else words


translated(__name__)
