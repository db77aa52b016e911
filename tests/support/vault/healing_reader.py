"""Compute what healing brings back; written from docs/format.md alone, as `reader` is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from tests.support.vault.reader import Journal, Refused, is_of, pages_of

Place = tuple[str, str]
Entries = dict[Place, Any]
"""By (table, uid) a document, or time and revisions of a tombstone as a list."""

Gave = list[tuple[int, int, bool]]
"""The number of a generation, how many documents it adds, whether that is certain."""


def healed(journal: Journal, generations: Sequence[bytes], master: bytes = b"") -> tuple[Entries, Gave]:
    """Return the content after healing a damaged journal, and which generations added documents.

    Without its `master` key, the HMAC of the generations is not checked.
    """
    past = Past(journal, generations, master)
    entries = past.of(journal)
    gave = [0] * len(generations)
    for place in entries.keys() - journal.entries().keys():
        if isinstance(entries[place], dict):
            gave[past.giver(place, entries[place])] += 1
    told = [(number, count, True) for number, count in enumerate(gave, 1) if count]
    for number, other in past.uncertain(journal):
        before = count_documents(entries)
        entries = other.entries() | entries
        told.append((number, count_documents(entries) - before, False))
    return entries, [each for each in told if each[1]]


def count_documents(entries: Entries) -> int:
    """Return how many of the entries are not tombstones."""
    return sum(isinstance(entry, dict) for entry in entries.values())


class Past:
    """The generations, and which of them were used."""

    def __init__(self, journal: Journal, generations: Sequence[bytes], master: bytes) -> None:
        self.key, self.file_id, self.master = journal.key, journal.file_id, master
        self.files = [self.read(data) for data in generations]
        self.met: list[tuple[int, Entries]] = []
        self.lost_at = 0

    def read(self, data: bytes) -> Journal | None:
        """Return a generation, under the first page with which a record opens; None if it is not of this journal."""
        try:
            pages, _ = pages_of(data)
        except Refused:
            return None
        if pages[0][24:40] != self.file_id:
            return None
        own = [page for page in pages if page[24:40] == self.file_id and (not self.master or is_of(page, self.master))]
        files = [Journal(data, self.key, self.file_id, int.from_bytes(page[40:48])) for page in own]
        first = files[:1] if own and own[0][40:48] == pages[0][40:48] else []
        return next((each for each in files if each.seq), first[0] if first else None)

    def of(self, file: Journal) -> Entries:
        """Return the content of a file."""
        same = self.same_epoch(file)
        entries = added(each.entries() for each in (file, *same))
        if not any(each.whole for each in (file, *same)):
            ends = [each for each in (file, *same) if each.ended]
            entries = added([entries, self.before(file.epoch, ends[0].origins if ends else None)])
        return entries

    def same_epoch(self, file: Journal) -> list[Journal]:
        """Return the generations with the same history, as they were after the last shared record."""
        found: list[tuple[int, Journal]] = []
        for number, other in self.others():
            if other.epoch == file.epoch and (common := other.chains.items() & file.chains.items()):
                found.append((number, self.until(number, max(common)[0])))
        found.sort(key=lambda each: each[1].missing)
        self.met += [(number, each.entries()) for number, each in found]
        return [each for _, each in found]

    def before(self, epoch: int, origins: list[tuple[int, int, bytes]] | None) -> Entries:
        """Return the content of the files from which one of this epoch was made."""
        found = [self.at(point) if point[0] < epoch else None for point in origins or []]
        if origins is None or found[:1] == [None]:
            self.lost_at = max(self.lost_at, epoch)
        held = [self.of(each) for each in found if each]
        return held[0] if len(held) == 1 else merged(*held) if held else {}

    def at(self, point: tuple[int, int, bytes]) -> Journal | None:
        """Return the file that has that record, as it was after it."""
        epoch, seq, chain = point
        numbers = [number for number, each in self.others() if each.epoch == epoch and each.chains.get(seq) == chain]
        return min((self.until(number, seq) for number in numbers), key=lambda each: each.missing, default=None)

    def until(self, number: int, seq: int) -> Journal:
        """Return a generation as it was after a record."""
        file = self.files[number - 1]
        assert file
        return Journal(file.data, self.key, self.file_id, file.epoch, seq)

    def others(self) -> list[tuple[int, Journal]]:
        """Return the generations that can be read, with their numbers."""
        return [(number, each) for number, each in enumerate(self.files, 1) if each]

    def giver(self, place: Place, document: Any) -> int:
        """Return the index of the first generation with this version, at this place or (merged) elsewhere."""
        version = ids(document)[0]
        there = [number for number, held in self.met if place in held and ids(held[place])[0] == version]
        anywhere = [number for number, held in self.met if version in {ids(each)[0] for each in held.values()}]
        return (there or anywhere)[0] - 1

    def uncertain(self, file: Journal) -> list[tuple[int, Journal]]:
        """Return the generations that may belong to the past."""
        rest = [(number, each) for number, each in self.others() if number not in {met for met, _ in self.met}]
        apart = self.lost_at == file.epoch
        return [
            (number, each)
            for number, each in rest
            if each.epoch < self.lost_at
            or (apart and each.epoch == file.epoch and not each.chains.keys() & file.chains.keys())
        ]


def added(all_of: Iterable[Entries]) -> Entries:
    """Return all entries; of several at one place only the first."""
    result: Entries = {}
    for entries in all_of:
        result = entries | result
    return result


def ids(entry: Any) -> list[str]:
    """Return the version ids of a document or tombstone."""
    found: list[str] = entry[1] if isinstance(entry, list) else entry.get("revisions") or ["0" * 16]
    return found


def merged(one: Entries, other: Entries) -> Entries:
    """Return both merged, if at most one side changed anything twice."""
    result = added([one, other])
    for place in one.keys() & other.keys():
        a, b = one[place], other[place]
        if a == b or ids(b)[0] in ids(a):
            result[place] = a
        elif ids(a)[0] in ids(b):
            result[place] = b
        else:
            result |= both(place, a, b)
    return result


def both(place: Place, a: Any, b: Any) -> Entries:
    """Return the merged entry that both sides changed."""
    rest = [*ids(a), *(each for each in ids(b) if each not in ids(a))]
    later, earlier = (a, b) if weight(a) > weight(b) else (b, a)
    if isinstance(later, list):
        return {place: [later[0], first(ids(later)[0], rest)]}
    kept = {place: later | {"revisions": first(ids(later)[0], rest)}}
    if isinstance(earlier, dict):
        version = ids(earlier)[0]
        uid = hashlib.sha256(b"rj1/both" + place[1].encode() + version.encode()).hexdigest()[:32]
        kept[place[0], uid] = earlier | {"revisions": [version]}
    return kept


def weight(entry: Any) -> tuple[bool, int, str]:
    """Return the sort key that decides which of two stays."""
    is_document = isinstance(entry, dict)
    return is_document, entry.get("updated_at", 0) if is_document else entry[0], ids(entry)[0]


def first(version: str, rest: list[str]) -> list[str]:
    """Return the ids with that one first."""
    return [version, *(each for each in rest if each != version)]
