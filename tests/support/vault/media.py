"""Simulate a medium that keeps only what was synced, and yield everything that a power cut can leave on it.

A write to a file is volatile until the file is synced; a name that was made, moved or removed is volatile until its
directory is synced; syncing a file does not keep its name. After a power cut:

- each change of a directory has happened or not, independently of earlier ones; a rename is one change;
- a file has what was synced, and of every later write, independently: nothing; all of it; zeros as far as the file
  grew; all but its first sector; all but one sector in the middle; or only the first sectors (one, half, all but the
  last), and the file either ends there or has its full length, filled with zeros. A sector is never torn. Where
  nothing new arrived, the old bytes remain, or zeros. A truncation has happened or not;
- of more than three unsynced writes to one file (the anchor is only synced on lock) those before the last three have
  either all happened or none;
- the content of the lock file and the ballast does not matter: there a write has happened or not.

A medium that exposes stale bytes (FAT; ext4 with data=writeback) has no zeros where a file grew and nothing arrived,
but the old content of those blocks: noise and records of other journals.

All combinations are used if there are few. If there are many: each single outcome while everything else arrived, each
while nothing else did, and random combinations with a seed, up to a limit.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from journal.vault.format.frames import BLOCK, SECTOR, TRANSACTION, framed

TRIFLES = (".lock", ".reserve")

_FREE = 3
_MISSING, _WHOLE, _ZEROS, _NO_FIRST, _HOLE = range(5)
_TORN = range(_HOLE + 1, _HOLE + 4)
_TORN_AND_GROWN = range(_HOLE + 4, _HOLE + 7)


def _stale() -> bytes:
    """Return old content of a medium's blocks: a record under an unknown key, noise, part of a long record, noise."""
    noise = random.Random(0).randbytes(8 * BLOCK)
    old = framed(TRANSACTION, 1, noise[28:BLOCK])
    return old + noise[:BLOCK] + framed(TRANSACTION, 1, noise[28:])[:BLOCK] + noise[BLOCK : 2 * BLOCK]


_STALE = _stale()


class Axis(NamedTuple):
    """The number of possible outcomes of one change: 0 is that it never happened, `whole` that all of it did."""

    fates: int
    whole: int = 1


