"""Read a file in bounded pieces, whatever its length.

Opening, checking, copying and the inbox read through `Contents`, so no file, however long or sparse, is ever in memory
as a whole. Holes are skipped. This module knows nothing about records or keys. It may import `disk` and
`journal.errors`. It is separate from `disk`, which only does what a disk does.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path

from journal.errors import Damaged, ErrorCode, NoJournal, NotAJournal, VaultError
from journal.vault.files.disk import PIECE, Disk

LARGEST_FILE = 8 * 1024**3
"""Most bytes of data that a journal may hold, not counting holes. A hundred years of daily entries are 1.5 GiB."""

Range = tuple[int, int]


class Contents:
    """The bytes of a file. `size` counts all bytes; `ranges` are the (start, end) of the parts that are not holes.

    Methods raise whatever `read` raises when the disk cannot read.
    """

    def __init__(self, size: int, ranges: list[Range], read: Callable[[int, int], bytes]) -> None:
        """Read the file through `read(size, offset)`, which returns its bytes."""
        self.size = size
        self._ranges = ranges
        self._read = read
        self._at = 0
        self._piece = b""

    @classmethod
    def of(cls, data: bytes) -> Contents:
        """Return the contents of a file that is already in memory."""
        return cls(len(data), [(0, len(data))], lambda size, offset: data[offset : offset + size])

    @cached_property
    def end(self) -> int:
        """Return the offset just after the last byte that is not zero, or 0 if all bytes are zero."""
        for start, end in reversed(self._ranges):
            while end > start:
                at = max(start, end - PIECE)
                found = bytes(self.view(at, end - at)).rstrip(b"\0")
                if found:
                    return at + len(found)
                end = at
        return 0

    def view(self, at: int, size: int) -> memoryview:
        """Return up to `size` bytes starting at `at`; fewer only at the end of the file."""
        offset = at - self._at
        if offset < 0 or offset + size > len(self._piece):
            size = max(min(size, self.size - at), 0)
        if offset < 0 or offset + size > len(self._piece):
            self._load(at, size)
            offset = at - self._at
        return memoryview(self._piece)[offset : offset + size]

    def find(self, pattern: bytes, at: int) -> int:
        """Return the next offset at or after `at` where `pattern` occurs, or -1.

        `pattern` must not contain zero bytes.
        """
        for start, end in self._ranges:
            at = max(at, start)
            while at + len(pattern) <= end:
                self.view(at, min(PIECE, end - at))
                found = self._piece.find(pattern, at - self._at, end - self._at)
                if found >= 0:
                    return self._at + found
                held = min(self._at + len(self._piece), end)
                if held < at + len(pattern):
                    return -1  # the file was shortened while we read it
                at = held - len(pattern) + 1
        return -1

    def is_same(self, other: Contents) -> bool:
        """Return whether both hold the same bytes, ignoring zeros at the end."""
        if self.end != other.end:
            return False
        holes_or_not = sorted({*self._ranges, *other._ranges})
        return all(self.view(at, size) == other.view(at, size) for at, size in _pieces(holes_or_not, self.end))

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """Yield (offset, bytes) for everything that is not a hole, at most 1 MiB at a time."""
        return ((at, bytes(self.view(at, size))) for at, size in _pieces(self._ranges, self.size))

    def _load(self, at: int, size: int) -> None:
        """Buffer `size` bytes starting at `at`, or more if that saves another read."""
        if self.size <= PIECE:
            at, size = 0, self.size
        wanted = min(max(size, PIECE), max(self.size - at, 0))
        pieces, offset = list[bytes](), at
        while wanted > 0 and (piece := self._read(wanted, offset)):
            pieces.append(piece)
            offset, wanted = offset + len(piece), wanted - len(piece)
        self._at, self._piece = at, b"".join(pieces)


@contextmanager
def open_contents(disk: Disk, path: Path) -> Iterator[Contents]:
    """Open a file to read it in pieces.

    Raises NoJournal, NotAJournal, Damaged (the disk cannot read it, or it is larger than any journal), or VaultError.
    """
    try:
        descriptor = disk.open(path)
    except OSError as error:
        raise read_error(error) from error
    try:
        yield _explained(disk, descriptor)
    finally:
        disk.close(descriptor)


def contents_of(disk: Disk, descriptor: int, most: int | None = None) -> Contents:
    """Return the contents of an open file, limited to the first `most` bytes if given.

    Raises OSError if the disk cannot read, and Damaged if there is more data than a journal may hold.
    """
    size = disk.size(descriptor)
    size = size if most is None else min(size, most)
    return Contents(size, _measured(disk, descriptor, size), partial(disk.read_at, descriptor))


def pieces_of(disk: Disk, path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, bytes) for everything in a file that is not a hole. Raises what `open_contents` raises."""
    with open_contents(disk, path) as data:
        yield from data.pieces()


def read_start(disk: Disk, path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a file. Raises NoJournal, NotAJournal, Damaged, or VaultError."""
    try:
        return disk.read(path, size)
    except OSError as error:
        raise read_error(error) from error


def read_error(error: OSError) -> VaultError:
    """Return the journal error for an OSError raised while reading a journal file."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NoJournal()
    if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
        return NotAJournal(ErrorCode.NOT_A_FILE)
    if error.errno == errno.EIO:
        return Damaged(ErrorCode.DISK_CANNOT_READ)
    return VaultError(reason=error.strerror)


def _explained(disk: Disk, descriptor: int) -> Contents:
    """Do what `contents_of` does, but turn every OSError into the error that `read_error` returns."""

    def read(size: int, offset: int) -> bytes:
        try:
            return disk.read_at(descriptor, size, offset)
        except OSError as error:
            raise read_error(error) from error

    try:
        size = disk.size(descriptor)
        return Contents(size, _measured(disk, descriptor, size), read)
    except OSError as error:
        raise read_error(error) from error


def _measured(disk: Disk, descriptor: int, size: int) -> list[Range]:
    """Return the data ranges in the first `size` bytes of an open file.

    Raises OSError, and Damaged if they hold too much.
    """
    ranges, total = list[Range](), 0
    for start, end in disk.data_ranges(descriptor):
        if start >= size:
            break
        ranges.append((start, min(end, size)))
        total += ranges[-1][1] - start
        if total > LARGEST_FILE:
            raise Damaged(ErrorCode.FILE_TOO_LARGE, number=LARGEST_FILE >> 30)
    return ranges


def _pieces(ranges: list[Range], until: int) -> Iterator[tuple[int, int]]:
    """Yield (offset, size) of pieces that cover the ranges."""
    for start, end in ranges:
        for at in range(start, min(end, until), PIECE):
            yield at, min(PIECE, end - at, until - at)
