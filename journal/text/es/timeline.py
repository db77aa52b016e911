"""What the timeline says: its keys, what it found, and where there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from journal.domain.date_names import month_name, short_month
from journal.domain.dates import add_months, format_date, format_day
from journal.domain.record import Sensitivity
from journal.text.es.counting import count, whole
from journal.text.es.dates import understood_day
from journal.text.es.labels import label

KEYS: Final = "enter abrir · r para mi mentor · d borrar · B papelera"
EMPTY_KEYS: Final = "B papelera"
SEARCH: Final = "buscar: palabras, o una fecha como 19 nov"
ALL_KINDS: Final = "todo"
FOR_MENTOR: Final = "para mi mentor"
"""Said of a line that is saved for the next meeting."""

NOTHING_YET: Final = "Aún no hay nada. Pulsa a para el registro del día, n para escribir, ^r en un ansia."
NOTHING_OF_IT: Final = "Todavía no hay nada de este tipo. Pulsa esc para ver todo."
DELETE_WHERE_OPEN: Final = "Abre la línea con enter para borrarla."
NOTHING_FOUND: Final = "No se encontró nada. Pulsa esc para ver todo."


WHAT_TO_SHOW: Final = "qué mostrar"
WHAT_TO_SHOW_KEYS: Final = "ctrl+s mostrar · ctrl+t mostrar todo · esc volver"
FILTERS: Final = {
    "table": "Tipo",
    "focus": "Sobre",
    "person": "Con",
    "tag": "Etiqueta",
    "sensitivity": "Compartir",
}
"""Part of a filter → its name in the form."""
PERIOD: Final = "Cuándo"
PERIOD_HINT: Final = "marzo, año pasado, desde 3 may hasta 19 nov"
NOT_A_PERIOD: Final = "Prueba: marzo, año pasado, desde 3 may, o desde 3 may hasta 19 nov."
NOTHING_LIKE_IT: Final = "No hay nada así. Pulsa esc para ver todo, o w para cambiar qué se muestra."
SHOW_ALL: Final = "esc: ver todo"


def format_shown(parts: Iterable[str]) -> str:
    """Return ``ansias · alcohol · marzo 2026 · esc: ver todo``: what is shown, and how to see the rest."""
    return " · ".join([*parts, SHOW_ALL])


def format_person(name: str) -> str:
    """Return ``con R.``."""
    return f"con {name}"


def format_tag(tag: str) -> str:
    """Return ``etiqueta: trabajo``."""
    return f"etiqueta: {tag}"


def format_sensitivity(sensitivity: Sensitivity) -> str:
    """Return ``compartir: solo números``."""
    return f"compartir: {label(sensitivity)}"


def format_period(first: date | None, last: date | None) -> str:
    """Return a period, both ends included, in words that ``parse_span`` reads; empty without any end.

    ``marzo 2026``, ``2025``, ``19 nov 2026``, ``3 may 2026 – 19 nov 2026``, ``desde 3 may 2026``, ``hasta 3 may 2026``.
    """
    if first is None or last is None:
        words = f"desde {_full(first)}" if first else f"hasta {_full(last)}" if last else ""
    elif first == last:
        words = _full(first)
    elif (first.day, last) == (1, add_months(first, 1) - timedelta(days=1)):
        words = f"{month_name(first.month)} {first.year}"
    elif (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        words = str(first.year)
    else:
        words = f"{_full(first)} – {_full(last)}"
    return words


def _full(day: date) -> str:
    return f"{day.day} {short_month(day.month)} {day.year}"


def format_found(number: int, period: tuple[date, date] | None, today: date) -> str:
    """Return ``3 resultados``; for a date ``3 resultados: jue 19 nov, hace 9 días``; for a month its days."""
    found = count(number, "resultado")
    if period is None:
        return found
    first, last = period
    when = understood_day(first, today) if first == last else _format_month(first, last, today)
    return f"{found}: {when}"


def _format_month(first: date, last: date, today: date) -> str:
    return format_date(first, last) if first.year == today.year else f"{format_date(first, last)} {first.year}"


def format_month(day: date, number: int) -> str:
    """Return ``noviembre 2026 · 41``: the heading above the records of a month, and how many there are."""
    return f"{month_name(day.month)} {day.year} · {whole(number)}"


def format_listed(number: int) -> str:
    """Return ``120, lo más nuevo primero``; empty for none."""
    return f"{whole(number)}, lo más nuevo primero" if number else ""


def record_of_day(name: str, day: date, today: date) -> str:
    """Return ``ansia, lun 23 nov``: the record that is to be erased."""
    return f"{name}, {format_day(day, today)}"
