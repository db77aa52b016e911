"""Counts a noun, for sentences in every part of the program."""

from __future__ import annotations

from journal.language import translated


def noun(number: int, one: str, many: str = "") -> str:
    """Return the noun that stands after a number; ``many`` where it takes more than a plain ``s``."""
    return one if number == 1 else many or f"{one}s"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 record`` or ``3,000 records``; ``many`` where the noun takes more than a plain ``s``."""
    return f"{number:,} {noun(number, one, many)}"


translated(__name__)
