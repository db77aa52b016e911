"""The only module that touches the disk: it reads, writes, syncs, renames, links, truncates, locks, makes directories.

An instance is handed around, so that a test can put faults in, or a disk of its own: the methods down to `lock` are
what a disk does, the others are made of them. Errors are OSError throughout; what they mean is said above.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
PIECE = 1024 * 1024
"""Bytes that are read or copied at a time."""

Content = bytes | Iterable[tuple[int, bytes]]
"""What is to stand in a file: all of its bytes, or pieces of them with their offsets."""

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_LOCKED_BYTE = 1 << 30
_OPEN_FILES = "/proc/self/fd"
_SEEK_DATA = getattr(os, "SEEK_DATA", None)
_SEEK_HOLE = getattr(os, "SEEK_HOLE", None)


class Opened:
    """An open file, for a `with`: a generator for it would cost each save as much as its encryption."""

    __slots__ = ("_descriptor", "_disk")

    def __init__(self, disk: Disk, descriptor: int) -> None:
        self._disk = disk
        self._descriptor = descriptor

    def __enter__(self) -> int:
        return self._descriptor

    def __exit__(self, *_: object) -> None:
        self._disk.close(self._descriptor)


class Disk:
    """The disk as it is."""

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        """A descriptor of a regular file, never through a link; files that are made are 0600.

        To write in, it must have no other name, which somebody may have given it: raises OSError with EMLINK.
        """
        descriptor = os.open(path, flags | _NO_LINKS | _BINARY | _NO_WAIT, 0o600)
        found = os.fstat(descriptor)
        wrong = 0 if stat.S_ISREG(found.st_mode) else errno.ELOOP
        if found.st_nlink > 1 and flags & (os.O_RDWR | os.O_WRONLY):
            wrong = wrong or errno.EMLINK
        if wrong:
            os.close(descriptor)
            raise OSError(wrong, os.strerror(wrong))
        return descriptor

    def close(self, descriptor: int) -> None:
        """Let go of an open file, and of a lock that goes with it."""
        os.close(descriptor)

    def size(self, descriptor: int) -> int:
        """Bytes in an open file."""
        return os.fstat(descriptor).st_size

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        """All of `data` at `offset`."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
        view = memoryview(data)
        while view:
            count = os.write(descriptor, view) if sys.platform == "win32" else os.pwrite(descriptor, view, offset)
            view, offset = view[count:], offset + count

    def read_at(self, descriptor: int, size: int, offset: int) -> bytes:
        """Up to `size` bytes from `offset` on."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.read(descriptor, size)
        return os.pread(descriptor, size, offset)

    def data_ranges(self, descriptor: int) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each stretch of an open file that is not a hole; where holes are not known, of all."""
        size, at = self.size(descriptor), 0
        while at < size:
            start, end = _next_data(descriptor, at, size)
            if start < end:
                yield start, end
            at = end

    def sync(self, descriptor: int) -> None:
        """Return when what was written is on the medium."""
        if sys.platform == "darwin":
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        elif sys.platform == "win32":
            os.fsync(descriptor)
        else:
            os.fdatasync(descriptor)

    def forget_cached(self, descriptor: int) -> None:
        """Let what is read next come from the medium, where the system can; it is a wish."""
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut, or grow with zeros, to `size` bytes."""
        os.ftruncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        """Let `new` be what `old` was, in place of what stood there."""
        old.replace(new)

    def link(self, old: Path, new: Path) -> None:
        """Let `new` be another name of `old`. Raises FileExistsError."""
        os.link(old, new, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Take the name away; none there is fine."""
        path.unlink(missing_ok=True)

    def mkdir(self, path: Path) -> None:
        """One directory, 0700."""
        path.mkdir(mode=0o700)

    def exists(self, path: Path) -> bool:
        """Whether anything stands there, a link that leads nowhere included."""
        return os.path.lexists(path)

    def is_directory(self, path: Path) -> bool:
        """Whether a directory stands there."""
        return path.is_dir()

    def same(self, one: Path, other: Path) -> bool:
        """Whether these are two names of one file."""
        return os.path.samestat(one.lstat(), other.lstat())

    def names(self, directory: Path) -> list[str]:
        """The names in a directory, in order."""
        return sorted(file.name for file in directory.iterdir())

    def modified(self, path: Path) -> int:
        """When it was last written, in Unix ms."""
        return path.stat().st_mtime_ns // 1_000_000

    def sync_directory(self, path: Path) -> None:
        """Return when names made, changed and removed in `path` are on the medium."""
        if sys.platform == "win32":
            return  # its directories cannot be synced
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def lock(self, descriptor: int) -> bool:
        """Take the lock that goes with an open file, without waiting; False when another has it."""
        try:
            if sys.platform == "win32":
                os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)  # others can still read who holds it
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def opened(self, path: Path, flags: int = os.O_RDONLY) -> Opened:
        """As `open`, closed at the end of the block."""
        return Opened(self, self.open(path, flags))

    def read(self, path: Path, size: int) -> bytes:
        """Return the first `size` bytes of a file, fewer where it has no more."""
        pieces, offset = list[bytes](), 0
        with self.opened(path) as descriptor:
            while offset < size and (piece := self.read_at(descriptor, size - offset, offset)):
                pieces.append(piece)
                offset += len(piece)
        return b"".join(pieces)

    def make_directory(self, path: Path) -> None:
        """`path` and what is missing above it, 0700; one that is there is left as it is."""
        missing = [place for place in (path, *path.parents) if not self.is_directory(place)]
        for place in reversed(missing):
            with contextlib.suppress(FileExistsError):
                self.mkdir(place)
            self.sync_directory(place.parent)

    def write_new(self, path: Path, content: Content) -> None:
        """A new file, synced, 0600. Raises FileExistsError; leaves nothing behind when it fails."""
        descriptor = self.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        try:
            for offset, piece in ((0, content),) if isinstance(content, bytes) else content:
                self.write(descriptor, piece, offset)
            self.sync(descriptor)
            self.forget_cached(descriptor)
        except BaseException:  # interrupted, too, it leaves nothing of what was written
            self.unlink(path)
            raise
        finally:
            self.close(descriptor)

    def write_whole(
        self, path: Path, content: Content, *, replace: bool = False, check: Callable[[Path], None] = lambda new: None
    ) -> None:
        """A file, 0600, whole or not at all, and there for good when this returns.

        `check` looks at what was written before it gets its name, and may raise. Raises FileExistsError when
        something stands at `path`, unless told to `replace` it.
        """
        new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        self.write_new(new, content)
        try:
            check(new)
            if replace:
                self.rename(new, path)
            else:
                self.rename_to_nothing(new, path)
        finally:
            self.unlink(new)
        self.sync_directory(path.parent)

    def write_out(self, path: Path, data: bytes, *, replace: bool = False) -> None:
        """As `write_whole`; where the system can, whatever ends this leaves no file with a part of it, named or not.

        On Linux what is written has no name until all of it is there (O_TMPFILE). Elsewhere a kill in the middle can
        leave a file whose name begins with a dot.
        """
        descriptor = self.open_unnamed(path.parent)
        if descriptor is None:
            self.write_whole(path, data, replace=replace)
            return
        new = path.with_name(f".{path.name}.{secrets.token_hex(4)}") if replace else path
        try:
            self.write(descriptor, data, 0)
            self.sync(descriptor)
            self.name(descriptor, new)
            if replace:
                self.rename(new, path)
        finally:
            self.close(descriptor)
            if replace:
                self.unlink(new)
        self.sync_directory(path.parent)

    def open_unnamed(self, directory: Path) -> int | None:
        """A new file in a directory, without a name and 0600; None where that cannot be."""
        if not sys.platform.startswith("linux") or not os.path.lexists(_OPEN_FILES):
            return None
        try:
            return os.open(directory, os.O_TMPFILE | os.O_RDWR, 0o600)
        except OSError as error:
            if error.errno in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):  # this file system has none
                return None
            raise

    def name(self, descriptor: int, path: Path) -> None:
        """Give a file of `open_unnamed` its name. Raises FileExistsError."""
        # Only with a directory does Python ask for the link to be followed; an absolute path makes nothing of it.
        os.link(f"{_OPEN_FILES}/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)

    def rename_to_nothing(self, old: Path, new: Path) -> None:
        """As `rename`, but raises FileExistsError when something stands at `new`."""
        try:
            self.link(old, new)
        except FileExistsError:
            raise
        except OSError:  # no hard links on this file system; an empty file to hold the place would outlive a crash
            if self.exists(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            self.rename(old, new)
        else:
            self.unlink(old)

    def link_or_copy(self, old: Path, new: Path) -> None:
        """Let `new` keep what `old` is now, whatever happens to `old` by renaming."""
        try:
            self.link(old, new)
        except FileExistsError:
            raise
        except OSError:
            with self.opened(old) as descriptor:
                self.write_new(new, self._pieces(descriptor))

    def _pieces(self, descriptor: int) -> Iterator[tuple[int, bytes]]:
        for start, end in self.data_ranges(descriptor):
            for at in range(start, end, PIECE):
                yield at, self.read_at(descriptor, min(PIECE, end - at), at)


def _next_data(descriptor: int, at: int, size: int) -> tuple[int, int]:
    """Return the next (start, end) from `at` on that is not a hole; (size, size) where only a hole is left."""
    if _SEEK_DATA is None or _SEEK_HOLE is None:
        return at, size
    try:
        start = os.lseek(descriptor, at, _SEEK_DATA)
        return start, min(os.lseek(descriptor, start, _SEEK_HOLE), size)
    except OSError as error:
        if error.errno == errno.ENXIO:
            return size, size
        return at, size  # a file system that does not know its holes
