"""What is said about milestones and about what was saved: on Today, in the list of all, and by the command."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Ahead, Aim, Measure, Reached
from journal.text.es import figures as figures_text
from journal.text.es.counting import clean_days, count, noun, whole

COMING_UP: Final = "lo que viene"
"""The panel of Today."""

TITLE: Final = "hitos"
REACHED: Final = "alcanzados"
AHEAD: Final = "por venir"
NO_STREAK: Final = "no hace falta racha"
LINE_KEYS: Final = "enter recompensa · espacio cobrar · w ficha"
SCHEME_KEYS: Final = "o cuáles"
NOTHING: Final = "Todavía no hay hitos. Empiezan con el inicio de lo que sigues."

NAME: Final = "Hitos"
"""The line of Settings."""

SCHEME_FORM: Final = "qué hitos"
SCHEME: Final = "Hitos"
SCHEME_HINT: Final = "Lo que ya alcanzaste se queda en la lista."
OWN_DAYS: Final = "Días que elijo yo"
OWN_DAYS_HINT: Final = "Números de días: 10, 45, 120"
OWN_DAYS_WRONG: Final = "Números de días separados por comas: 10, 45, 120"
OWN_DAYS_NEEDED: Final = "Escribe al menos un número de días."
KEY_TAGS: Final = "Llaveros"
KEY_TAGS_HINT: Final = (
    "Los colores cambian según el grupo: escribe los tuyos, uno por línea. "
    "24 horas, 30, 60, 90 días, 6, 9 meses, 1 año, 18 meses, 2 años."
)
TAG_NAMES: Final = ("blanco", "naranja", "verde", "rojo", "azul", "amarillo", "fosforescente", "gris", "negro")
"""The usual names of the key tags, in the order of ``journal.domain.milestone_schemes``."""

REWARD_FORM: Final = "una recompensa"
REWARD: Final = "Recompensa"
REWARD_HINT: Final = "Te la prometes: algo que no sea un riesgo para ti."
REWARD_NEEDED: Final = "Escribe qué te prometes."
TAKEN_ON: Final = "Cobrada el"
TAKEN_ON_HINT: Final = "Vacío hasta que la hayas cobrado."
NO_REWARD: Final = "Aquí no hay recompensa. Pulsa enter para prometerte una."
NOT_REACHED: Final = "Aún no lo alcanzas. La recompensa te espera."
TAKEN: Final = "Recompensa marcada como cobrada. Pulsa u para deshacerlo."
NOT_TAKEN: Final = "La recompensa vuelve a esperarte. Pulsa u para deshacerlo."
THIS_REWARD: Final = "esta recompensa"

_ONE_DAY: Final = "24 horas"
_IN_A_ROW: Final = "seguido"
_SPANS: Final = {
    Measure.DAYS: ("día", "días"),
    Measure.MONTHS: ("mes", "meses"),
    Measure.YEARS: ("año", "años"),
}


def format_aim(aim: Aim, clean_word: str = "", *, on_plan: bool = False) -> str:
    """Return ``30 días seguidos``, ``30 días dentro del plan`` or ``100 días libres en total``.

    ``clean_word`` is the person's. ``on_plan``: the days are a number of days on plan, not a streak.
    """
    number = aim.number
    match aim.measure:
        case Measure.TOTAL:
            return f"{clean_days(number, clean_word)} en total"
        case Measure.CRAVINGS:
            return f"{count(number, 'ansia')} que {noun(number, 'pasó', 'pasaron')}"
        case Measure.WEEKS:
            return f"{count(number, 'semana')} con un mentor"
        case Measure.TOLD:
            return "un tropiezo contado en menos de un día"
        case Measure.DAYS if number == 1 and not on_plan:
            return _ONE_DAY
        case Measure.DAYS | Measure.MONTHS | Measure.YEARS:
            span = count(number, *_SPANS[aim.measure])
            return f"{span} {figures_text.ON_PLAN if on_plan else noun(number, _IN_A_ROW)}"


def format_of_focus(label: str, name: str) -> str:
    """Return ``alcohol: 30 días``, in fewer words, so that it fits a line."""
    return f"{label}: {name.replace(f' {_IN_A_ROW}s', '').replace(f' {_IN_A_ROW}', '')}"


def format_tag(name: str, tag: str) -> str:
    """Return ``30 días seguidos (naranja)``: the name of a milestone, with that of its key tag where it has one."""
    return f"{name} ({tag})" if tag else name


def format_reward(reward: MilestoneReward | None, today: date) -> str:
    """Return ``recompensa: zapatos nuevos``, with ``, cobrada el lun 5 oct``; empty for none."""
    if reward is None:
        return ""
    taken = f", cobrada el {format_day(reward.taken_on, today)}" if reward.taken_on else ""
    return f"recompensa: {reward.text}{taken}"


def format_to_go(ahead: Ahead, *, on_plan: bool = False) -> str:
    """Return ``en 13 días``, ``mañana``; ``faltan 13`` for days that need not be in a row."""
    if on_plan or ahead.aim.measure is Measure.TOTAL:
        return f"{noun(ahead.to_go, 'falta', 'faltan')} {whole(ahead.to_go)}"
    return "mañana" if ahead.to_go == 1 else f"en {count(ahead.to_go, 'día')}"


def format_next(ahead: Ahead, clean_word: str, *, on_plan: bool, label: str = "", tag: str = "") -> str:
    """Return ``30 días seguidos, en 13 días``; with the ``label`` of a focus ``alcohol: 30 días, en 13 días``."""
    name = format_aim(ahead.aim, clean_word, on_plan=on_plan)
    return _of(label, name, tag, format_to_go(ahead, on_plan=on_plan))


def format_reached_today(
    aim: Aim, clean_word: str, *, on_plan: bool, label: str = "", tag: str = "", reward: str = ""
) -> str:
    """Return ``30 días seguidos, logro de hoy``, with the ``label`` of the focus before it where it has one.

    The ``reward`` that was promised for it follows.
    """
    words = _of(label, format_aim(aim, clean_word, on_plan=on_plan), tag, "logro de hoy")
    return f"{words} · {reward}" if reward else words


def _of(label: str, name: str, tag: str, when: str) -> str:
    """Return both, after the ``label`` in fewer words, so that they fit a line of Today."""
    if label:
        short = name.removesuffix(f" {_IN_A_ROW}s").removesuffix(f" {_IN_A_ROW}")
        return f"{label}: {format_tag(short, tag)}, {when}"
    return f"{format_tag(name, tag)}, {when}"


def format_again(name: str, ahead: Ahead) -> str:
    """Return the name of a milestone, with ``otra vez`` where an earlier streak reached it."""
    return f"{name}, otra vez" if ahead.again else name


def format_when(reached: Reached, today: date) -> str:
    """Return ``lun 5 oct``, with ``, como se anotó entonces`` where the days of now no longer show it."""
    return format_day(reached.on, today) + ("" if reached.holds else ", como se anotó entonces")
