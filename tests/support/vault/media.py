"""A medium on which nothing lasts that was not synced, and everything that a power cut can make of it.

What a program wrote into a file is volatile until the file's sync, and a name made, moved or taken away until the sync
of its directory; the sync of a file does not keep its name. After a power cut:

- of the changes to one directory each has happened or not, by itself, whatever came of those before it; a renaming
  is one change;
- a file has what was synced, and of every write since then, each by itself: nothing, all, zeros as far as the file
  grew by it, all but its first sector, all but one in the middle, or only the beginning, up to a sector (the first,
  half, all but the last), the file ending there or having grown to its full length with zeros; a sector is never torn,
  and where none of the new stands there is what was there before, or zeros; a cut has happened or not;
- of more than three such writes to one file (the anchor is only synced on lock) those before the last three have all
  happened or none;
- what is inside the lock file and the ballast means nothing to anybody: there a write has happened or not.

A medium that exposes stale bytes (FAT; ext4 with data=writeback) has no zeros where a file grew and nothing arrived:
what stood in those blocks before is there, noise and records of other journals.

All combinations of that are taken where they are few. Where they are many: each single thing that may go one way while
all else arrived, each while nothing else did, and combinations drawn at random with a seed, up to a number.
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
    """What stood in the blocks of a medium before: a record of a key unknown, noise, the head of a long one, noise."""
    noise = random.Random(0).randbytes(8 * BLOCK)
    old = framed(TRANSACTION, 1, noise[28:BLOCK])
    return old + noise[:BLOCK] + framed(TRANSACTION, 1, noise[28:])[:BLOCK] + noise[BLOCK : 2 * BLOCK]


_STALE = _stale()


class Axis(NamedTuple):
    """One thing that may go one way or another: 0 means that it never happened, `whole` that all of it did."""

    fates: int
    whole: int = 1


@dataclass(frozen=True)
class Write:
    """Bytes on their way into a file; `kept` are there, although others before them may not be.

    `stale`: where the file grew by it and nothing arrived, stale bytes are exposed.
    """

    offset: int
    data: bytes
    kept: bool = False
    stale: bool = False

    @property
    def axis(self) -> Axis:
        """In how many ways it may fare."""
        last = self.offset + max(len(self.data), 1) - 1
        in_one_sector = self.offset // SECTOR == last // SECTOR
        return Axis(1, 0) if self.kept else Axis(_ZEROS + 1 if in_one_sector else _TORN_AND_GROWN.stop)

    def on(self, before: bytes, fate: int) -> bytes:
        """What the file holds then."""
        if fate == _MISSING and not self.kept:
            return before
        start, end = self.offset, self.offset + len(self.data)
        grown = self._grown(before, end)
        return grown[:start] + self._arrived(before[start:end], grown[start:end], fate) + grown[end:]

    def _grown(self, before: bytes, size: int) -> bytes:
        """At least `size` bytes, with what stands where nothing was written yet."""
        if not self.stale or len(before) >= size:
            return before.ljust(size, b"\0")
        tape = _STALE * (size // len(_STALE) + 1)
        return before + tape[len(before) : size]

    def _arrived(self, old: bytes, longer: bytes, fate: int) -> bytes:
        """What stands in its place, where `old` stood, and `longer` once the file has grown to its end."""
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
    """A new size on its way into a file."""

    size: int
    kept: bool = False

    @property
    def axis(self) -> Axis:
        """As for a write."""
        return Axis(1, 0) if self.kept else Axis(2)

    def on(self, before: bytes, fate: int) -> bytes:
        """What the file holds then."""
        return before[: self.size].ljust(self.size, b"\0") if self.kept or fate else before


@dataclass(eq=False)
class File:
    """`data` as a program reads it, `durable` as the medium has it, `pending` what came since its sync.

    `doubtful` of those were under way when a sync failed: no later sync vouches for them.
    """

    name: str
    data: bytes = b""
    durable: bytes = b""
    pending: list[Write | Cut] = field(default_factory=list)
    doubtful: int = 0
    _known: dict[tuple[int, ...], bytes] = field(default_factory=dict)

    def change(self, change: Write | Cut) -> None:
        """Let it happen, but for a power cut."""
        self.pending.append(change)
        self._known.clear()
        self.data = change.on(self.data, _WHOLE)

    def synced(self) -> None:
        """Nothing takes back what was written, unless a sync failed over it."""
        self._known.clear()
        if not self.doubtful:
            self.durable = self.data
            self.pending.clear()
        for at in range(self.doubtful, len(self.pending)):
            self.pending[at] = _kept(self.pending[at])

    def axes(self) -> list[Axis]:
        """Each thing that may go one way or another."""
        if self.name.endswith(TRIFLES):
            return [Axis(2)] if self.pending else []
        early = [Axis(2)] if len(self.pending) > _FREE else []
        return early + [change.axis for change in self.pending[-_FREE:]]

    def after(self, fates: list[int]) -> bytes:
        """What is in it after a power cut with those fates: one object, so that its hash is found once."""
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
        """Let names be something else, at once; None takes one away."""
        self.pending.append(names)
        self.names = _changed(self.names, names)

    def synced(self) -> None:
        """Nothing takes back the changes of names."""
        self.durable = dict(self.names)
        self.pending.clear()

    def axes(self) -> list[Axis]:
        """Whether each of the changes happened."""
        return [Axis(2) for _ in self.pending]

    def after(self, fates: list[int]) -> dict[str, File | Directory]:
        """The names when those of the changes happened whose fate is not 0."""
        names = self.durable
        for change in itertools.compress(self.pending, fates):
            names = _changed(names, change)
        return names

    def everything(self) -> Iterator[File | Directory]:
        """Itself, and all that some outcome has in it."""
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
    """What is on a medium: directories, and by path the number of a file (one for all its names) and its bytes.

    Paths are text here: there are very many, and text is quick. `stale`: the medium exposes stale bytes.
    """

    folders: tuple[str, ...]
    files: dict[str, tuple[int, bytes]]
    stale: bool = False

    def fingerprint(self) -> int:
        """The same for images that are alike in all that means something."""
        seen: dict[int, int] = {}
        files = [
            (path, seen.setdefault(number, len(seen)), b"" if path.endswith(TRIFLES) else data)
            for path, (number, data) in sorted(self.files.items())
        ]
        return hash((self.folders, tuple(files)))


def choices(axes: list[Axis], most: int, seed: int) -> Iterator[tuple[int, ...]]:
    """A fate for each axis, in every way, or in `most` ways."""
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
    """What is there when everything fared as it did in `fates`, on a medium that is `stale` or not."""
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
