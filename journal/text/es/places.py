"""The names of the five places, and the day and the lock that are next to them at the top."""

from __future__ import annotations

from typing import Final

NAMES: Final = {"today": "Hoy", "timeline": "Cronología", "patterns": "Patrones", "plan": "Plan", "mentor": "Mentor"}


def status_texts(day: str, minutes: int) -> tuple[str, ...]:
    """Return the day and when the journal locks, the longest wording first and the last one empty."""
    return f"{day} · bloqueo en {minutes} min", f"{day} · {minutes} min", day, ""
