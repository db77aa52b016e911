"""Make a CSV table of each kind of record that a spreadsheet opens without running anything.

The cells hold stored values, not labels: ``docs/archive.md`` lists them. A text that a spreadsheet could take for a
formula gets an apostrophe in front. The exact text is in the archive.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any, Final

import msgspec

from journal.domain.kinds import KINDS, Kind
from journal.domain.record import Record
from journal.sharing.sanitize import sanitize
from journal.store.journal import Journal

FOLDER: Final = "tables"

_BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the encoding of the system."""

_LEFT_OUT: Final = ("schema",)

_FORMULA: Final = re.compile(r"(^|[;\t\r\n])(?=[\s\"'\u200c\u200d]*[=+\-@＝＋－＠])")
"""Where a formula could begin: in front of a cell, and where a reader with another separator begins one."""


def csv_tables(journal: Journal) -> dict[str, bytes]:
    """Return the tables by file name, one for each kind that has readable records, oldest record first."""
    found = {kind: journal.collection(kind.type).all() for kind in KINDS}
    return {f"{FOLDER}/{kind.table}.csv": _table(kind, records) for kind, records in found.items() if records}


def _table(kind: Kind, records: list[Any]) -> bytes:
    names = [name for name in kind.type.__struct_fields__ if name not in _LEFT_OUT]
    sheet = StringIO(newline="")
    sheet.write(_BOM)
    writer = csv.writer(sheet)
    writer.writerow(names)
    writer.writerows(_cells(record, names) for record in records)
    return sheet.getvalue().encode()


def _cells(record: Record, names: list[str]) -> list[str]:
    return [_cell(getattr(record, name)) for name in names]


def _cell(value: object) -> str:
    """Return a value as a spreadsheet reads it: numbers and dates as they are, lists and parts as JSON."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool | int | float | date):
        return str(msgspec.to_builtins(value)).lower() if isinstance(value, bool) else str(msgspec.to_builtins(value))
    if isinstance(value, str):
        return as_text(value)
    return as_text(msgspec.json.encode(value).decode())


def as_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, without control characters."""
    return _FORMULA.sub(r"\1'", sanitize(text))
