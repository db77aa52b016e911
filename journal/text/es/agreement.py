"""What an agreement says, topic by topic, and what is printed on its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.agreements import MOST_HOURS, Agreement
from journal.domain.dates import format_day
from journal.text.es.counting import count, decimal
from journal.text.es.labels import label

FORM_TITLE: Final = "LO QUE ACORDAMOS"
TYPED_IN: Final = "El diario hace estas preguntas en el mismo orden, así que puedes pasarlo allí más tarde."
"""Stands at the end of the form."""

WE_MEET: Final = "Nos vemos"
I_EXPECT: Final = "Yo espero"
YOU_EXPECT: Final = "Tú esperas"
BETWEEN_US: Final = "Solo entre los dos"
ITS_LIMITS: Final = "Sus límites"
YOUR_ANSWER: Final = "Tu respuesta"
NOT_WANTED: Final = "No quiero"
A_PAUSE: Final = "Una pausa"
LONG_ANSWERS: Final = frozenset({I_EXPECT, YOU_EXPECT, BETWEEN_US, ITS_LIMITS, YOUR_ANSWER, NOT_WANTED, A_PAUSE})
"""Topics whose answers need two lines when written by hand."""
PRINT: Final = "imprimir el acuerdo"
PRINT_WHICH: Final = "Hoja"
PRINT_BLANK: Final = "en blanco"
PRINT_FILLED: Final = "rellenada"

NAME: Final = "lo que acordamos"
KEYS: Final = "ctrl+s guardar · F6 versiones · F7 imprimir · esc volver"
TOGETHER: Final = (
    "Es para hablarlo entre los dos; bastan diez minutos. Deja vacío lo que quieras. Después puedes cambiarlo todo."
)
PERSON: Final = "Con"
NOBODY: Final = "¿Con quién? Pulsa + en Mentor para añadir a alguien."
STAYS_THEIRS: Final = "Esto lo acordaste con otra persona. Empieza uno nuevo en Mentor."
START: Final = "Empieza"
START_HINT: Final = "hoy, jue, 26 nov"
WEEKS: Final = "Semanas"
WEEKS_HINT: Final = "Lo normal son 12."
ONE_TO_ONE: Final = "Individual, horas"
ONE_TO_ONE_HINT: Final = "Por semana. 0,5 es media hora."
GROUPS: Final = "En grupo, horas"
GROUPS_HINT: Final = "Por semana, entre todos los grupos."
TOO_MANY_HOURS: Final = f"Una semana tiene {MOST_HOURS} horas."
CADENCE: Final = "Nos vemos"
CONTACT: Final = "Contacto por"
CONTACT_HINT: Final = "Lo primero que pruebas: un mensaje, una llamada."
QUIET: Final = "Horas de silencio"
MINE: Final = "Yo espero"
THEIRS: Final = "Mi mentor espera"
BETWEEN: Final = "Solo entre los dos"
LIMITS: Final = "Sus límites"
LIMITS_HINT: Final = "Cuándo no quedaría entre los dos."
TELL_WITHIN: Final = "Contarlo (horas)"
TELL_WITHIN_HINT: Final = "Un tropiezo, en cuántas horas. Lo normal son 24."
ANSWER: Final = "Qué hace entonces"
UNWANTED: Final = "No quiero"
MAY_PAUSE: Final = "Una pausa"
PAUSE: Final = (
    "Una pausa no es un paso atrás. Un mentor también puede necesitarla, para proteger su propia recuperación."
)
REVIEW: Final = "Próxima revisión"
REVIEW_HINT: Final = "+42, 7 ene"
HOW_WE_END: Final = "Cómo terminamos"
MY_INITIALS: Final = "Mis iniciales"
THEIR_INITIALS: Final = "Sus iniciales"
NOT_SIGNED: Final = "aún sin firmar"

STATE: Final = "Estado"
GOES_ON: Final = "activo"
RESTS: Final = "en pausa"
ENDED: Final = "terminado"
SINCE: Final = "Desde"
ASKED_BY: Final = "Quién lo pidió"
BY_ME: Final = "yo"
BY_MENTOR: Final = "mi mentor"
ENDING: Final = "Cómo terminó"
END: Final = "No se borra nada. El acuerdo y todas las reuniones se quedan aquí."
END_ASKS: Final = "¿Terminar este acuerdo?"
END_YES: Final = "Terminarlo"
END_NO: Final = "Ahora no"

VERSIONS: Final = "versiones"
VERSIONS_KEYS: Final = "↑ ↓ versión · esc volver"
VERSIONS_EMPTY: Final = "Todavía no hay ningún acuerdo con esta persona."
VERSION_SAYS: Final = "lo que dice"
VERSIONS_STAY: Final = "Las versiones anteriores quedaron como eran. El formulario cambia la más nueva."


def form_title(version: int | None) -> str:
    """Return the title, with the version of an agreement that is there already."""
    return FORM_TITLE if version is None else f"{FORM_TITLE}, versión {version}"


def describe(agreement: Agreement) -> list[tuple[str, str]]:
    """Return everything that is agreed as (topic, text), in the order in which two people talk about it."""
    within = "" if agreement.tell_within is None else f"contarlo en {count(agreement.tell_within, 'hora')}"
    return [
        (START, agreement.start.isoformat()),
        (WEEKS, str(agreement.weeks)),
        ("Individual", _hours(agreement.one_to_one_hours)),
        ("En grupo", _hours(agreement.group_hours)),
        (WE_MEET, label(agreement.cadence)),
        (CONTACT, agreement.contact_ways),
        (QUIET, agreement.quiet_hours),
        (I_EXPECT, agreement.mine),
        (YOU_EXPECT, agreement.theirs),
        (BETWEEN_US, agreement.between_us),
        (ITS_LIMITS, agreement.limits),
        ("Tras un tropiezo", within),
        (YOUR_ANSWER, agreement.answer),
        (NOT_WANTED, agreement.not_wanted),
        (A_PAUSE, agreement.may_pause),
        (REVIEW, agreement.review_on.isoformat() if agreement.review_on else ""),
        (HOW_WE_END, agreement.how_we_end),
        ("Mis iniciales", agreement.my_initials),
        ("Las tuyas", agreement.their_initials),
    ]


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else f"{decimal(hours)} h por semana"


def format_version(agreement: Agreement) -> str:
    """Say which version it is, and whether both agreed to it."""
    return f"Versión {agreement.version}, {_agreed(agreement)}. F6 muestra las anteriores."


def _agreed(agreement: Agreement) -> str:
    return "acordada por los dos" if agreement.agreed else NOT_SIGNED


def next_version(version: int) -> str:
    """Say that a change was saved as another version."""
    return f"Guardado como versión {version}; la anterior queda como era. Falta que los dos pongan sus iniciales."


def version_line(agreement: Agreement, today: date) -> str:
    """Return ``versión 2 · jue 19 nov · acordada por los dos``, and when it ended."""
    parts = [f"versión {agreement.version}", format_day(agreement.local_date, today), _agreed(agreement)]
    ended = [f"terminó el {format_day(agreement.ended_on)}"] if agreement.ended_on else []
    return " · ".join([*parts, *ended])
