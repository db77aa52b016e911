"""What ``journal days``, ``cravings``, ``coping``, ``goals`` and ``entries`` say."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.cravings import Outcome
from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.text.es.amounts import in_unit
from journal.text.es.counting import count, own_word, several, whole
from journal.text.es.figures import (
    ON_PLAN,
    THIS_MONTH,
    THIS_WEEK,
    UNDEFINED,
    format_coverage,
    format_on_plan,
    format_percent,
    format_run,
    format_use,
    format_week_on_plan,
)
from journal.text.es.labels import label
from journal.text.es.savings import SAVED, format_both

DAYS_HELP: Final = "Las cifras de cada foco: días, último consumo, racha."
CRAVINGS_HELP: Final = "Todas las ansias, la más reciente primero."
COPING_HELP: Final = "Qué ayuda en un ansia, lo mejor probado primero."
GOALS_HELP: Final = "Metas, la próxima en vencer primero."
ENTRIES_HELP: Final = "Todas las entradas completas, la más reciente primero."
FROM_HELP: Final = "El primer día que cuenta, en lugar del inicio de cada foco."
AS_OF_HELP: Final = "El último día que cuenta, en lugar de hoy."

ENTRIES_FROM_HELP: Final = "El primer día, por ejemplo -7 o 19 nov."
ENTRIES_UNTIL_HELP: Final = "El último día, incluido."
TAG_HELP: Final = "Solo entradas con esta etiqueta."
SEARCH_HELP: Final = "Solo entradas con todas las palabras que se te piden, o que da la entrada estándar."

CRAVING_HEADINGS: Final = ("Cuándo", "Fuerza", "Foco", "Final", "Qué la provocó", "Probé")
COPING_HEADINGS: Final = ("Estrategia", "Tipo", "Lo que se sabe", "Efecto")
GOAL_HEADINGS: Final = ("Meta", "Estado", "Progreso", "Cuándo", "Paso")
ENTRY_HEADINGS: Final = ("Cuándo", "Título", "Etiquetas", "Texto")
"""Headings of the cells of each list in accessible mode."""

NO_FOCUS: Final = "Aún no hay ningún foco."
NO_CRAVINGS: Final = "Aún no hay ansias."
NO_STRATEGIES: Final = "Aún no hay estrategias."
NO_GOALS: Final = "Aún no hay metas."
NO_ENTRIES: Final = "Aún no hay entradas."
NO_ENTRIES_FOUND: Final = "No se encontró ninguna entrada."
ASK_SEARCH: Final = "Buscar:"
NOTHING_TO_SEARCH: Final = "No hay nada que buscar: la entrada estándar estaba vacía."


def too_many_focuses(number: int, most: int) -> str:
    """Say that there are too many focuses to count, and what to do if a file was imported by mistake."""
    return (
        f"Hay {count(number, 'foco')}, y aquí se cuentan los días de {whole(most)} como mucho. No se cambió nada. Si "
        "importaste un archivo por error, `journal restore` restaura una copia de seguridad de antes."
    )


def focus_heading(label: str, figures: Figures, today: date) -> str:
    """Return ``alcohol, hasta el lun 23 nov``."""
    return f"{label}, hasta el {format_day(figures.as_of, today)}"


def figure_rows(clean_word: str, unit: str, figures: Figures, today: date) -> list[tuple[str, str]]:
    """Return the name and the words of each figure of a focus, in the order in which they are listed."""
    if figures.is_observing:
        return [*_use_rows(figures, unit), ("anotado", format_coverage(figures))]
    last_use = format_day(figures.last_use, today) if figures.last_use else "ninguno anotado"
    returned = (
        f"última vez {_or_undefined(figures.return_time_last)}, mediana {_or_undefined(figures.return_time_median)}"
    )
    logged, missing = "", ""
    if figures.unknown_since:
        logged, missing = " anotado", f"; {whole(figures.unknown_since)} sin anotar"
    since = "desde pasar del límite" if figures.is_on_plan else f"desde el último consumo{logged}"
    last = "última vez" if figures.is_on_plan else "último consumo"
    free = f"{whole(figures.clean)} de {whole(figures.logged)} anotados"
    return [
        *(_plan_rows(figures, unit) if figures.is_on_plan else []),
        (
            f"días {several(own_word(clean_word))}",
            free if figures.pda is None and figures.logged else f"{free}, {_percent(figures)}",
        ),
        (since, f"{_full_days(figures.full_days)} ({last}: {last_use}{missing})"),
        *([] if figures.longest_run is None else [("mejor racha", format_run(figures))]),
        ("sin anotar", count(figures.unknown, "día")),
        ("constancia", UNDEFINED if figures.steadiness is None else f"{figures.steadiness:.2f}".replace(".", ",")),
        ("días hasta volver", returned),
    ]


def saved_rows(currency: str, figures: Figures) -> list[tuple[str, str]]:
    """Return what was saved in money and time, since the start and this month; no row where nothing was."""
    if not (since := format_both(figures.saved.money, currency, figures.saved.minutes)):
        return []
    month = format_both(figures.saved_month.money, currency, figures.saved_month.minutes)
    return [(SAVED, f"{since}, {THIS_MONTH} {month}" if month else since)]


def _percent(figures: Figures) -> str:
    return format_coverage(figures) if figures.is_mostly_unknown else format_percent(figures)


def _plan_rows(figures: Figures, unit: str) -> list[tuple[str, str]]:
    percent = format_coverage(figures) if figures.is_mostly_unknown else format_on_plan(figures)
    limit = UNDEFINED if figures.limit is None else in_unit(figures.limit, unit)
    return [
        (f"días {ON_PLAN}", f"{whole(figures.good_days)} de {whole(figures.logged)} anotados, {percent}"),
        ("límite hoy", limit),
        (THIS_WEEK, format_week_on_plan(figures, unit).removeprefix(f"{THIS_WEEK} ")),
    ]


def _use_rows(figures: Figures, unit: str) -> list[tuple[str, str]]:
    periods = ((THIS_WEEK, figures.week), (THIS_MONTH, figures.month))
    return [(name, format_use(name, period, unit).removeprefix(f"{name} ")) for name, period in periods]


def format_ended(outcome: Outcome) -> str:
    """Say how a craving ended."""
    return f"terminó: {label(outcome)}"


def format_drop(mean: float) -> str:
    """Say by how much intensity went down on average, of 10."""
    return f"la fuerza bajó {mean:.1f}".replace(".", ",")


def format_due(due: date, today: date) -> str:
    """Say by which day a goal is due."""
    return f"para el {format_day(due, today)}"


def format_next(step: str) -> str:
    """Name the next step of a goal."""
    return f"siguiente: {step}"


def _full_days(number: int | None) -> str:
    return UNDEFINED if number is None else count(number, "día completo", "días completos")


def _or_undefined(figure: float | None) -> str:
    return UNDEFINED if figure is None else str(figure).replace(".", ",")
