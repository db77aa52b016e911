"""The whole journal erased: every file of it on this computer, the key slots overwritten first."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from journal.errors import Damaged, ErrorCode, NewerFormat, NotErased
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock, lock_path
from journal.vault.files.siblings import all_beside
from journal.vault.format.header import HEADERS
from journal.vault.inbox import inbox_lock_path
from journal.vault.inspect_file import read_headers
from journal.vault.lock_holder import Holder


def erase(path: Path, *, holder: Holder, anchors: Path | None = None, disk: Disk | None = None) -> list[Path]:
    """Remove the journal at `path`, its generations, what was set aside, and this computer's anchor; what was removed.

    The first pages are overwritten before: without their key slots nothing else of a file can be read. Disks that
    write elsewhere (SSDs, snapshots) may keep the old ones for a while, and copies elsewhere are not reached. Raises
    InUse, NotErased, and what `look` needs a journal for: NoJournal, NotAJournal.
    """
    path, disk = Path(path).absolute(), disk or Disk()
    anchor = _anchor(disk, path, anchors)
    try:
        lock = Lock(disk, path, holder)
    except OSError as error:
        raise NotErased(ErrorCode.NOTHING_ERASED, reason=error.strerror) from error
    gone = []
    try:
        for file in [*anchor, *all_beside(disk, path), path]:
            _overwrite(disk, file)
            disk.unlink(file)
            gone.append(file)
        disk.unlink(inbox_lock_path(path))
        disk.unlink(lock_path(path))
        disk.sync_directory(path.parent)
    except OSError as error:
        raise NotErased(reason=error.strerror) from error
    finally:
        lock.release()
    return gone


def _anchor(disk: Disk, path: Path, anchors: Path | None) -> list[Path]:
    """The anchor file, where the first page still tells its name. Raises NoJournal, NotAJournal."""
    try:
        header = read_headers(disk, path).header
    except (Damaged, NewerFormat):
        return []
    anchor = anchors / header.file_id.hex() if anchors else None
    return [anchor] if anchor and disk.exists(anchor) else []


def _overwrite(disk: Disk, file: Path) -> None:
    """Put random bytes over the first pages; a file that does not let itself be written is only removed."""
    with contextlib.suppress(OSError), disk.opened(file, os.O_RDWR) as descriptor:
        disk.write(descriptor, secrets.token_bytes(min(HEADERS, disk.size(descriptor))), 0)
        disk.sync(descriptor)
