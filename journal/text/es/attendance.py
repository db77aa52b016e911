"""What is printed on an attendance slip, and asked before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day
from journal.text.es.counting import count
from journal.text.es.sharing import OPEN_FILE

TITLE: Final = "ASISTENCIA"
MEETINGS_HEADING: Final = "MEETINGS"
CONTACTS_HEADING: Final = "CONTACTS"
"""The share ledger keeps these names, so they do not change; ``page.format_heading`` says them in Spanish."""
NAME: Final = "Nombre:"
WHEN: Final = "Cuándo"
WHAT: Final = "Qué"
SIGNATURE: Final = "Firma"
RULE: Final = "_" * 40
A_MEETING: Final = "reunión"
"""What a row says where only a check-in said so."""
A_CONTACT: Final = "contacto"

FORM: Final = "hoja de asistencia"
ABOUT: Final = "Día, tipo, lugar y minutos, con una línea para la firma. No lleva nombres ni notas."
FROM: Final = "Desde"
TO: Final = "Hasta"
ROWS: Final = "Incluir"
NO_ROWS: Final = "No hay reuniones ni contactos anotados en esos días."
NOTHING_TICKED: Final = "Elige al menos una línea."
FIRST_NEEDED: Final = "¿Desde qué día? Prueba: ayer, 19 nov o 19/11/2026."
ENDS_BEFORE_IT_BEGINS: Final = "Eso es antes del primer día."
SAVE_YES: Final = "Guardarla"


def format_row_day(day: date, local: datetime | None, *, with_year: bool) -> str:
    """Return ``lun 23 nov, 19:00``, or ``lun 23 nov 2026, 19:00``; without a time only the day."""
    return f"{format_day(day)}{f' {day.year}' if with_year else ''}{f', {local:%H:%M}' if local else ''}"


def format_period(first: date, last: date) -> str:
    """Return ``Periodo: mar 27 oct 2026 – lun 23 nov 2026``."""
    begins, ends = (format_row_day(day, None, with_year=True) for day in (first, last))
    return f"Periodo: {begins if first == last else f'{begins} – {ends}'}"


def format_minutes(minutes: int | None) -> str:
    """Return ``, 90 min``; empty where they are not known."""
    return f", {minutes} min" if minutes else ""


def format_contact(way: str) -> str:
    """Return ``contacto, por teléfono``."""
    return f"{A_CONTACT}, {way}" if way else A_CONTACT


def ask_to_save(lines: int, name: str) -> str:
    """Ask whether the slip may be written to the file of this name, which anyone can read."""
    return f"¿Guardar {count(lines, 'línea')} en {name}? {OPEN_FILE}"
