"""What ``journal patterns`` says."""

from __future__ import annotations

from typing import Final

from journal.language import translated

PATTERNS_HELP: Final = "Count your cravings: by hour, weekday, trigger and more. It shows what happened, not why."
PATTERNS_FROM_HELP: Final = "The first day, for example -27 or 1 Sep; without it, twelve weeks."
PATTERNS_UNTIL_HELP: Final = "The last day, which is included; without it, today."
PATTERNS_FOCUS_HELP: Final = "Only this focus, by its label; without it, everything you track."
PATTERN_HEADINGS: Final = ("About", "What", "Number", "Passed")
COMPARED_HEADINGS: Final = ("About", "What", "Number", "Before", "Passed", "Passed before")
"""Headings of the cells, of each one in accessible mode."""
NO_CRAVINGS_THEN: Final = "No cravings in this time."


translated(__name__)
