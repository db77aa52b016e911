"""Open or create a journal: take the lock, get the keys, read the records, decide whether it can be written.

`vault` calls `open_file` and `create_file` and gets an `Opening`. An unfinished save is set aside and cut off here. It
is separate from `journal_file`, which works with the file once it is open.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from journal.errors import AlreadyExists, ErrorCode, NotSaved
from journal.file_facts import Cost, Report
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import Contents, open_contents
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock
from journal.vault.files.siblings import remove_leftovers
from journal.vault.format.frames import Point
from journal.vault.format.header import Header, HeaderPage
from journal.vault.format.replay import Replay, replay_unlocked
from journal.vault.format.state import State
from journal.vault.inspect_file import headers_of, read_headers
from journal.vault.lock_holder import Holder
from journal.vault.open_report import diagnose
from journal.vault.rewrite import NewFile, in_generation
from journal.vault.rollback_anchor import Anchor, AnchorState


class Refusal(Enum):
    """Why a journal cannot be written; the value is the code of the error."""

    AS_ASKED = ErrorCode.OPENED_READ_ONLY
    NO_LOCK = ErrorCode.NO_LOCK_FILE
    LINKED = ErrorCode.SECOND_NAME
    NEWER = ErrorCode.NEWER_RECORDS
    DAMAGED = ErrorCode.READ_ONLY_DAMAGED
    ROLLED_BACK = ErrorCode.READ_ONLY_ROLLED_BACK
    REPLACED = ErrorCode.READ_ONLY_REPLACED
    CLOSED = ErrorCode.CLOSED


@dataclass
class Opening:
    """A journal file that was just opened.

    `lock` is None if no lock could be taken. If not `confirmed`, the disk did not confirm that the file is durable. A
    new file needs an epoch above `latest_epoch`, which may be that of a page that is not in force.
    """

    lock: Lock | None
    header: Header
    keys: Keys
    found: Replay
    report: Report
    anchor: Anchor | None
    seen: AnchorState | None
    linked: bool = False
    confirmed: bool = True
    latest_epoch: int = 0

    @property
    def refusal(self) -> Refusal | None:
        """Return why the journal cannot be written, or None."""
        report = self.report
        reasons = (
            (self.lock is None, Refusal.NO_LOCK),
            (self.linked, Refusal.LINKED),
            (report.newer, Refusal.NEWER),
            (report.unreadable or self.found.tail_size > 0, Refusal.DAMAGED),
            (report.rolled_back, Refusal.ROLLED_BACK),
        )
        return next((reason for is_so, reason in reasons if is_so), None)


def open_file(
    disk: Disk,
    path: Path,
    holder: Holder,
    anchors: Path | None,
    unlock: Callable[[HeaderPage], Keys],
    *,
    read_only: bool,
) -> Opening:
    """Open the journal at `path`. `unlock` returns the keys of a page and may take long.

    Raises what `Vault.open` raises; then it holds no lock.
    """
    read_headers(disk, path)  # first, so that no lock file is made next to a file that is not a journal
    lock = _lock(disk, path, holder)
    try:
        confirmed = True
        if lock and not read_only:
            remove_leftovers(disk, path)
            confirmed = _confirmed(disk, path)
        linked = not read_only and _has_another_name(disk, path)
        with open_contents(disk, path) as data:
            opening = read_opened(disk, path, data, unlock, partial(_anchor, disk, anchors))
            mendable = lock and not read_only and not linked and not opening.report.newer
            if opening.report.unfinished and mendable:
                opening.report = replace(opening.report, unfinished=_set_aside(disk, path, data, opening.found))
        opening.lock = lock
        opening.confirmed = confirmed
        opening.linked = linked
    except BaseException:
        if lock:
            lock.release()
        raise
    return opening


def create_file(
    disk: Disk, path: Path, holder: Holder, anchors: Path | None, new_file: Callable[[], NewFile]
) -> Opening:
    """Make a journal at `path` from what `new_file` returns (it may take long), and open it.

    Raises what `Vault.create` raises; then it holds no lock.
    """
    try:
        if disk.exists(path):
            raise AlreadyExists()
        disk.make_directory(path.parent)
        lock = Lock(disk, path, holder)
    except OSError as error:
        raise NotSaved(reason=error.strerror) from error
    try:
        return _write(disk, path, new_file(), lock, anchors)
    except FileExistsError:
        lock.release()
        raise AlreadyExists() from None
    except OSError as error:
        lock.release()
        raise NotSaved(reason=error.strerror) from error
    except BaseException:
        lock.release()
        raise


def empty_file(passphrase: str, recovery_words: str | None, cost: Cost, now: int) -> NewFile:
    """Return an empty journal with a new master key. Takes as long as `cost` says."""
    header, keys = new_keys(secrets.token_bytes(16), passphrase, recovery_words, cost)
    return NewFile(header, keys, State(), 1, [], now)


def new_keys(file_id: bytes, passphrase: str, recovery_words: str | None, cost: Cost) -> tuple[Header, Keys]:
    """Return a new master key, and a header (epoch 1) from which these secrets open it.

    Takes as long as `cost` says.
    """
    if not passphrase:
        raise ValueError("a journal needs a passphrase")
    master = secrets.token_bytes(32)
    header = Header(file_id, 1, ()).with_ways(master, passphrase, recovery_words, cost)
    return header, Keys.of(master, file_id)


def _write(disk: Disk, path: Path, new_file: NewFile, lock: Lock, anchors: Path | None) -> Opening:
    found: list[Replay] = []
    disk.write_whole(path, new_file.written(), check=lambda new: found.append(new_file.read_back(disk, new)))
    anchor = _anchor(disk, anchors, new_file.header, new_file.keys)
    return Opening(lock, new_file.header, new_file.keys, found[0], Report(), anchor, None)


def _anchor(disk: Disk, anchors: Path | None, header: Header, keys: Keys) -> Anchor | None:
    return Anchor(disk, anchors, header.file_id, keys.anchor) if anchors else None


def _lock(disk: Disk, path: Path, holder: Holder) -> Lock | None:
    """Take the lock; return None if no lock file can be made, so that the journal is read-only. Raises InUse."""
    try:
        return Lock(disk, path, holder)
    except OSError:
        return None


def _confirmed(disk: Disk, path: Path) -> bool:
    """Sync the file and its name; return whether the disk confirmed it.

    A process that ended between write and sync leaves data that the disk may still lose.
    """
    try:
        descriptor = disk.open(path, os.O_RDWR)
    except OSError:
        return True  # a file that cannot be opened for writing is not appended to either
    try:
        disk.sync(descriptor)
        disk.sync_directory(path.parent)
    except OSError:
        return False
    finally:
        disk.close(descriptor)
    return True


def _has_another_name(disk: Disk, path: Path) -> bool:
    """Return whether the file has another hard link: what is written to it would also appear there."""
    try:
        with disk.opened(path, os.O_RDWR):
            return False
    except OSError as error:
        return error.errno == errno.EMLINK


def read_opened(
    disk: Disk,
    path: Path,
    data: Contents,
    unlock: Callable[[HeaderPage], Keys],
    find_anchor: Callable[[Header, Keys], Anchor | None],
) -> Opening:
    """Read the bytes of a file, using the anchor if there is one. `disk` is for reading the generations next to it."""
    headers = headers_of(data)
    page, keys, found = replay_unlocked(data, headers, unlock)
    header = page.header
    anchor = find_anchor(header, keys)
    seen = anchor.read() if anchor else None

    def known(point: Point) -> bool:
        elsewhere = point.epoch != header.epoch
        return found.holds(point) or (elsewhere and in_generation(disk, path, keys.record, header.file_id, point))

    report, unfinished = diagnose(data, found, header_damaged=headers.damaged, seen=seen, known=known)
    if unfinished:
        report = replace(report, unfinished=path)
    return Opening(None, header, keys, found, report, anchor, seen, latest_epoch=headers.header.epoch)


def _set_aside(disk: Disk, path: Path, data: Contents, found: Replay) -> Path:
    """Keep the bytes of an unfinished save in a file of their own, then cut them off; return where they are kept."""
    tail = bytes(data.view(found.end, found.tail_size))
    digest = hashlib.sha256(tail).hexdigest()[:8]
    epoch, seq, _ = found.point
    kept = path.with_name(f"{path.name}.torn-{epoch}-{seq + 1}-{digest}")
    try:
        with contextlib.suppress(FileExistsError):  # an earlier try wrote it: the name contains their hash
            disk.write_whole(kept, tail)
        with disk.opened(path, os.O_RDWR) as descriptor:
            disk.truncate(descriptor, found.end)
            disk.sync(descriptor)
    except OSError:
        return path
    found.tail_size = 0
    return kept
