"""What the page to write on says."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.record import Sensitivity

NEW_ENTRY: Final = "una entrada nueva"
KEYS: Final = "F6 preguntas · ctrl+s guardar · esc volver"
SAVED_KEYS: Final = "F6 preguntas · F7 versiones · ctrl+s guardar · esc volver"
"""Of an entry that is in the journal already."""
TITLE: Final = "Título"
DAY: Final = "Día"
WRITE_HERE: Final = "Escribe aquí. Mientras escribes se guarda como borrador."
NOTHING_WRITTEN: Final = "Todavía no hay nada escrito."
FOR_MENTOR: Final = "Para mi mentor"
FOR_MENTOR_HINT: Final = "Ves cada línea antes de compartir una página."
SHARED: Final = {Sensitivity.NEVER: "no", Sensitivity.ASK: "preguntarme", Sensitivity.SHARE: "sí"}
"""The answers to whether an entry is for the mentor."""
READ_AGAIN: Final = "Releer"
READ_AGAIN_HINT: Final = "Se ofrece este mismo día en años siguientes, si lo activas en Ajustes."
TAGS: Final = "Etiquetas"
TAGS_HINT: Final = "Palabras para encontrarla. → completa una."


def entry_title(day: date, today: date) -> str:
    """Return ``entrada del lun 23 nov``."""
    return f"entrada del {format_day(day, today)}"


def too_many_tags(number: int, most: int) -> str:
    """Return ``Como mucho 20 etiquetas. Hay 23.``"""
    return f"Como mucho {most} etiquetas. Hay {number}."


def tag_too_long(longest: int) -> str:
    """Return ``Una etiqueta tiene como mucho 40 letras. Pon un espacio entre dos etiquetas.``"""
    return f"Una etiqueta tiene como mucho {longest} letras. Pon un espacio entre dos etiquetas."
