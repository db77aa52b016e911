"""Read the CSV of days as an export like any other, so that the screen can show what is in it before it adds it.

``journal import days`` takes the same file through ``days_csv`` alone, and refuses it whole where a day contradicts the
journal; here such a day stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.domain.labels import folded
from journal.errors import BadExport, BadRows, TooMuch
from journal.importing.days_csv import LARGEST_FILE, PROGRAM, Row, read_rows
from journal.importing.files import decode, read_file
from journal.importing.found import FoundDay, Present, Question, Reading


class DaysReader:
    """The rows of one file."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def questions(self) -> list[Question]:
        """Return nothing: the columns say everything."""
        return []

    def read(self, answers: Mapping[str, str]) -> Reading:
        """Return a day for each row."""
        return Reading([_found(row) for row in self._rows])


def open_export(path: Path, present: Present) -> DaysReader:
    """Open a CSV file of days. Raises ``BadExport`` and ``OSError``."""
    latest: date = present.now.astimezone(ZoneInfo(present.zone)).date()
    try:
        return DaysReader(read_rows(decode(read_file(path, LARGEST_FILE)), latest=latest))
    except (BadRows, TooMuch) as error:
        raise BadExport(str(error)) from None


def _found(row: Row) -> FoundDay:
    key = f"{PROGRAM}:{folded(row.focus)}/{row.day}"
    return FoundDay(key=key, focus=row.focus, day=row.day, state=row.state, amount=row.amount)
