"""Replace a journal by a complete new file: to compact it, to change keys, and for changes too large for one record.

`journal_file`, `open_file` and `restore_file` call this. The new file is written as `NAME.new`, read back, and renamed
over the journal, which becomes `NAME.1`. At every moment one complete file has the journal's name.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from journal.errors import (
    Damaged,
    ErrorCode,
    FileReplaced,
    NewerFormat,
    NoJournal,
    NotAJournal,
    NotKnownSaved,
    NotSaved,
    Unsealable,
    VaultError,
)
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import Contents, open_contents, pieces_of
from journal.vault.files.disk import Content, Disk
from journal.vault.files.siblings import (
    bad_captures,
    drop_oldest,
    drop_second_name,
    generation,
    generations,
    new_file_path,
    rotate_generations,
    set_aside,
)
from journal.vault.format.frames import NOTE, SNAPSHOT_END, SNAPSHOT_PART, Point, Sealer, chained
from journal.vault.format.header import HEADERS, Header
from journal.vault.format.payloads import Note, encode
from journal.vault.format.replay import Replay, replay
from journal.vault.format.state import State
from journal.vault.inspect_file import headers_of

T = TypeVar("T")


@dataclass(frozen=True)
class NewFile:
    """A complete new file that is not written yet.

    Its first record gets `seq`. `origins` are the last records of the files that `state` comes from. `note`, if not
    empty, is saved as the record after the snapshot. `now` is in Unix ms.
    """

    header: Header
    keys: Keys
    state: State
    seq: int
    origins: Sequence[Point]
    now: int
    note: str = ""

    @property
    def sealer(self) -> Sealer:
        """Return the object that seals and opens its records."""
        return Sealer(self.keys.record, self.header.file_id, self.header.epoch)

    def written(self) -> bytes:
        """Return all bytes of the file."""
        parts = list(self.state.snapshot())
        payloads = [(SNAPSHOT_PART, part) for part in parts]
        payloads.append((SNAPSHOT_END, encode(self.state.snapshot_end(parts, self.now, self.origins))))
        if self.note:
            payloads.append((NOTE, encode(Note(self.note, self.now))))
        sealer = self.sealer
        pieces, chain = [self.header.written(self.keys.header)], sealer.start
        for seq, (kind, payload) in enumerate(payloads, self.seq):
            pieces.append(sealer.seal(kind, seq, chain, payload))
            chain = chained(chain, pieces[-1])
        return b"".join(pieces)

    def read_back(self, disk: Disk, path: Path) -> Replay:
        """Read `path` as opening does, decrypt all of it and compare it with this new file.

        A passphrase or recovery words that were just set must open it. Their slots are unsealed as they stand in the
        file, with the slot key that was kept for this: deriving it again would take as long as the first time. Raises
        NotSaved.
        """
        try:
            with open_contents(disk, path) as data:
                opens = self.header.is_at(bytes(data.view(0, HEADERS)), self.keys)
                found = replay(data, self.sealer)
        except (VaultError, Unsealable) as error:
            raise NotSaved(ErrorCode.NOT_READ_BACK) from error
        whole = opens and not found.damaged and not found.tail_size
        if not whole or found.snapshot is None or found.state != self.state:
            raise NotSaved(ErrorCode.NOT_READ_BACK)
        return found


def replace_file(disk: Disk, path: Path, new_file: NewFile, note: Callable[[Replay], object]) -> Replay:
    """Replace the journal at `path` by `new_file`; call `note` with its content before it gets the name.

    Raises what `put_in_place` raises.
    """

    def read_back(new: Path) -> Replay:
        found = new_file.read_back(disk, new)
        note(found)
        return found

    return put_in_place(disk, path, new_file.written(), read_back)


def put_in_place(disk: Disk, path: Path, content: Content, read_back: Callable[[Path], T]) -> T:
    """Replace the journal at `path`, which becomes `NAME.1`, by a complete new file; the caller holds the lock.

    `read_back` compares what was written with what was meant and may raise NotSaved; its result is returned. The folder
    is synced before the journal's name changes: names may reach the medium in any order, so a crash could otherwise
    keep the new file and lose the only name of the old one, which the anchor may still point to.

    Raises NotSaved if the journal is as it was, NotKnownSaved if the new file is in place but the disk did not confirm
    it.
    """
    new = new_file_path(path)
    try:
        disk.unlink(new)  # left by a process that was killed in the middle
        disk.write_new(new, content)
        found = read_back(new)
        rotate_generations(disk, path)
        disk.sync_directory(path.parent)
        disk.rename(new, path)
    except OSError as error:
        drop_second_name(disk, path)
        raise NotSaved(reason=error.strerror) from error
    finally:
        with contextlib.suppress(OSError):
            disk.unlink(new)
    try:
        disk.sync_directory(path.parent)
    except OSError as error:
        raise NotKnownSaved(ErrorCode.NEW_FILE_NOT_CONFIRMED) from error
    drop_oldest(disk, path)
    return found


def verify(disk: Disk, path: Path, header: Header, keys: Keys, sealer: Sealer, point: Point) -> None:
    """Read the whole journal again, because a bad file must not push out good generations.

    Raises Damaged if it went bad, FileReplaced if it does not end at `point` or is not ours.
    """
    bad = Damaged(ErrorCode.GONE_BAD)
    try:
        with open_contents(disk, path) as data:
            ours = any(page.header == header for page in headers_of(data).pages_of(keys))
            found = replay(data, sealer)
    except Damaged:
        raise bad from None
    except VaultError as error:
        raise FileReplaced from error
    if ours and (found.damaged or found.tail_size):
        raise bad
    if not ours or found.point != point:
        raise FileReplaced


@dataclass(frozen=True)
class Left:
    """A file that a failed write may have left: its first page, and the records of which one is its last."""

    header: Header
    sealer: Sealer
    points: Sequence[Point]

    def may_be(self, data: Contents) -> bool:
        """Return whether this may be that file. What can't be read may be."""
        if all(page.header != self.header for page in headers_of(data).pages):
            return False
        found = replay(data, self.sealer)
        return found.damaged or found.tail_size > 0 or found.point in self.points


