"""What ``journal meeting`` says and asks."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day

MEETING_HELP: Final = """\
Anotar una reunión, llamada, mensaje o visita.

Con --kind se guarda enseguida. Sin eso, en una terminal, se pregunta línea por línea: qué fue, cuándo, con quién,
cuánto duró, dónde, y una nota. En una página para tu mentor solo pueden ir los números, nunca la nota."""
KIND_HELP: Final = "Qué fue; contact es una llamada, un mensaje o una visita."
DATE_HELP: Final = "El día en que fue, en lugar de hoy."
MINUTES_HELP: Final = "Cuánto duró, de 0 a 1440."
WITH_HELP: Final = "Con quién fue: un nombre que está en el diario."

MINUTES_RANGE: Final = "Los minutos van de 0 a 1440."
NOBODY_TO_ASK: Final = "Esto no es una terminal. Di qué fue con --kind."
NOBODY_OF_THAT_NAME: Final = "En el diario nadie tiene ese nombre. No se guardó nada."
TO_COME: Final = "Eso está en el futuro. No se guardó nada."

ASKING_WHAT: Final = "¿Qué fue?"
ASKING_WHEN: Final = "¿Qué día? Enter para hoy. O: ayer, 19 nov, 19/11/2026."
ASKING_TIME: Final = "¿A qué hora empezó? 19:00, o enter."
ASKING_TIME_AGAIN: Final = "Una hora hasta ahora, como 19:00, o enter."
ASKING_WITH: Final = "¿Con quién?"
ASKING_MINUTES: Final = "¿Cuántos minutos? Un número, o enter."
ASKING_PLACE: Final = "¿Dónde? O enter."
ASKING_NOTE: Final = "Una nota, o enter."
NOTHING_SAVED: Final = "No se guardó nada."


def last_week(counts: str) -> str:
    """Return ``Últimos 7 días: 2 reuniones, 1 contacto.``"""
    return f"Últimos 7 días: {counts}."


def saved(kind: str, day: date, today: date) -> str:
    """Return ``Guardado: grupo de apoyo, lun 23 nov.``"""
    return f"Guardado: {kind}, {format_day(day, today)}."
