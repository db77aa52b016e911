"""What Mentor says: its views, their panels, keys and lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.agreements import Dose, ProgrammeWeek
from journal.domain.dates import format_date, format_day
from journal.domain.people import Role
from journal.text.es.agreement import NOT_SIGNED
from journal.text.es.counting import decimal
from journal.text.es.labels import label

VIEWS: Final = {"next": "Próximo", "agreed": "Acordado", "ahead": "Futuro", "people": "Personas", "past": "Pasado"}
"""View of Mentor → its name, in their order."""

OTHER_VIEWS: Final = "← → ver"
OTHER_MENTOR: Final = "f otro mentor"

ADD: Final = "+ añadir"

# The view "next".

NEXT: Final = "próximo encuentro"
NONE_PLANNED: Final = "No hay ningún encuentro previsto. Pulsa + para planear uno."
NO_MENTOR: Final = (
    "Aún sin mentor. Pulsa + para añadir mentor, padrino o madrina, o guía; i para saber cómo encontrarlo."
)
NOT_PREPARED: Final = "Todavía no hay nada preparado. Pulsa enter."
IS_OVER: Final = "Ya pasó. Pulsa m para anotarlo, d para borrarlo."
PREPARE_KEY: Final = "enter preparar"
MEET_KEY: Final = "m reunión ahora"
PLAN_KEY: Final = "+ planear"

PARKED: Final = "guardado para tu próximo encuentro"
NOTHING_PARKED: Final = "Todavía nada. Pulsa r en cualquier línea para guardarla."
PARKED_KEYS: Final = "enter abrir · e decir por qué · d quitar"

NEEDS: Final = "necesidades"
NO_NEEDS: Final = "Todavía ninguna. Pulsa + para añadir una: vivienda, trabajo, salud, dinero."
NEED_KEYS: Final = "espacio siguiente estado"

# The view "agreed".

PROMISES: Final = "lo que acordamos"
NO_PROMISES: Final = "Todavía no hay nada acordado. Pulsa + para añadir un próximo paso, tuyo o de tu mentor."
PROMISE_KEYS: Final = "espacio hecho · o aplazar"
MARK_A_PROMISE: Final = "Elige antes uno que siga pendiente."

# The view "people".

PEOPLE: Final = "personas"
NOBODY: Final = "Todavía no hay nadie. Pulsa + para añadir padrino o madrina, una amistad o guía."
PERSON_KEYS: Final = "enter editar · d borrar"
LEFT: Final = "sin actividad"

PROGRAMME: Final = "acuerdo y horas"
PROGRAMME_KEYS: Final = "y acuerdo · t progreso"
AGREEMENT_KEY: Final = "enter"
CONTACT_WAYS: Final = "contacto"
STEP: Final = "grupo"
QUIET_HOURS: Final = "silencio"
ONE_TO_ONE: Final = "individual"
GROUPS: Final = "grupos"
NOT_AGREED: Final = "Aún sin acuerdo. Bastan diez minutos entre los dos."
NO_PROGRAMME: Final = "Añade antes mentor, padrino o madrina, o guía. Aquí estará lo que acuerdes con esa persona."
ADD_A_MENTOR: Final = "Añade antes un mentor, con +."

# The view "past".

HELD: Final = "reuniones"
NONE_HELD: Final = "Todavía ninguna. Pulsa m para anotar una."
HELD_KEYS: Final = "enter leer · w resumen · d borrar"

PAGES: Final = "páginas compartidas"
NO_PAGE: Final = "Ninguna página compartida todavía. Pulsa p para hacer una."
PAGES_KEYS: Final = "p página nueva · v todo lo compartido"
LAST_PAGE: Final = "Última página"
BEFORE_PAGE: Final = "antes"


def format_person(name: str, role: Role) -> str:
    """Return ``R., padrino o madrina``."""
    return f"{name}, {label(role)}"


THIS_MEETING: Final = "Sí, es este"
ANOTHER_MEETING: Final = "No, es otro"


def which_meeting(when: str) -> str:
    """Ask whether the meeting now is the one planned for a later day: ``jue 26 nov, 18:00``."""
    return f"¿Es el encuentro previsto para el {when}? Si es otro, el previsto se queda como está."


def format_programme(week: ProgrammeWeek, last: date | None) -> str:
    """Return ``semana 5 de 12, hasta el mié 13 ene``, or that the programme is paused or over."""
    until = f", hasta el {format_day(last)}" if last and not week.over else ""
    if week.rests:
        return f"en pausa{until}"
    return "ya terminó" if week.over else f"semana {week.number} de {week.weeks}{until}"


def format_agreement(version: int, *, agreed: bool) -> str:
    """Return ``versión 2, acordada por los dos``."""
    return f"versión {version}, {'acordada por los dos' if agreed else NOT_SIGNED}"


def format_dose(had: Dose) -> str:
    """Return ``4,5 de 5 h, 5/5 veces``: hours and meetings up to today, of those planned."""
    of_meetings = f"/{had.meetings_planned}" if had.meetings_planned else ""
    of_hours = f" de {_plain(had.hours_planned)}" if had.hours_planned else ""
    times = "vez" if had.meetings == 1 and not of_meetings else "veces"
    return f"{_plain(had.hours)}{of_hours} h, {had.meetings}{of_meetings} {times}"


def _plain(hours: Decimal) -> str:
    """Return hours to a tenth: ``4,5``, ``5``."""
    return decimal(round(hours, 1))


def format_minutes(minutes: int) -> str:
    """Return ``45 min``."""
    return f"{minutes} min"


def format_status(status: int) -> str:
    """Return ``estado 2``."""
    return f"estado {status}"


def format_page(first: date, last: date, made: date, today: date, name: str, *, newest: bool) -> str:
    """Return ``Última página: 12–19 nov, para R., hecha el lun 23 nov``; ``name`` is empty where nobody is named.

    Pages that are not the ``newest`` begin with ``antes:``.
    """
    person = f", para {name}" if name else ""
    title = LAST_PAGE if newest else BEFORE_PAGE
    return f"{title}: {format_date(first, last)}{person}, hecha el {format_day(made, today)}"
