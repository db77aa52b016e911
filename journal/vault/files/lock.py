"""Lock a journal with `NAME.lock`, so that only one process at a time has it open.

Opening, creating, restoring and erasing take the lock. The lock file is never deleted while the journal exists: two
processes could otherwise lock two different files of the same name.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from journal.errors import InUse
from journal.vault.files.disk import Disk
from journal.vault.lock_holder import Holder

_TRIES = 5
"""Tries to take the lock, a tenth of a second in all: `who_holds` also takes the lock for an instant."""

PAUSE = 0.02
"""Seconds between two tries."""
_LONGEST = 4096


def lock_path(path: Path) -> Path:
    """Return the path of the lock file for the journal at `path`."""
    return path.with_name(path.name + ".lock")


class Lock:
    """The lock of one journal, held until `release` is called or the process ends in any way."""

    def __init__(self, disk: Disk, path: Path, holder: Holder) -> None:
        """Take the lock of the journal at `path`. Raises InUse within a fraction of a second, or OSError."""
        lock = lock_path(path)
        self._disk = disk
        self._descriptor = disk.open(lock, os.O_RDWR | os.O_CREAT)
        try:
            if not locks(disk, self._descriptor, _TRIES):
                raise InUse(Holder.read(disk.read(lock, _LONGEST)))
            disk.truncate(self._descriptor, 0)
            disk.write(self._descriptor, holder.written(), 0)
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Release the lock. Calling it a second time does nothing."""
        if self._descriptor >= 0:
            self._disk.close(self._descriptor)
            self._descriptor = -1


def who_holds(disk: Disk, path: Path) -> Holder | None:
    """Return who has the journal at `path` open, as far as the lock file says. Return None if nobody has."""
    try:
        with disk.opened(lock_path(path), os.O_RDWR) as descriptor:
            return None if disk.lock(descriptor) else Holder.read(disk.read(lock_path(path), _LONGEST))
    except OSError:
        return None


def locks(disk: Disk, descriptor: int, tries: int) -> bool:
    """Return whether the lock of an open file could be taken in `tries` tries, `PAUSE` seconds apart."""
    for attempt in range(tries):
        if attempt:
            time.sleep(PAUSE)
        if disk.lock(descriptor):
            return True
    return False
