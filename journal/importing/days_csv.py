"""Imports day marks from CSV with the columns ``focus,date,state,amount``: all rows, or none.

``journal.cli.commands.import_days`` calls ``read_rows``, then ``import_days``. It stands on the store alone. The size
of a file is limited, so that a wrong file costs neither minutes nor memory, and no message repeats what a cell holds.
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

from msgspec import Struct

from journal.domain.dates import EARLIEST_YEAR
from journal.domain.days import DayState, Mark, MarkSource, by_focus, latest_marks
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.domain.uses import counted_uses
from journal.errors import BadRows, TooMuch
from journal.importing.batch_writer import Keyed, save_batch
from journal.store.journal import Journal
from journal.text import imports as imports_text

PROGRAM: Final = "days"
"""What its batches are called."""

COLUMNS: Final = ("focus", "date", "state", "amount")

STATES: Final = {
    "clean": DayState.CLEAN,
    "used": DayState.USED,
    "unknown": DayState.UNKNOWN,
    "mixed": DayState.MIXED,
    "na": DayState.NOT_APPLICABLE,
} | {state.value: state for state in DayState if state is not DayState.WITHIN}
"""What a file may call a state: a word, or the letter that the journal keeps."""

LARGEST_FILE: Final = 16 * 1024 * 1024
"""Bytes of a file."""

MOST_ROWS: Final = 100_000
"""Rows of a file at most: ten focuses for 27 years."""

MOST_FOCUSES: Final = 100
"""Focuses of a file at most; one with more has something else in that column."""

LONGEST_LABEL: Final = 1_000
MOST: Final = 10**12
"""The largest amount; more is a typing mistake."""

MOST_DIGITS: Final = 20
"""Digits of an amount at most, before and after the point; spreadsheets write up to 17."""

NAMED_AT_MOST: Final = 10
"""Bad rows that are named by their line; of the others only the number is said."""

_AT_ONCE: Final = 1_000
"""Rows between two reports of progress."""

_NOTHING: Final = (None, None)
"""State and amount of a day of which nothing is known."""


class Row(Struct, frozen=True, gc=False):
    """One row of the file; ``line`` counts from 1, the header included."""

    line: int
    focus: str
    day: date
    state: DayState
    amount: Decimal | None = None


class Imported(Struct):
    """The result: marks added, rows skipped as already there, labels of new focuses, starts moved back by label."""

    marks: int = 0
    skipped: int = 0
    made: list[str] = []
    moved: dict[str, date] = {}


def _bad_rows(reasons: dict[int, str]) -> BadRows:
    """The error that names bad rows, of which there are ``reasons`` by line."""
    named = [imports_text.bad_line(line, reasons[line]) for line in sorted(reasons)]
    more = len(named) - NAMED_AT_MOST
    return BadRows(" ".join(named[:NAMED_AT_MOST] + [imports_text.more_bad_lines(more)] * (more > 0)), sorted(reasons))


def read_rows(text: str, *, latest: date) -> list[Row]:
    """Read and check the rows of a CSV file. Raises ``BadRows``, ``TooMuch``.

    The header names the columns in any order; ``amount`` is optional. ``latest`` is the last date that a row may have.
    """
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: list[Row] = []
    bad: dict[int, str] = {}
    try:
        read = _Cells(next(lines, []), latest)
        for cells in lines:
            if len(rows) + len(bad) == MOST_ROWS and cells:
                raise TooMuch(imports_text.too_many_rows(MOST_ROWS))
            try:
                if cells:
                    rows.append(read.row(lines.line_num, cells))
            except _Bad as error:
                bad[lines.line_num] = str(error)
    except csv.Error:
        raise _bad_rows({max(1, lines.line_num): imports_text.NOT_CSV}) from None
    if bad:
        raise _bad_rows(bad)
    return rows


def import_days(
    journal: Journal, rows: Sequence[Row], done: Callable[[int], None] = lambda count: None, *, file: str = ""
) -> Imported:
    """Save rows as marks in one transaction. Raises ``BadRows`` when one contradicts another or the journal.

    A missing focus is created with its first date in the file as start; a focus that starts later is moved back to that
    date. ``done`` is called with a number of rows as the work goes on; over the whole import each row counts twice,
    once when it is prepared and once when it is saved. ``file`` is the name of the file, which the batch keeps.
    """
    planned = _planned(journal, rows)
    done(planned.imported.skipped)
    records = _records(planned, journal.today(), done)
    save_batch(journal, PROGRAM, file, records, moved=planned.moved)
    done(len(rows))
    return planned.imported


def preview_days(journal: Journal, rows: Sequence[Row]) -> Imported:
    """Return what ``import_days`` would add. Nothing is saved. Raises ``BadRows``."""
    return _planned(journal, rows).imported


class _Planned(Struct):
    """What an import is going to save: rows and the uid of their focus by label, new focuses, starts moved by uid."""

    imported: Imported
    fresh: dict[str, list[Row]]
    uids: dict[str, str] = {}
    focuses: dict[str, Focus] = {}
    moved: dict[str, date] = {}


def _planned(journal: Journal, rows: Sequence[Row]) -> _Planned:
    by_label: defaultdict[str, list[Row]] = defaultdict(list)
    fold = cache(folded)
    for row in rows:
        by_label[fold(row.focus)].append(row)
    known = focuses_by_label(journal)
    fresh = _fresh_by_label(journal, known, by_label)
    marks = sum(map(len, fresh.values()))
    planned = _Planned(Imported(marks, len(rows) - marks), fresh)
    for label, own in by_label.items():
        _plan_focus(journal, planned, label, known.get(label), own)
    return planned


def focuses_by_label(journal: Journal) -> dict[str, Focus]:
    """Return every focus by its folded label; of two with the same label the one that is not archived."""
    return {folded(focus.label): focus for focus in sorted(journal.focuses, key=lambda focus: not focus.archived)}


class _Bad(Exception):
    """Why one row can't be read."""


