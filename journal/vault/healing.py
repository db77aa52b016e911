"""Bring back what a damaged journal lost, from the earlier generations in its folder.

Only versions from the journal's own past are added:

1. What can be read of the file stays. Something is added only at places without a document and without a tombstone.
2. A generation of the same epoch adds what it held up to the last chain value that both have.
3. Unless every part of the snapshot was read, the files that it was made of add the rest. The snapshot end names
   their last records in `from`; a generation of that epoch with that chain value is such a file, at that time. First,
   what that file itself lost is added to it in the same way.
4. Where that is not possible, every other older generation adds what it has. Then it is not `certain` that this is
   part of the past: it may have been deleted or replaced since.

`vault` calls this when a damaged journal is opened and accepted. It only reads; writing is the caller's task.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Protocol

from journal.errors import VaultError
from journal.file_facts import EarlierCopy
from journal.vault.copies import has_same_keys, unlock_with
from journal.vault.files.contents import open_contents
from journal.vault.files.disk import Disk
from journal.vault.files.siblings import generations
from journal.vault.format.frames import Point
from journal.vault.format.payloads import Stored
from journal.vault.format.replay import Replay, replay, replay_unlocked
from journal.vault.format.state import State
from journal.vault.inspect_file import headers_of
from journal.vault.journal_file import OpenFile
from journal.vault.merge import merge, newest


@dataclass(frozen=True)
class Healed:
    """The content of a damaged journal plus what its earlier generations add, and which of them add documents."""

    state: State
    copies: list[EarlierCopy]


class History(Protocol):
    """What is known of one file: its content, its chain, and what it was made of. `Replay` and `OpenFile` have this."""

    state: State
    chains: dict[int, bytes]
    origins: list[Point]
    snapshot: tuple[int, int] | None
    whole_snapshot: bool

    @property
    def point(self) -> Point:
        """Return the last good record."""


def heal(file: OpenFile) -> Healed:
    """Return the content of the file, plus what it lost and the generations in its folder still hold."""
    past = _Past(list(_generations(file)))
    state = past.content_of(file)
    copies = past.givers(sorted(state.places() - file.state.places()), state)
    for generation in past.uncertain(file):
        added = _fill(state, generation.found.state)
        copies.append(EarlierCopy(generation.path, _last_time(generation.found.state), added, certain=False))
    return Healed(state, [copy for copy in copies if copy.documents])


@dataclass(frozen=True)
class _Generation:
    """An earlier generation, as far as it can be read."""

    disk: Disk
    path: Path
    found: Replay

    def until(self, seq: int) -> Replay:
        """Return its content after the record `seq`. Raises VaultError."""
        if self.found.seq <= seq:
            return self.found
        with open_contents(self.disk, self.path) as data:
            return replay(data, self.found.sealer, until=seq)

    def shared_with(self, history: History) -> int:
        """Return the seq of the last record that both histories share, or 0."""
        if self.found.point.epoch != history.point.epoch:
            return 0
        return max((seq for seq, chain in history.chains.items() if self.found.chains.get(seq) == chain), default=0)


class _Past:
    """Follows files back through the generations.

    `_given` are the states found on the way, latest first. `_lost_at` is the epoch of the latest file that does not say
    what it was made of, or 0 if all say it.
    """

    def __init__(self, found: list[_Generation]) -> None:
        self._generations = found
        self._given: list[tuple[_Generation, State]] = []
        self._lost_at = 0

    def content_of(self, history: History) -> State:
        """Return what a file held, as far as it or its past can be read."""
        same = self._of_same_epoch(history)
        state = history.state.copy()
        for found in same:
            _fill(state, found.state)
        if not any(found.whole_snapshot for found in (history, *same)):
            ended = [found for found in (history, *same) if found.snapshot is not None]
            _fill(state, self._before(history.point.epoch, ended[0].origins if ended else None))
        return state

    def givers(self, places: list[tuple[str, str]], state: State) -> list[EarlierCopy]:
        """Return the generations that the documents at those places come from."""
        given: dict[Path, EarlierCopy] = {}
        for place in places:
            document = state.at(place)
            if isinstance(document, Stored):
                generation, held = self._giver(document)
                already = given.get(generation.path, EarlierCopy(generation.path, 0, 0))
                written = already.written or _last_time(held)
                given[generation.path] = EarlierCopy(generation.path, written, already.documents + 1)
        return list(given.values())

    def uncertain(self, file: OpenFile) -> list[_Generation]:
        """Return the generations that may belong to the past, if it cannot be followed; none if it can."""
        followed = {generation.path for generation, _ in self._given}
        others = [generation for generation in self._generations if generation.path not in followed]
        return [generation for generation in others if self._may_be_past(generation, file)]

    def _of_same_epoch(self, history: History) -> list[Replay]:
        """Return what the generations held of the same file, those with the least damage first."""
        shared = [(generation, generation.shared_with(history)) for generation in self._generations]
        parts = [(generation, generation.until(seq)) for generation, seq in shared if seq]
        parts.sort(key=lambda part: part[1].missing)
        self._given += [(generation, found.state) for generation, found in parts]
        return [found for _, found in parts]

    def _before(self, epoch: int, origins: list[Point] | None) -> State:
        """Return the content of the files from which a file of that epoch was made.

        `origins` is None if the file does not say what it was made of.
        """
        if origins is None:
            self._lost_at = max(self._lost_at, epoch)
        found = [self._at(point) if point.epoch < epoch else None for point in origins or ()]
        if found[:1] == [None]:  # the first is this journal's earlier file; the others were merged from elsewhere
            self._lost_at = max(self._lost_at, epoch)
        pasts = [self.content_of(each) for each in found if each is not None]
        return reduce(lambda one, other: merge(one, other).state, pasts, State())

    def _at(self, point: Point) -> Replay | None:
        """Return the content of the file with that record, as it was after the record."""
        same = [each for each in self._generations if each.found.point.epoch == point.epoch]
        holding = [each.until(point.seq) for each in same if each.found.chains.get(point.seq) == point.chain]
        return min(holding, key=lambda found: found.missing, default=None)

    def _giver(self, document: Stored) -> tuple[_Generation, State]:
        """Return the generation that has a document in that version. A merge may have moved it to another place."""
        place, version = (document.table, document.uid), newest(document)
        at_its_place = (each for each in self._given if newest(each[1].at(place)) == version)
        anywhere = (each for each in self._given if version in _versions(each[1], document.table))
        return next(at_its_place, None) or next(anywhere, self._given[0])

    def _may_be_past(self, generation: _Generation, file: OpenFile) -> bool:
        epoch, apart = generation.found.point.epoch, not generation.found.chains.keys() & file.chains.keys()
        return epoch < self._lost_at or (epoch == self._lost_at == file.point.epoch and apart)


def _generations(file: OpenFile) -> Iterator[_Generation]:
    for path in generations(file.path):
        with suppress(VaultError), open_contents(file.disk, path) as data:
            headers = headers_of(data)
            if has_same_keys(file, headers):
                yield _Generation(file.disk, path, replay_unlocked(data, headers, unlock_with(file))[2])


def _fill(state: State, other: State) -> int:
    """Add everything from `other` at places where `state` has nothing, not even a tombstone.

    Returns the number of documents that were added.
    """
    missing = sorted(other.places() - state.places())
    added = [entry for place in missing if (entry := other.at(place)) is not None]
    state.apply(added)
    return sum(isinstance(entry, Stored) for entry in added)


def _last_time(state: State) -> int:
    """Return when the latest change was made, in Unix ms."""
    documents = [table.stamps(uid).updated_at for table in state.tables.values() for uid in table]
    return max([*documents, *(tombstone.time for tombstone in state.deleted.values())], default=0)


def _versions(state: State, table: str) -> set[str | None]:
    """Return the newest version ids of the documents of a table."""
    return {newest(state.at((table, uid))) for uid in state.tables.get(table, ())}
