"""The end of the file, where records are written: into zeros that are on the medium, one write and one sync a save.

The file never grows by a record. Where a file grew and a crash kept the data from arriving, some file systems show what
stood in those blocks before (FAT; ext4 with data=writeback), and such bytes behind half a record could not be told from
damage. So zeros come first, in two steps, each synced: one sector behind the last record, then the rest. A crash in the
first leaves less than a block, in the second a sector of zeros before anything else; both are read as an unfinished
save, and no record of any save is in them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from journal.errors import FileReplaced, NotSaved, SyncFailed
from journal.vault.files.disk import FULL, Disk
from journal.vault.format.frames import FRAME_SIZE, SECTOR
from journal.vault.format.replay import LAST

_BALLAST = 256 * 1024
_AHEAD = 1024 * 1024
_LEAST_AHEAD = _AHEAD // 4


class Appender:
    """The end of the journal at `path`: the offset `end` behind its last record, and the `last` bytes before that."""

    def __init__(self, disk: Disk, path: Path, end: int, last: bytes) -> None:
        self._disk = disk
        self._path = path
        self.end = end
        self._last = last
        self._size: int | None = None  # up to here zeros are on the medium; None: as far as the file goes

    @property
    def ballast(self) -> Path:
        """`NAME.reserve`: bytes to give up when the disk is full, so that one more save fits."""
        return self._path.with_name(self._path.name + ".reserve")

    def keep_ballast(self) -> None:
        """Make the ballast when it is not there; a disk too full for it is no error."""
        with contextlib.suppress(OSError):
            self._disk.write_new(self.ballast, secrets.token_bytes(_BALLAST))  # zeros might take no room

    @property
    def needs_preallocation(self) -> bool:
        """Whether few or no zeros stand behind the last record, as far as is known."""
        return self._size is None or self._size % _AHEAD != 0 or self._size - self.end < _LEAST_AHEAD

    def preallocate(self) -> None:
        """Put zeros behind the last record up to a multiple of 1 MiB, so that a save there only fills them in.

        A file that cannot grow stays as it was, and one that is not ours is left alone: neither is an error here.
        """
        with (
            contextlib.suppress(OSError, FileReplaced, SyncFailed),
            self._disk.opened(self._path, os.O_RDWR) as descriptor,
        ):
            self._check(descriptor)
            size = self._known_size(descriptor)
            if self.needs_preallocation:
                try:
                    self._grow(descriptor, -(-max(size, self.end + _LEAST_AHEAD) // _AHEAD) * _AHEAD)
                except (OSError, SyncFailed):
                    self._disk.truncate(descriptor, self._known_size(descriptor))
                    raise

    def _grow(self, descriptor: int, until: int) -> None:
        """Let zeros be on the medium up to there. Raises OSError, SyncFailed."""
        for size in (self.end + SECTOR, until):
            known = self._known_size(descriptor)
            if size > known:
                self._disk.write(descriptor, bytes(size - known), known)
                self._sync(descriptor)
                self._size = size

    def _known_size(self, descriptor: int) -> int:
        """Up to where zeros are on the medium: at first as far as the file goes, which opening has synced.

        Or up to the next hole: it reads as zeros, but what is written there gets blocks with something else in them.
        """
        if self._size is None:
            ranges = self._disk.data_ranges(descriptor)
            self._size = max([self.end, *(end for start, end in ranges if start <= self.end)])
        return self._size

    def append(self, record: bytes) -> None:
        """Save one record; it is on the medium when this returns.

        Raises NotSaved (nothing changed), FileReplaced (nothing written), SyncFailed.
        """
        try:
            with self._disk.opened(self._path, os.O_RDWR) as descriptor:
                self._check(descriptor)
                self._write(descriptor, record)
                self._sync(descriptor)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP):
                raise FileReplaced from error
            raise NotSaved(reason=error.strerror) from error
        self._last = record[-LAST:]
        self.end += len(record)

    def _check(self, descriptor: int) -> None:
        """Raise FileReplaced unless the file, opened anew by its name, ends as we left it."""
        found = self._disk.read_at(descriptor, LAST + FRAME_SIZE, self.end - LAST)
        if found[:LAST] != self._last or found[LAST:].strip(b"\0"):
            raise FileReplaced

    def _write(self, descriptor: int, record: bytes) -> None:
        """Write, or leave the file as it was; on a full disk try once more without the ballast."""
        try:
            self._write_or_cut(descriptor, record)
        except OSError as error:
            if error.errno not in FULL:
                raise
            self._disk.unlink(self.ballast)
            self._write_or_cut(descriptor, record)

    def _write_or_cut(self, descriptor: int, record: bytes) -> None:
        try:
            self._grow(descriptor, self.end + len(record))
            self._disk.write(descriptor, record, self.end)
        except OSError:
            try:
                self._disk.truncate(descriptor, self.end)
            except OSError as error:
                raise SyncFailed from error
            self._size = self.end
            raise

    def _sync(self, descriptor: int) -> None:
        """Sync once: after an error the kernel may call the lost pages clean, so that trying again would lie."""
        try:
            self._disk.sync(descriptor)
        except OSError as error:
            raise SyncFailed from error
