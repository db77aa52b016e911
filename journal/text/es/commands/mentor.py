"""What ``journal due``, ``needs``, ``agreement`` and ``commitments`` say."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.agreements import Agreement, programme_week
from journal.domain.dates import format_day
from journal.text.es.counting import count, noun
from journal.text.es.labels import label

DUE_HELP: Final = """\
Decir cuántas cosas tocan, sin ninguna de tus palabras.

Cuenta lo que acordaste hacer, y las metas, para hoy o antes; y cuántas tocan mañana. Debajo están los mismos
recordatorios que en Hoy, lo más importante primero. No hay ninguno en una pausa, o con los recordatorios desactivados.

Para el aviso de un shell o un temporizador: `journal due --passphrase-fd 3 3< FILE` no pregunta nada."""
NEEDS_HELP: Final = "Lo que necesitas: primero lo pendiente."
AGREEMENT_HELP: Final = "Lo que acordaste con cada mentor: semana, horas, palabras."
COMMITMENTS_HELP: Final = "Lo que acordaste hacer: primero lo pendiente, por día."
DETAILS_HELP: Final = "Decir también qué toca."

NEED_HEADINGS: Final = ("Área", "Estado", "Necesidad", "Recurso")
COMMITMENT_HEADINGS: Final = ("Paso", "Quién", "Estado", "Para", "Aplazado")
"""Headings of the cells of each list in accessible mode."""

NOTHING_DUE: Final = "No toca nada."
NO_NEEDS: Final = "Aún no hay necesidades."
NOTHING_AGREED: Final = "Aún no hay nada acordado."

ONE_TO_ONE_LABEL: Final = "individual"
GROUPS_LABEL: Final = "en grupo"


def due_line(number: int, tomorrow: int = 0) -> str:
    """Return ``toca 1 cosa``, ``tocan 2 cosas, 1 mañana`` or ``Hoy no toca nada; mañana, 1 cosa.``."""
    if not number:
        return f"Hoy no toca nada; mañana, {count(tomorrow, 'cosa')}." if tomorrow else NOTHING_DUE
    coming = f", {tomorrow} mañana" if tomorrow else ""
    return f"{noun(number, 'toca', 'tocan')} {count(number, 'cosa')}{coming}"


def reminder(words: str) -> str:
    """Return ``recordatorio: aún sin copia de seguridad``."""
    return f"recordatorio: {words}"


def goal_due(title: str, due: date, today: date) -> str:
    """Return ``meta, era para el vie 20 nov: curso``; ``para hoy`` and ``para mañana`` where it is."""
    coming = "para hoy" if due == today else "para mañana"
    return f"meta, {f'era para el {format_day(due, today)}' if due < today else coming}: {title}"


def agreement_heading(name: str, version: int, stands: str, last: date | None) -> str:
    """Return ``R.: versión 2, semana 5 de 12, hasta el dom 14 feb``; without a last day nothing is said of it."""
    return f"{name}: versión {version}, {stands}{f', hasta el {format_day(last)}' if last else ''}"


def format_stands(agreement: Agreement, today: date) -> str:
    """Return ``semana 5 de 12``, or say that it has not begun, is paused, or is over and how it ended."""
    week = programme_week(agreement, today)
    if week is None:
        return f"empieza el {format_day(agreement.start)}"
    if week.over:
        return f"terminado{f', {label(agreement.ending)}' if agreement.ending else ''}"
    return "en pausa" if week.rests else f"semana {week.number} de {week.weeks}"


def format_had(hours: float, planned: float | None, meetings: int, meetings_planned: int | None) -> str:
    """Return ``0,8 h de 2,0 h, 1 de 2 reuniones``; where nothing is planned ``0,8 h hasta ahora, 1 reunión``."""
    of_hours = "hasta ahora" if planned is None else f"de {_hours(planned)}"
    of_meetings = f" de {meetings_planned}" if meetings_planned else ""
    named = noun(meetings_planned or meetings, "reunión", "reuniones")
    return f"{_hours(hours)} {of_hours}, {meetings}{of_meetings} {named}"


def _hours(hours: float) -> str:
    return f"{hours:.1f} h".replace(".", ",")


def format_carried(times: int) -> str:
    """Say how often a commitment was carried over, from twice on."""
    return f"aplazado {count(times, 'vez', 'veces')}" if times > 1 else ""
