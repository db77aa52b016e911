"""What is said about what a person is recovering from, and what their goal is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.focuses import FocusKind, GoalMode
from journal.text.es.counting import count, own_word, several, whole
from journal.text.es.labels import choices

TITLE: Final = "me recupero de"
KIND: Final = "De"
NAME: Final = "Su nombre"
NAME_HINT: Final = "Vacío: el nombre de arriba."
GOAL_MODE: Final = "Quiero"
LIMIT: Final = "Máximo al día"
LIMIT_HINT: Final = "Un número, o déjalo vacío."
TAPER: Final = "Pasos"
GOAL_FROM: Final = "La meta nueva vale"
GOAL_FROM_TODAY: Final = "desde hoy"
GOAL_FOR_ALL_DAYS: Final = "para todos los días"
GOAL_FROM_HINT: Final = "Desde hoy: los días anteriores conservan la meta que tenían."
START: Final = "Cuenta desde"
START_HINT: Final = "Vacío: todavía no. O hace 3 semanas."
CLEAN_DAY: Final = "Un día sin eso"
UNIT: Final = "Se cuenta en"
UNIT_HINT: Final = "bebidas, cigarrillos, horas"
HEAVY_DAY: Final = "Mucho consumo desde"
HEAVY_DAY_HINT: Final = "Una bebida: 14 g en EE. UU., 8 g en Reino Unido, 10 g en Australia."
COST: Final = "Gasto, antes"
COST_HINT: Final = "Lo que solía costar. Sirve para mostrar lo que ahorraste."
COST_PER: Final = "por cada"
CURRENCY: Final = "Moneda"
CURRENCY_HINT: Final = "€, $, £"
TIME: Final = "Tiempo, antes"
TIME_HINT: Final = "Por ejemplo 90 min o 2 h. Sirve para mostrar lo que ahorraste."
TIME_PER: Final = "por cada"
PAUSED: Final = "En pausa"
PAUSED_HINT: Final = "Los días en pausa no cuentan. F6: pausas pasadas."
SAVE_BEFORE_PAUSES: Final = "Guárdalo primero. Después puedes añadir pausas."
ARCHIVED: Final = "Archivado"
ARCHIVED_HINT: Final = "Oculto. Sus días se quedan."
DELETE_ALL: Final = "Borrar todo"
ARCHIVE_IT: Final = "Archivar"

GOAL_MODE_WORDS: Final = {
    GoalMode.ABSTAIN: "dejarlo",
    GoalMode.ABSTAIN_FOR_NOW: "dejarlo por ahora",
    GoalMode.REDUCE: "reducir",
    GoalMode.TAPER: "reducir por pasos",
    GoalMode.OBSERVE: "solo observar",
}
"""The goal modes as answers to "I want to"."""

KIND_HINTS: Final = {
    FocusKind.OPIOIDS: "heroína, fentanilo, oxicodona, codeína, tramadol",
    FocusKind.SEDATIVES: "benzodiacepinas, pastillas para dormir, GHB, pregabalina, gabapentina",
    FocusKind.STIMULANTS: "cocaína, anfetamina, metanfetamina",
    FocusKind.NICOTINE: "cigarrillos, vapeo, snus",
}
"""Examples for kinds whose name alone may be unclear."""


def focus_names(own: Mapping[FocusKind, str]) -> dict[FocusKind, str]:
    """Return what to call each kind: the person's own name, else the label of the kind."""
    return {kind: own.get(kind) or label for kind, label in choices(FocusKind)}


def ask_delete(label: str) -> str:
    """Ask whether to delete a focus with everything about it."""
    return f"¿Borrar “{label}” y todo lo relacionado?"


def delete_detail(logged: str) -> str:
    """Say what would be deleted, what archiving does, and where it would still be."""
    return (
        f"También se borraría: {logged}. Archivar solo lo oculta: sus días se quedan. Hasta que bloquees, pulsa u para "
        "deshacerlo. Las copias anteriores del archivo, y las copias de seguridad que hayas hecho o que hagan otros "
        "programas, aún lo tienen."
    )


def with_everything(what: str, logged: str) -> str:
    """Return ``este foco, con 78 días y 3 tropiezos``."""
    return f"{what}, con {logged}"


def format_logged(days: int, uses: int, cravings: int, slip_word: str) -> str:
    """Return ``78 días, 3 tropiezos y 12 ansias``; empty for nothing."""
    word = own_word(slip_word)
    used = f"{whole(uses)} × {word}" if " " in word else count(uses, word, several(word))  # it may have no plural
    counted = [(days, count(days, "día")), (uses, used), (cravings, count(cravings, "ansia"))]
    *others, last = [words for number, words in counted if number] or [""]
    return f"{', '.join(others)} y {last}" if others else last


def hidden_by_start(start: date, days: int, uses: int, slip_word: str) -> str:
    """Say what is logged before a new start: it stays saved, but does not count; empty where there is nothing."""
    if not (logged := format_logged(days, uses, 0, slip_word)):
        return ""
    return (
        f"Lo anotado antes del {format_day(start)} {start.year} no contará: {logged}. Queda guardado por si el inicio "
        "vuelve a ser anterior."
    )


def clean_day_hint(words: tuple[str, ...]) -> str:
    """Return the usual words for a clean day, as a hint."""
    return f"Tu palabra: {', '.join(map(own_word, words))} …"


def limit_hint(unit: str) -> str:
    """Return the hint for a limit that is counted in ``unit``."""
    return f"Un número de {own_word(unit)}, o déjalo vacío."
