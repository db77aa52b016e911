"""Merge two states of one journal that diverged. Knows nothing about files, keys or clocks.

Every version of a document has a random id, and `revisions` lists the ids of all versions that went into it. So a
version that the other side knows but no longer has is an older one, whatever the clocks said. If each side has a
version that the other does not know, both changed: a document wins over a deletion. Of two documents, the later one
stays and takes the other's ids into its list; the other one is kept under a uid of its own, which every computer
computes in the same way.

Merging is commutative, associative and idempotent (except for the order of older ids in a list). It drops no text,
unless that text was changed or deleted by someone who had seen it.

`vault` calls this to merge copies, `copies` to count what a copy would bring, `healing` to combine past states.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from journal.file_facts import MergeResult, Place
from journal.vault.format.payloads import Deleted, Operation, Stamps, Stored, decode_document, decode_stamps
from journal.vault.format.state import State

_NO_VERSION = "0" * 16

Heads = dict[str, msgspec.Raw]
"""Documents by the id of their version."""


class Merged(MergeResult, kw_only=True):
    """The result of a merge, with the `state` that came of it."""

    state: State


def merge(ours: State, theirs: State) -> Merged:
    """Merge both states. Neither is changed; documents are shared."""
    state = ours.copy()
    settled: list[_Family] = []
    for place in sorted(ours.places() | theirs.places()):
        mine, other = ours.at(place), theirs.at(place)
        if other is None or mine == other:
            continue
        if mine is not None:
            settled.append(family := _Family(place, ours, theirs))
            other = family.entry()
        state.apply([other])
    for family in settled:
        family.put_beside(state)
    return _compared(ours, state, settled)


def beside(uid: str, version: str) -> str:
    """Return the uid under which another version of the document at `uid` is kept."""
    return hashlib.sha256(b"rj1/both" + uid.encode() + version.encode()).hexdigest()[:32]


class _Family:
    """What both sides have at one place: its document, and the versions of it that are kept under uids of their own."""

    def __init__(self, place: Place, ours: State, theirs: State) -> None:
        self.place = place
        self._entries = [entry for state in (ours, theirs) if (entry := state.at(place)) is not None]
        sides = [
            (_ids(entry), _heads(state, place)) for state, entry in zip((ours, theirs), self._entries, strict=True)
        ]
        (our_ids, our_heads), (their_ids, their_heads) = sides
        self._all = our_heads | their_heads
        left = {**_unknown(our_heads, their_heads, their_ids), **_unknown(their_heads, our_heads, our_ids)}
        times = {version: decode_stamps(document).updated_at for version, document in left.items()}
        self._left = sorted(left, key=lambda version: (times[version], version), reverse=True)
        self._ids = _merged_ids(our_ids, their_ids)

    def entry(self) -> Operation:
        """Return the document or tombstone for the place."""
        table, uid = self.place
        if not self._left:
            return self._tombstone()
        first = self._left[0]
        return Stored.of(table, uid, decode_document(self._all[first]) | {"revisions": _with_first(first, self._ids)})

    def beside(self) -> list[Stored]:
        """Return the other versions to keep, each as a document of its own."""
        return [
            Stored.of(*self._beside(version), decode_document(self._all[version]) | {"revisions": [version]})
            for version in self._left[1:]
        ]

    @property
    def copies(self) -> list[Place]:
        """Return the places of the other versions to keep."""
        return [self._beside(version) for version in self._left[1:]]

    def put_beside(self, state: State) -> None:
        """Add the other versions to `state`; remove versions that are gone or that are now at the place itself."""
        for version in self._all.keys() - set(self._left[1:]):
            if newest(state.at(self._beside(version))) == version:
                state.forget(self._beside(version))
        state.apply(copy for copy in self.beside() if state.at((copy.table, copy.uid)) is None)

    def _beside(self, version: str) -> Place:
        table, uid = self.place
        return table, beside(uid, version)

    def _tombstone(self) -> Deleted:
        """Return the later deletion.

        If each side deleted what the other had and neither deleted its own, return a deletion at the time of the later
        change.
        """
        deletions = [(each.time, each.revisions[0]) for each in self._entries if isinstance(each, Deleted)]
        stamps = [decode_stamps(each.document) for each in self._entries if isinstance(each, Stored)]
        changes = [(each.updated_at, _revisions(each)[0]) for each in stamps]
        time, version = max(deletions or changes)
        return Deleted(*self.place, time, _with_first(version, self._ids))


def _heads(state: State, place: Place) -> Heads:
    """Return the document at a place, and those versions of it that are kept elsewhere unchanged."""
    table, uid = place
    entry = state.at(place)
    kept = [(version, state.at((table, beside(uid, version)))) for version in _ids(entry)]
    heads = {version: copy.document for version, copy in kept if isinstance(copy, Stored) and newest(copy) == version}
    if isinstance(entry, Stored):
        heads[_ids(entry)[0]] = entry.document
    return heads


def _unknown(heads: Heads, others: Heads, known: Iterable[str]) -> Heads:
    """Return the versions of one side that the other side also has, or never knew."""
    gone = set(known) - others.keys()
    return {version: document for version, document in heads.items() if version not in gone}


def _ids(entry: Operation | None) -> list[str]:
    if entry is None:
        return []
    return entry.revisions if isinstance(entry, Deleted) else _revisions(decode_stamps(entry.document))


def _revisions(stamps: Stamps) -> list[str]:
    """Return the ids of a document. One that another program wrote without ids counts as one version."""
    return stamps.revisions or [_NO_VERSION]


def newest(entry: Operation | None) -> str | None:
    """Return the id of a document's version; None for a tombstone or nothing."""
    return _ids(entry)[0] if isinstance(entry, Stored) else None


def _merged_ids(one: list[str], other: list[str]) -> list[str]:
    """Return all ids of two lists (newest first), ordered by their best position in either."""
    places = {version: min(_index(one, version), _index(other, version)) for version in {*one, *other}}
    return sorted(places, key=lambda version: (places[version], version))


def _index(ids: list[str], version: str) -> int:
    return ids.index(version) if version in ids else len(ids)


def _with_first(version: str, ids: list[str]) -> list[str]:
    return [version, *(other for other in ids if other != version)]


def _compared(ours: State, state: State, settled: Iterable[_Family]) -> Merged:
    before, after = dict(_versions(ours)), dict(_versions(state))
    both = {family.place: [copy for copy in family.copies if copy not in before] for family in settled}
    kept = {place: others for place, others in both.items() if others}
    copies = {place for others in kept.values() for place in others}
    return Merged(
        state=state,
        added=sorted(after.keys() - before.keys() - copies),
        changed=sorted(place for place in before.keys() & after.keys() if before[place] != after[place]),
        deleted=sorted(before.keys() - after.keys()),
        both=kept,
    )


def _versions(state: State) -> Iterator[tuple[Place, str]]:
    for table, documents in state.tables.items():
        for uid in documents:
            yield (table, uid), _revisions(documents.stamps(uid))[0]
