"""Day marks in, from CSV with the columns ``focus,date,state,amount``. All rows are taken, or none.

What one file may hold is bounded, so that a file that is not what it was taken for costs neither minutes nor memory.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from io import StringIO
from typing import Final

import msgspec
from msgspec import Struct

from journal.domain.dates import EARLIEST_YEAR
from journal.domain.days import DayState, Mark, MarkSource, by_focus, latest_marks
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.errors import BadRows, TooMuch
from journal.store.journal import Journal

COLUMNS: Final = ("focus", "date", "state", "amount")

STATES: Final = {
    "clean": DayState.CLEAN,
    "used": DayState.USED,
    "unknown": DayState.UNKNOWN,
    "mixed": DayState.MIXED,
    "na": DayState.NOT_APPLICABLE,
} | {state.value: state for state in DayState}
"""The words and the letters of a day's state."""

LARGEST_FILE: Final = 16 * 1024 * 1024
"""Bytes of a file."""

MOST_ROWS: Final = 100_000
"""Rows of a file: 27 years of ten focuses."""

MOST_FOCUSES: Final = 100
"""Focuses in a file; a file with more has something else in that column."""

LONGEST_LABEL: Final = 1_000
MOST: Final = 10**12
"""An amount over it is a slip of the keys."""

MOST_DIGITS: Final = 20
"""Digits of an amount, before and after the point; spreadsheets write up to 17."""

NAMED_AT_MOST: Final = 10
"""Bad rows named by line; of more, only their number is said."""

_AT_ONCE: Final = 1_000
"""Rows between two reports of how far an import is."""

_NOTHING: Final = (None, None)
"""What is known of a day of which nothing is: neither a state nor an amount."""


class Row(Struct, frozen=True, gc=False):
    """One row of the file; ``line`` counts from 1, the header included."""

    line: int
    focus: str
    day: date
    state: DayState
    amount: Decimal | None = None


class Imported(Struct):
    """What an import did: marks added, rows skipped as already there, labels of focuses made, starts moved back."""

    marks: int = 0
    skipped: int = 0
    made: list[str] = []
    moved: dict[str, date] = {}


def _bad_rows(reasons: dict[int, str]) -> BadRows:
    """The error that names bad rows, of which there are ``reasons`` by line."""
    named = [f"Line {line}: {reasons[line]}." for line in sorted(reasons)]
    more = len(named) - NAMED_AT_MOST
    return BadRows(" ".join(named[:NAMED_AT_MOST] + [f"And {more:,} more."] * (more > 0)), sorted(reasons))


def read_rows(text: str, *, latest: date) -> list[Row]:
    """The rows of a CSV file, checked one by one. Raises ``BadRows``, ``TooMuch``.

    The header names the columns, in any order, ``amount`` being optional; ``latest`` is the last day a row may be of.
    """
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: list[Row] = []
    bad: dict[int, str] = {}
    try:
        read = _Cells(next(lines, []), latest)
        for cells in lines:
            if len(rows) + len(bad) == MOST_ROWS and cells:
                raise TooMuch(f"The file has more than {MOST_ROWS:,} rows.")
            try:
                if cells:
                    rows.append(read.row(lines.line_num, cells))
            except _Bad as error:
                bad[lines.line_num] = str(error)
    except csv.Error:
        raise _bad_rows({max(1, lines.line_num): "this is not CSV"}) from None
    if bad:
        raise _bad_rows(bad)
    return rows


def import_days(journal: Journal, rows: Sequence[Row], done: Callable[[int], None] = lambda count: None) -> Imported:
    """Save rows as marks in one transaction. Raises ``BadRows`` when one contradicts another or the journal.

    A focus that is missing is made, from its first date here; one that starts later starts on that date from now on.
    ``done`` is told, bit by bit, of how many rows more something is done: each comes twice, once when it is made ready
    and once when it is saved.
    """
    by_label: defaultdict[str, list[Row]] = defaultdict(list)
    fold = cache(folded)
    for row in rows:
        by_label[fold(row.focus)].append(row)
    known = {folded(focus.label): focus for focus in sorted(journal.focuses, key=lambda focus: not focus.archived)}
    fresh = _fresh_by_label(journal, known, by_label)
    marks = sum(map(len, fresh.values()))
    imported = Imported(marks, len(rows) - marks)
    done(imported.skipped)
    with journal.transaction():
        uids = {label: _prepared(journal, known.get(label), own, imported) for label, own in by_label.items()}
        journal.marks.add_many(_marks(uids, fresh, journal.today(), done))
    done(len(rows))
    return imported


class _Bad(Exception):
    """Why one row can't be read."""


