"""What is said about dates and times that people type: hints, what was understood, and what to try instead.

Only open forms and the timeline load it: the locked screen does without the arithmetic of dates.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.text.es.counting import count

_NEAR: Final = {-1: "ayer", 0: "hoy", 1: "mañana"}

DAY_HINT: Final = "ayer, -3, 19 nov"
NOT_A_DAY: Final = "Prueba: ayer, 19 nov o 19/11/2026."
NOT_A_DAY_AHEAD: Final = "Prueba: mañana, 19 nov o 19/11/2026."
NOT_A_TIME: Final = "Prueba: 19:30, 7pm o mediodía."


def understood_day(day: date, today: date) -> str:
    """Return ``jue 19 nov, hace 9 días``: the date that was understood, and how far away it is."""
    return f"{format_day(day, today)}, {_away((day - today).days)}"


def _away(days: int) -> str:
    """Return ``hace 9 días`` or ``dentro de 9 días`` for a number of days from today, negative for the past."""
    if days in _NEAR:
        return _NEAR[days]
    return f"hace {count(-days, 'día')}" if days < 0 else f"dentro de {count(days, 'día')}"
