"""Simulate faults on the disk in memory."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from tests.support.vault.media import Image
from tests.support.vault.model import Model


class Faulty(Model):
    """Refuses its `at`th operation that changes or syncs something, and the `times` - 1 after it, with an errno.

    As on Linux, a failed sync leaves its data in doubt: no later sync confirms it. A full disk accepts half of a write.
    `steps` counts the operations, `refused` names the refused ones, `again` the syncs that were repeated on a
    descriptor after one had failed.
    """

    def __init__(
        self, image: Image | None = None, *, links: bool = True, at: int = -1, error: int = errno.EIO, times: int = 1
    ) -> None:
        super().__init__(image, links=links)
        self.steps = 0
        self.refused: list[str] = []
        self.again: list[Path] = []
        self._refusing = range(at, at + times) if at >= 0 else range(0)
        self._error = error
        self._failed: set[int] = set()

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        if flags & os.O_CREAT and not self.exists(path):
            self._step(f"create {path.name}")
        return super().open(path, flags)

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        path = self._open[descriptor][1]
        if self._is_refused(f"write {path.name}"):
            super().write(descriptor, data[: len(data) // 2], offset)
            raise OSError(self._error, os.strerror(self._error))
        super().write(descriptor, data, offset)

    def sync(self, descriptor: int) -> None:
        file, path = self._open[descriptor]
        if descriptor in self._failed:
            self.again.append(path)
        if self._is_refused(f"sync {path.name}"):
            self._failed.add(descriptor)
            file.doubtful = len(file.pending)
            raise OSError(self._error, os.strerror(self._error))
        super().sync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        self._step(f"truncate {self._open[descriptor][1].name}")
        super().truncate(descriptor, size)

    def rename(self, old: Path, new: Path) -> None:
        self._step(f"rename {new.name}")
        super().rename(old, new)

    def link(self, old: Path, new: Path) -> None:
        self._step(f"link {new.name}")
        super().link(old, new)

    def unlink(self, path: Path) -> None:
        self._step(f"unlink {path.name}")
        super().unlink(path)

    def mkdir(self, path: Path) -> None:
        self._step(f"mkdir {path.name}")
        super().mkdir(path)

    def sync_directory(self, path: Path) -> None:
        self._step(f"sync_directory {path.name}")
        super().sync_directory(path)

    def _step(self, name: str) -> None:
        if self._is_refused(name):
            raise OSError(self._error, os.strerror(self._error))

    def _is_refused(self, name: str) -> bool:
        refused = self.steps in self._refusing
        self.steps += 1
        if refused:
            self.refused.append(name)
        return refused
