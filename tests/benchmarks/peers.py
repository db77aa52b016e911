"""Run what the journal is compared with: SQLite, SQLCipher and TinyDB, each as it is usually set up, and durable."""

from __future__ import annotations

import json
import sqlite3
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from tinydb import TinyDB, where

Row = dict[str, Any]

_KEY = "00112233445566778899aabbccddeeff" * 2
"""A raw key for SQLCipher: its derivation is measured separately, as ours is."""

_COLUMNS = (
    "uid", "schema", "made_at", "at", "zone", "local_date", "precision", "sensitivity", "text", "title", "tags",
    "updated_at", "revisions",
)  # fmt: skip
_INSERT = f"INSERT INTO entries VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"

KINDS = ("SQLite, WAL", "SQLite, rollback", "SQLCipher, WAL", "SQLCipher, rollback", "TinyDB")
CIPHER = "SQLCipher, WAL"


class Peer(Protocol):
    """A store of entries. What is added is on the disk when ``add`` returns."""

    def fill(self, documents: list[Row]) -> None:
        """Add all of them at once."""

    def add(self, document: Row) -> None:
        """Add one."""

    def rows(self) -> list[Row]:
        """Return all of them, as dicts."""

    def holding(self, word: str) -> list[Row]:
        """Return those with the word in their text."""

    def close(self) -> None:
        """Close the file."""


def has_cipher() -> bool:
    """Return whether SQLCipher is installed: ``make bench`` installs it, the tests do without."""
    return find_spec("sqlcipher3") is not None


def installed() -> list[str]:
    """Return the kinds of peer that are installed."""
    return [kind for kind in KINDS if has_cipher() or not kind.startswith("SQLCipher")]


def missing() -> list[str]:
    """Return a line for each that is not installed."""
    return [] if has_cipher() else ["SQLCipher: not installed (make bench installs it)"]


def opened(kind: str, place: Path) -> Peer:
    """Return the peer of that kind in a directory, made if missing."""
    path = place / kind.lower().replace(", ", "-")
    return Tiny(path) if kind == "TinyDB" else Sql(path, *kind.split(", "))


class Sql:
    """SQLite, or SQLCipher with a raw key: one table, a column for each field, ``synchronous=FULL``."""

    def __init__(self, path: Path, program: str, journal: str) -> None:
        module = sqlite3 if program == "SQLite" else import_module("sqlcipher3.dbapi2")
        self._base: sqlite3.Connection = module.connect(str(path))
        if program == "SQLCipher":
            self._base.execute(f"PRAGMA key = \"x'{_KEY}'\"")
        self._base.execute(f"PRAGMA journal_mode = {'WAL' if journal == 'WAL' else 'DELETE'}")
        self._base.execute("PRAGMA synchronous = FULL")
        self._base.execute(f"CREATE TABLE IF NOT EXISTS entries ({', '.join(_COLUMNS)}, PRIMARY KEY (uid))")
        self._base.commit()

    def fill(self, documents: list[Row]) -> None:
        self._base.executemany(_INSERT, map(_flat, documents))
        self._base.commit()

    def add(self, document: Row) -> None:
        self._base.execute(_INSERT, _flat(document))
        self._base.commit()

    def rows(self) -> list[Row]:
        return [dict(zip(_COLUMNS, row, strict=True)) for row in self._base.execute("SELECT * FROM entries")]

    def holding(self, word: str) -> list[Row]:
        found = self._base.execute("SELECT * FROM entries WHERE text LIKE ?", (f"%{word}%",))
        return [dict(zip(_COLUMNS, row, strict=True)) for row in found]

    def close(self) -> None:
        self._base.close()


class Tiny:
    """TinyDB with its defaults: one JSON file, written whole and synced at every save."""

    def __init__(self, path: Path) -> None:
        self._base = TinyDB(path)
        self._table = self._base.table("entries")

    def fill(self, documents: list[Row]) -> None:
        self._table.insert_multiple(documents)

    def add(self, document: Row) -> None:
        self._table.insert(document)

    def rows(self) -> list[Row]:
        return [dict(document) for document in self._table.all()]

    def holding(self, word: str) -> list[Row]:
        self._table.clear_cache()
        return [dict(found) for found in self._table.search(where("text").test(lambda text: word in text))]

    def close(self) -> None:
        self._base.close()


def _flat(document: Row) -> Row:
    """Return a document as a row, with lists as JSON."""
    return {name: json.dumps(value) if isinstance(value, list) else value for name, value in document.items()}
