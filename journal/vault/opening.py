"""Opening a journal: lock, key, records, verdict; and cutting a save that never finished."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from journal.vault.anchor import Anchor, Seen
from journal.vault.disk import Disk
from journal.vault.frames import Point, Sealer
from journal.vault.header import HEADERS, Header, Headers
from journal.vault.holder import Holder
from journal.vault.keys import Keys
from journal.vault.lock import Lock
from journal.vault.look import read_file
from journal.vault.replay import Replay, replay
from journal.vault.report import Report, judge
from journal.vault.rewrite import in_generation


@dataclass
class Opening:
    """An open journal file, before anyone works with it. `lock` is None where none could be taken."""

    lock: Lock | None
    header: Header
    keys: Keys
    found: Replay
    report: Report
    anchor: Anchor | None
    seen: Seen | None


def open_file(
    disk: Disk,
    path: Path,
    holder: Holder,
    anchors: Path | None,
    unlock: Callable[[Headers], Keys],
    *,
    read_only: bool,
) -> Opening:
    """Open the journal at `path`; `unlock` finds the keys and may take its time.

    Raises what `Vault.open` does, and then holds no lock.
    """
    Headers.read(read_file(disk, path, HEADERS))  # beside what is no journal, not even a lock is made
    lock = _lock(disk, path, holder)
    try:
        data = read_file(disk, path)
        headers = Headers.read(data[:HEADERS])
        keys = unlock(headers)
        anchor = Anchor(disk, anchors, headers.header.file_id, keys.anchor) if anchors else None
        opening = _read(disk, path, data, headers, keys, anchor)
        opening.lock = lock
        if opening.report.unfinished and lock and not read_only and not opening.report.newer:
            opening.report = replace(opening.report, unfinished=_set_aside(disk, path, opening.found))
    except BaseException:
        if lock:
            lock.release()
        raise
    return opening


def _lock(disk: Disk, path: Path, holder: Holder) -> Lock | None:
    """The lock; None where no lock file can be made, so that the journal can only be read. Raises InUse."""
    try:
        return Lock(disk, path, holder)
    except OSError:
        return None


def _read(disk: Disk, path: Path, data: bytes, headers: Headers, keys: Keys, anchor: Anchor | None) -> Opening:
    header = headers.header
    found = replay(data, Sealer(keys.record, header.file_id, header.epoch))
    seen = anchor.read() if anchor else None

    def known(point: Point) -> bool:
        if point.epoch == header.epoch:
            return found.chains.get(point.seq) == point.chain
        return point in found.origins or in_generation(disk, path, keys.record, header.file_id, point)

    report, unfinished = judge(data, found, header_damaged=headers.damaged, seen=seen, known=known)
    if unfinished:
        report = replace(report, unfinished=path)
    return Opening(None, header, keys, found, report, anchor, seen)


def _set_aside(disk: Disk, path: Path, found: Replay) -> Path:
    """Keep an unfinished save beside the journal, then cut it off; returns where it is kept."""
    digest = hashlib.sha256(found.tail).hexdigest()[:8]
    epoch, seq, _ = found.point
    kept = path.with_name(f"{path.name}.torn-{epoch}-{seq + 1}-{digest}")
    try:
        with contextlib.suppress(FileExistsError):  # an earlier try came this far; the name tells the bytes
            disk.write_whole(kept, found.tail)
        with disk.opened(path, os.O_RDWR) as descriptor:
            disk.truncate(descriptor, found.end)
            disk.sync(descriptor)
    except OSError:
        return path
    found.tail = b""
    return kept
