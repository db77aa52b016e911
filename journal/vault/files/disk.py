"""Do every disk operation: read, write, sync, rename, link, truncate, lock, make directories.

This is the only module that touches the disk. The rest of the vault gets a `Disk` instance as a parameter, so that a
test can inject faults or use a simulated disk. The methods down to `lock` are the basic operations of a disk; the
methods after it are built from them. It imports only the standard library. All errors are OSError; the callers decide
what they mean for a journal.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
PIECE = 1024 * 1024
"""Bytes that are read or copied at a time."""

Content = bytes | Iterable[tuple[int, bytes]]
"""The content for a new file: all its bytes, or pieces of them with their offsets."""

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_LOCKED_BYTE = 1 << 30
_OPEN_FILES = "/proc/self/fd"
_SEEK_DATA = getattr(os, "SEEK_DATA", None)
_SEEK_HOLE = getattr(os, "SEEK_HOLE", None)


class Opened:
    """An open file for a `with` statement. A generator would add as much time to each save as the encryption does."""

    __slots__ = ("_descriptor", "_disk")

    def __init__(self, disk: Disk, descriptor: int) -> None:
        self._disk = disk
        self._descriptor = descriptor

    def __enter__(self) -> int:
        return self._descriptor

    def __exit__(self, *_: object) -> None:
        self._disk.close(self._descriptor)


class Disk:
    """The real disk."""

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        """Open a regular file, never through a symbolic link, and return its descriptor. New files get mode 0600.

        A file opened for writing must have no other hard link, because someone else may have made that link: raises
        OSError with EMLINK. Raises OSError with ELOOP for anything that is not a regular file.
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
        """Close an open file, which also releases a lock taken on it."""
        os.close(descriptor)

    def identity(self, descriptor: int) -> tuple[int, int] | None:
        """Return what tells an open file from every other one as long as it is open, for `is_at`.

        Return None if that is not certain. It is certain on Linux for a file on a block device. On a network share, the
        system may answer from its memory of what a name led to, and only opening asks the server.
        """
        if sys.platform != "linux":
            return None
        found = os.fstat(descriptor)
        return (found.st_dev, found.st_ino) if os.major(found.st_dev) else None

    def is_at(self, identity: tuple[int, int], path: Path) -> bool:
        """Return whether the open file with that `identity` is at `path`, and has no other hard link."""
        try:
            found = os.lstat(path)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == identity and found.st_nlink == 1

    def size(self, descriptor: int) -> int:
        """Return the size of an open file in bytes."""
        return os.fstat(descriptor).st_size

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        """Write all of `data` at `offset`."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
        view = memoryview(data)
        while view:
            count = os.write(descriptor, view) if sys.platform == "win32" else os.pwrite(descriptor, view, offset)
            view, offset = view[count:], offset + count

    def read_at(self, descriptor: int, size: int, offset: int) -> bytes:
        """Return up to `size` bytes starting at `offset`."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.read(descriptor, size)
        return os.pread(descriptor, size, offset)

    def data_ranges(self, descriptor: int) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each part of an open file that is not a hole.

        Yields the whole file as one range if the file system does not report holes.
        """
        size, at = self.size(descriptor), 0
        while at < size:
            start, end = _next_data(descriptor, at, size)
            if start < end:
                yield start, end
            at = end

    def sync(self, descriptor: int) -> None:
        """Wait until everything written to the file is on the medium."""
        if sys.platform == "darwin":
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        elif sys.platform == "win32":
            os.fsync(descriptor)
        else:
            os.fdatasync(descriptor)

    def forget_cached(self, descriptor: int) -> None:
        """Ask the system to read the file from the medium next time, not from its cache. The system may ignore this."""
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to `size` bytes, or extend it with zeros."""
        os.ftruncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        """Rename `old` to `new`, replacing whatever `new` was."""
        old.replace(new)

    def link(self, old: Path, new: Path) -> None:
        """Make `new` another name (hard link) of `old`. Raises FileExistsError."""
        os.link(old, new, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Remove a name. Do nothing if it does not exist."""
        path.unlink(missing_ok=True)

    def mkdir(self, path: Path) -> None:
        """Make one directory with mode 0700."""
        path.mkdir(mode=0o700)

    def rmdir(self, path: Path) -> None:
        """Remove an empty directory."""
        path.rmdir()

    def exists(self, path: Path) -> bool:
        """Return whether anything exists at `path`, including a broken symbolic link."""
        return os.path.lexists(path)

    def is_directory(self, path: Path) -> bool:
        """Return whether `path` is a directory."""
        return path.is_dir()

    def same(self, one: Path, other: Path) -> bool:
        """Return whether both paths are names of the same file."""
        return os.path.samestat(one.lstat(), other.lstat())

    def names(self, directory: Path) -> list[str]:
        """Return the names in a directory, sorted."""
        return sorted(file.name for file in directory.iterdir())

    def modified(self, path: Path) -> int:
        """Return when the file was last written, in Unix ms."""
        return path.stat().st_mtime_ns // 1_000_000

    def sync_directory(self, path: Path) -> None:
        """Wait until names made, changed and removed in the directory `path` are on the medium."""
        if sys.platform == "win32":
            return  # Windows cannot sync directories
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def lock(self, descriptor: int) -> bool:
        """Lock an open file without waiting. Return False if another process holds the lock."""
        try:
            if sys.platform == "win32":
                os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)  # beyond the text, so that others can still read it
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def opened(self, path: Path, flags: int = os.O_RDONLY) -> Opened:
        """Open a file as `open` does, for a `with` statement that closes it at the end."""
        return Opened(self, self.open(path, flags))

    def read(self, path: Path, size: int) -> bytes:
        """Return the first `size` bytes of a file; fewer if the file is shorter."""
        pieces, offset = list[bytes](), 0
        with self.opened(path) as descriptor:
            while offset < size and (piece := self.read_at(descriptor, size - offset, offset)):
                pieces.append(piece)
                offset += len(piece)
        return b"".join(pieces)

    def make_directory(self, path: Path) -> None:
        """Make the directory `path` and its missing parents with mode 0700. Leave existing directories unchanged."""
        missing = [place for place in (path, *path.parents) if not self.is_directory(place)]
        for place in reversed(missing):
            with contextlib.suppress(FileExistsError):
                self.mkdir(place)
            self.sync_directory(place.parent)

    def write_new(self, path: Path, content: Content) -> None:
        """Write and sync a new file with mode 0600. Raises FileExistsError; removes the file again if writing fails."""
        descriptor = self.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        try:
            for offset, piece in ((0, content),) if isinstance(content, bytes) else content:
                self.write(descriptor, piece, offset)
            self.sync(descriptor)
            self.forget_cached(descriptor)
        except BaseException:  # KeyboardInterrupt as well must not leave a partial file
            self.unlink(path)
            raise
        finally:
            self.close(descriptor)

    def write_whole(
        self, path: Path, content: Content, *, replace: bool = False, check: Callable[[Path], None] = lambda new: None
    ) -> None:
        """Write a file with mode 0600, completely or not at all; it is durable when this returns.

        `check` is called with the path of the new file before it gets its final name, and may raise. Raises
        FileExistsError if something exists at `path`, unless `replace` is set.
        """
        new = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
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
        """Write a file as `write_whole` does, and where possible leave no partial file even if the process is killed.

        On Linux the file has no name until it is complete (O_TMPFILE). On other systems, a kill in the middle can leave
        a file whose name begins with a dot.
        """
        descriptor = self.open_unnamed(path.parent)
        if descriptor is None:
            self.write_whole(path, data, replace=replace)
            return
        new = path.with_name(f".{path.name}.{os.urandom(4).hex()}") if replace else path
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

    def write_folder(self, path: Path, files: Mapping[str, bytes]) -> None:
        """Write a folder with mode 0700 and files with mode 0600 in it, all or nothing; durable when this returns.

        `files` are contents by name; a name may have one folder in front of it, as in `tables/days.csv`. Raises
        FileExistsError if anything but an empty folder is at `path`. A kill in the middle leaves a folder next to it
        whose name ends with `.unfinished-` and hex digits.
        """
        if self.exists(path) and (path.is_symlink() or not self.is_directory(path) or self.names(path)):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        new = path.with_name(f"{path.name}.unfinished-{os.urandom(4).hex()}")
        folders = dict.fromkeys([new, *((new / name).parent for name in files)])
        try:
            for folder in folders:
                self.mkdir(folder)
            for name, content in files.items():
                self.write_new(new / name, content)
            for folder in folders:
                self.sync_directory(folder)
            if sys.platform == "win32" and self.exists(path):
                self.rmdir(path)  # elsewhere a folder is renamed over an empty one
            self.rename(new, path)
        except BaseException:  # KeyboardInterrupt as well must not leave anything that can be read
            self._remove_folders(folders, files)
            raise
        self.sync_directory(path.parent)

    def _remove_folders(self, folders: Iterable[Path], files: Iterable[str]) -> None:
        """Remove what `write_folder` has made so far; the first of `folders` holds the others."""
        new, *inner = folders
        for name in files:
            with contextlib.suppress(OSError):
                self.unlink(new / name)
        for folder in (*inner, new):
            with contextlib.suppress(OSError):
                self.rmdir(folder)

    def open_unnamed(self, directory: Path) -> int | None:
        """Open a new file without a name in `directory`, with mode 0600. Return None if the system cannot do this."""
        if not sys.platform.startswith("linux") or not os.path.lexists(_OPEN_FILES):
            return None
        try:
            return os.open(directory, os.O_TMPFILE | os.O_RDWR, 0o600)
        except OSError as error:
            if error.errno in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):  # not supported here
                return None
            raise

    def name(self, descriptor: int, path: Path) -> None:
        """Give a file from `open_unnamed` its name. Raises FileExistsError."""
        # Python follows the link only if src_dir_fd is given. The path is absolute, so its value does not matter.
        os.link(f"{_OPEN_FILES}/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)

    def rename_to_nothing(self, old: Path, new: Path) -> None:
        """Rename as `rename` does, but raise FileExistsError if something exists at `new`."""
        try:
            self.link(old, new)
        except FileExistsError:
            raise
        except OSError:  # no hard links on this file system; an empty placeholder file would stay after a crash
            if self.exists(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            self.rename(old, new)
        else:
            self.unlink(old)

    def link_or_copy(self, old: Path, new: Path) -> None:
        """Make `new` keep the current content of `old`, even if `old` is later replaced by a rename."""
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
    """Return the next (start, end) from `at` that is not a hole, or (size, size) if only a hole is left."""
    if _SEEK_DATA is None or _SEEK_HOLE is None:
        return at, size
    try:
        start = os.lseek(descriptor, at, _SEEK_DATA)
        return start, min(os.lseek(descriptor, start, _SEEK_HOLE), size)
    except OSError as error:
        if error.errno == errno.ENXIO:
            return size, size
        return at, size  # this file system does not report holes
