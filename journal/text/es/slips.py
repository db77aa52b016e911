"""What is said about a use, in the person's own word for it, on its own screen and in the daily check-in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from journal.domain.dates import format_day
from journal.domain.days import DayState
from journal.domain.focus_goals import is_abstinence
from journal.domain.focuses import Focus, GoalMode
from journal.text.es import counting
from journal.text.es.amounts import in_unit
from journal.text.es.counting import count, decimal, own_word, with_this

if TYPE_CHECKING:  # day_statistics is slow to load, and the locked screen uses this module
    from journal.domain.day_amounts import Within
    from journal.domain.day_statistics import Figures

SLIP_THANKS: Final = "Gracias por anotarlo."
USE_THANKS: Final = "Gracias por anotarlo. No hay nada más que hacer."
SLIP_KEYS: Final = "ctrl+s guardar · F6 verlo ahora · o más tarde"
SLIP_FOCUS: Final = "¿Qué fue?"
SLIP_WHICH: Final = "¿Cuál fue? Pulsa su número."
SLIP_PLANNED: Final = "Previsto"
SLIP_PRESCRIBED: Final = "Según la receta"
SLIP_PRESCRIBED_HINT: Final = "Un medicamento tuyo, tomado como se acordó. El día queda como estaría sin él."
SLIP_OVER: Final = "¿Pasó del límite?"
SLIP_MORE: Final = "Más"
SLIP_MORE_IS: Final = "desencadenantes, lugar, compañía"
SLIP_MORE_HINT: Final = "Si quieres. Pulsa 1 para verlo."
SLIP_TRIGGERS: Final = "¿Qué lo provocó?"
SLIP_PLACE: Final = "Dónde"
SLIP_COMPANY: Final = "Con quién"
SLIP_COST: Final = "Qué costó"
SLIP_BACK: Final = "De nuevo en camino"
SLIP_SAID_SO: Final = "sí"
SLIP_NOTE: Final = "Algo más"
SLIP_HOW_MUCH: Final = "Cuánto"
SLIP_AMOUNT: Final = "Empieza con un número: 3, 2,5 o 3 horas."
SLIP_START: Final = "Contar desde ahí"
SLIP_SITUATION: Final = "Qué estaba pasando"
SLIP_SINCE: Final = "desde el último"
SLIP_SINCE_LOGGED: Final = "desde lo anotado"
SLIP_LONGEST: Final = "mejor racha"
SLIP_BEFORE, SLIP_NOW = "antes", "ahora"
SLIP_NEXT: Final = "Qué hacer ahora"
SLIP_STEPS: Final = (
    "Bebe agua, come algo y duerme cuando puedas.",
    "Cuéntaselo hoy a una persona: basta con una frase.",
    "Pon lo que queda fuera de tu alcance, o sal de ese lugar.",
    "La próxima hora es la que hay que planear. El resto puede esperar.",
)
SLIP_LATER: Final = "También puede ser más tarde."
UNDO: Final = " Pulsa u para deshacerlo."
USE_SAVED: Final = f"Guardado.{UNDO}"
USE_DAY: Final = "El día cuenta como día con consumo."
USE_PRESCRIBED: Final = "Tomado según la receta: no se cuenta nada, y el día queda como está."
DAYS_KEPT: Final = "dentro del plan"
DAYS_OVER: Final = "por encima"
USE_HERE: Final = "b antes · t contado"
TOLD_MENTOR: Final = "mi mentor lo sabe"
BACK_ON_MY_WAY: Final = "de nuevo en camino"
BACK_NOTED: Final = "Guardado."
TOLD_NOTED: Final = "Guardado: tu mentor lo sabe. Pulsa t para deshacerlo."
TOLD_TAKEN_BACK: Final = "Deshecho: tu mentor aún no lo sabe."
NOT_TO_TELL: Final = "Esta tecla es para un consumo: anota que se lo contaste a tu mentor."
NOT_TO_LOOK_BACK: Final = "Esta tecla es para un consumo: mira lo que pasó antes."
DELETED_WITH_IT: Final = (
    "También se borra lo que descubriste sobre ello; lo que acordaste hacer se queda. Pulsa u para deshacerlo."
)

CHECKIN_EMPTY: Final = "Todavía no hay nada escrito. Basta con una respuesta."
CHECKIN_USE_STANDS: Final = "En este día ya hay un consumo anotado. Búscalo en Cronología."

_USE: Final = "use"
"""The plain word for a use, as records hold it; ``own_word`` says it in Spanish."""


def saved(undo: str) -> str:
    """Say that a use is saved; ``undo`` says how to undo it."""
    return f"Guardado.{undo}"


def slip_saved(days: int, clean_word: str, *, on_plan: bool = False, undo: str = UNDO) -> str:
    """Return ``Guardado. Tus 77 días libres siguen contando. Pulsa u para deshacerlo.``; without days, only "saved".

    ``on_plan``: less is wanted, not none, and the ``days`` are those on plan. ``undo`` says how to undo it.
    """
    if not days:
        return saved(undo)
    kept = f"{count(days, 'día')} {DAYS_KEPT}" if on_plan else counting.clean_days(days, clean_word)
    stands = f"Tu {kept.removeprefix('1 ')} sigue" if days == 1 else f"Tus {kept} siguen"
    return f"Guardado. {stands} contando.{undo}"


def slip_offer(word: str) -> str:
    """Ask, after a check-in with a use, ``¿Anotar lo que sabes de este tropiezo?``."""
    return f"¿Anotar lo que sabes de {with_this(own_word(word))}?"


def clean_days(clean_word: str) -> str:
    """Return the heading of the days without a use: ``días libres``."""
    return f"días {counting.several(own_word(clean_word))}"


def use_word(mode: GoalMode, word: str, *, prescribed: bool = False) -> str:
    """Return the person's own ``word`` for a use, or "use" where it was prescribed or the goal is less, not none.

    Records hold this word, so it is not translated here; the sentences do that.
    """
    return word if is_abstinence(mode) and not prescribed else _USE


def several(word: str) -> str:
    """Return the plural of a word for a use: ``tropiezos``, ``recaídas``."""
    return counting.several(own_word(word))


def mentor_told(name: str) -> str:
    """Return the label for having told the mentor, by name where there is one: ``R. lo sabe``."""
    return f"{name} lo sabe" if name else "Mi mentor lo sabe"


def format_counts(day: date, today: date) -> str:
    """Say on which day a use counts: ``Cuenta para el vie 13 nov.``."""
    return f"Cuenta para el {format_day(day, today)}."


def another_words(number: int) -> str:
    """Say that a use is not the first of its day; empty for the first."""
    return f"Es el número {number} de ese día; el día cuenta una vez." if number > 1 else ""


def over_hint(most: Decimal, unit: str, mode: GoalMode) -> str:
    """Ask whether a day was over its limit, for a use of which the amount does not say that."""
    return f"¿Pasó ese día de tu {_limit_name(mode)} de {in_unit(most, unit)}?"


def other_unit(amount: str, unit: str) -> str:
    """Say that an amount is in another unit than the focus's."""
    counted = f"tú cuentas en {own_word(unit)}" if unit else "tu límite no tiene unidad"
    return f"{amount} no se puede comparar con tu límite: {counted}. “{SLIP_OVER}” lo aclara."


