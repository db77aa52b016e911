"""What ``journal days``, ``cravings``, ``coping``, ``goals`` and ``entries`` say."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.cravings import Outcome
from journal.domain.dates import format_day
from journal.domain.day_statistics import Figures
from journal.language import translated
from journal.text.amounts import in_unit
from journal.text.counting import count, noun
from journal.text.figures import (
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
from journal.text.labels import label
from journal.text.savings import SAVED, format_both

DAYS_HELP: Final = "The figures of each focus: days, since last use, best run."
CRAVINGS_HELP: Final = "All cravings, the newest first."
COPING_HELP: Final = "What helps in a craving, the best evidence first."
GOALS_HELP: Final = "Goals, the next due first."
ENTRIES_HELP: Final = "All entries in full, the newest first."
FROM_HELP: Final = "The first day that counts, instead of each focus's start."
AS_OF_HELP: Final = "The last day that counts, instead of today."

ENTRIES_FROM_HELP: Final = "The first day, for example -7 or 19 Nov."
ENTRIES_UNTIL_HELP: Final = "The last day; it is included."
TAG_HELP: Final = "Only entries with this tag."
SEARCH_HELP: Final = "Only entries with all the words that you are asked for, or that standard input holds."

CRAVING_HEADINGS: Final = ("When", "Strength", "Focus", "Outcome", "Set off by", "Tried")
COPING_HEADINGS: Final = ("Strategy", "Kind", "Evidence", "Effect")
GOAL_HEADINGS: Final = ("Goal", "Status", "Progress", "When", "Step")
ENTRY_HEADINGS: Final = ("When", "Title", "Tags", "Text")
"""Headings of the cells of each list in accessible mode."""

NO_FOCUS: Final = "No focus yet."
NO_CRAVINGS: Final = "No cravings yet."
NO_STRATEGIES: Final = "No coping strategies yet."
NO_GOALS: Final = "No goals yet."
NO_ENTRIES: Final = "No entries yet."
NO_ENTRIES_FOUND: Final = "No entry found."
ASK_SEARCH: Final = "Search for:"
NOTHING_TO_SEARCH: Final = "Nothing to search for: standard input was empty."


def too_many_focuses(number: int, most: int) -> str:
    """Say that there are too many focuses to count, and what to do if a file was imported by mistake."""
    return (
        f"There {noun(number, 'is', 'are')} {count(number, 'focus', 'focuses')}, and this counts the days of at most "
        f"{most:,}. Nothing was changed. If a file was imported by mistake, `journal restore` restores a backup from "
        "before."
    )


def focus_heading(label: str, figures: Figures, today: date) -> str:
    """Return ``alcohol, as of Mon 23 Nov``."""
    return f"{label}, as of {format_day(figures.as_of, today)}"


def figure_rows(clean_word: str, unit: str, figures: Figures, today: date) -> list[tuple[str, str]]:
    """Return the name and the words of each figure of a focus, in the order in which they are listed."""
    if figures.is_observing:
        return [*_use_rows(figures, unit), ("logged", format_coverage(figures))]
    last_use = format_day(figures.last_use, today) if figures.last_use else "none noted"
    returned = f"last {_or_undefined(figures.return_time_last)}, median {_or_undefined(figures.return_time_median)}"
    logged, missing = ("logged ", f"; {figures.unknown_since:,} not logged") if figures.unknown_since else ("", "")
    since = "since over limit" if figures.is_on_plan else f"since last {logged}use"
    free = f"{figures.clean:,} of {figures.logged:,} logged"
    return [
        *(_plan_rows(figures, unit) if figures.is_on_plan else []),
        (f"{clean_word} days", free if figures.pda is None and figures.logged else f"{free}, {_percent(figures)}"),
        (
            since,
            f"{_full_days(figures.full_days)} (last {'over' if figures.is_on_plan else 'use'}: {last_use}{missing})",
        ),
        *([] if figures.longest_run is None else [("best run", format_run(figures))]),
        ("not logged", count(figures.unknown, "day")),
        ("steadiness", UNDEFINED if figures.steadiness is None else f"{figures.steadiness:.2f}"),
        ("return time in days", returned),
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
        ("days on plan", f"{figures.good_days:,} of {figures.logged:,} logged, {percent}"),
        ("limit today", limit),
        (THIS_WEEK, format_week_on_plan(figures, unit).removeprefix(f"{THIS_WEEK} ")),
    ]


def _use_rows(figures: Figures, unit: str) -> list[tuple[str, str]]:
    periods = ((THIS_WEEK, figures.week), (THIS_MONTH, figures.month))
    return [(name, format_use(name, period, unit).removeprefix(f"{name} ")) for name, period in periods]


def format_ended(outcome: Outcome) -> str:
    """Say how a craving ended."""
    return f"ended: {label(outcome)}"


def format_drop(mean: float) -> str:
    """Say by how much intensity went down on average, of 10."""
    return f"strength down by {mean:.1f}"


def format_due(due: date, today: date) -> str:
    """Say by which day a goal is due."""
    return f"due {format_day(due, today)}"


def format_next(step: str) -> str:
    """Name the next step of a goal."""
    return f"next: {step}"


def _full_days(number: int | None) -> str:
    return UNDEFINED if number is None else count(number, "full day")


def _or_undefined(figure: float | None) -> str:
    return UNDEFINED if figure is None else str(figure)


translated(__name__)
