"""What the one reminder on Today says, what is said when it is hidden, and how old the last backup is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.text.es.counting import count

NO_RECOVERY_WORDS: Final = "aún sin palabras de recuperación"
WORDS_HIDDEN: Final = "Oculto. Puedes crear palabras de recuperación en Ajustes cuando quieras."
DRIFT_HIDDEN: Final = "Oculto por esta semana. Pulsa l en Plan para ver tus anclas semanales."
OFFERS: Final = {
    "person": "añade a alguien a quien llamar",
    "reason": "anota por qué haces esto",
    "safety plan": "escribe un plan de seguridad",
}
"""Stored value of ``Offer`` → what is offered; ``days_to_fill_in`` says it for the days."""
OFFER_HIDDEN: Final = "Oculto. Puedes hacerlo cuando quieras: pulsa ctrl+p para buscarlo."
YOUR_MENTOR: Final = "tu mentor"
NO_COPY: Final = "aún sin copia de seguridad"
TELL_HIDDEN: Final = "Oculto. Todavía puedes anotar en Cronología que se lo contaste a alguien."
STEP_DUE: Final = "toca un paso"
GOAL_DUE: Final = "toca una meta"
GOAL_HIDDEN: Final = "Oculto. Tus metas están en Plan."
REVIEW_DUE: Final = "un acuerdo por revisar"
REVIEW_HIDDEN: Final = "Oculto. El acuerdo está en Mentor."
PLANS_HIDDEN: Final = "Oculto por un mes. Tus planes están en Plan."
BACKUP_HIDDEN: Final = "Oculto por 30 días. Puedes hacer una copia de seguridad en Ajustes cuando quieras."


def missed_lines(names: Iterable[str]) -> str:
    """Name the weekly anchors that were missed last week."""
    return f"sin cumplir la semana pasada: {', '.join(names)}"


def anchors_missed(number: int) -> str:
    """Return ``2 anclas semanales sin cumplir la semana pasada``."""
    return f"{count(number, 'ancla semanal', 'anclas semanales')} sin cumplir la semana pasada"


def tell(name: str, day: date, until: datetime | None, today: date, *, exact: bool) -> str:
    """Return ``cuéntale a R. lo del jue 26 nov, a más tardar el vie 27 nov, 14:00``; later, that it is not too late.

    ``until`` is a local time, without the hour where it is not ``exact``; without a name it is your mentor.
    """
    told = f"cuéntale a {name or YOUR_MENTOR} lo del {format_day(day, today)}"
    if until is None:
        return f"{told}. No es demasiado tarde."
    hour = f", {until:%H:%M}" if exact else ""
    return f"{told}, a más tardar el {format_day(until.date(), today)}{hour}"


def goal_due(title: str, due: date, today: date, *, more: int = 0) -> str:
    """Return ``meta para hoy: Clase``; ``meta que era para el vie 20 nov: Clase, y 1 más``."""
    when = "para hoy" if due == today else f"que era para el {format_day(due, today)}"
    return f"meta {when}: {title}{f', y {more} más' if more else ''}"


def review(name: str) -> str:
    """Ask to review the agreement with a mentor."""
    return f"toca revisar tu acuerdo con {name}"


def plans_to_renew(number: int) -> str:
    """Return ``2 planes si-entonces por renovar``."""
    return f"{count(number, 'plan si-entonces', 'planes si-entonces')} por renovar"


def days_to_fill_in(days: int) -> str:
    """Offer to fill in the days that are not logged."""
    return f"rellena {count(days, 'día')}"


def copy_due(copied: datetime | None, now: datetime) -> str:
    """Return ``última copia hace 5 semanas``, or say that there is none."""
    return NO_COPY if copied is None else f"última copia hace {count((now - copied).days // 7, 'semana')}"


def format_copied(copied: date | None, today: date) -> str:
    """Return ``última copia 12 nov``, with the year if it is not this year."""
    if copied is None:
        return "aún no hay ninguna"
    return f"última copia {format_date(copied, copied)}{'' if copied.year == today.year else f' {copied.year}'}"
