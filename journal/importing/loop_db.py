"""Reads the backup of Loop Habit Tracker, an SQLite database, from bytes in memory: nothing is written to disk.

The file is not trusted: only plain tables are read, nothing of its schema is run, and the work is bounded.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date, timedelta
from typing import Any, Final

from journal.errors import BadExport
from journal.importing.files import LARGEST_FILE
from journal.importing.findings import MOST_ROWS
from journal.importing.loop_habits import UNKNOWN, UNREADABLE, YES, Habit, HabitDay, one_a_day
from journal.text import import_tracking as tracking_text
from journal.text import imports as imports_text

NEWEST_VERSION: Final = 25
"""The newest layout (``user_version``) that is known."""

MAGIC: Final = b"SQLite format 3\0"

_HABITS: Final = {"id": "NULL", "name": "''", "type": "0", "unit": "''", "uuid": "NULL", "position": "0"}
_REPETITIONS: Final = {"habit": "NULL", "timestamp": "NULL", "value": str(YES), "notes": "''"}
"""Columns that are read, with what stands for one that an earlier version did not have."""

_STEPS: Final = 100_000
_MOST_CALLS: Final = 5_000
"""Instructions of SQLite between two looks at the count, and how many looks there are."""

_MOST: Final = 10**15
"""A value in thousandths; more is no number that anyone typed."""

_EPOCH: Final = date(1970, 1, 1)
_DAY: Final = 86_400_000


def read_database(data: bytes) -> list[Habit]:
    """Return the habits of a database. Raises ``BadExport``."""
    copy = bytearray(data)
    copy[18:20] = b"\1\1"  # a database in WAL mode can't be opened in memory; its main file is whole without it
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(bytes(copy))
            return _habits(connection)
    except (sqlite3.Error, OverflowError, ValueError, MemoryError) as error:
        if isinstance(error, BadExport):
            raise
        raise BadExport(tracking_text.LOOP_DAMAGED) from None


def _habits(connection: sqlite3.Connection) -> list[Habit]:
    calls = iter(range(_MOST_CALLS))
    connection.set_progress_handler(lambda: next(calls, None) is None, _STEPS)
    for pragma in ("trusted_schema = OFF", "query_only = ON", "temp_store = MEMORY", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    tables = (
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name IN ('Habits', 'Repetitions')"
    )
    if connection.execute(tables).fetchone()[0] != 2:
        raise BadExport(tracking_text.NOT_LOOP)
    if connection.execute("PRAGMA user_version").fetchone()[0] > NEWEST_VERSION:
        raise BadExport(tracking_text.NEWER_LOOP)
    days, undated = _days(connection)
    rows = _rows(connection, "Habits", _HABITS)
    rows.sort(key=lambda row: row[5] if isinstance(row[5], int) else 0)
    return [_habit(row, days[row[0]], undated[row[0]]) for row in rows]


def _habit(row: tuple[Any, ...], days: list[HabitDay], undated: int) -> Habit:
    _, name, kind, unit, uuid, _ = row
    label = _text(name).strip()
    kept, repeated = one_a_day(days)
    return Habit(_text(uuid) or label, label, kind == 1, _text(unit).strip(), kept, repeated, undated)


def _days(connection: sqlite3.Connection) -> tuple[defaultdict[Any, list[HabitDay]], defaultdict[Any, int]]:
    """Return the days by the id of their habit, and by it how many have no date that can be read."""
    days: defaultdict[Any, list[HabitDay]] = defaultdict(list)
    undated: defaultdict[Any, int] = defaultdict(int)
    for habit, timestamp, value, note in _rows(connection, "Repetitions", _REPETITIONS):
        if not isinstance(timestamp, int) or not 0 <= timestamp // _DAY < 2_900_000:
            undated[habit] += 1
            continue
        known = max(value, UNKNOWN) if isinstance(value, int) and value < _MOST else UNREADABLE
        days[habit].append(HabitDay(_EPOCH + timedelta(days=timestamp // _DAY), known, _text(note)))
    return days, undated


def _rows(connection: sqlite3.Connection, table: str, columns: dict[str, str]) -> list[tuple[Any, ...]]:
    """Return the columns of a table, with what stands for those that it does not have."""
    there = {row[1].lower() for row in connection.execute(f"PRAGMA table_info({table})")}
    read = [name if name in there else "_id" if name == "id" and "_id" in there else columns[name] for name in columns]
    query = f"SELECT {', '.join(read)} FROM {table} LIMIT {MOST_ROWS + 1}"  # noqa: S608  # only names from this module
    rows: list[tuple[Any, ...]] = []
    size = 0
    for row in connection.execute(query):
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(rows) == MOST_ROWS or size > LARGEST_FILE:  # rows of a made-up file may share their bytes
            raise BadExport(imports_text.too_many_rows(MOST_ROWS))
        rows.append(row)
    return rows


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
