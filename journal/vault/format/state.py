"""What a journal holds at one moment: its documents, and the tombstones of those that went."""

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
"""Bytes of payload that fit a record of 16 KiB."""


@dataclass(repr=False)
class State:
    """Documents by table and uid; tombstones by (table, uid). A table without documents is not there."""

    tables: dict[str, Documents] = field(default_factory=dict)
    deleted: dict[Place, Deleted] = field(default_factory=dict)

    def apply(self, operations: Iterable[Operation]) -> None:
        """Let the operations happen, in order."""
        name, raw = "", Documents().raw
        for operation in operations:
            if type(operation) is Stored:
                if operation.table != name:
                    name = operation.table
                    raw = self.tables.setdefault(name, Documents()).raw
                raw[operation.uid] = operation.document
                if self.deleted:
                    self.deleted.pop((name, operation.uid), None)
            elif isinstance(operation, Deleted):
                name = ""  # with its last document a table goes, too
                self._remove(operation)

    def places(self) -> set[Place]:
        """Where a document stands, or stood."""
        return {(name, uid) for name, table in self.tables.items() for uid in table} | self.deleted.keys()

    def at(self, place: Place) -> Operation | None:
        """The document or the tombstone at a place."""
        name, uid = place
        table = self.tables.get(name)
        document = table.raw.get(uid) if table else None
        return self.deleted.get(place) if document is None else Stored(name, uid, document)

    def forget(self, place: Place) -> None:
        """Let nothing stand at a place, not even a tombstone."""
        self._take_away(place)
        self.deleted.pop(place, None)

    def copy(self) -> State:
        """A state that can be changed without changing this one; documents are shared."""
        return State({name: table.copy() for name, table in self.tables.items()}, dict(self.deleted))

    def stamped(self, changes: Sequence[Change], now: int) -> list[Operation]:
        """The changes as they go into a record: cleaned, with time (ms) and revisions.

        The time is `now`, or one more than the old one where the clock stood behind it. Raises ValueError,
        TypeError; the state stays as it is.
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
        """The payloads of snapshot parts that hold all of it, ascending by (table, uid).

        Each fits a record of 16 KiB, or is one document alone.
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
        """What closes those parts; `origins` are the last records of the files that all this comes from."""
        return SnapshotEnd(
            at=now,
            parts=len(parts),
            documents=self.counts(),
            deleted=len(self.deleted),
            sha256=hashlib.sha256(b"".join(parts)).hexdigest(),
            origins=[(epoch, seq, chain.hex()) for epoch, seq, chain in origins],
        )

    def revisions(self, name: str, uid: str) -> list[str]:
        """The ids of the versions that stand, or stood, at this place, newest first, as far as they are kept."""
        return _stamps(self.at((name, uid)))[1]

    def counts(self) -> dict[str, int]:
        """Documents in each table."""
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
        """What makes this state of an empty one, ascending by (table, uid)."""
        gone: defaultdict[str, dict[str, Deleted]] = defaultdict(dict)
        for (name, uid), tombstone in self.deleted.items():
            gone[name][uid] = tombstone
        for name in sorted(self.tables.keys() | gone.keys()):
            raw = self.tables[name].raw if name in self.tables else {}
            for uid in sorted(raw.keys() | gone[name].keys()):
                yield Stored(name, uid, raw[uid]) if uid in raw else gone[name][uid]


def _stamps(operation: Operation | None) -> tuple[int, list[str]]:
    """Time (ms) and revisions of what stands, or stood, at a place."""
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
