"""Day marks in, from CSV with the columns ``focus,date,state,amount``. All rows are taken, or none."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import Final

import msgspec
from msgspec import Struct

from journal.book import Journal
from journal.domain.days import DayState, Mark, MarkSource, latest_marks
from journal.domain.focuses import Focus
from journal.domain.labels import folded
from journal.domain.time import EARLIEST_YEAR

COLUMNS: Final = ("focus", "date", "state", "amount")

STATES: Final = {
    "clean": DayState.CLEAN,
    "used": DayState.USED,
    "unknown": DayState.UNKNOWN,
    "mixed": DayState.MIXED,
    "na": DayState.NOT_APPLICABLE,
} | {state.value: state for state in DayState}
"""The words and the letters of a day's state."""

LONGEST_LABEL: Final = 1_000
MOST: Final = 10**12
"""An amount over it is a slip of the keys."""

NAMED_AT_MOST: Final = 10
"""Bad rows named by line; of more, only their number is said."""


class BadRows(ValueError):
    """Rows that can't be imported; the message names each by its line, never by what it holds."""

    def __init__(self, reasons: dict[int, str]) -> None:
        named = [f"Line {line}: {reasons[line]}." for line in sorted(reasons)]
        more = len(named) - NAMED_AT_MOST
        super().__init__(" ".join(named[:NAMED_AT_MOST] + [f"And {more:,} more."] * (more > 0)))
        self.lines = sorted(reasons)


class Row(Struct, frozen=True):
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


def read_rows(text: str, *, latest: date) -> list[Row]:
    """The rows of a CSV file, checked one by one. Raises ``BadRows``.

    The header names the columns, in any order, ``amount`` being optional; ``latest`` is the last day a row may be of.
    """
    lines = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: list[Row] = []
    bad: dict[int, str] = {}
    try:
        _check_header(lines)
        for cells in lines:
            try:
                rows.append(_row(lines.line_num, cells, latest))
            except _Bad as error:
                bad[lines.line_num] = str(error)
    except csv.Error:
        raise BadRows({max(1, lines.line_num): "this is not CSV"}) from None
    if bad:
        raise BadRows(bad)
    return rows


def import_days(journal: Journal, rows: Iterable[Row]) -> Imported:
    """Save rows as marks in one transaction. Raises ``BadRows`` when one contradicts another or the journal.

    A focus that is missing is made, from its first date here; one that starts later starts on that date from now on.
    """
    by_label: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_label[folded(row.focus)].append(row)
    known = {folded(focus.label): focus for focus in sorted(journal.focuses, key=lambda focus: not focus.archived)}
    fresh = {label: _fresh(journal, known.get(label), own) for label, own in by_label.items()}
    if bad := {line: reason for _, reasons in fresh.values() for line, reason in reasons.items()}:
        raise BadRows(bad)
    imported = Imported()
    with journal.together():
        for label, own in by_label.items():
            kept = fresh[label][0]
            uid = _prepared(journal, known.get(label), own, imported)
            journal.marks.add_many(_mark(uid, row, journal.today()) for row in kept)
            imported.marks += len(kept)
            imported.skipped += len(own) - len(kept)
    return imported


class _Bad(Exception):
    """Why one row can't be read."""


def _check_header(lines: csv.DictReader[str]) -> None:
    """Spell the names of the columns as we do. Raises ``BadRows`` when one is missing or there twice."""
    names = [name.strip().lower() for name in lines.fieldnames or ()]
    lines.fieldnames = names
    if missing := [name for name in COLUMNS[:3] if name not in names]:
        raise BadRows({1: f"the header lacks {', '.join(missing)}; columns are separated by commas"})
    if any(names.count(name) > 1 for name in COLUMNS):
        raise BadRows({1: "a column is there twice"})


def _row(line: int, cells: dict[str, str | None], latest: date) -> Row:
    values = {name: (cells.get(name) or "").strip() for name in COLUMNS}
    if None in cells:  # where DictReader puts what is too much
        raise _Bad("there are more cells than columns")
    label, state = values["focus"], STATES.get(values["state"].lower())
    if not 0 < len(label) <= LONGEST_LABEL:
        raise _Bad(f"the focus needs a label of at most {LONGEST_LABEL:,} characters")
    if state is None:
        raise _Bad("the state is none of clean, used, unknown, mixed, na")
    return Row(line, label, _day(values["date"], latest), state, _amount(values["amount"]))


def _day(text: str, latest: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _Bad("the date is not written as 2026-11-23") from None
    if day > latest:
        raise _Bad("the date is still to come")
    if day.year < EARLIEST_YEAR:
        raise _Bad(f"the date is before {EARLIEST_YEAR}")
    return day


def _amount(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise _Bad("the amount is not a number") from None
    if not amount.is_finite() or not 0 <= amount <= MOST:
        raise _Bad("the amount is not a number from 0 up")
    return amount


def _fresh(journal: Journal, focus: Focus | None, rows: Iterable[Row]) -> tuple[list[Row], dict[int, str]]:
    """Of one focus's rows those that say something new, and by line why others contradict what is known."""
    known: dict[date, tuple[DayState, Decimal | None]] = {}
    used: set[date] = set()
    if focus is not None:
        known = {day: (mark.state, mark.amount) for day, mark in latest_marks(focus, journal.marks).items()}
        used = {use.local_date for use in journal.uses if use.focus == focus.uid}
    fresh, bad = [], {}
    for row in rows:
        state, amount = known.get(row.day, (None, None))
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


def _mark(focus: str, row: Row, today: date) -> Mark:
    return Mark(
        focus=focus,
        local_date=row.day,
        state=row.state,
        source=MarkSource.IMPORT,
        amount=row.amount,
        back_filled=row.day < today,
    )
