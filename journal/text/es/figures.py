"""How the figures about the days of a focus are written."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.day_amounts import PeriodUse
from journal.domain.day_statistics import ENOUGH_COVERAGE, Figures
from journal.text.es.amounts import in_unit
from journal.text.es.counting import clean_days, count, own_word, several, whole

UNDEFINED: Final = "–"
"""Stands where a figure is undefined."""

ON_PLAN: Final = "dentro del plan"
THIS_WEEK: Final = "esta semana"
THIS_MONTH: Final = "este mes"
NOTHING_THIS_WEEK: Final = "esta semana aún sin anotar"
NO_LIMIT: Final = "hoy sin límite"
SINCE_START: Final = "el inicio"

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def format_percent(figures: Figures) -> str:
    """Return the percentage of clean days, ``98,7 %``, with bounds if fewer than 95 % of the days are known.

    It is ``–`` if none is known or fewer than half.
    """
    return _percent(figures, figures.pda, figures.pda_low, figures.pda_high)


def format_on_plan(figures: Figures) -> str:
    """Return the percentage of days on plan like ``format_percent``."""
    return _percent(figures, figures.on_plan, figures.on_plan_low, figures.on_plan_high)


def _percent(figures: Figures, percent: float | None, low: float | None, high: float | None) -> str:
    if percent is None or figures.coverage is None or figures.is_mostly_unknown:
        return UNDEFINED
    words = f"{percent:.1f}{_NO_BREAK}%"
    words = words if figures.coverage >= ENOUGH_COVERAGE else f"{words} ({low:.1f}–{high:.1f}{_NO_BREAK}%)"
    return words.replace(".", ",")


def format_good_days(figures: Figures, clean_word: str) -> str:
    """Return ``41 días libres``, or ``41 días dentro del plan`` where less is wanted, not none."""
    if figures.is_on_plan:
        return f"{count(figures.good_days, 'día')} {ON_PLAN}"
    return clean_days(figures.good_days, clean_word)


def format_coverage(figures: Figures) -> str:
    """Return ``12 de 40 días anotados``, which stands where too few days are known for a percentage."""
    return f"{whole(figures.logged)} de {count(figures.total, 'día anotado', 'días anotados')}"


def format_percentages(figures: Figures, clean_word: str) -> str:
    """Return ``98,7 %``, or ``96,0 % dentro del plan, 40,0 % libres`` where less is wanted, not none; empty without."""
    if figures.is_mostly_unknown or figures.is_observing:
        return ""
    if not figures.is_on_plan:
        return format_percent(figures)
    free = "" if figures.pda is None else f", {format_percent(figures)} {several(own_word(clean_word))}"
    return f"{format_on_plan(figures)} {ON_PLAN}{free}"


def format_run(figures: Figures) -> str:
    """Return the longest run, with the strict one in brackets if they differ: ``62``, ``64 (62)``; ``–`` for none."""
    claimed, strict = figures.longest_run, figures.longest_run_strict
    if claimed is None:
        return UNDEFINED
    return whole(claimed) if strict is None or claimed == strict else f"{whole(claimed)} ({whole(strict)})"


def since_what(figures: Figures) -> str:
    """Return what the days are counted from: ``el último consumo anotado (9 sin anotar)``, ``el inicio``.

    Where less is wanted, not none, it is the last day over the limit.
    """
    missing = f" ({whole(figures.unknown_since)} sin anotar)" if figures.unknown_since else ""
    if figures.last_use is None:
        return f"{SINCE_START}{missing}"
    last = "el último día por encima del límite" if figures.is_on_plan else "el último consumo"
    return f"{last}{' anotado' if missing else ''}{missing}"


def format_limit(figures: Figures, unit: str) -> str:
    """Return ``límite hoy: 2 bebidas``; that there is none, where none is set."""
    return NO_LIMIT if figures.limit is None else f"límite hoy: {in_unit(figures.limit, unit)}"


def format_week_on_plan(figures: Figures, unit: str) -> str:
    """Return ``esta semana 4 dentro del plan, 1 por encima, 9 bebidas``; that nothing is logged yet, if so."""
    week = figures.week
    if not week.on_plan and not week.over and not week.amount:
        return NOTHING_THIS_WEEK
    return f"{THIS_WEEK} {week.on_plan} {ON_PLAN}, {week.over} por encima{_amount(week, unit)}"


def format_use(name: str, period: PeriodUse, unit: str) -> str:
    """Return ``esta semana 3 días con consumo, 7 bebidas``."""
    return f"{name} {count(period.use_days, 'día con consumo', 'días con consumo')}{_amount(period, unit)}"


def _amount(period: PeriodUse, unit: str) -> str:
    """Return ``, 7 bebidas``, ``, al menos 7 bebidas`` if some amounts are not known; empty if none is."""
    if period.amount is None or (not unit and not period.amount):
        return ""
    least = "" if period.complete else "al menos "
    return f", {least}{in_unit(period.amount, unit)}"


def started_ago(start: date, today: date) -> str:
    """Return ``Empezaste hace 20 días.``."""
    return f"Empezaste hace {count((today - start).days, 'día')}."
