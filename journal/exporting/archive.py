"""Make ``archive.json``: every record exactly as it is stored, for another journal or another program.

``docs/archive.md`` describes it, ``journal.importing.archive`` reads it. The order is fixed, so that two exports of
the same journal differ in nothing but ``exported_at``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import msgspec

from journal.domain.archive import FORMAT, PROGRAM
from journal.domain.record import SCHEMA, Instant
from journal.store.journal import Journal


class _Head(msgspec.Struct, frozen=True):
    """What stands in an archive before the tables."""

    program: str
    format: int
    schema: int
    exported_at: Instant


def archive(journal: Journal) -> bytes:
    """Return the archive as UTF-8 JSON, with each record on a line of its own."""
    head = _Head(PROGRAM, FORMAT, max(SCHEMA, journal.documents.latest_schema()), journal.now())
    return b"".join(_pieces(head, journal.documents.tables()))


def _pieces(head: _Head, tables: dict[str, dict[str, Any]]) -> Iterator[bytes]:
    encode = msgspec.json.Encoder().encode
    values = cast(dict[str, Any], msgspec.to_builtins(head)).items()
    yield b"{\n" + b"".join(encode(name) + b": " + encode(value) + b",\n" for name, value in values)
    yield b'"tables": {'
    for number, (table, documents) in enumerate(tables.items()):
        yield (b",\n" if number else b"\n") + encode(table) + b": {\n"
        yield b",\n".join(encode(uid) + b": " + encode(document) for uid, document in documents.items())
        yield b"\n}"
    yield b"\n}\n}\n"
