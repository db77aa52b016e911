"""How the figures about the days of a focus are written."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.day_amounts import PeriodUse
from journal.domain.day_statistics import ENOUGH_COVERAGE, Figures
from journal.language import translated
from journal.text.amounts import in_unit
from journal.text.counting import count

UNDEFINED: Final = "–"
"""Stands where a figure is undefined."""

ON_PLAN: Final = "on plan"
THIS_WEEK: Final = "this week"
THIS_MONTH: Final = "this month"
NOTHING_THIS_WEEK: Final = "this week nothing logged yet"
NO_LIMIT: Final = "no limit today"
SINCE_START: Final = "the start"


def format_percent(figures: Figures) -> str:
    """Return the percentage of clean days, ``98.7 %``, with bounds if fewer than 95 % of the days are known.

    It is ``–`` if none is known or fewer than half.
    """
    return _percent(figures, figures.pda, figures.pda_low, figures.pda_high)


def format_on_plan(figures: Figures) -> str:
    """Return the percentage of days on plan like ``format_percent``."""
    return _percent(figures, figures.on_plan, figures.on_plan_low, figures.on_plan_high)


def _percent(figures: Figures, percent: float | None, low: float | None, high: float | None) -> str:
    if percent is None or figures.coverage is None or figures.is_mostly_unknown:
        return UNDEFINED
    words = f"{percent:.1f} %"
    return words if figures.coverage >= ENOUGH_COVERAGE else f"{words} ({low:.1f}–{high:.1f} %)"


def format_good_days(figures: Figures, clean_word: str) -> str:
    """Return ``41 free days``, or ``41 days on plan`` where less is wanted, not none."""
    if figures.is_on_plan:
        return f"{count(figures.good_days, 'day')} {ON_PLAN}"
    return count(figures.good_days, f"{clean_word} day")


def format_coverage(figures: Figures) -> str:
    """Return ``12 of 40 days logged``, which stands where too few days are known for a percentage."""
    return f"{figures.logged:,} of {count(figures.total, 'day')} logged"


def format_percentages(figures: Figures, clean_word: str) -> str:
    """Return ``98.7 %``, or ``96.0 % on plan, 40.0 % free`` where less is wanted, not none; empty without one."""
    if figures.is_mostly_unknown or figures.is_observing:
        return ""
    if not figures.is_on_plan:
        return format_percent(figures)
    free = "" if figures.pda is None else f", {format_percent(figures)} {clean_word}"
    return f"{format_on_plan(figures)} {ON_PLAN}{free}"


def format_run(figures: Figures) -> str:
    """Return the longest run, with the strict one in brackets if they differ: ``62``, ``64 (62)``; ``–`` for none."""
    claimed, strict = figures.longest_run, figures.longest_run_strict
    if claimed is None:
        return UNDEFINED
    return f"{claimed:,}" if claimed == strict else f"{claimed:,} ({strict:,})"


def since_what(figures: Figures) -> str:
    """Return what the days are counted from: ``last use``, ``last logged use (9 not logged)``, ``the start``.

    Where less is wanted, not none, it is the last day over the limit.
    """
    missing = f" ({figures.unknown_since:,} not logged)" if figures.unknown_since else ""
    if figures.last_use is None:
        return f"{SINCE_START}{missing}"
    logged = "logged " if missing else ""
    return f"last {logged}{'day over the limit' if figures.is_on_plan else 'use'}{missing}"


def format_limit(figures: Figures, unit: str) -> str:
    """Return ``limit today 2 drinks``; that there is none, where none is set."""
    return NO_LIMIT if figures.limit is None else f"limit today {in_unit(figures.limit, unit)}"


def format_week_on_plan(figures: Figures, unit: str) -> str:
    """Return ``this week 4 on plan, 1 over, 9 drinks``; that nothing is logged yet, if so."""
    week = figures.week
    if not week.on_plan and not week.over and not week.amount:
        return NOTHING_THIS_WEEK
    return f"{THIS_WEEK} {week.on_plan} {ON_PLAN}, {week.over} over{_amount(week, unit)}"


def format_use(name: str, period: PeriodUse, unit: str) -> str:
    """Return ``this week 3 use days, 7 drinks``."""
    return f"{name} {count(period.use_days, 'use day')}{_amount(period, unit)}"


def _amount(period: PeriodUse, unit: str) -> str:
    """Return ``, 7 drinks``, ``, at least 7 drinks`` if some amounts are not known; empty if none is."""
    if period.amount is None or (not unit and not period.amount):
        return ""
    least = "" if period.complete else "at least "
    return f", {least}{in_unit(period.amount, unit)}"


def started_ago(start: date, today: date) -> str:
    """Return ``You started 20 days ago.``."""
    return f"You started {count((today - start).days, 'day')} ago."


translated(__name__)
