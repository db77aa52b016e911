"""Simulate a disk in memory. `media` defines what a power cut does to it."""

from __future__ import annotations

import copy
import errno
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from journal.vault.files.disk import Disk
from tests.support.vault.journals import flipped
from tests.support.vault.media import Cut, Directory, File, Image, Write, choices, remains


class Model(Disk):
    """The disk; `after` is called after every operation that changes something, with its name and path.

    `links` False: there are no hard links, and no file can be kept open between saves, as on a USB stick or a network
    share. `stale`: where a file grew and nothing arrived, a power cut exposes what was on the medium before. `lies`
    says which syncs ("sync", "sync_directory", with the path) make nothing durable although they return.
    """

    def __init__(self, image: Image | None = None, *, links: bool = True) -> None:
        self.root = Directory()
        self.links = links
        self.stale = image is not None and image.stale
        self.after: Callable[[str, Path], None] = lambda operation, path: None
        self.lies: Callable[[str, Path], bool] = lambda operation, path: False
        self._open: dict[int, tuple[File, Path]] = {}
        self._locked: dict[File, int] = {}
        self._numbers = itertools.count(3)
        self._folders: dict[str, Directory] = {}  # no directory is ever removed
        if image:
            self._build(image)

    def _build(self, image: Image) -> None:
        for path in image.folders:
            folder, name = self._place(path)
            folder.names[name] = folder.durable[name] = Directory()
        files: dict[int, File] = {}
        for path, (number, data) in image.files.items():
            folder, name = self._place(path)
            file = files.setdefault(number, File(name, data, data))
            folder.names[name] = folder.durable[name] = file

    def crashes(self, most: int = 1_000_000, seed: int = 0) -> Iterator[Image]:
        """Yield what may be on the medium if the power fails now; `media` says what."""
        nodes = list(dict.fromkeys(self.root.everything()))
        axes = [node.axes() for node in nodes]
        for choice in choices([axis for each in axes for axis in each], most, seed):
            fates = iter(choice)
            taken = {node: [next(fates) for _ in each] for node, each in zip(nodes, axes, strict=True)}
            yield remains(self.root, taken, stale=self.stale)

    def killed(self) -> Model:
        """Return this disk as the next process sees it after this one was killed."""
        other = Model(links=self.links)
        other.root, other.stale = copy.deepcopy(self.root), self.stale
        return other

    def image(self) -> Image:
        """Return the content as a program sees it."""
        other = self.killed()
        other.settle(Path("/"))
        return next(other.crashes())

    def settle(self, path: Path) -> None:
        """Make all changes in a directory durable."""
        for node in list(self._directory(path).everything()):
            node.synced()

    def rot(self, path: Path, at: int, bit: int = 0) -> None:
        """Flip one bit of a file on the medium, without any program."""
        file = self._node(path)
        assert isinstance(file, File)
        assert not file.pending, "what is on its way does not rot"
        file.data = file.durable = flipped(file.data, at, bit)
        file.synced()

    # what a disk does

    def open(self, path: Path, flags: int = os.O_RDONLY) -> int:
        folder, name = self._place(path)
        file = folder.names.get(name)
        if isinstance(file, Directory):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if file and flags & os.O_EXCL:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if file and flags & (os.O_RDWR | os.O_WRONLY) and _names(file, folder) > 1:
            raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))
        made = file is None
        if file is None:
            if not flags & os.O_CREAT:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            file = File(name)
            folder.change({name: file})
        descriptor = next(self._numbers)
        self._open[descriptor] = file, path
        if made:
            self._done("create", path)
        return descriptor

    def close(self, descriptor: int) -> None:
        file, _ = self._open.pop(descriptor)
        if self._locked.get(file) == descriptor:
            del self._locked[file]

    def identity(self, descriptor: int) -> tuple[int, int] | None:
        return (0, id(self._open[descriptor][0])) if self.links else None

    def is_at(self, identity: tuple[int, int], path: Path) -> bool:
        folder, name = self._place(path)
        names = sum(id(node) == identity[1] for node in folder.names.values())
        return identity == (0, id(folder.names.get(name))) and names == 1

    def size(self, descriptor: int) -> int:
        return len(self._open[descriptor][0].data)

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        file, path = self._open[descriptor]
        file.change(Write(offset, bytes(data), stale=self.stale))
        self._done("write", path)

    def data_ranges(self, descriptor: int) -> Iterator[tuple[int, int]]:
        yield 0, self.size(descriptor)

    def read_at(self, descriptor: int, size: int, offset: int) -> bytes:
        return self._open[descriptor][0].data[offset : offset + size]

    def sync(self, descriptor: int) -> None:
        file, path = self._open[descriptor]
        if not self.lies("sync", path):
            file.synced()
        self._done("sync", path)

    def forget_cached(self, descriptor: int) -> None:
        pass

    def truncate(self, descriptor: int, size: int) -> None:
        file, path = self._open[descriptor]
        file.change(Cut(size))
        self._done("truncate", path)

    def rename(self, old: Path, new: Path) -> None:
        assert old.parent == new.parent, "a change of two directories at once is not modelled"
        self._directory(old.parent).change({old.name: None, new.name: self._node(old)})
        self._done("rename", new)

    def link(self, old: Path, new: Path) -> None:
        if not self.links:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        assert old.parent == new.parent, "a file with names in two directories is not modelled"
        folder, node = self._directory(new.parent), self._node(old)
        if new.name in folder.names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        folder.change({new.name: node})
        self._done("link", new)

    def unlink(self, path: Path) -> None:
        folder, name = self._place(path)
        if name in folder.names:
            folder.change({name: None})
            self._done("unlink", path)

    def mkdir(self, path: Path) -> None:
        folder = self._directory(path.parent)
        if path.name in folder.names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        folder.change({path.name: Directory()})
        self._done("mkdir", path)

    def exists(self, path: Path) -> bool:
        try:
            folder, name = self._place(path)
        except OSError:
            return False
        return name in folder.names

    def is_directory(self, path: Path) -> bool:
        try:
            self._directory(path)
        except OSError:
            return False
        return True

    def same(self, one: Path, other: Path) -> bool:
        return self._node(one) is self._node(other)

    def names(self, directory: Path) -> list[str]:
        return sorted(self._directory(directory).names)

    def modified(self, path: Path) -> int:
        self._node(path)
        return 0

    def sync_directory(self, path: Path) -> None:
        folder = self._directory(path)
        if not self.lies("sync_directory", path):
            folder.synced()
        self._done("sync_directory", path)

    def lock(self, descriptor: int) -> bool:
        return self._locked.setdefault(self._open[descriptor][0], descriptor) == descriptor

    def _done(self, operation: str, path: Path) -> None:
        self.after(operation, path)

    def _node(self, path: Path | str) -> File | Directory:
        folder, name = self._place(path)
        if name not in folder.names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return folder.names[name]

    def _place(self, path: Path | str) -> tuple[Directory, str]:
        """Return the directory of a path, and the name in it."""
        folder, _, name = os.fspath(path).rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = self._directory(folder)
        return self._folders[folder], name

    def _directory(self, path: Path | str) -> Directory:
        if os.fspath(path) in ("", "/"):
            return self.root
        node = self._node(path)
        if isinstance(node, File):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return node


def _names(file: File, folder: Directory) -> int:
    """Return the number of names of a file. No file has names in two directories here."""
    return sum(node is file for node in folder.names.values())
