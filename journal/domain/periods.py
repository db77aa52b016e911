"""Periods as people write them: a day, a month, a year, ``last year``, ``from march until 3 june``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from journal.domain.date_names import UNITS, plain
from journal.domain.dates import EARLIEST_YEAR, add_months, parse_period


class Period(NamedTuple):
    """The first and the last day, both included; ``None`` where it has no end."""

    first: date | None = None
    last: date | None = None


_BETWEEN = re.compile(r"\s+(?:until|till|to|through|hasta|a|al|-|–)\s+|\s*(?:\.\.\.?|…|–)\s*")
_FROM = re.compile(r"(?:from|since|starting|desde|a partir de|a partir del) (?P<day>.+)")
_UNTIL = re.compile(r"(?:until|till|up to|to|hasta) (?P<day>.+)")
_BEFORE = re.compile(r"(?:before|antes de|antes del) (?P<day>.+)")
_AFTER = re.compile(r"(?:after|despues de|despues del) (?P<day>.+)")
_UNITS = re.compile(r"(?P<which>this|last) (?P<unit>week|month|year)")
_LATEST = re.compile(r"(?:the )?(?:last|past) (?P<count>\d{1,4}) (?P<unit>day|week|month|year)s?", re.ASCII)
_YEAR = re.compile(r"(?:in )?(?P<year>\d{4})", re.ASCII)


def parse_span(text: str, today: date, *, month_first: bool = False) -> Period | None:
    """Return the period that a person typed, open at both ends for an empty text; None if it can't be understood.

    It reads what ``dates.parse_period`` reads, ``2025``, ``this week``, ``last month`` and ``last year`` (of the
    calendar, weeks from Monday), ``last 30 days``, ``since march``, ``until 3 june``, ``before``, ``after``, and
    ``from .. until ..`` with any of them.
    """
    typed = _in_english(plain(text))
    if not typed:
        return Period()
    try:
        return _open_span(typed, today, month_first) or _closed_span(typed, today, month_first)
    except (ValueError, OverflowError):
        return None


def _in_english(typed: str) -> str:
    """Return a period typed in Spanish with its words for periods in English: ``la semana pasada``, ``este mes``."""
    typed = re.sub(r"\b(?:el|la|los|las) ", "", typed)
    units = "|".join(UNITS)
    for pattern, words in (
        (rf"({units}) pasad[oa]", "last {unit}"),
        (rf"est[ea] ({units})", "this {unit}"),
        (rf"(?:ultim|pasad)[oa]s (\d{{1,4}}) ({units})", "last {count} {unit}"),
    ):
        if (found := re.fullmatch(pattern, typed, re.ASCII)) and found.groups()[-1] in UNITS:
            return words.format(unit=UNITS[found.groups()[-1]], count=found[1])
    return typed


def _open_span(typed: str, today: date, month_first: bool) -> Period | None:
    """Return a period with one end, after ``since``, ``until``, ``before`` or ``after``."""
    for pattern in (_FROM, _UNTIL, _BEFORE, _AFTER):
        found = pattern.fullmatch(typed)
        if found and (part := _part(found["day"], today, month_first)):
            first, last = part
            if pattern is _FROM:
                return Period(first, None)
            if pattern is _UNTIL:
                return Period(None, last)
            return Period(None, first - timedelta(1)) if pattern is _BEFORE else Period(last + timedelta(1), None)
    return None


def _closed_span(typed: str, today: date, month_first: bool) -> Period | None:
    """Return a period of one part, or from one part until another."""
    if part := _part(typed, today, month_first):
        return Period(*part)
    for found in _BETWEEN.finditer(typed):
        begin, end = (
            typed[: found.start()]
            .removeprefix("from ")
            .removeprefix("between ")
            .removeprefix("desde ")
            .removeprefix("del "),
            typed[found.end() :],
        )
        end_part = _part(end, today, month_first)
        begin_part = _part(begin, today, month_first)
        if begin_part and end_part and begin_part[0] > end_part[1]:  # from october until may: that of the year before
            begin_part = _part(begin, end_part[1], month_first)
        if begin_part and end_part and begin_part[0] <= end_part[1]:
            return Period(begin_part[0], end_part[1])
    return None


def _part(typed: str, today: date, month_first: bool) -> tuple[date, date] | None:
    """Return the first and the last day of a day, week, month or year."""
    if found := _UNITS.fullmatch(typed):
        return _unit(found["unit"], today, back=found["which"] == "last")
    if found := _LATEST.fullmatch(typed):
        return _latest(int(found["count"]), found["unit"], today)
    if (found := _YEAR.fullmatch(typed)) and int(found["year"]) >= EARLIEST_YEAR:
        return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)
    return parse_period(typed, today, month_first=month_first)


def _unit(unit: str, today: date, *, back: bool) -> tuple[date, date]:
    """Return this week, month or year of the calendar, or with ``back`` the one before."""
    if unit == "week":
        first = today - timedelta(today.weekday() + 7 * back)
        return first, first + timedelta(6)
    months = 12 if unit == "year" else 1
    first = add_months(today.replace(day=1, month=1 if unit == "year" else today.month), -months * back)
    return first, add_months(first, months) - timedelta(1)


def _latest(count: int, unit: str, today: date) -> tuple[date, date] | None:
    """Return so many days, weeks, months or years up to today."""
    if not count:
        return None
    if unit in ("day", "week"):
        return today - timedelta(count * (7 if unit == "week" else 1) - 1), today
    return add_months(today, -count * (12 if unit == "year" else 1)) + timedelta(1), today
