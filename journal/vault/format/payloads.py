"""What is inside records: operations on documents, the end of a snapshot, notes, all as JSON."""

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
    """A wish: let `document` stand under `uid` in `table`, new or in place of what is there.

    `revision` is the id of this version, where it has one already; else it gets a random one.
    """

    table: str
    uid: str
    document: Document
    revision: str = ""


class PutJson(msgspec.Struct, frozen=True, gc=False):
    """A wish as `Put`, of a document that is JSON already: an object, not empty, without stamps.

    It must be one that `clean` would leave as it is; what `Raw` is to reading, this is to saving many at once.
    """

    table: str
    uid: str
    json: bytes


class Delete(msgspec.Struct, frozen=True, gc=False):
    """A wish: let nothing stand under `uid` in `table`."""

    table: str
    uid: str


Change = Put | PutJson | Delete


class Stored(msgspec.Struct, tag="put", array_like=True, frozen=True, gc=False):
    """A document as it stands in a record: JSON, with its `updated_at` (ms) and `revisions` (newest first) in it."""

    table: str
    uid: str
    document: msgspec.Raw

    @classmethod
    def of(cls, table: str, uid: str, document: Document) -> Stored:
        """From what is to be JSON."""
        return cls(table, uid, msgspec.Raw(msgspec.json.encode(document)))

    @classmethod
    def wanted(cls, change: Put | PutJson, time: int, revisions: list[str]) -> Stored:
        """From a wish, with the stamps that it gets. Raises what `clean` does."""
        stamps = {"updated_at": time, "revisions": revisions}
        if isinstance(change, PutJson):
            json = change.json[:-1] + b"," + msgspec.json.encode(stamps)[1:]
            return cls(change.table, change.uid, msgspec.Raw(json))
        return cls.of(change.table, change.uid, clean(change.document) | stamps)


class Stamps(msgspec.Struct, frozen=True):
    """What the vault keeps in every document beside what the person did."""

    updated_at: int = 0
    revisions: list[str] = []


class Deleted(msgspec.Struct, tag="del", array_like=True, frozen=True, gc=False):
    """A tombstone: when the document went, and the revision ids up to that. Kept for good."""

    table: str
    uid: str
    time: int
    revisions: list[str]


Operation = Stored | Deleted


class SnapshotEnd(msgspec.Struct, frozen=True):
    """What closes a snapshot: counts, a digest of its parts, and the last record of each file it was made from."""

    at: int
    parts: int
    documents: dict[str, int]
    deleted: int
    sha256: str
    origins: list[tuple[int, int, str]] = msgspec.field(name="from")

    @property
    def points(self) -> list[Point]:
        """`origins` with the chain values as bytes. Raises ValueError when one is not hex."""
        return [Point(epoch, seq, bytes.fromhex(chain)) for epoch, seq, chain in self.origins]


class Note(msgspec.Struct, frozen=True):
    """Something that happened to the file itself: a key change, going on with an older copy."""

    note: str
    at: int


_OBJECT = ord("{")

_operations = msgspec.json.Decoder(list[Operation])
_document = msgspec.json.Decoder(Document)
_stamps = msgspec.json.Decoder(Stamps)
_snapshot_end = msgspec.json.Decoder(SnapshotEnd)
_note = msgspec.json.Decoder(Note)


def encode(value: Operation | SnapshotEnd | Note | Sequence[Operation]) -> bytes:
    """As UTF-8 JSON."""
    return msgspec.json.encode(value)


def decode_operations(payload: bytes) -> list[Operation]:
    """Of a transaction or a snapshot part. Raises ValueError (msgspec's are) for anything else."""
    payload.decode()  # what stands in documents is looked at later, but all of it is UTF-8
    operations = _operations.decode(payload)
    if any(type(each) is Stored and memoryview(each.document)[0] != _OBJECT for each in operations):
        raise ValueError("a document is an object")
    return operations


def decode_document(document: msgspec.Raw | bytes) -> Document:
    """A document as it is worked with; the caller's own. Raises ValueError for no object."""
    return _document.decode(document)


def decode_stamps(document: msgspec.Raw) -> Stamps:
    """Only the stamps of a document. Raises ValueError where they are not what the format says."""
    return _stamps.decode(document)


def decode_snapshot_end(payload: bytes) -> SnapshotEnd:
    """Of a snapshot end. Raises ValueError for anything else."""
    return _snapshot_end.decode(payload)


def decode_note(payload: bytes) -> Note:
    """Of a note. Raises ValueError for anything else."""
    return _note.decode(payload)


def check_sizes(operations: Sequence[Operation]) -> None:
    """Raise TooLarge for a document of more than 8 MiB."""
    for each in operations:
        if isinstance(each, Stored) and memoryview(each.document).nbytes > LARGEST_DOCUMENT:
            raise TooLarge(ErrorCode.DOCUMENT_TOO_LARGE)


def check_place(table: str, uid: str) -> None:
    """Raise ValueError unless these are a table's name and a uid as the format has them."""
    if not _TABLE.fullmatch(table) or not _UID.fullmatch(uid):
        raise ValueError("a table is [a-z_][a-z0-9_]{0,63}, a uid 32 lower-case hex digits")


def clean(document: Document) -> Document:
    """A copy that JSON can hold exactly: lone surrogates become U+FFFD.

    Raises ValueError for integers beyond ±(2⁵³ - 1), for NaN and infinity, TypeError for what JSON does not have.
    """
    return {  # most names and values are plain text, and a call for each costs more than all the rest of a save
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
