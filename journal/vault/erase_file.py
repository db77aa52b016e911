"""Erase a whole journal: every file of it on this computer, after overwriting the key slots.

The store calls this for "erase the journal". It is separate because it works without opening the journal.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path

from journal.errors import Damaged, ErrorCode, NewerFormat, NotErased
from journal.vault.files.disk import Disk
from journal.vault.files.lock import Lock, lock_path
from journal.vault.files.siblings import all_siblings
from journal.vault.format.header import HEADERS
from journal.vault.inbox import inbox_lock_path
from journal.vault.inspect_file import read_headers
from journal.vault.lock_holder import Holder


def erase(path: Path, *, holder: Holder, anchors: Path | None = None, disk: Disk | None = None) -> list[Path]:
    """Remove the journal at `path` and everything that belongs to it; return the removed paths.

    This includes its generations, the files set aside, and this computer's anchor. The first pages are overwritten
    before: without their key slots nothing else in a file can be read. Disks that write elsewhere (SSDs, snapshots) may
    keep the old pages for a while, and copies elsewhere are not reached.

    Raises InUse, NotErased, NoJournal, NotAJournal.
    """
    path, disk = Path(path).absolute(), disk or Disk()
    anchor = _anchor(disk, path, anchors)
    try:
        lock = Lock(disk, path, holder)
    except OSError as error:
        raise NotErased(ErrorCode.NOTHING_ERASED, reason=error.strerror) from error
    gone = []
    try:
        for file in [*anchor, *all_siblings(disk, path), path]:
            _overwrite(disk, file)
            disk.unlink(file)
            gone.append(file)
        disk.unlink(inbox_lock_path(path))
        if sys.platform == "win32":
            lock.release()  # Windows removes no file that is open
        disk.unlink(lock_path(path))
        disk.sync_directory(path.parent)
    except OSError as error:
        raise NotErased(reason=error.strerror) from error
    finally:
        lock.release()
    return gone


def _anchor(disk: Disk, path: Path, anchors: Path | None) -> list[Path]:
    """Return the anchor file, if the first page can be read to get its name. Raises NoJournal, NotAJournal."""
    try:
        header = read_headers(disk, path).header
    except (Damaged, NewerFormat):
        return []
    anchor = anchors / header.file_id.hex() if anchors else None
    return [anchor] if anchor and disk.exists(anchor) else []


def _overwrite(disk: Disk, file: Path) -> None:
    """Overwrite the first pages with random bytes. A file that cannot be written is only removed."""
    with contextlib.suppress(OSError), disk.opened(file, os.O_RDWR) as descriptor:
        disk.write(descriptor, secrets.token_bytes(min(HEADERS, disk.size(descriptor))), 0)
        disk.sync(descriptor)
