"""Opening a journal: lock, key, records, verdict; and cutting a save that never finished."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from journal.errors import AlreadyExists, ErrorCode, NotSaved
from journal.file_facts import Cost, Report
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import Contents, open_contents
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock
from journal.vault.files.siblings import tidy
from journal.vault.format.frames import Point
from journal.vault.format.header import Header, HeaderPage
from journal.vault.format.replay import Replay, replay_unlocked
from journal.vault.format.state import State
from journal.vault.inspect_file import headers_of, read_headers
from journal.vault.lock_holder import Holder
from journal.vault.open_report import diagnose
from journal.vault.rewrite import Draft, in_generation
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
    """An open journal file, before anyone works with it.

    `lock` is None where none could be taken; not `confirmed`: the disk would not say that the file stays. A new file
    takes an epoch above `latest_epoch`, which a page that does not count may have.
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
        """What stands in the way of writing."""
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
    """Open the journal at `path`; `unlock` finds the keys and may take its time.

    Raises what `Vault.open` does, and then holds no lock.
    """
    read_headers(disk, path)  # beside what is no journal, not even a lock is made
    lock = _lock(disk, path, holder)
    try:
        confirmed = True
        if lock and not read_only:
            tidy(disk, path)
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


def create_file(disk: Disk, path: Path, holder: Holder, anchors: Path | None, draft: Callable[[], Draft]) -> Opening:
    """Make a journal at `path` from what `draft` returns, which may take its time, and open it.

    Raises what `Vault.create` does, and then holds no lock.
    """
    try:
        if disk.exists(path):
            raise AlreadyExists()
        disk.make_directory(path.parent)
        lock = Lock(disk, path, holder)
    except OSError as error:
        raise NotSaved(reason=error.strerror) from error
    try:
        return _write(disk, path, draft(), lock, anchors)
    except FileExistsError:
        lock.release()
        raise AlreadyExists() from None
    except OSError as error:
        lock.release()
        raise NotSaved(reason=error.strerror) from error
    except BaseException:
        lock.release()
        raise


def new_draft(passphrase: str, recovery_words: str | None, cost: Cost, now: int) -> Draft:
    """An empty journal under a new master key; takes as long as `cost` says."""
    header, keys = new_keys(secrets.token_bytes(16), passphrase, recovery_words, cost)
    return Draft(header, keys, State(), 1, [], now)


def new_keys(file_id: bytes, passphrase: str, recovery_words: str | None, cost: Cost) -> tuple[Header, Keys]:
    """A new master key and a header (epoch 1) from which these open it; takes as long as `cost` says."""
    if not passphrase:
        raise ValueError("a journal needs a passphrase")
    master = secrets.token_bytes(32)
    header = Header(file_id, 1, ()).with_ways(master, passphrase, recovery_words, cost)
    return header, Keys.of(master, file_id)


def _write(disk: Disk, path: Path, draft: Draft, lock: Lock, anchors: Path | None) -> Opening:
    found: list[Replay] = []
    disk.write_whole(path, draft.written(), check=lambda new: found.append(draft.read_back(disk, new)))
    anchor = _anchor(disk, anchors, draft.header, draft.keys)
    return Opening(lock, draft.header, draft.keys, found[0], Report(), anchor, None)


def _anchor(disk: Disk, anchors: Path | None, header: Header, keys: Keys) -> Anchor | None:
    return Anchor(disk, anchors, header.file_id, keys.anchor) if anchors else None


def _lock(disk: Disk, path: Path, holder: Holder) -> Lock | None:
    """The lock; None where no lock file can be made, so that the journal can only be read. Raises InUse."""
    try:
        return Lock(disk, path, holder)
    except OSError:
        return None


def _confirmed(disk: Disk, path: Path) -> bool:
    """Whether the disk keeps the file and its name: a process ended between write and sync leaves what it may lose."""
    try:
        descriptor = disk.open(path, os.O_RDWR)
    except OSError:
        return True  # nothing is appended to it either
    try:
        disk.sync(descriptor)
        disk.sync_directory(path.parent)
    except OSError:
        return False
    finally:
        disk.close(descriptor)
    return True


def _has_another_name(disk: Disk, path: Path) -> bool:
    """Whether another name leads to the file: what is written in it would be written there, too."""
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
    """What the bytes of a file say, with the anchor at hand; `disk` is for the generations beside it."""
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
    """Keep an unfinished save beside the journal, then cut it off; returns where it is kept."""
    tail = bytes(data.view(found.end, found.tail_size))
    digest = hashlib.sha256(tail).hexdigest()[:8]
    epoch, seq, _ = found.point
    kept = path.with_name(f"{path.name}.torn-{epoch}-{seq + 1}-{digest}")
    try:
        with contextlib.suppress(FileExistsError):  # an earlier try came this far; the name tells the bytes
            disk.write_whole(kept, tail)
        with disk.opened(path, os.O_RDWR) as descriptor:
            disk.truncate(descriptor, found.end)
            disk.sync(descriptor)
    except OSError:
        return path
    found.tail_size = 0
    return kept