def is_another_file(disk: Disk, path: Path, left: Sequence[Left]) -> bool:
    """Return whether the file at `path` is certainly none of those that a failed write may have left there."""
    try:
        with open_contents(disk, path) as data:
            return not any(each.may_be(data) for each in left)
    except (NoJournal, NotAJournal, NewerFormat):
        return True
    except VaultError:
        return False


def write_fork(disk: Disk, path: Path, point: Point, new_file: NewFile) -> Path:
    """Write `new_file` next to a journal that is no longer ours; return its path. Raises OSError."""
    fork = path.with_name(f"{path.name}.fork-{point.epoch}-{point.seq}-{secrets.token_hex(4)}")
    disk.write_whole(fork, new_file.written())
    return fork


def in_generation(disk: Disk, path: Path, record_key: bytes, file_id: bytes, point: Point) -> bool:
    """Return whether an earlier generation holds exactly this point of the history."""
    for earlier in generations(path):
        with contextlib.suppress(VaultError), open_contents(disk, earlier) as data:
            header = headers_of(data).header
            if (header.file_id, header.epoch) == (file_id, point.epoch):
                found = replay(data, Sealer(record_key, file_id, point.epoch))
                if found.chains.get(point.seq) == point.chain:
                    return True
    return False


def forget_generations(disk: Disk, path: Path, *, captures: bool) -> None:
    """Remove every file in the journal's folder that earlier keys open; one verified copy of it stays as `NAME.1`.

    `captures`: also remove captures that were set aside, which only an earlier master key opens. Raises OSError,
    VaultError.
    """
    disk.write_whole(generation(path, 1), pieces_of(disk, path), replace=True, check=partial(compare, disk, path))
    bad = bad_captures(disk, path) if captures else []
    for file in generations(path)[1:] + set_aside(disk, path) + bad:
        disk.unlink(file)
    disk.sync_directory(path.parent)


def compare(disk: Disk, path: Path, new: Path) -> None:
    """Raise NotSaved unless the files at `path` and `new` can be read and hold the same bytes."""
    try:
        with open_contents(disk, path) as meant, open_contents(disk, new) as written:
            if written.is_same(meant):
                return
    except VaultError as error:
        raise NotSaved(ErrorCode.NOT_READ_BACK) from error
    raise NotSaved(ErrorCode.NOT_READ_BACK)
