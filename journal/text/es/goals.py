"""What is asked and said about goals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from journal.domain.dates import format_day
from journal.domain.goals import Goal, Measurement, current_value, is_reward_waiting, steps_done
from journal.text.es.counting import count

TITLE: Final = "metas"
EMPTY: Final = "Todavía ninguna. Basta una pequeña, con un paso o dos."
LINE_KEYS: Final = "enter editar · espacio paso hecho · v valores"
ALL_DONE: Final = "Todos los pasos hechos. ¿Ya la lograste?"
REACHED_YES: Final = "Sí, lograda"
REACHED_NOT_YET: Final = "Todavía no"
REACHED: Final = "Meta lograda. Pulsa u para deshacerlo."
NO_STEPS: Final = "Esta meta aún no tiene pasos. Pulsa enter para añadirlos."

FORM: Final = "una meta"
GOAL: Final = "Meta"
DUE: Final = "Para"
DUE_HINT: Final = "vie, en 4 semanas, 31 dic"
STEPS: Final = "Pasos"
STEPS_HINT: Final = "Uno por línea; “x ” delante de lo ya hecho."
MEASURE: Final = "Se cuenta"
MEASURE_HINT: Final = "Lo que puedes contar por el camino, si hay algo."
NOW: Final = "Ahora en"
NOW_HINT: Final = "Cada cambio se guarda con su día; v en Plan los muestra."
BASELINE: Final = "Desde"
BASELINE_HINT: Final = "Donde empezaste."
TARGET: Final = "Hasta"
TARGET_HINT: Final = "Adonde quieres llegar."
UNIT: Final = "Unidad"
UNIT_HINT: Final = "€, km, tardes"
WHY: Final = "Por qué"
DIMENSION: Final = "Para mi"
OBSTACLE: Final = "Lo que estorba"
OBSTACLE_HINT: Final = "Y qué haré entonces."
WHO_HELPS: Final = "Quién ayuda"
CONFIDENCE: Final = "Confianza"
CONFIDENCE_ANCHORS: Final = "0 ninguna, 10 total"
STATUS: Final = "Estado"
ROLE: Final = "Parte de mi mentor"
ROLE_HINT: Final = "Lo que más te ayuda con esta meta."
DECISION: Final = "Una decisión"
DECISION_HINT: Final = "La que quieres de tu mentor. Va en la página."
REWARD: Final = "Recompensa"
REWARD_HINT: Final = "Te la prometes: algo que no sea un riesgo para ti."
TAKEN_ON: Final = "Cobrada el"
TAKEN_ON_HINT: Final = "Vacío hasta que la hayas cobrado."

VALUES: Final = "valores"
VALUES_EMPTY: Final = "Todavía ninguno. Pulsa + para añadir uno, con su día."
VALUES_KEYS: Final = "+ añadir"
VALUE_KEYS: Final = "enter editar · d borrar"
VALUE_FORM: Final = "un valor"
VALUE: Final = "Valor"
VALUE_NEEDED: Final = "Hace falta un número."
ON: Final = "El día"
DAY_NEEDED: Final = "¿Qué día? Prueba: ayer, 19 nov o 19/11/2026."
DELETE_VALUE: Final = "¿Borrar este valor?"
DELETE_VALUE_YES: Final = "Borrar"
VALUE_DELETED: Final = "Valor borrado. Pulsa u para deshacerlo."
VALUE_SAVED: Final = "Valor guardado."
DAY_CELLS: Final = 11
"""Cells of a day of this year in front of its value."""
NO_GOAL: Final = "Elige antes una meta: v muestra sus valores."

_SPANISH: Final = str.maketrans(",.", ".,")
_FIVE_DIGITS: Final = 10_000
"""Numbers of four digits have no separator."""


def format_reached(goal: Goal) -> str:
    """Return what is said once a goal is achieved, with the reward that was promised for it."""
    return f"{REACHED} Tu recompensa: {goal.reward}" if is_reward_waiting(goal) else REACHED


def format_reward(goal: Goal) -> str:
    """Return ``recompensa: zapatos nuevos`` where it waits to be taken, else an empty string."""
    return f"recompensa: {goal.reward}" if is_reward_waiting(goal) else ""


def format_value(value: Measurement, unit: str, today: date, day_cells: int = DAY_CELLS) -> str:
    """Return ``lun 5 oct   440 €``; the day takes ``day_cells``, so that values stand under each other."""
    return f"{format_day(value.on, today):<{day_cells}} {_plain(value.value)} {unit}".rstrip()


def day_cells(values: Sequence[Measurement], today: date) -> int:
    """Return how many cells the days of these values take: more where one of them is of another year."""
    return max([DAY_CELLS, *(len(format_day(value.on, today)) for value in values)])


def format_values(goal: Goal) -> str:
    """Return ``3 valores, ahora 440/600 €``, which sums up the list of values."""
    now = format_progress(goal) if goal.target is not None else f"{_plain(current_value(goal))} {goal.unit}".rstrip()
    return f"{count(len(goal.values), 'valor', 'valores')}, ahora {now}"


def next_step(step: str) -> str:
    """Return ``siguiente: llamar al banco``."""
    return f"siguiente: {step}"


def format_due(due: date, today: date) -> str:
    """Return ``para el jue 31 dic``."""
    return f"para el {format_day(due, today)}"


def format_progress(goal: Goal) -> str:
    """Return ``440/600 €`` for a measure, ``3 de 4`` for steps, or an empty string."""
    if goal.target is not None:
        return f"{_plain(current_value(goal))}/{_plain(goal.target)} {goal.unit}".rstrip()
    return f"{steps_done(goal)} de {len(goal.steps)}" if goal.steps else ""


def _plain(number: Decimal) -> str:
    """Return a number with points between thousands from five digits on, without an exponent or trailing zeros."""
    plain = f"{number.normalize():,f}"
    return plain.translate(_SPANISH) if abs(number) >= _FIVE_DIGITS else plain.replace(",", "").replace(".", ",")
