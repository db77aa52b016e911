"""What ``journal checkin``, ``slip`` and ``day`` say; the questions are those of the forms, in ``journal.text.es``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.dates import format_day

CHECKIN_HELP: Final = """\
El registro del día: cómo estás, y el día de cada foco.

En una terminal pregunta lo que no diga ninguna opción; enter salta una pregunta. Si ya hay un registro, se cambia."""
SLIP_HELP: Final = """\
Anotar un tropiezo. Primero dice a quién llamar.

En una terminal pregunta lo que no diga ninguna opción; enter salta una pregunta. Cuesta ese día, y ningún otro."""
DAY_HELP: Final = """\
Decir cómo fue un día, hoy o uno anterior.

Muestra lo que había anotado y lo que hay ahora. En una terminal pregunta lo que no diga ninguna opción."""

FOCUS_HELP: Final = "Qué foco, por su nombre; si no, el único."
DATE_HELP: Final = "El día, por ejemplo ayer, -3 o 19 nov; si no, hoy."
TIME_HELP: Final = "La hora, por ejemplo 19:30, 7pm o noche."
STATE_HELP: Final = "Cómo fue; within y over si el día tiene un límite, na para un día que no cuenta."
AMOUNT_HELP: Final = "Cuánto, por ejemplo 3 o '2,5 pastillas'."
PLANNED_HELP: Final = "Si estaba previsto, cuando planeas algún consumo."
PRESCRIBED_HELP: Final = "Si fue un medicamento tuyo, tomado como se acordó."
OVER_HELP: Final = "Si pasó del límite, cuando la cantidad no lo dice."
SITUATION_HELP: Final = "Qué estaba pasando."
TRIGGER_HELP: Final = "Qué lo provocó; se puede repetir."
START_HELP: Final = "Contar tus días desde este, si es anterior al inicio."
NOTE_HELP: Final = "Leer de la entrada estándar una nota con tus palabras."
MOOD_HELP: Final = "De 0 a 10."
CRAVING_HELP: Final = "El ansia más fuerte, de 0 a 10."
HALT_HELP: Final = "Qué sientes; se puede repetir."
FOCUS_DAY_HELP: Final = "Cómo fue el día de un foco, por ejemplo alcohol=free; se puede repetir."
CONTACT_HELP: Final = "Si hablaste con alguien."
MEETING_HELP: Final = "Si fuiste a una reunión."
WORDS_HELP: Final = (
    "Leer la entrada estándar: la intención y luego hasta tres cosas por las que das gracias, una por línea."
)
YES_HELP: Final = "No preguntar nada."

ASK_FOCUS: Final = "¿Qué foco?"
ASK_DAY: Final = "¿Qué día? Enter para hoy:"
ASK_STATE: Final = "¿Cómo fue este día?"
ASK_WHEN: Final = "¿Cuándo fue? Enter para hoy:"
ASK_TIME: Final = "¿A qué hora? Por ejemplo 19:30, 7pm o noche:"
ASK_THANKS: Final = "Doy gracias por (hasta tres cosas, una por línea; enter termina):"

FOCUS_NEEDED: Final = "Hay más de un foco: --focus dice cuál, por su nombre."
NO_FOCUS: Final = "Todavía no hay ningún foco, así que no hay dónde anotarlo. Abre `journal` y añade uno en Ajustes."
STATE_NEEDED: Final = "--state dice cómo fue el día."
LIMIT_HERE: Final = "Este día tiene un límite: di within (dentro) u over (por encima)."
NO_LIMIT_HERE: Final = "Este día no tiene límite: di used (con consumo)."
NOT_AN_AMOUNT: Final = "--amount empieza con un número: 3, 2,5 o '3 horas'."
NOT_A_TIME: Final = "--time necesita una hora: 19:30, 7pm o noche."
FOCUS_DAY_FORM: Final = "--day necesita un foco y su día: alcohol=free."
RATING_RANGE: Final = "Una valoración es un número de 0 a 10."
LOG_SLIP: Final = "`journal slip` anota lo que sabes de ello. También puede ser más tarde."


def day_changed(label: str, day: date, today: date, before: str, now: str) -> str:
    """Return ``alcohol, jue 19 nov: antes sin anotar, ahora libre (calendario, rellenado después)``."""
    return f"{label}, {format_day(day, today)}: antes {before}, ahora {now}"


def not_counted_yet(reason: str) -> str:
    """Say that a day is marked, and why it doesn't count."""
    return f"Este día está {reason}."


def checkin_saved(day: date, today: date) -> str:
    """Return ``Guardado: registro del día, lun 23 nov``."""
    return f"Guardado: registro del día, {format_day(day, today)}"


def number_line(before: str, now: str) -> str:
    """Return ``77 antes, 77 ahora``: a figure before and with a use."""
    return f"{before} antes, {now} ahora"


def states(names: Iterable[str]) -> str:
    """Name the states that a day can have."""
    return f"Un día es uno de {', '.join(names)}."
