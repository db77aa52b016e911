"""Append records to the end of the file, into zeros that are already on the medium: one write and one sync per save.

`journal_file` calls this for every save. The file never grows by a record alone. If a file grows and a crash keeps the
new data from arriving, some file systems show the old content of those blocks (FAT; ext4 with data=writeback). Such
bytes after half a record would look like damage.

So zeros are written first, in two steps, each synced: one sector after the last record, then the rest. A crash in the
first step leaves less than a block; a crash in the second leaves a sector of zeros before anything else. Both are read
as an unfinished save, and no part of a real save is in them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from journal.errors import FileReplaced, NotSaved, SyncFailed
from journal.vault.files.disk import FULL, Disk
from journal.vault.files.kept import KeptFile
from journal.vault.format.frames import FRAME_SIZE, SECTOR
from journal.vault.format.replay import LAST

_BALLAST = 256 * 1024
_AHEAD = 1024 * 1024
_LEAST_AHEAD = _AHEAD // 4


class Appender:
    """The end of the journal at `path`.

    `end` is the offset after its last record, and `last` are the bytes before that offset.
    """

    def __init__(self, disk: Disk, path: Path, end: int, last: bytes) -> None:
        self._disk = disk
        self._path = path
        self._file = KeptFile(disk, path, os.O_RDWR)
        self.end = end
        self._last = last
        self._size: int | None = None  # zeros are on the medium up to here; None: not measured yet

    @property
    def ballast(self) -> Path:
        """Return `NAME.reserve`: a file to delete when the disk is full, so that one more save fits."""
        return self._path.with_name(self._path.name + ".reserve")

    def keep_ballast(self) -> None:
        """Make the ballast file if it is missing. Does nothing if the disk is too full for it."""
        with contextlib.suppress(OSError):
            self._disk.write_new(self.ballast, secrets.token_bytes(_BALLAST))  # zeros might take no space

    @property
    def needs_preallocation(self) -> bool:
        """Return whether few or no zeros are known to follow the last record."""
        return self._size is None or self._size % _AHEAD != 0 or self._size - self.end < _LEAST_AHEAD

    def preallocate(self) -> None:
        """Write zeros after the last record up to a multiple of 1 MiB, so that a later save only fills them in.

        If the file cannot grow, it stays as it was. If it is not our file, it is left alone. Neither raises an error.
        """
        with contextlib.suppress(OSError, FileReplaced, SyncFailed), self._file as descriptor:
            self._check(descriptor)
            size = self._known_size(descriptor)
            if self.needs_preallocation:
                try:
                    self._grow(descriptor, -(-max(size, self.end + _LEAST_AHEAD) // _AHEAD) * _AHEAD)
                except (OSError, SyncFailed):
                    self._disk.truncate(descriptor, self._known_size(descriptor))
                    raise

    def _grow(self, descriptor: int, until: int) -> None:
        """Write and sync zeros up to the offset `until`. Raises OSError, SyncFailed."""
        for size in (self.end + SECTOR, until):
            known = self._known_size(descriptor)
            if size > known:
                self._disk.write(descriptor, bytes(size - known), known)
                self._sync(descriptor)
                self._size = size

    def _known_size(self, descriptor: int) -> int:
        """Return the offset up to which zeros are on the medium.

        At first this is the size of the file, which opening has synced, or the start of the next hole: a hole reads as
        zeros, but a write into it gets new blocks that may hold old data.
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
            with self._file as descriptor:
                self._check(descriptor)
                self._write(descriptor, record)
                self._sync(descriptor)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP):
                raise FileReplaced from error
            raise NotSaved(reason=error.strerror) from error
        self._last = record[-LAST:]
        self.end += len(record)

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
        self._file.close()

    def _check(self, descriptor: int) -> None:
        """Raise FileReplaced unless the file that has the name now ends as we left it."""
        found = self._disk.read_at(descriptor, LAST + FRAME_SIZE, self.end - LAST)
        if found[:LAST] != self._last or found[LAST:].strip(b"\0"):
            raise FileReplaced

    def _write(self, descriptor: int, record: bytes) -> None:
        """Write, or leave the file as it was. If the disk is full, delete the ballast and try once more."""
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
        """Sync once. After an error the kernel may mark lost pages as clean, so a second sync could wrongly succeed."""
        try:
            self._disk.sync(descriptor)
        except OSError as error:
            raise SyncFailed from error
