"""What is said about meetings: how it is going, when the next one is, and what was saved for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_day, format_moment
from journal.domain.record import Precision
from journal.domain.sessions import Session, SessionKind
from journal.text.es.labels import label

STATUS_WORDS: Final = {
    1: "va bien",
    2: "ratos duros, impulsos, sin consumo",
    3: "muy difícil, cerca de consumir",
    4: "consumí, de nuevo en camino",
    5: "consumiendo ahora",
}
"""The five statuses of a meeting, for the form and for the mentor."""

CANCELLED: Final = "cancelada"
PLANNED: Final = "prevista"
CALL_TEXT_OR_VISIT: Final = "llamada, mensaje o visita"
"""What a contact may be, where it is not known which."""
THE_MEETING_ITSELF: Final = "Esto es el propio encuentro. r guarda para él cualquier otra línea."
KEPT_NO_MORE: Final = "Ya no está guardado para tu mentor. Pulsa la misma tecla para guardarlo otra vez."
YOUR_NEXT_MEETING: Final = "tu próximo encuentro"
PARKED_DELETED: Final = "algo que ya borraste"
PARKED_LINE: Final = "algo que escribiste"
"""Stands for a parked record that has no line of its own."""


def format_when(session: Session, local: datetime) -> str:
    """Return when a meeting is, in local time: ``jue 26 nov, 18:00``, or only the day if the time is not known."""
    return format_day(local.date()) if session.precision is Precision.DAY else format_moment(local)


def format_state(session: Session) -> str:
    """Return the kind of a meeting that was held, else that it is planned or was cancelled; of a contact, the way."""
    if session.cancelled:
        return CANCELLED
    if session.held_at and session.kind is SessionKind.CONTACT:
        return label(session.mode) if session.mode else CALL_TEXT_OR_VISIT
    return label(session.kind) if session.held_at else PLANNED


def format_meeting(day: date, today: date, name: str) -> str:
    """Return a meeting as text, as far as it is known: ``jue 26 nov, con R.``."""
    return f"{format_day(day, today)}{f', con {name}' if name else ''}"


def kept_for(meeting: str = YOUR_NEXT_MEETING) -> str:
    """Say for which meeting a record is kept, and how to undo that; one with a day: ``para el jue 26 nov, con R.``."""
    which = meeting if meeting == YOUR_NEXT_MEETING else f"el {meeting}"
    return f"Guardado para {which}; pulsa la misma tecla para deshacerlo."
