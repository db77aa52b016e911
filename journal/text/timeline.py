"""What the timeline says: its keys, what it found, and where there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from journal.domain.date_names import month_name, short_month
from journal.domain.dates import add_months, format_date, format_day
from journal.domain.record import Sensitivity
from journal.language import translated
from journal.text.dates import understood_day
from journal.text.labels import label

KEYS: Final = "enter open · r for my mentor · d delete · B bin"
EMPTY_KEYS: Final = "B bin"
SEARCH: Final = "search: words, or a date like 19 Nov"
ALL_KINDS: Final = "all"
FOR_MENTOR: Final = "for my mentor"
"""Said of a line that is saved for the next meeting."""

NOTHING_YET: Final = "Nothing yet. Press a to check in, n to write, ^r for a craving."
NOTHING_OF_IT: Final = "Nothing of this kind yet. Press esc to show everything."
DELETE_WHERE_OPEN: Final = "Open it with enter to delete it."
NOTHING_FOUND: Final = "Nothing found. Press esc to show everything."


WHAT_TO_SHOW: Final = "what to show"
WHAT_TO_SHOW_KEYS: Final = "ctrl+s show · ctrl+t show all · esc back"
FILTERS: Final = {
    "table": "Kind",
    "focus": "About",
    "person": "With",
    "tag": "Tag",
    "sensitivity": "Shared",
}
"""Part of a filter → its name in the form."""
PERIOD: Final = "When"
PERIOD_HINT: Final = "march, last year, from 3 May until 19 Nov"
NOT_A_PERIOD: Final = "Try: march, last year, since 3 May, or from 3 May until 19 Nov."
NOTHING_LIKE_IT: Final = "Nothing like this. Press esc to show everything, or w to change what is shown."
SHOW_ALL: Final = "esc: show all"


def format_shown(parts: Iterable[str]) -> str:
    """Return ``cravings · alcohol · March 2026 · esc: show all``: what is shown, and how to see the rest."""
    return " · ".join([*parts, SHOW_ALL])


def format_person(name: str) -> str:
    """Return ``with R.``."""
    return f"with {name}"


def format_tag(tag: str) -> str:
    """Return ``tag: work``."""
    return f"tag: {tag}"


def format_sensitivity(sensitivity: Sensitivity) -> str:
    """Return ``shared: ask``."""
    return f"shared: {label(sensitivity)}"


def format_period(first: date | None, last: date | None) -> str:
    """Return a period, both ends included, in words that ``parse_span`` reads; empty without any end.

    ``March 2026``, ``2025``, ``19 Nov 2026``, ``3 May 2026 – 19 Nov 2026``, ``since 3 May 2026``, ``until 3 May 2026``.
    """
    if first is None or last is None:
        words = f"since {_full(first)}" if first else f"until {_full(last)}" if last else ""
    elif first == last:
        words = _full(first)
    elif (first.day, last) == (1, add_months(first, 1) - timedelta(days=1)):
        words = f"{month_name(first.month)} {first.year}"
    elif (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        words = str(first.year)
    else:
        words = f"{_full(first)} – {_full(last)}"
    return words


def _full(day: date) -> str:
    return f"{day.day} {short_month(day.month)} {day.year}"


def format_found(number: int, period: tuple[date, date] | None, today: date) -> str:
    """Return ``3 found``; for a date ``3 found: Thu 19 Nov, 9 days ago``; for a month ``3 found: 1–31 Mar``."""
    if period is None:
        return f"{number:,} found"
    first, last = period
    when = understood_day(first, today) if first == last else _format_month(first, last, today)
    return f"{number:,} found: {when}"


def _format_month(first: date, last: date, today: date) -> str:
    return format_date(first, last) if first.year == today.year else f"{format_date(first, last)} {first.year}"


def format_month(day: date, number: int) -> str:
    """Return ``November 2026 · 41``: the heading above the records of a month, and how many there are."""
    return f"{month_name(day.month)} {day.year} · {number:,}"


def format_listed(number: int) -> str:
    """Return ``120, newest first``; empty for none."""
    return f"{number:,}, newest first" if number else ""


def record_of_day(name: str, day: date, today: date) -> str:
    """Return ``craving, Mon 23 Nov``: the record that is to be erased."""
    return f"{name}, {format_day(day, today)}"


translated(__name__)
