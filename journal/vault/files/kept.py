"""Keep one file open between saves, and make sure before each use that its name still leads to it.

`append` uses it for the journal, because comparing what the name leads to with the open file is much quicker than
opening it again. Imports `disk`.
"""

from __future__ import annotations

from pathlib import Path

from journal.vault.files.disk import Disk


class KeptFile:
    """The file at `path`. A `with` statement returns the descriptor of the file that has this name now.

    The file stays open afterwards if the disk can tell it from every other file, and if nothing was raised: after a
    failed write or sync the next use opens it again.
    """

    __slots__ = ("_descriptor", "_disk", "_flags", "_identity", "_path")

    def __init__(self, disk: Disk, path: Path, flags: int) -> None:
        self._disk = disk
        self._path = path
        self._flags = flags
        self._descriptor = -1
        self._identity: tuple[int, int] | None = None

    def __enter__(self) -> int:
        """Return the descriptor. Raises what `Disk.open` raises, also if the file got another name or a link."""
        if self._identity is None or not self._disk.is_at(self._identity, self._path):
            self.close()
            self._descriptor = self._disk.open(self._path, self._flags)
            self._identity = self._disk.identity(self._descriptor)
        return self._descriptor

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is not None or self._identity is None:
            self.close()

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
        if self._descriptor >= 0:
            descriptor, self._descriptor, self._identity = self._descriptor, -1, None
            self._disk.close(descriptor)