@dataclass(frozen=True)
class Write:
    """Bytes written to a file and not synced yet; `kept` are durable, although earlier ones may not be.

    `stale`: where the file grew by it and nothing arrived, stale bytes are exposed.
    """

    offset: int
    data: bytes
    kept: bool = False
    stale: bool = False

    @property
    def axis(self) -> Axis:
        """Return the outcomes that a power cut can have for it."""
        last = self.offset + max(len(self.data), 1) - 1
        in_one_sector = self.offset // SECTOR == last // SECTOR
        return Axis(1, 0) if self.kept else Axis(_ZEROS + 1 if in_one_sector else _TORN_AND_GROWN.stop)

    def on(self, before: bytes, fate: int) -> bytes:
        """Return the file's content after that outcome."""
        if fate == _MISSING and not self.kept:
            return before
        start, end = self.offset, self.offset + len(self.data)
        grown = self._grown(before, end)
        return grown[:start] + self._arrived(before[start:end], grown[start:end], fate) + grown[end:]

    def _grown(self, before: bytes, size: int) -> bytes:
        """Return the data with at least `size` bytes, padded with what is there before anything is written."""
        if not self.stale or len(before) >= size:
            return before.ljust(size, b"\0")
        tape = _STALE * (size // len(_STALE) + 1)
        return before + tape[len(before) : size]

    def _arrived(self, old: bytes, longer: bytes, fate: int) -> bytes:
        """Return the bytes that replace `old`; `longer` are those once the file has its full length."""
        new = self.data
        if self.kept or fate == _WHOLE:
            return new
        if fate == _ZEROS:
            return longer
        sectors = -(-len(new) // SECTOR)
        if fate in (_NO_FIRST, _HOLE):
            at = 0 if fate == _NO_FIRST else sectors // 2 * SECTOR
            return new[:at] + longer[at : at + SECTOR] + new[at + SECTOR :]
        arrived = (1, sectors // 2, sectors - 1)[(fate - _TORN.start) % 3] * SECTOR
        return new[:arrived] + (longer if fate in _TORN_AND_GROWN else old)[arrived:]


@dataclass(frozen=True)
class Cut:
    """A new size of a file that is not synced yet."""

    size: int
    kept: bool = False

    @property
    def axis(self) -> Axis:
        """Return the outcomes that a power cut can have for it."""
        return Axis(1, 0) if self.kept else Axis(2)

    def on(self, before: bytes, fate: int) -> bytes:
        """Return the file's content after that outcome."""
        return before[: self.size].ljust(self.size, b"\0") if self.kept or fate else before


@dataclass(eq=False)
class File:
    """`data` as a program reads it, `durable` as the medium has it, `pending` the changes since its sync.

    The first `doubtful` of those were under way when a sync failed: no later sync confirms them.
    """

    name: str
    data: bytes = b""
    durable: bytes = b""
    pending: list[Write | Cut] = field(default_factory=list)
    doubtful: int = 0
    _known: dict[tuple[int, ...], bytes] = field(default_factory=dict)

    def change(self, change: Write | Cut) -> None:
        """Apply a change, which is not durable yet."""
        self.pending.append(change)
        self._known.clear()
        self.data = change.on(self.data, _WHOLE)

    def synced(self) -> None:
        """Make the changes durable, except those of a failed sync."""
        self._known.clear()
        if not self.doubtful:
            self.durable = self.data
            self.pending.clear()
        for at in range(self.doubtful, len(self.pending)):
            self.pending[at] = _kept(self.pending[at])

    def axes(self) -> list[Axis]:
        """Return the outcomes of each pending change."""
        if self.name.endswith(TRIFLES):
            return [Axis(2)] if self.pending else []
        early = [Axis(2)] if len(self.pending) > _FREE else []
        return early + [change.axis for change in self.pending[-_FREE:]]

    def after(self, fates: list[int]) -> bytes:
        """Return the content after a power cut with these outcomes: always one object, hashed only once."""
        if tuple(fates) not in self._known:
            self._known[tuple(fates)] = self._after(fates)
        return self._known[tuple(fates)]

    def _after(self, fates: list[int]) -> bytes:
        together = len(self.pending) - len(fates) + 1
        data = self.durable
        for at, change in enumerate(self.pending):
            data = change.on(data, fates[max(0, at - together + 1)])
        return self.data if data == self.data else data


def _kept(change: Write | Cut) -> Write | Cut:
    return replace(change, kept=True)


@dataclass(eq=False)
class Directory:
    """`names` as a program sees them, `durable` as the medium has them, `pending` the changes since its sync."""

    names: dict[str, File | Directory] = field(default_factory=dict)
    durable: dict[str, File | Directory] = field(default_factory=dict)
    pending: list[dict[str, File | Directory | None]] = field(default_factory=list)

    def change(self, names: dict[str, File | Directory | None]) -> None:
        """Change several names at once; None removes one."""
        self.pending.append(names)
        self.names = _changed(self.names, names)

    def synced(self) -> None:
        """Make the changes of names durable."""
        self.durable = dict(self.names)
        self.pending.clear()

    def axes(self) -> list[Axis]:
        """Return for each pending change that it happened or not."""
        return [Axis(2) for _ in self.pending]

    def after(self, fates: list[int]) -> dict[str, File | Directory]:
        """Return the names if exactly the changes with a fate other than 0 happened."""
        names = self.durable
        for change in itertools.compress(self.pending, fates):
            names = _changed(names, change)
        return names

    def everything(self) -> Iterator[File | Directory]:
        """Yield this directory, and everything that may be in it after a power cut."""
        yield self
        nodes = [*self.durable.values(), *(node for change in self.pending for node in change.values() if node)]
        for node in dict.fromkeys(nodes):
            if isinstance(node, Directory):
                yield from node.everything()
            else:
                yield node


def _changed(
    names: dict[str, File | Directory], change: dict[str, File | Directory | None]
) -> dict[str, File | Directory]:
    return {name: node for name, node in {**names, **change}.items() if node is not None}


@dataclass(frozen=True)
class Image:
    """The content of a medium: directories, and by path a file's number (the same for all its names) and its bytes.

    Paths are strings, because there are many and strings are fast. `stale`: the medium exposes stale bytes.
    """

    folders: tuple[str, ...]
    files: dict[str, tuple[int, bytes]]
    stale: bool = False

    def fingerprint(self) -> int:
        """Return a value that is the same for images that differ in nothing that matters."""
        seen: dict[int, int] = {}
        files = [
            (path, seen.setdefault(number, len(seen)), b"" if path.endswith(TRIFLES) else data)
            for path, (number, data) in sorted(self.files.items())
        ]
        return hash((self.folders, tuple(files)))


def choices(axes: list[Axis], most: int, seed: int) -> Iterator[tuple[int, ...]]:
    """Yield one outcome per axis: every combination, or `most` of them."""
    if math.prod(axis.fates for axis in axes) <= most:
        yield from itertools.product(*(range(axis.fates) for axis in axes))
        return
    whole, nothing = tuple(axis.whole for axis in axes), (0,) * len(axes)
    singles = (
        (*base[:at], fate, *base[at + 1 :])
        for base in (whole, nothing)
        for at, axis in enumerate(axes)
        for fate in range(axis.fates)
    )
    luck = random.Random(seed)
    few = list(dict.fromkeys(singles))
    luck.shuffle(few)
    drawn = (tuple(luck.randrange(axis.fates) for axis in axes) for _ in itertools.count())
    yield from itertools.islice(itertools.chain([whole, nothing], few, drawn), most)


def remains(root: Directory, fates: dict[File | Directory, list[int]], *, stale: bool) -> Image:
    """Return the content of a medium after these outcomes; `stale`: it exposes stale bytes."""
    folders: list[str] = []
    files: dict[str, tuple[int, bytes]] = {}
    numbers: dict[File, int] = {}

    def walk(folder: Directory, at: str) -> None:
        for name, node in folder.after(fates[folder]).items():
            path = f"{at}/{name}"
            if isinstance(node, Directory):
                folders.append(path)
                walk(node, path)
            else:
                files[path] = numbers.setdefault(node, len(numbers)), node.after(fates[node])

    walk(root, "")
    return Image(tuple(folders), files, stale)
