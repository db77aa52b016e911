"""What is printed on the token of a milestone, and asked before."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day

TITLE: Final = "Hito"
HEADING: Final = "MILESTONE"
ABOUT_HEADING: Final = "ABOUT"
"""The share ledger keeps the headings as they are here: they stay English, and a change needs a migration."""
PAPER: Final = "ficha de un hito"
"""What the list of shares calls it."""

FORM: Final = "una ficha para imprimir"
WHAT: Final = "Un hito y su día, del tamaño de una tarjeta. Solo lo que tus días aún muestran."
WHICH: Final = "Hito"
ABOUT: Final = "Decir de qué trata"
ABOUT_HINT: Final = "Con eso, quien encuentre la ficha lo sabrá."
EMPTY: Final = "Todavía no hay ningún hito que imprimir. El primero: 24 horas."
NOTHING_CHOSEN: Final = "Elige un hito: pulsa un número, o usa las flechas y enter."
NOT_ENCRYPTED: Final = (
    "El archivo no está cifrado: quien lo encuentre puede leerlo. Imprímelo y luego borra el archivo."
)


def format_on(day: date) -> str:
    """Return ``lun 5 oct 2026``."""
    return f"{format_day(day)} {day.year}"
