"""Texts about weekly anchors."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date

TITLE: Final = "anclas semanales"
WHAT: Final = (
    "Cuatro o cinco cosas de cada semana que te sostienen: una reunión, una llamada, un paseo. Lo bastante concretas "
    "para decir sí o no."
)
ENOUGH: Final = "Cinco bastan: se miran en un minuto. Puedes archivar una que importe menos."
LEGEND: Final = "x cumplida   · sin cumplir"
EMPTY: Final = "Aún no hay ninguna. Pulsa + para añadir una: “grupo del lunes”, “llamar 2 veces a Ana”."
LINE_KEYS: Final = "espacio cumplida · enter editar · d borrar"
THIS_LINE: Final = "esta ancla"

FORM: Final = "un ancla semanal"
LINE: Final = "Cada semana"
LINE_HINT: Final = "Concreta: “grupo del lunes”, no “mejorar”."
SHOWN: Final = "Mirarla cada semana"


def this_week(monday: date, sunday: date, held: int, lines: int) -> str:
    """Return ``Esta semana, 23 – 29 nov: 3 de 4 hasta ahora.``"""
    return f"Esta semana, {format_date(monday, sunday)}: {held} de {lines} hasta ahora."


def week_before(held: int, lines: int) -> str:
    """Return ``La semana anterior: 3 de 4.``; empty if there were no anchors."""
    return f"La semana anterior: {held} de {lines}." if lines else ""
