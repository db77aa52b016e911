"""What is asked and said about coping strategies; what they came to is in ``cravings``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.domain.cravings import Needs
from journal.language import translated
from journal.text.labels import label

TITLE: Final = "what helps"
EMPTY: Final = "Nothing yet. Press o to choose from suggestions."
LIST_KEYS: Final = "+ add · o suggestions"
LINE_KEYS: Final = "enter edit · space favourite"

FORM: Final = "a coping strategy"
LABEL: Final = "What I do"
LABEL_HINT: Final = "A few words, as you would say them to yourself."
MINUTES: Final = "Minutes"
MINUTES_HINT: Final = "About how long it takes."
NEEDS: Final = "Needs"
STEPS: Final = "Steps"
STEPS_HINT: Final = "One per line."
FAVOURITE: Final = "A favourite"
FAVOURITE_HINT: Final = "Favourites come first in a craving."


def format_needs(needs: Iterable[Needs]) -> str:
    """Return ``needs phone, money``."""
    return f"needs {', '.join(label(need) for need in needs)}"


translated(__name__)
