"""What the daily check-in asks. What it says about a use is in ``journal.text.es.slips``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day

RATINGS: Final = {
    "mood": "Ánimo",
    "energy": "Energía",
    "sleep": "Sueño, qué tal",
    "strongest_craving": "Ansia más fuerte",
}
"""The ratings in their order: name of the attribute → label."""

ANCHORS: Final = {
    "mood": "0 fatal, 10 genial",
    "energy": "0 nada, 10 mucha",
    "sleep": "0 mal, 10 bien",
    "strongest_craving": "0 nada, 10 lo peor",
}
"""What 0 and 10 mean, of each rating; at most 18 characters fit beside the digits."""

HALT: Final = "Siento"
INTENTION: Final = "Una intención"
GRATEFUL: Final = "Doy gracias por"
GRATEFUL_HINT: Final = "hasta tres cosas, una por línea"
CONTACT: Final = "Hablé con alguien"
MEDICINE: Final = "Medicamento"
MEDICINE_HINT: Final = "Tomado según la receta. Cada toma está en la lista de medicamentos."
MEETING: Final = "Fui a una reunión"
MEETING_KIND: Final = "De qué tipo"
STILL_RECORDED: Final = "Registro del día guardado. Lo que anotaste ese día sigue en Cronología."
ITS_DAY: Final = "Su día"
ITS_DAY_HINT: Final = "Otro día lo mueve allí, con los días de tus focos que rellenó."
OTHER_DAY: Final = "Otro día"
OTHER_DAY_HINT: Final = "ayer, lunes pasado, -3, 19 nov; enter va allí"


def another_on(day: date, today: date) -> str:
    """Say that a day has a check-in already, and that moving one more there keeps both."""
    return f"El {format_day(day, today)} ya tiene un registro. Al guardar se conservan los dos."


def checkin_title(day: date, today: date) -> str:
    """Return ``registro del día · lun 23 nov``."""
    return f"registro del día · {format_day(day, today)}"
