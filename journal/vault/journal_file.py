"""Hold the open journal file: its content, its end, and the two ways to change it, append and rewrite.

`vault` owns one `OpenFile`; `copies` and `healing` read from it. It knows nothing about refusals, the inbox or merging,
which are `vault`'s. Imports `append`, `rewrite` and the anchor.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from msgspec.structs import replace

from journal.errors import ErrorCode, FileReplaced, NotKnownSaved, NotSaved, Replaced, SyncFailed
from journal.vault.append import Appender
from journal.vault.crypto.cobblestone import Sealing
from journal.vault.crypto.keys import Keys
from journal.vault.files.disk import Disk
from journal.vault.files.siblings import drop_second_name
from journal.vault.format.frames import TRANSACTION, Point, Sealer, chained, fits
from journal.vault.format.header import Header
from journal.vault.format.payloads import Operation
from journal.vault.format.replay import Replay
from journal.vault.format.state import State
from journal.vault.open_file import Opening
from journal.vault.rewrite import Left, NewFile, is_another_file, replace_file, verify, write_fork
from journal.vault.rollback_anchor import AnchorState

_LONGEST_TAIL = 4 * 1024 * 1024
_MOST_RECORDS = 2000


class OpenFile:
    """One open file under its lock. `state` is its content, `point` its last record.

    `append` adds a record, `rewrite` replaces the whole file. If either raises, memory is unchanged. `do_upkeep` does
    what a save leaves for later. While `unconfirmed` is set, the disk has not confirmed a write, and only a complete
    new file can prove what is saved.
    """

    header: Header
    sealer: Sealer
    point: Point
    snapshot: tuple[int, int] | None
    whole_snapshot: bool
    chains: dict[int, bytes]
    origins: list[Point]
    tail: Appender

    def __init__(self, disk: Disk, path: Path, now: Callable[[], int], opening: Opening) -> None:
        self.path = path
        self.disk = disk
        self.keys = opening.keys
        self.state = opening.found.state
        self.unconfirmed = not opening.confirmed
        self._new_files: list[Left] = []  # one of these may be in place since a write failed
        self._new_points: list[Point] = []  # one of these may be in the file since a write failed
        self._may_have_second_name = False  # `NAME.1`, left from a rewrite that failed: then no save is possible
        self._now = now
        self._anchor = opening.anchor
        self._is_noted = True  # the last record is in the anchor, as far as it can be written
        self._prepared: Sealing | None = None
        # a new file needs an epoch and seq above all that this computer ever saw
        epoch, seq = opening.seen.point[:2] if opening.seen else (0, 0)
        self._highest_seen = max(epoch, opening.latest_epoch), seq
        self._append_to(opening.header, opening.found)

    @property
    def has_outgrown_its_snapshot(self) -> bool:
        """Return whether writing a new file would save enough space and time."""
        if self.snapshot is None:
            return False
        end, seq = self.snapshot
        return self.tail.end - end > max(_LONGEST_TAIL, end) or self.point.seq - seq > _MOST_RECORDS

    def append(self, payload: bytes, operations: Sequence[Operation]) -> None:
        """Save one transaction, then apply its operations in memory.

        The anchor is updated by `do_upkeep`, or at the latest by the next save, rewrite or `note_in_anchor`, so it is
        never more than one save behind. Raises NotSaved, NotKnownSaved, Replaced, and Damaged if a whole new file is
        needed.
        """
        self._note_last_save()
        if self.unconfirmed or not fits(len(payload)):
            self.rewrite(operations)
            return
        if self._may_have_second_name:
            drop_second_name(self.disk, self.path)
        epoch, seq, chain = self.point
        prepared, self._prepared = self._prepared, None  # never used again, whatever the disk says
        record = self.sealer.seal(TRANSACTION, seq + 1, chain, payload, prepared)
        try:
            self.tail.append(record)
        except FileReplaced:
            self._fork(operations)
        except SyncFailed:
            self._new_points.append(Point(epoch, seq + 1, chained(chain, record)))
            self._rewrite_to_confirm(operations)
            return
        self.state.apply(operations)
        self.point = Point(epoch, seq + 1, chained(chain, record))
        self.chains[self.point.seq] = self.point.chain
        self._is_noted = False

    def rewrite(
        self,
        operations: Sequence[Operation] = (),
        *,
        state: State | None = None,
        header: Header | None = None,
        keys: Keys | None = None,
        origins: Sequence[Point] = (),
        note: str = "",
        verified: bool = True,
    ) -> None:
        """Replace the whole file by `state` (default: its own content) with `operations` applied.

        The old file becomes `NAME.1`. `origins` are the last records of other files that `state` comes from. The old
        file must be intact unless `verified` is False. Raises NotSaved, NotKnownSaved, Replaced, Damaged.
        """
        self._note_last_save()
        if self.unconfirmed:
            self._refuse_another_file(operations)
        elif verified:
            self.verify(operations)
        new = (state or self.state).copy()
        new.apply(operations)
        new_file = self._new_file(new, header or self.header, keys or self.keys, origins, note)
        self._highest_seen = new_file.header.epoch, self._highest_seen[1]
        try:
            found = replace_file(self.disk, self.path, new_file, partial(self._may_be_left, new_file.header))
        except NotSaved:
            self._may_have_second_name = True
            raise
        except NotKnownSaved:
            self.unconfirmed = True
            raise
        self.state = new
        self.tail.close()
        self._append_to(new_file.header, found)
        self.unconfirmed = self._may_have_second_name = False
        self._new_files.clear()
        self._new_points.clear()
        self._note_new_file(new_file.keys)

    def verify(self, operations: Sequence[Operation] = ()) -> None:
        """Read the whole file again: it must be as we left it. Raises Damaged, or Replaced after writing a fork."""
        try:
            verify(self.disk, self.path, self.header, self.keys, self.sealer, self.point)
        except FileReplaced:
            self._fork(operations)

    @property
    def needs_upkeep(self) -> bool:
        """Return whether `do_upkeep` has something to do."""
        return not self._is_noted or self._prepared is None

    def do_upkeep(self) -> None:
        """Write the last save into the anchor, and derive the key of the next record. Raises nothing."""
        self._note_last_save()
        if self._prepared is None:
            self._prepared = self.sealer.prepare(TRANSACTION, self.point.seq + 1)

    def note_in_anchor(self, *, sync: bool = False) -> None:
        """Write the last record into the anchor. `sync` makes that durable."""
        self._is_noted = True
        if self._anchor:
            self._anchor.note(self._seen(), sync=sync)

    def make_anchor(self) -> None:
        """Make a new anchor. Raises nothing: without an anchor, only detecting an older copy does not work."""
        if self._anchor:
            with contextlib.suppress(OSError):
                self._anchor.make(self._seen())

    def settle(self, seen: AnchorState | None) -> None:
        """Make the files that a writable journal needs in addition: the ballast, and an anchor that is up to date."""
        self.tail.keep_ballast()
        if seen is None:
            self.make_anchor()
        elif seen.point != self.point:
            self.note_in_anchor()

    def close(self) -> None:
        """Close the file and the anchor, and forget the key of the next record."""
        self.tail.close()
        self._prepared = None
        if self._anchor:
            self._anchor.close()

    def _note_last_save(self) -> None:
        if not self._is_noted:
            self.note_in_anchor()

    def _seen(self) -> AnchorState:
        return AnchorState(self.point, self._now())

    def _append_to(self, header: Header, found: Replay) -> None:
        """Make `found` the file that is appended to."""
        self.header = header.without_slot_keys()
        self.sealer = found.sealer
        self._prepared = None
        self.point = found.point
        self.snapshot = found.snapshot
        self.whole_snapshot = found.whole_snapshot
        self.chains = found.chains
        self.origins = found.origins
        self.tail = Appender(self.disk, self.path, found.end, found.last)

    def _note_new_file(self, keys: Keys) -> None:
        if self._anchor and keys != self.keys:
            self._anchor.use_key(keys.anchor)
            self.make_anchor()
        self.keys = keys
        self.note_in_anchor(sync=True)

    def _rewrite_to_confirm(self, operations: Sequence[Operation]) -> None:
        """Write a complete new file after a failed sync: only this shows that the change is saved."""
        self.unconfirmed = True
        try:
            self.rewrite(operations)
        except NotSaved as error:
            raise NotKnownSaved(ErrorCode.SAVE_NOT_CONFIRMED) from error

    def _refuse_another_file(self, operations: Sequence[Operation]) -> None:
        """Raise Replaced after writing a fork if another program replaced the file since a write failed."""
        here = Left(self.header, self.sealer, [self.point, *self._new_points])
        if is_another_file(self.disk, self.path, [here, *self._new_files]):
            self._fork(operations)

    def _may_be_left(self, header: Header, found: Replay) -> None:
        """Note that this new file may be in place, whatever the disk says of the rename."""
        self._new_files.append(Left(header.without_slot_keys(), found.sealer, [found.point]))

    def _new_file(
        self, state: State, header: Header, keys: Keys, origins: Sequence[Point] = (), note: str = ""
    ) -> NewFile:
        """Return a new file with the content `state`, with an epoch and seq above all that was seen of this journal."""
        points = [self.point, *(origin for origin in origins if origin != self.point)]
        header = replace(header, epoch=max(self._highest_seen[0], *(point.epoch for point in points), 0) + 1)
        seq = max(self._highest_seen[1], *(point.seq for point in points), 0) + 1
        return NewFile(header, keys, state, seq, points, self._now(), note)

    def _fork(self, operations: Sequence[Operation]) -> NoReturn:
        """Write our state, including the pending change, into a file of its own, and raise Replaced."""
        state = self.state.copy()
        state.apply(operations)
        try:
            fork = write_fork(self.disk, self.path, self.point, self._new_file(state, self.header, self.keys))
        except OSError as error:
            raise NotSaved(reason=error.strerror) from error
        raise Replaced(fork)