def format_within(within: Within, unit: str, mode: GoalMode, today: date) -> str:
    """Return ``Dentro de tu límite de 2 bebidas hoy (1 de 2).`` or ``1 por encima de tu límite … (3 de 2).``.

    Where an amount is not known, the answer of the person stands; without one it is said that it is not known.
    """
    on = "hoy" if within.day == today else f"el {format_day(within.day, today)}"
    limit = f"tu {_limit_name(mode)} de {in_unit(within.most, unit)} {on}"
    over = within.taken - within.most
    if over > 0 or within.complete:
        stands = f"{decimal(over)} por encima" if over > 0 else "Dentro"
        return f"{stands} de {limit} ({decimal(within.taken)} de {decimal(within.most)})."
    answers = {
        DayState.USED: f"Por encima de {limit}, según dices.",
        DayState.WITHIN: f"Dentro de {limit}, según dices.",
    }
    return answers.get(within.state, f"Sin saber si pasa de {limit}.")


def _limit_name(mode: GoalMode) -> str:
    return "paso" if mode is GoalMode.TAPER else "límite"


def of_limit(within: Within, today: date) -> str:
    """Return the heading of a day's amount: ``hoy, de 2``."""
    day = "hoy" if within.day == today else format_day(within.day, today)
    return f"{day}, de {decimal(within.most)}"


def format_return(figures: Figures) -> str:
    """Return ``de nuevo en camino tras 2 días, normalmente 1 (4 veces)``; empty where nothing is known of it."""
    returned, usual = figures.returned, figures.usual_return
    if not returned or usual is None:
        return ""
    last = "la última vez, " if figures.ongoing else ""
    words = f"{last}{BACK_ON_MY_WAY} tras {count(returned[-1].days, 'día')}"
    several_times = count(len(returned), "vez", "veces")
    times = f", normalmente {decimal(Decimal(usual))} ({several_times})" if len(returned) > 1 else ""
    return words + times


def written_as(word: str) -> str:
    """Return ``anotado como tropiezo``."""
    return f"anotado como {own_word(word)}"


def slip_title(word: str) -> str:
    """Return the person's own word with its article: ``un tropiezo``, ``una recaída``, ``un consumo``."""
    name = own_word(word)
    return f"{'una' if with_this(name).startswith('esta') else 'un'} {name}"


def format_before_start(focus: Focus, day: date, today: date, *, moves: bool) -> str:
    """Say how a use before the focus's start, or without a start, counts; ``moves``: the start moves to ``day``."""
    on = f"el {format_day(day, today)}"
    if focus.start is None:
        said = f"{focus.label} todavía no tiene un inicio."
        follows = "Se guarda en su día, y tus días cuentan desde el primero que anotes."
    else:
        said = f"Esto es antes del inicio de {focus.label} ({format_day(focus.start, today)})."
        follows = "Se guarda en ese día, y no cuenta en tus días."
    return "\n".join((said, f"Al guardarlo, empieza a contar {on}." if moves else follows))


def usual_word(focuses: Iterable[Focus], word: str) -> str:
    """Return the person's own ``word`` for a use, or "consumo" where they want less, not none, of every focus."""
    modes = [focus.goal_mode for focus in focuses if not focus.archived]
    plain = modes and all(use_word(mode, word) != word for mode in modes)
    return own_word(_USE if plain else word)


def stands_on_day(word: str) -> str:
    """Say that a day has a use on it, which a mark does not remove."""
    return f"En este día ya hay {slip_title(word)}. Puedes editar o borrar en Cronología."
