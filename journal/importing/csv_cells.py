"""Reads a table of unknown origin: its encoding and separator, and the dates and times in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Final

from journal.domain.dates import parse_day, parse_time
from journal.importing.findings import parse_instant

DAY_FIRST: Final = "day"
MONTH_FIRST: Final = "month"
"""Orders of a date of numbers, as values of an answer."""

_SEPARATORS: Final = "\t;,"
"""In the order that decides where two fit as well: a comma may be part of a number."""

_LOOKED_AT: Final = 1 << 16
_LINES: Final = 30
_NUMERIC: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(.+))?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T]+(.+))?", re.ASCII)
_IN_WORDS: Final = re.compile(r"[A-Za-z]{3,9}[.,]? .*\d{4}|\d{1,2}(st|nd|rd|th|\.)? [A-Za-z]{3,9}\.?,? \d{4}", re.ASCII)
_LONGEST_DATE: Final = 60


class Unclear(Enum):
    """A date of numbers that can be read in two ways."""

    ORDER = "order"


When = datetime | date | None
"""A local time, or one with its offset; a day; or None for what can't be read."""


def decode_table(data: bytes) -> tuple[str, bool]:
    """Return the text of a table, with plain line ends, and whether its encoding is only a guess."""
    text, is_guess = _decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), is_guess


def find_separator(text: str) -> tuple[str, str]:
    """Return what separates the columns, and the text without the line by which a spreadsheet names it."""
    if named := re.match(r"sep=([,;\t])\n", text, re.IGNORECASE):
        return named[1], text[named.end() :]
    bare = re.sub(r'"(?:[^"]|"")*"', "", text[:_LOOKED_AT])
    lines = [line for line in bare.split("\n") if line.strip()][:_LINES]
    counts = {separator: [line.count(separator) for line in lines] for separator in _SEPARATORS}

    def fits(separator: str) -> tuple[int, int]:
        found = counts[separator]
        return (found.count(found[0]), found[0]) if found and found[0] else (0, 0)

    best = max(_SEPARATORS, key=fits)
    return (best if fits(best)[0] else ","), text


def read_when(cell: str, order: str) -> When | Unclear:
    """Return the date, with its time if there is one, of a cell. ``order`` is that of dates of numbers, or empty.

    A date of numbers with dots has its day first. One that means the same in both orders is not unclear.
    """
    text = " ".join(cell.split()) if len(cell) <= _LONGEST_DATE else ""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    if instant := parse_instant(text):
        return instant
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day, rest = found.groups()
        return _at(_date(int(year), int(month), int(day)), rest)
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, order)
    return parse_day(text, date.max) if _IN_WORDS.fullmatch(text) else None


def read_time(cell: str) -> time | None:
    """Return a time of day with or without seconds, in 24 hours or 12; or None."""
    if len(cell) > _LONGEST_DATE:
        return None
    text = re.sub(r"(\d{1,2}:\d\d):\d\d(?:[.,]\d+)?", r"\1", " ".join(cell.split()), flags=re.ASCII)
    return parse_time(text)


def order_of(cells: Iterable[str]) -> str | None:
    """Return the order of the dates of numbers among cells: empty if nothing shows it, None if there are none."""
    orders = {order for cell in cells if (order := _order(cell)) is not None}
    if not orders:
        return None
    known = orders - {""}
    return known.pop() if len(known) == 1 else ""


def are_dates(cells: Sequence[str]) -> bool:
    """Return whether nearly all cells that are filled hold a date."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and sum(read_when(cell, "") is not None for cell in filled) >= 0.8 * len(filled)


def _decode(data: bytes) -> tuple[str, bool]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), False
    start = data[:200]
    for zeros, encoding in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if len(zeros) > 1 and not any(zeros) and any(start):
            return data.decode(encoding, "replace"), True
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), True
    except UnicodeDecodeError:
        return data.decode("latin-1"), True


def _order(cell: str) -> str | None:
    """Return the order that a date of numbers shows: empty if it does not; None if it is no such date."""
    found = _NUMERIC.fullmatch(" ".join(cell.split())) if len(cell) <= _LONGEST_DATE else None
    if not found:
        return None
    if found[2] == "." or int(found[1]) > 12:
        return DAY_FIRST
    return MONTH_FIRST if int(found[3]) > 12 else ""


def _numeric(found: re.Match[str], order: str) -> When | Unclear:
    first, _, second, year, rest = found.groups()
    day, month = int(first), int(second)
    shown = _order(found[0])
    if shown == "" and day != month and not order:
        return Unclear.ORDER
    if shown == MONTH_FIRST or (shown == "" and order == MONTH_FIRST):
        day, month = month, day
    return _at(_date(_full_year(year), month, day), rest)


def _full_year(year: str) -> int:
    """Return a year; one of two digits is in this century up to 69, as most programs read it."""
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 70 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date | None, rest: str | None) -> When:
    """Return the day, with the time that follows it if that can be read."""
    if day is None or not rest or (clock := read_time(rest)) is None:
        return day
    return datetime.combine(day, clock)
