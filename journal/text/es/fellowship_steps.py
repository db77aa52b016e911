"""Texts about the step of a fellowship. No step is quoted: the words are the person's own."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day

TITLE: Final = "paso del grupo"
WHAT: Final = "El paso en el que trabajas, con tus palabras. Los pasos anteriores se quedan en la lista."
EMPTY: Final = "Todavía ninguno. Pulsa + para añadir el paso en el que estás."
ADD: Final = "+ añadir"
LINE_KEYS: Final = "enter editar · d borrar"

FORM: Final = "un paso del grupo"
NUMBER: Final = "Paso"
WORDS: Final = "Con mis palabras"
WORDS_HINT: Final = "Qué significa para ti, qué estás haciendo con él."
SINCE: Final = "Desde"


def format_step(number: int) -> str:
    """Return ``paso 4``."""
    return f"paso {number}"


def format_line(number: int, since: date, today: date, words: str) -> str:
    """Return ``paso 4, desde el lun 2 nov: escribir la lista``, the first line of the words."""
    first = words.strip().partition("\n")[0]
    return f"{format_step(number)}, desde el {format_day(since, today)}{f': {first}' if first else ''}"