class _Cells:
    """Makes rows of cells. Labels, dates, states and amounts are parsed once each, as most come again and again."""

    def __init__(self, header: Sequence[str], latest: date) -> None:
        """Find the columns in the ``header``. Raises ``BadRows`` when one is missing or there twice."""
        names = [name.strip().lower() for name in header]
        if missing := [name for name in COLUMNS[:3] if name not in names]:
            raise _bad_rows({1: imports_text.missing_columns(missing)})
        if any(names.count(name) > 1 for name in COLUMNS):
            raise _bad_rows({1: imports_text.COLUMN_TWICE})
        self._places = [names.index(name) if name in names else len(names) for name in COLUMNS]
        self._width = len(names)
        self._label = cache(self._new_label)
        self._day = cache(partial(_day, latest))
        self._state, self._amount = cache(_state), cache(_amount)
        self._labels: set[str] = set()

    def row(self, line: int, cells: list[str]) -> Row:
        """Return the row of a line. Raises ``_Bad`` where a cell is not valid for its column, and ``TooMuch``."""
        if len(cells) > self._width:
            raise _Bad(imports_text.TOO_MANY_CELLS)
        cells += [""] * (self._width + 1 - len(cells))  # one more cell for a missing column of amounts
        label, day, state, amount = self._places
        # the first invalid cell is the one that is named: focus, state, date, amount
        focus, word = self._label(cells[label]), self._state(cells[state])
        return Row(line, focus, self._day(cells[day]), word, self._amount(cells[amount]))

    def _new_label(self, cell: str) -> str:
        label = cell.strip()
        if not 0 < len(label) <= LONGEST_LABEL:
            raise _Bad(imports_text.label_needed(LONGEST_LABEL))
        self._labels.add(folded(label))
        if len(self._labels) > MOST_FOCUSES:
            raise TooMuch(imports_text.too_many_focuses(MOST_FOCUSES))
        return label


def _state(cell: str) -> DayState:
    state = STATES.get(cell.strip().lower())
    if state is None:
        raise _Bad(imports_text.NO_SUCH_STATE)
    return state


