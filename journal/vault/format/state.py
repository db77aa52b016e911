"""Hold the content of a journal at one moment: its documents, and the tombstones of deleted ones.

Replaying builds a state, saving changes it, merging and healing combine states, and rewriting turns it into a snapshot.
Works in memory only: no files, no keys, no clock (callers pass the time).
"""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from journal.file_facts import Place
from journal.vault.crypto.cobblestone import sealed_size
from journal.vault.format.documents import Documents
from journal.vault.format.frames import BLOCK, FRAME_SIZE, HEAD_SIZE, Point
from journal.vault.format.payloads import (
    Change,
    Delete,
    Deleted,
    Operation,
    Put,
    SnapshotEnd,
    Stored,
    check_place,
    decode_stamps,
    encode,
)

_REVISIONS = 16
_ID_SIZE = 8
_PART = 4 * BLOCK - FRAME_SIZE - sealed_size(HEAD_SIZE)
"""Bytes of payload that fit into a record of 16 KiB."""


@dataclass(repr=False)
class State:
    """Documents by table and uid; tombstones by (table, uid). A table without documents is not in `tables`."""

    tables: dict[str, Documents] = field(default_factory=dict)
    deleted: dict[Place, Deleted] = field(default_factory=dict)

    def apply(self, operations: Iterable[Operation]) -> None:
        """Apply the operations in order."""
        name: str | None = None  # no table: in a file that another program wrote, a table may be called ""
        raw = Documents().raw
        for operation in operations:
            if type(operation) is Stored:
                if operation.table != name:
                    name = operation.table
                    raw = self.tables.setdefault(name, Documents()).raw
                raw[operation.uid] = operation.document
                if self.deleted:
                    self.deleted.pop((name, operation.uid), None)
            elif isinstance(operation, Deleted):
                name = None  # removing a table's last document removes the table
                self._remove(operation)

    def places(self) -> set[Place]:
        """Return every place that has a document or a tombstone."""
        return {(name, uid) for name, table in self.tables.items() for uid in table} | self.deleted.keys()

    def at(self, place: Place) -> Operation | None:
        """Return the document or the tombstone at a place, or None."""
        name, uid = place
        table = self.tables.get(name)
        document = table.raw.get(uid) if table else None
        return self.deleted.get(place) if document is None else Stored(name, uid, document)

    def forget(self, place: Place) -> None:
        """Remove whatever is at a place, even a tombstone."""
        self._take_away(place)
        self.deleted.pop(place, None)

    def copy(self) -> State:
        """Return a state that can be changed without changing this one. Documents are shared."""
        return State({name: table.copy() for name, table in self.tables.items()}, dict(self.deleted))

    def stamped(self, changes: Sequence[Change], now: int) -> list[Operation]:
        """Return the operations to save for these changes: cleaned, with time (ms) and revisions.

        The time is `now`, or the old time plus one if the clock is behind it. Raises ValueError or TypeError; the state
        does not change.
        """
        made: dict[Place, Operation] = {}
        operations: list[Operation] = []
        fresh = secrets.token_hex(_ID_SIZE * len(changes))
        for number, change in enumerate(changes):
            check_place(change.table, change.uid)
            place = change.table, change.uid
            old_time, old_revisions = _stamps(made.get(place) or self.at(place))
            time = max(now, old_time + 1)
            start = 2 * _ID_SIZE * number
            new = change.revision if isinstance(change, Put) else ""
            revisions = [new or fresh[start : start + 2 * _ID_SIZE], *old_revisions[: _REVISIONS - 1]]
            made[place] = operation = _stamped(change, time, revisions)
            operations.append(operation)
        return operations

    def snapshot(self) -> Iterator[bytes]:
        """Yield the payloads of snapshot parts that hold the whole state, ascending by (table, uid).

        Each fits into a record of 16 KiB, or is a single document.
        """
        part: list[bytes] = []
        size = 2
        for operation in self._operations():
            piece = encode(operation)
            if part and size + len(piece) + 1 > _PART:
                yield b"[" + b",".join(part) + b"]"
                part, size = [], 2
            part.append(piece)
            size += len(piece) + 1
        if part:
            yield b"[" + b",".join(part) + b"]"

    def snapshot_end(self, parts: Sequence[bytes], now: int, origins: Sequence[Point]) -> SnapshotEnd:
        """Return the end of a snapshot made of those parts.

        `origins` are the last records of the files that the state comes from.
        """
        return SnapshotEnd(
            at=now,
            parts=len(parts),
            documents=self.counts(),
            deleted=len(self.deleted),
            sha256=hashlib.sha256(b"".join(parts)).hexdigest(),
            origins=[(epoch, seq, chain.hex()) for epoch, seq, chain in origins],
        )

    def revisions(self, name: str, uid: str) -> list[str]:
        """Return the version ids of the document or tombstone at this place, newest first.

        A save keeps the newest 16 ids; a merge may leave more.
        """
        return _stamps(self.at((name, uid)))[1]

    def counts(self) -> dict[str, int]:
        """Return the number of documents in each table."""
        return {name: len(table) for name, table in sorted(self.tables.items())}

    def _remove(self, tombstone: Deleted) -> None:
        self._take_away((tombstone.table, tombstone.uid))
        self.deleted[tombstone.table, tombstone.uid] = tombstone

    def _take_away(self, place: Place) -> None:
        name, uid = place
        table = self.tables.get(name, Documents())
        table.raw.pop(uid, None)
        if not table:
            self.tables.pop(name, None)

    def _operations(self) -> Iterator[Operation]:
        """Yield the operations that build this state from an empty one, ascending by (table, uid)."""
        gone: defaultdict[str, dict[str, Deleted]] = defaultdict(dict)
        for (name, uid), tombstone in self.deleted.items():
            gone[name][uid] = tombstone
        for name in sorted(self.tables.keys() | gone.keys()):
            raw = self.tables[name].raw if name in self.tables else {}
            for uid in sorted(raw.keys() | gone[name].keys()):
                yield Stored(name, uid, raw[uid]) if uid in raw else gone[name][uid]


def _stamps(operation: Operation | None) -> tuple[int, list[str]]:
    """Return time (ms) and revisions of the document or tombstone at a place."""
    if operation is None:
        return 0, []
    if isinstance(operation, Deleted):
        return operation.time, operation.revisions
    stamps = decode_stamps(operation.document)
    return stamps.updated_at, stamps.revisions


def _stamped(change: Change, time: int, revisions: list[str]) -> Operation:
    if isinstance(change, Delete):
        return Deleted(change.table, change.uid, time, revisions)
    return Stored.wanted(change, time, revisions)
