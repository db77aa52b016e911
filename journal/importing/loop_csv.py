"""Reads the CSV export of Loop Habit Tracker: a folder or ZIP with ``Habits.csv`` and a folder for each habit.

The ``Checkmarks.csv`` at the top is not read: it does not quote names, and what it says is in the folders as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from journal.errors import BadExport
from journal.importing.files import decode
from journal.importing.findings import MOST_ROWS, csv_rows
from journal.importing.loop_habits import OLD_ZERO, SKIP, UNKNOWN, UNREADABLE, WORDS, Habit, HabitDay, one_a_day
from journal.text import import_tracking as tracking_text
from journal.text import imports as imports_text

_FOLDER: Final = re.compile(r"(?:.*/)?(\d{3,6}) ?([^/]*)/Checkmarks\.csv", re.DOTALL | re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,15}", re.ASCII)

_HabitLine = dict[str, str]


def read_habits(names: Iterable[str], read: Callable[[str], bytes]) -> list[Habit]:
    """Return the habits of an export. ``names`` are its files with ``/`` between folders, ``read`` returns one.

    Raises ``BadExport``.
    """
    folders = {name: found for name in names if (found := _FOLDER.fullmatch(name))}
    tables = [name for name in names if name.rpartition("/")[2] == "Habits.csv"]
    if not folders:
        raise BadExport(tracking_text.NOT_LOOP)
    lines = _lines(decode(read(min(tables, key=len)))) if tables else {}
    habits: list[Habit] = []
    for name in sorted(folders):
        number, label = folders[name].groups()
        habits.append(_habit(lines.get(int(number), {}), label.strip() or number, decode(read(name))))
        if sum(len(habit.days) for habit in habits) > MOST_ROWS:
            raise BadExport(imports_text.too_many_rows(MOST_ROWS))
    return habits


def _lines(text: str) -> dict[int, _HabitLine]:
    """Return the lines of ``Habits.csv`` by position; older versions have fewer columns."""
    rows = csv_rows(text)
    header = next(rows, [])
    lines = [dict(zip(header, row, strict=False)) for row in rows]
    return {
        int(line["Position"]): line for line in lines if re.fullmatch(r"\d{1,6}", line.get("Position", ""), re.ASCII)
    }


def _habit(line: _HabitLine, folder: str, text: str) -> Habit:
    """Return the habit of one folder. Its name in ``Habits.csv`` is whole; the folder's lacks what no file may hold."""
    rows = list(csv_rows(text))
    if rows and rows[0][0] == "Date":
        del rows[0]
    days, cells = [], []
    for row in rows:
        day, cell, note = [*row, "", "", ""][:3]
        if (known := _day(day)) is not None:
            days.append(HabitDay(known, _value(cell.strip()), note))
            cells.append(cell.strip())
    values = {one.value for one in days}
    measured = line["Type"] == "NUMERICAL" if line.get("Type") else any(value > SKIP for value in values)
    if "0" in cells and UNKNOWN not in values and _has_every_day([one.day for one in days]):
        days = [
            HabitDay(one.day, OLD_ZERO, one.note) if cell == "0" else one for one, cell in zip(days, cells, strict=True)
        ]
    label = (line.get("Name") or folder).strip()
    kept, repeated = one_a_day(days)
    return Habit(label, label, measured, line.get("Unit", "").strip(), kept, repeated, len(rows) - len(days))


def _has_every_day(days: list[date]) -> bool:
    """Return whether no day is missing from the first to the last: so the first versions wrote it."""
    return (max(days) - min(days)) == timedelta(days=len(set(days)) - 1)


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell.strip())
    except ValueError:
        return None


def _value(cell: str) -> int:
    if cell in WORDS:
        return WORDS[cell]
    return max(int(cell), UNKNOWN) if _NUMBER.fullmatch(cell) else UNREADABLE