def _day(latest: date, cell: str) -> date:
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        raise _Bad(imports_text.NOT_A_DATE) from None
    if day > latest:
        raise _Bad(imports_text.DATE_TO_COME)
    if day.year < EARLIEST_YEAR:
        raise _Bad(imports_text.date_too_early(EARLIEST_YEAR))
    return day


def _amount(cell: str) -> Decimal | None:
    text = cell.strip()
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise _Bad(imports_text.AMOUNT_NOT_A_NUMBER) from None
    if not _is_in_range(amount):
        raise _Bad(imports_text.AMOUNT_OUT_OF_RANGE)
    if not is_sound_amount(amount):
        raise _Bad(imports_text.too_many_digits(MOST_DIGITS))
    return amount


def is_sound_amount(amount: Decimal) -> bool:
    """Return whether an amount is a number from 0 to ``MOST`` with at most ``MOST_DIGITS`` digits."""
    if not _is_in_range(amount):
        return False
    _, digits, exponent = amount.as_tuple()
    return max(len(digits), abs(int(exponent))) <= MOST_DIGITS


def _is_in_range(amount: Decimal) -> bool:
    return amount.is_finite() and 0 <= amount <= MOST


def _fresh_by_label(
    journal: Journal, known: Mapping[str, Focus], by_label: Mapping[str, list[Row]]
) -> dict[str, list[Row]]:
    """Return by label the rows that add something. Raises ``BadRows`` for rows that contradict what is known."""
    marks, uses = by_focus(journal.marks), by_focus(journal.uses)
    fresh: dict[str, list[Row]] = {}
    bad: dict[int, str] = {}
    for label, rows in by_label.items():
        focus = known.get(label)
        marked = latest_marks(focus, marks[focus.uid]) if focus else {}
        used = {use.local_date for use in counted_uses(focus, uses[focus.uid])} if focus else set()
        fresh[label], reasons = fresh_rows(rows, marked, used)
        bad |= reasons
    if bad:
        raise _bad_rows(bad)
    return fresh


def fresh_rows(rows: Iterable[Row], marked: Mapping[date, Mark], used: set[date]) -> tuple[list[Row], dict[int, str]]:
    """Return the rows of one focus that add something, and by line why others contradict what is known."""
    known = {day: (mark.state, mark.amount) for day, mark in marked.items()}
    fresh, bad = [], {}
    for row in rows:
        state, amount = known.get(row.day, _NOTHING)
        if state not in (None, row.state) or (None not in (amount, row.amount) and amount != row.amount):
            bad[row.line] = imports_text.MARKED_OTHERWISE
        elif row.day in used and row.state is not DayState.USED:
            bad[row.line] = imports_text.USE_ON_THIS_DAY
        elif state is None or (amount is None and row.amount is not None):
            known[row.day] = row.state, row.amount
            fresh.append(row)
    return fresh, bad


def _plan_focus(journal: Journal, planned: _Planned, label: str, focus: Focus | None, rows: list[Row]) -> None:
    """Note the focus of these rows, and that it is new or that its start moves back, where they need that."""
    first = min(row.day for row in rows)
    if focus is None:
        planned.imported.made.append(rows[0].focus)
        planned.uids[label] = journal.new_uid()
        planned.focuses[label] = Focus(uid=planned.uids[label], label=rows[0].focus, start=first)
        return
    planned.uids[label] = focus.uid
    if focus.start is not None and first < focus.start:
        planned.imported.moved[focus.label] = first
        planned.moved[focus.uid] = first


def _records(planned: _Planned, today: date, done: Callable[[int], None]) -> Iterator[Keyed]:
    """Yield the new focuses, then the mark of each row, calling ``done`` after every part."""
    for label, focus in planned.focuses.items():
        yield Keyed(f"{PROGRAM}:{label}", focus)
    for label, own in planned.fresh.items():
        for start in range(0, len(own), _AT_ONCE):
            part = own[start : start + _AT_ONCE]
            yield from (Keyed(f"{PROGRAM}:{label}/{row.day}", _mark(planned.uids[label], row, today)) for row in part)
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
