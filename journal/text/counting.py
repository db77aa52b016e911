"""Counts a noun, for sentences in every part of the program."""

from __future__ import annotations

from journal.language import translated


def noun(number: int, one: str, many: str = "") -> str:
    """Return the noun that stands after a number; ``many`` where it takes more than a plain ``s``."""
    return one if number == 1 else many or f"{one}s"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 record`` or ``3,000 records``; ``many`` where the noun takes more than a plain ``s``."""
    return f"{number:,} {noun(number, one, many)}"


def short(value: float) -> str:
    """Return a number with as few digits as it needs: ``3``, ``2.5``."""
    return f"{value:g}"


def hours(value: float) -> str:
    """Return hours with one decimal, right-aligned: `` 0.8 h``."""
    return f"{value:>4.1f} h"


translated(__name__)
