"""Days with a use in a row, after which stopping suddenly may be dangerous."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.days import Mark, day_word
from journal.domain.focuses import Focus
from journal.domain.uses import Use

_USED: Final = "+="
"""The letters of days with a use: over what was planned, and within it."""


def use_days_in_a_row(focus: Focus, uses: Iterable[Use], marks: Iterable[Mark], day: date) -> int:
    """Return how many days in a row had a use of the focus, counted back from ``day``, which is the last of them."""
    letters = day_word(focus, uses, marks, last=day, today=day).letters
    return len(letters) - len(letters.rstrip(_USED))