class _Cells:
    """Makes a row of its cells. What comes again and again, as labels and dates do, is looked at once."""

    def __init__(self, header: Sequence[str], latest: date) -> None:
        """From the cells of the ``header``. Raises ``BadRows`` when a column is missing or there twice."""
        names = [name.strip().lower() for name in header]
        if missing := [name for name in COLUMNS[:3] if name not in names]:
            raise _bad_rows({1: f"the header lacks {', '.join(missing)}; columns are separated by commas"})
        if any(names.count(name) > 1 for name in COLUMNS):
            raise _bad_rows({1: "a column is there twice"})
        self._places = [names.index(name) if name in names else len(names) for name in COLUMNS]
        self._width = len(names)
        self._label = cache(self._new_label)
        self._day = cache(partial(_day, latest))
        self._state, self._amount = cache(_state), cache(_amount)
        self._labels: set[str] = set()

    def row(self, line: int, cells: list[str]) -> Row:
        """The row of a line. Raises ``_Bad`` where a cell is not what its column holds, ``TooMuch``."""
        if len(cells) > self._width:
            raise _Bad("there are more cells than columns")
        cells += [""] * (self._width + 1 - len(cells))  # one more, for the amount where there is no such column
        label, day, state, amount = self._places
        # in the order in which what is wrong is said
        focus, word = self._label(cells[label]), self._state(cells[state])
        return Row(line, focus, self._day(cells[day]), word, self._amount(cells[amount]))

    def _new_label(self, cell: str) -> str:
        label = cell.strip()
        if not 0 < len(label) <= LONGEST_LABEL:
            raise _Bad(f"the focus needs a label of at most {LONGEST_LABEL:,} characters")
        self._labels.add(folded(label))
        if len(self._labels) > MOST_FOCUSES:
            raise TooMuch(f"The file names more than {MOST_FOCUSES:,} focuses.")
        return label


def _state(cell: str) -> DayState:
    state = STATES.get(cell.strip().lower())
    if state is None:
        raise _Bad("the state is none of clean, used, unknown, mixed, na")
    return state


def _day(latest: date, cell: str) -> date:
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        raise _Bad("the date is not written as 2026-11-23") from None
    if day > latest:
        raise _Bad("the date is still to come")
    if day.year < EARLIEST_YEAR:
        raise _Bad(f"the date is before {EARLIEST_YEAR}")
    return day


def _amount(cell: str) -> Decimal | None:
    text = cell.strip()
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise _Bad("the amount is not a number") from None
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise _Bad("the amount is not a number from 0 up")
    _, digits, exponent = amount.as_tuple()
    if max(len(digits), abs(int(exponent))) > MOST_DIGITS:
        raise _Bad(f"the amount has more than {MOST_DIGITS} digits")
    return amount


def _fresh_by_label(
    journal: Journal, known: Mapping[str, Focus], by_label: Mapping[str, list[Row]]
) -> dict[str, list[Row]]:
    """The rows of each label that say something new. Raises ``BadRows`` for those that contradict what is known."""
    marks, uses = by_focus(journal.marks), by_focus(journal.uses)
    fresh: dict[str, list[Row]] = {}
    bad: dict[int, str] = {}
    for label, rows in by_label.items():
        focus = known.get(label)
        marked = latest_marks(focus, marks[focus.uid]) if focus else {}
        used = {use.local_date for use in uses[focus.uid]} if focus else set()
        fresh[label], reasons = _fresh(rows, marked, used)
        bad |= reasons
    if bad:
        raise _bad_rows(bad)
    return fresh


def _fresh(rows: Iterable[Row], marked: Mapping[date, Mark], used: set[date]) -> tuple[list[Row], dict[int, str]]:
    """Of one focus's rows those that say something new, and by line why others contradict what is known."""
    known = {day: (mark.state, mark.amount) for day, mark in marked.items()}
    fresh, bad = [], {}
    for row in rows:
        state, amount = known.get(row.day, _NOTHING)
        if state not in (None, row.state) or (None not in (amount, row.amount) and amount != row.amount):
            bad[row.line] = "this day is already marked otherwise"
        elif row.day in used and row.state is not DayState.USED:
            bad[row.line] = "a use is noted on this day"
        elif state is None or (amount is None and row.amount is not None):
            known[row.day] = row.state, row.amount
            fresh.append(row)
    return fresh, bad


def _prepared(journal: Journal, focus: Focus | None, rows: list[Row], imported: Imported) -> str:
    """The uid of the focus these rows belong to, which is made, or starts earlier, as they ask for."""
    first = min(row.day for row in rows)
    if focus is None:
        imported.made.append(rows[0].focus)
        return journal.focuses.add(Focus(label=rows[0].focus, start=first))
    if focus.start is not None and first < focus.start:
        imported.moved[focus.label] = first
        journal.focuses.replace(focus.uid, msgspec.structs.replace(focus, start=first))
    return focus.uid


def _marks(
    uids: Mapping[str, str], rows: Mapping[str, list[Row]], today: date, done: Callable[[int], None]
) -> Iterator[Mark]:
    """The marks that the rows of each label become, ``done`` being told of every part of them."""
    for label, own in rows.items():
        for start in range(0, len(own), _AT_ONCE):
            part = own[start : start + _AT_ONCE]
            yield from (_mark(uids[label], row, today) for row in part)
            done(len(part))


def _mark(focus: str, row: Row, today: date) -> Mark:
    return Mark(
        focus=focus,
        local_date=row.day,
        state=row.state,
        source=MarkSource.IMPORT,
        amount=row.amount,
        back_filled=row.day < today,
    )
