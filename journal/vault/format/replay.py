"""Read a whole file back: its records in order, the state they build, and what is wrong with the file.

Opening, reading back a new file, merging and healing call `replay`. It works on `Contents`, so it does not touch the
disk itself. Damage never raises: it is reported in `Replay`. Imports the other modules of `format`, `Keys` and
`journal.errors`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from journal.errors import ErrorCode, Tampered, WrongPassphrase
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import Contents
from journal.vault.format.frames import (
    NOTE,
    SNAPSHOT_END,
    SNAPSHOT_PART,
    TRANSACTION,
    Point,
    Record,
    Sealer,
    is_one_save,
    is_torn,
    read_frame,
    walk,
)
from journal.vault.format.header import HEADERS, MAGIC, PAGE, HeaderPage, Headers
from journal.vault.format.payloads import decode_note, decode_operations, decode_snapshot_end
from journal.vault.format.state import State

LAST = 64


class _Digest(Protocol):
    """What ``hashlib`` returns."""

    def update(self, data: bytes, /) -> None:
        """Hash more bytes."""

    def hexdigest(self) -> str:
        """Return the hash of all bytes so far, in hex."""


@dataclass
class Replay:
    """The result of reading the records of one file.

    `end` is the offset after the last good record, `last` are the (up to) 64 bytes before that offset. `tail_size`
    counts the bytes after it, without the zeros at the end of the file. `seq` and `chain` are those of the last good
    record.

    `chains` has the chain value after each record, by seq. It includes the value after a lost record if the next record
    states it.

    `missing` counts records that could not be read; `uncounted` means that there may be more before them, or after a
    file that ends within its snapshot. `damaged`
    means that the file is not as it was written; `newer` that it holds records of a later version.

    `snapshot` is where the snapshot ended (offset, seq), or None if it did not end; `whole_snapshot` means that all its
    parts were read.
    """

    sealer: Sealer
    state: State = field(default_factory=State)
    end: int = HEADERS
    seq: int = 0
    chain: bytes = b""
    chains: dict[int, bytes] = field(default_factory=dict)
    origins: list[Point] = field(default_factory=list)
    snapshot: tuple[int, int] | None = None
    whole_snapshot: bool = False
    missing: int = 0
    uncounted: bool = False
    damaged: bool = False
    newer: bool = False
    last: bytes = b""
    tail_size: int = 0
    _parts: int = 0
    _digest: _Digest = field(default_factory=hashlib.sha256)

    @property
    def point(self) -> Point:
        """Return the last good record."""
        return Point(self.sealer.epoch, self.seq, self.chain)

    def holds(self, point: Point) -> bool:
        """Return whether that point is in this history."""
        here = point.epoch == self.sealer.epoch and self.chains.get(point.seq) == point.chain
        return here or point in self.origins

    def unfinished(self, data: Contents, anchor: Point | None) -> bool:
        """Return whether the bytes after the last good record are an unfinished save, and not damage.

        A save leaves at most one record. With an `anchor`, part of that record must also be unwritten. Without an
        anchor, a save that was never confirmed looks the same as a last record that went bad.
        """
        if self.damaged or self.snapshot is None or not is_one_save(data, self.end):
            return False
        if anchor is None:
            return True
        return (anchor.epoch, anchor.seq) <= (self.sealer.epoch, self.seq) and is_torn(data, self.end)

    def _take(self, at: int, record: Record) -> None:
        """Add one authentic record that stands at offset `at`."""
        in_order = at == self.end and record.prev_hash == self.chain
        follows = record.seq == self.seq + 1 or not self.seq
        if not (in_order and follows):
            self.damaged = True
            self.missing += max(record.seq - self.seq - 1, 0) if self.seq else 1
            self.chains.setdefault(record.seq - 1, record.prev_hash)
            self.uncounted = self.uncounted or not self.seq
        self.end = at + record.size
        self.seq = record.seq
        self.chain = self.chains[record.seq] = record.chain
        if record.newer:
            self.newer = True
            return
        try:
            self._apply(record)
        except (ValueError, RecursionError):  # authentic, but against the format: none of it was applied
            self.damaged = True
            self.missing += 1

    def _apply(self, record: Record) -> None:
        in_snapshot = self.snapshot is None
        if record.kind == SNAPSHOT_END:
            self._finish_snapshot(record)
        elif record.kind == NOTE:
            decode_note(record.payload)
        elif record.kind in (TRANSACTION, SNAPSHOT_PART):
            self.state.apply(decode_operations(record.payload))
        if record.kind == SNAPSHOT_PART:
            self._parts += 1
            self._digest.update(record.payload)
        if record.kind != NOTE and in_snapshot != (record.kind in (SNAPSHOT_PART, SNAPSHOT_END)):
            self.damaged = True

    def _finish_snapshot(self, record: Record) -> None:
        end = decode_snapshot_end(record.payload)
        self.origins = end.points
        digest = self._digest.hexdigest()
        lost = end.parts - self._parts
        whole = (digest, self.state.counts(), len(self.state.deleted)) == (end.sha256, end.documents, end.deleted)
        above = all(self.sealer.epoch > epoch and record.seq - end.parts > seq for epoch, seq, _ in self.origins)
        self.whole_snapshot = whole and not lost
        if not self.whole_snapshot or not above or self.snapshot:
            self.damaged = True
            self.uncounted = self.uncounted and lost < self.missing  # the number of lost parts is known
            self.missing = max(self.missing, lost)
        self.snapshot = self.end, record.seq
        self._parts, self._digest = 0, hashlib.sha256()


def replay(data: Contents, sealer: Sealer, *, until: int | None = None) -> Replay:
    """Read all records of a file, or those up to the seq `until`. Never raises because of what the file contains.

    Raises what `data` raises if the disk cannot read it.
    """
    found = Replay(sealer, chain=sealer.start)
    in_place = data.view(PAGE, len(MAGIC)) == MAGIC and read_frame(data, HEADERS) is not None
    start = HEADERS if in_place else PAGE  # bytes lost in the first pages move everything after them
    last_kind = SNAPSHOT_PART
    for at, record in walk(data, start, sealer.read):
        if until is not None and record.seq > until:
            break
        found._take(at, record)
        last_kind = record.kind
    if found.snapshot is None and last_kind == SNAPSHOT_PART:
        found.uncounted = True  # at least the end of the snapshot is missing, and nothing says how much more
    found.last = bytes(data.view(max(found.end - LAST, 0), min(LAST, found.end)))
    found.tail_size = max(data.end - found.end, 0)
    return found


def replay_unlocked(
    data: Contents, headers: Headers, unlock: Callable[[HeaderPage], Keys]
) -> tuple[HeaderPage, Keys, Replay]:
    """Read all records with the first page that opens any of them, or else with the page in force.

    If copying one file over another was interrupted, the first page is from the new file and the records are from the
    old one. `unlock` returns the keys of a page. Raises what `unlock` raises.
    """
    latest, keys = headers.header.epoch, None
    refused: WrongPassphrase | Tampered | None = None
    empty: tuple[HeaderPage, Keys, Replay] | None = None
    for page in headers.pages:
        counts = page.header.epoch == latest
        try:
            keys = keys if keys and page.is_of(keys) else unlock(page)
        except (WrongPassphrase, Tampered) as error:
            refused = error if counts or refused is None else refused
            continue
        found = replay(data, Sealer(keys.record, page.header.file_id, page.header.epoch))
        if found.chains:
            return page, keys, found
        if counts and empty is None:
            empty = page, keys, found
    if empty is None:
        raise refused or WrongPassphrase(ErrorCode.WRONG_PASSPHRASE)
    return empty
