"""Define what is inside records, as JSON: operations on documents, the end of a snapshot, notes.

The vault's callers make `Put` and `Delete`; the vault stores them as `Stored` and `Deleted`. Encoding and decoding
check only the format's rules. Imports `frames` for `Point`, and `journal.errors`. Knows nothing about files or keys.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from journal.errors import ErrorCode, TooLarge
from journal.vault.format.frames import Point

Document = dict[str, Any]

LARGEST_DOCUMENT = 8 * 1024 * 1024

_LARGEST_INT = 2**53 - 1
_TABLE = re.compile(r"[a-z_][a-z0-9_]{0,63}")
_UID = re.compile(r"[0-9a-f]{32}")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Put(msgspec.Struct, frozen=True, gc=False):
    """A change: put `document` under `uid` in `table`, new or replacing the existing one.

    `revision` is the id of this version if it already has one; otherwise it gets a random one.
    """

    table: str
    uid: str
    document: Document
    revision: str = ""


class PutJson(msgspec.Struct, frozen=True, gc=False):
    """A change like `Put`, for a document that is already JSON: an object, not empty, without stamps.

    It must be a document that `clean` would not change. This saves many documents at once without building objects.
    """

    table: str
    uid: str
    json: bytes


class Delete(msgspec.Struct, frozen=True, gc=False):
    """A change: delete the document under `uid` in `table`."""

    table: str
    uid: str


Change = Put | PutJson | Delete


class Stored(msgspec.Struct, tag="put", array_like=True, frozen=True, gc=False):
    """A document as it stands in a record: JSON that includes its `updated_at` (ms) and `revisions` (newest first)."""

    table: str
    uid: str
    document: msgspec.Raw

    @classmethod
    def of(cls, table: str, uid: str, document: Document) -> Stored:
        """Encode a document as JSON."""
        return cls(table, uid, msgspec.Raw(msgspec.json.encode(document)))

    @classmethod
    def wanted(cls, change: Put | PutJson, time: int, revisions: list[str]) -> Stored:
        """Return the stored form of a change, with its stamps. Raises what `clean` raises."""
        stamps = {"updated_at": time, "revisions": revisions}
        if isinstance(change, PutJson):
            json = change.json[:-1] + b"," + msgspec.json.encode(stamps)[1:]
            return cls(change.table, change.uid, msgspec.Raw(json))
        return cls.of(change.table, change.uid, clean(change.document) | stamps)


class Stamps(msgspec.Struct, frozen=True):
    """The fields that the vault adds to every document."""

    updated_at: int = 0
    revisions: list[str] = []


class Deleted(msgspec.Struct, tag="del", array_like=True, frozen=True, gc=False):
    """A tombstone: when the document was deleted, and its revision ids up to then. Kept forever."""

    table: str
    uid: str
    time: int
    revisions: list[str]


Operation = Stored | Deleted


class SnapshotEnd(msgspec.Struct, frozen=True):
    """The end of a snapshot: counts, a digest of its parts, and the last record of each file it was made from."""

    at: int
    parts: int
    documents: dict[str, int]
    deleted: int
    sha256: str
    origins: list[tuple[int, int, str]] = msgspec.field(name="from")

    @property
    def points(self) -> list[Point]:
        """Return `origins` with the chain values as bytes. Raises ValueError if one is not hex."""
        return [Point(epoch, seq, bytes.fromhex(chain)) for epoch, seq, chain in self.origins]


class Note(msgspec.Struct, frozen=True):
    """An event of the file itself: a key change, or going on with an older copy."""

    note: str
    at: int


_OBJECT = ord("{")

_operations = msgspec.json.Decoder(list[Operation])
_document = msgspec.json.Decoder(Document)
_stamps = msgspec.json.Decoder(Stamps)
_snapshot_end = msgspec.json.Decoder(SnapshotEnd)
_note = msgspec.json.Decoder(Note)


def encode(value: Operation | SnapshotEnd | Note | Sequence[Operation]) -> bytes:
    """Encode as UTF-8 JSON."""
    return msgspec.json.encode(value)


def decode_operations(payload: bytes) -> list[Operation]:
    """Decode a transaction or a snapshot part. Raises ValueError (msgspec's errors are) for anything else."""
    payload.decode()  # documents are decoded later, but all of the payload must be UTF-8
    operations = _operations.decode(payload)
    if any(type(each) is Stored and memoryview(each.document)[0] != _OBJECT for each in operations):
        raise ValueError("a document is an object")
    return operations


def decode_document(document: msgspec.Raw | bytes) -> Document:
    """Decode a document; the caller owns the result. Raises ValueError if it is not an object."""
    return _document.decode(document)


def decode_stamps(document: msgspec.Raw) -> Stamps:
    """Decode only the stamps of a document. Raises ValueError if they are not as the format says."""
    return _stamps.decode(document)


def decode_snapshot_end(payload: bytes) -> SnapshotEnd:
    """Decode a snapshot end. Raises ValueError for anything else."""
    return _snapshot_end.decode(payload)


def decode_note(payload: bytes) -> Note:
    """Decode a note. Raises ValueError for anything else."""
    return _note.decode(payload)


def check_sizes(operations: Sequence[Operation]) -> None:
    """Raise TooLarge for a document of more than 8 MiB."""
    for each in operations:
        if isinstance(each, Stored) and memoryview(each.document).nbytes > LARGEST_DOCUMENT:
            raise TooLarge(ErrorCode.DOCUMENT_TOO_LARGE)


def check_place(table: str, uid: str) -> None:
    """Raise ValueError unless these are a valid table name and a valid uid."""
    if not _TABLE.fullmatch(table) or not _UID.fullmatch(uid):
        raise ValueError("a table is [a-z_][a-z0-9_]{0,63}, a uid 32 lower-case hex digits")


def clean(document: Document) -> Document:
    """Return a copy that JSON can hold exactly: lone surrogates become U+FFFD.

    Raises ValueError for integers beyond ±(2⁵³ - 1) and for NaN and infinity, TypeError for types that JSON does not
    have.
    """
    return {  # ASCII text is checked inline: a call for each name and value would take longer than the rest of a save
        key if type(key) is str and key.isascii() else _clean_text(key): value
        if type(value) is str and value.isascii()
        else _clean(value)
        for key, value in document.items()
    }


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _clean_text(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return clean(value)
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    if isinstance(value, int):
        if abs(value) > _LARGEST_INT:
            raise ValueError("an integer is beyond what JSON readers keep exactly")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("JSON has neither NaN nor infinity")
        return value
    raise TypeError(f"JSON has no {type(value).__name__}")


def _clean_text(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError("the names in a document are text")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
