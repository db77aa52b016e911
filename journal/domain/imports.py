"""Imports: what was added from another program's export, so that it can be undone and is not added twice.

An import is one document, or several where it added much (``MOST_RECORDS``). It holds no words of the export: of each
thing the hash of its key in the other program, and where the record is that was made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from datetime import date
from hashlib import blake2b
from typing import Any, ClassVar, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity

MOST_RECORDS: Final = 10_000
"""Records that one document names; that is about 1.7 MB of the 8 MiB that a document may have."""

ERASED: Final = "erased"
"""The digest of a record that was erased for good: not even the hash of its words is kept."""

_HASH_BYTES: Final = 16

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class ImportedRecord(Struct, frozen=True, gc=False):
    """One thing of an export: the hash of its key, and the table and uid of its record.

    ``digest`` is that of the record as it was added; empty for one that was there already and only belongs to the key.
    """

    key: str
    table: str
    uid: str
    digest: str = ""


class MovedStart(Struct, frozen=True):
    """A focus (its uid) whose start was moved back, from ``before`` to ``after``."""

    focus: str
    before: date
    after: date


class ImportBatch(Record, kw_only=True, frozen=True):
    """One import, or a part of one. ``batch`` is the uid of the first part, empty in the first part itself.

    ``program`` is the kind of export as the command names it, ``file`` the name of the file. ``undone``: it was undone,
    and what is left are the records that were kept then, because they had been changed, or deleted before.
    """

    table: ClassVar[str] = "imports"

    program: str
    file: Label = ""
    batch: str = ""
    records: list[ImportedRecord] = []
    moved: list[MovedStart] = []
    undone: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER


def hash_key(key: str) -> str:
    """Return the hash of a key of another program, as 32 hex digits."""
    return _hash(key.encode("utf-8", "surrogatepass"))


def digest_of(document: Mapping[str, Any]) -> str:
    """Return the hash of a record's document without its stamps, as 32 hex digits."""
    try:
        return _hash(msgspec.json.encode(document, order="sorted"))
    except UnicodeEncodeError:  # half a surrogate pair, which is replaced when it is saved
        return _hash(msgspec.json.encode(_without_surrogates(document), order="sorted"))


def known_keys(batches: Iterable[ImportBatch]) -> dict[str, str]:
    """Return the hash of every key that was imported, with the uid of its record, which may be deleted."""
    ordered = sorted(batches, key=lambda one: (one.made_at, one.uid))
    return {record.key: record.uid for batch in ordered for record in batch.records}


def without_digests(batch: ImportBatch, uids: Set[str]) -> ImportBatch:
    """Return a batch without the digests of records that are erased for good; the same one if it has none of them."""
    if not any(record.uid in uids for record in batch.records):
        return batch
    kept = [replace(one, digest=ERASED) if one.uid in uids and one.digest else one for one in batch.records]
    return replace(batch, records=kept)


def last_import(batches: Iterable[ImportBatch]) -> list[ImportBatch]:
    """Return the parts of the last import that was not undone, the first part first; empty if there is none."""
    standing = [one for one in batches if not one.undone]
    if not standing:
        return []
    latest = max(standing, key=lambda one: (one.made_at, one.batch or one.uid))
    name = latest.batch or latest.uid
    parts = [one for one in standing if (one.batch or one.uid) == name]
    return sorted(parts, key=lambda one: one.uid)


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_without_surrogates(name): _without_surrogates(inner) for name, inner in value.items()}
    return [_without_surrogates(inner) for inner in value] if isinstance(value, list) else value


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=_HASH_BYTES).hexdigest()
