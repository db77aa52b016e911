"""Texts about the step of a fellowship. No step is quoted: the words are the person's own."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated

TITLE: Final = "fellowship step"
WHAT: Final = "The step you are working on, in your own words. The steps before it stay in the list."
EMPTY: Final = "None yet. Press + to add the step you are on."
ADD: Final = "+ add"
LINE_KEYS: Final = "enter edit · d delete"

FORM: Final = "a fellowship step"
NUMBER: Final = "Step"
WORDS: Final = "In your own words"
WORDS_HINT: Final = "What it means to you, what you are doing about it."
SINCE: Final = "Since"


def format_step(number: int) -> str:
    """Return ``step 4``."""
    return f"step {number}"


def format_line(number: int, since: date, today: date, words: str) -> str:
    """Return ``step 4, since Mon 2 Nov: writing the list``, the first line of the words."""
    first = words.strip().partition("\n")[0]
    return f"{format_step(number)}, since {format_day(since, today)}{f': {first}' if first else ''}"


translated(__name__)
