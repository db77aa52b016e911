"""What is said about a page that is shared: how much goes, and its sections."""

from __future__ import annotations

from typing import Final

LEVELS: Final = (
    "minimal: how I am, days, promises, next. standard: numbers, goals, needs too. full: names, places, triggers too."
)


def section_words(name: str) -> str:
    """Return the heading of a section as words within a line: ``how I am``."""
    return name.lower().replace(" i ", " I ")
