"""What is said of hard days ahead: in their list and form, on Today, and on the page for the mentor."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.hard_days import HardDay
from journal.text.es.page import AHEAD_HEADING

PANEL: Final = "días difíciles que vienen"
NONE: Final = (
    "Ningún día difícil anotado. Pulsa + para añadir uno: un día de cobro, una cena familiar, una noche a solas."
)
KEYS: Final = "enter editar · d borrar · w imprimir"

FORM: Final = "un día difícil que viene"
DAY: Final = "Día"
DAY_HINT: Final = "vie, 12 dic, +5"
DAY_NEEDED: Final = "¿Qué día? Prueba: vie, 12 dic o +5."
WHAT: Final = "Qué es"
WHAT_HINT: Final = "Un día de cobro, una cena familiar, una noche a solas."
WHAT_NEEDED: Final = "Escribe en pocas palabras qué es."
CALL_BEFORE: Final = "Llamar antes"
CALL_BEFORE_HINT: Final = "A quién llamas antes. Basta un nombre."
CALL_AFTER: Final = "Llamar después"
CALL_AFTER_HINT: Final = "A quién llamas cuando haya pasado."
WAY_OUT: Final = "Una salida"
WAY_OUT_HINT: Final = "Cómo te vas antes: tu coche, un taxi, un motivo que puedas dar."
WHO_KNOWS: Final = "Quién lo sabe"
WHO_KNOWS_HINT: Final = "Quién sabe que este día puede ser difícil."
HOW_WAS_IT: Final = "¿Cómo fue?"
HOW_WAS_IT_HINT: Final = "Bastan unas palabras. Cualquier respuesta está bien."

SHEET: Final = "imprimir los días difíciles"
SHEET_TITLE: Final = "Días difíciles que vienen"
SHEET_HEADING: Final = AHEAD_HEADING
SHEET_EMPTY: Final = "No hay ningún día difícil anotado."

ON_PAGE: Final = "día difícil"
A_HARD_DAY: Final = "un día difícil"
A_CALL_BEFORE: Final = "; una llamada antes"
A_CALL_AFTER: Final = "; una llamada después"
SOMEONE_KNOWS: Final = "; alguien lo sabe"
"""Said on a page where names may not go."""


def format_heading(one: HardDay, today: date) -> str:
    """Return ``vie 12 dic: día de cobro``."""
    return f"{format_day(one.day, today)}: {one.what}"


def format_line(one: HardDay, today: date) -> str:
    """Return ``vie 12 dic  día de cobro: antes llamar a Ana``: the line on Today, which begins that in the list."""
    before = f": antes llamar a {one.call_before}" if one.call_before else ""
    return f"{format_day(one.day, today)}  {one.what}{before}"


def format_listed(one: HardDay, today: date) -> str:
    """Return the line in the list; of a day that is over, how it was instead of what was planned."""
    if one.day < today:
        was = f": {one.how_it_was}" if one.how_it_was else ""
        return f"{format_day(one.day, today)}  {one.what}{was} · ya pasó"
    rest = (one.call_after and f"después llamar a {one.call_after}", one.way_out and f"salida: {one.way_out}")
    return " · ".join([format_line(one, today), *(part for part in rest if part)])


def format_question(one: HardDay, today: date) -> str:
    """Return ``vie 12 dic  día de cobro: ¿cómo fue?``."""
    return f"{format_day(one.day, today)}  {one.what}: ¿cómo fue?"


def whole(one: HardDay) -> str:
    """Return everything planned for the day, a sentence on each line."""
    said = (
        (CALL_BEFORE, one.call_before),
        (CALL_AFTER, one.call_after),
        (WAY_OUT, one.way_out),
        (WHO_KNOWS, one.who_knows),
        (HOW_WAS_IT, one.how_it_was),
    )
    return "\n".join(f"{name}{'' if name.endswith('?') else ':'} {words}" for name, words in said if words)


def before_words(name: str) -> str:
    """Return ``; antes llamar a Ana``, which follows what the day is."""
    return f"; antes llamar a {name}"


def after_words(name: str) -> str:
    """Return ``; después llamar a Ana``."""
    return f"; después llamar a {name}"


def way_out_words(way: str) -> str:
    """Return ``; salida: mi coche``."""
    return f"; salida: {way}"


def knows_words(name: str) -> str:
    """Return ``; lo sabe: Ana``."""
    return f"; lo sabe: {name}"
