"""What is said of a page that is shared: how much goes, and its sections."""

from __future__ import annotations

from typing import Final

LEVELS: Final = (
    "minimal: how I am, days, promises, next. standard: numbers, goals, needs too. full: names, places, triggers too."
)


def section_words(name: str) -> str:
    """The name of a section within a line: ``how I am``."""
    return name.lower().replace(" i ", " I ")
