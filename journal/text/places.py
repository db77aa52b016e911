"""The names of the five places, and the day and the lock that are next to them at the top."""

from __future__ import annotations

from typing import Final

from journal.language import translated

NAMES: Final = {"today": "Today", "timeline": "Timeline", "patterns": "Patterns", "plan": "Plan", "mentor": "Mentor"}


def status_texts(day: str, minutes: int) -> tuple[str, ...]:
    """Return the day and when the journal locks, the longest wording first and the last one empty."""
    return f"{day} · locks in {minutes} min", f"{day} · {minutes} min", day, ""


translated(__name__)
