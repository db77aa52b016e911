"""Disks that fail, and a power cut that undoes what was never synced."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.vault.files.disk import Disk


class PowerLost(BaseException):
    """The power failed: no code runs after this, so nothing may catch it."""


class FailingDisk(Disk):
    """Refuses operations by name with an errno, always or a number of times; `steps` lists the operations.

    `keeps` False: a file cannot be kept open between saves, as on a network share.
    """

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.refused: dict[str, int] = {}
        self.times = 1_000_000
        self.keeps = True

    @contextmanager
    def refusing(self, operation: str, error: int, times: int = 1_000_000) -> Iterator[FailingDisk]:
        """Make `operation` raise OSError with `error` that many times."""
        self.refused[operation], self.times = error, times
        yield self
        self.refused.clear()

    def _step(self, name: str) -> None:
        self.steps.append(name)
        if name in self.refused and self.times:
            self.times -= 1
            raise OSError(self.refused[name], os.strerror(self.refused[name]))

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        if flags & os.O_CREAT:
            self._step("create")
        elif flags & os.O_RDWR:
            self._step("open")
        return super().open(path, flags)

    def identity(self, descriptor: int) -> tuple[int, int] | None:
        found = os.fstat(descriptor)
        return (found.st_dev, found.st_ino) if self.keeps else None

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if "write" in self.refused and self.times:
            super().write(descriptor, data[: len(data) // 2], offset)  # a full disk accepts a part
        self._step("write")
        super().write(descriptor, data, offset)

    def sync(self, descriptor: int) -> None:
        self._step("sync")
        super().sync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        self._step("truncate")
        super().truncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        self._step("rename")
        super().rename(old, new)

    def link(self, old: Path, new: Path) -> None:
        self._step("link")
        super().link(old, new)

    def unlink(self, path: Path) -> None:
        self._step("unlink")
        super().unlink(path)

    def mkdir(self, path: Path) -> None:
        self._step("mkdir")
        super().mkdir(path)

    def sync_directory(self, path: Path) -> None:
        self._step("sync_directory")
        super().sync_directory(path)


def no_links() -> FailingDisk:
    """Return a disk without hard links, like a USB stick."""
    disk = FailingDisk()
    disk.refused["link"] = errno.EPERM
    return disk


class PowerCut(FailingDisk):
    """Loses power before the `at`th changing operation in `folder`, with a write half done.

    `lying` operations ("sync", "sync_directory") return at once and make nothing durable, as if they were left out.
    """

    def __init__(self, folder: Path, at: int = 1_000_000, lying: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._folder = folder
        self._at = at
        self._lying = lying
        self._held: list[int] = []  # keeps inode numbers from being used twice
        self._data = {self._inode(file): file.read_bytes() for file in self._files()}
        self._names = [self._listing()]  # as synced, then as they were before each step since

    def _step(self, name: str) -> None:
        self._names.append(self._listing())
        if len(self.steps) >= self._at:
            raise PowerLost
        super()._step(name)

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        descriptor = super().open(path, flags)
        self._held.append(os.dup(descriptor))
        return descriptor

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        try:
            super().write(descriptor, data, offset)
        except PowerLost:
            os.pwrite(descriptor, data[: len(data) // 2], offset)
            raise

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        if "sync" not in self._lying:
            size = os.fstat(descriptor).st_size
            self._data[os.fstat(descriptor).st_ino] = os.pread(descriptor, size, 0)

    def sync_directory(self, path: Path) -> None:
        super().sync_directory(path)
        if "sync_directory" not in self._lying and path == self._folder:
            self._names = [self._listing()]

    def outcomes(self) -> Iterator[dict[str, bytes]]:
        """Yield what may be in the folder when power is back: names and data, as synced or as last written.

        Each change of a name has happened or not, independently. Data that was not synced may also be zeros of the
        right length, independently for each file.
        """
        for names in self._possible_names():
            choices = [
                sorted({self._synced(inode), self._zeroed(inode), self._written(inode)}) for inode in names.values()
            ]
            for data in itertools.product(*choices):
                yield dict(zip(names, data, strict=True))

    def _possible_names(self) -> Iterator[dict[str, int]]:
        """Yield what the names in the folder may be: all changes since the sync, none, all but one, or only one."""
        synced, changes = self._names[0], list[dict[str, int | None]]()
        for before, after in itertools.pairwise([*self._names, self._listing()]):
            if before != after:
                changes.append(dict.fromkeys(before.keys() - after.keys()) | dict(after.items() - before.items()))
        outcomes = list[dict[str, int]]()
        for happened in _few_subsets(len(changes)):
            names: dict[str, int | None] = dict(synced)
            for change in itertools.compress(changes, happened):
                names |= change
            there = {name: inode for name, inode in names.items() if inode is not None}
            if there not in outcomes:
                outcomes.append(there)
        yield from outcomes

    def power_off(self) -> None:
        """Close every file, which releases its lock."""
        for descriptor in self._held:
            os.close(descriptor)
        self._held.clear()

    def _files(self) -> list[Path]:
        return [file for file in self._folder.iterdir() if file.is_file()]

    def _listing(self) -> dict[str, int]:
        return {file.name: self._inode(file) for file in self._files()}

    def _inode(self, file: Path) -> int:
        return file.stat().st_ino

    def _synced(self, inode: int) -> bytes:
        return self._data.get(inode, b"")

    def _zeroed(self, inode: int) -> bytes:
        return self._synced(inode).ljust(len(self._written(inode)), b"\0")

    def _written(self, inode: int) -> bytes:
        for descriptor in self._held:
            if os.fstat(descriptor).st_ino == inode:
                return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        return self._synced(inode)


def _few_subsets(count: int) -> Iterator[list[bool]]:
    """Yield subsets of `count` things: all, none, all but one, and one alone."""
    for most in (True, False):
        yield [most] * count
        yield from ([most != (at == other) for other in range(count)] for at in range(count))


def every_outcome(
    folder: Path, data: bytes | None, act: Callable[[Path, Disk], object], *, lying: tuple[str, ...] = ()
) -> Iterator[tuple[bool, Path]]:
    """Yield everything that a power cut at any step of `act` can leave, on a journal of `data` (None: none yet).

    Each item says whether `act` had returned by then, and where the journal is now.
    """
    for at in itertools.count():
        before = folder / f"before-{at}"
        before.mkdir()
        if data is not None:
            (before / "j.rj").write_bytes(data)
        disk = PowerCut(before, at, lying)
        finished = _finishes(act, before / "j.rj", disk)
        for number, files in enumerate(disk.outcomes()):
            after = folder / f"after-{at}-{number}"
            after.mkdir()
            for name, contents in files.items():
                (after / name).write_bytes(contents)
            yield finished, after / "j.rj"
        disk.power_off()
        if finished:
            return


def _finishes(act: Callable[[Path, Disk], object], path: Path, disk: Disk) -> bool:
    try:
        act(path, disk)
    except PowerLost:
        return False
    return True
