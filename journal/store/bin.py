"""Keep deleted records for 30 days, so that they can be restored: in a table of their own.

``Journal.bin`` is one ``Bin``. The functions of ``operations`` that delete put records in, in the same transaction.
Undoing a deletion takes them out again, because the two were saved together.

Each deletion gets documents with new uids. So two copies of a journal that both deleted something have no conflict when
they are merged: both deletions come along, and the list shows records that are the same once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple, Protocol, cast

import msgspec

from journal.domain.bin import BIN, KEPT_FOR, VERSIONS, Ages, BinDocument
from journal.domain.cravings import Craving
from journal.domain.days import Mark
from journal.domain.debriefs import Debrief
from journal.domain.medicines import Dose
from journal.domain.parked import Parked
from journal.domain.preferences import Preferences
from journal.domain.record import Instant, Record
from journal.domain.uses import Use
from journal.store.tinydb_store import Store, VaultTable, is_same, without_stamps
from journal.store.versions import Versions
from journal.vault.format.payloads import Change, Delete, Document, Put, decode_document
from journal.vault.format.state import State

Place = tuple[str, str]
"""A table and a uid."""


class BinItem(NamedTuple):
    """One deletion, as the list of the bin shows it. ``uids`` are its documents in the bin.

    ``others`` is how many records were deleted together with this one.
    """

    uids: tuple[str, ...]
    record: Record
    deleted_at: datetime
    days_left: int
    others: int


class _Deletion(msgspec.Struct):
    """Decodes of a document in the bin only which record it is, and when it was deleted."""

    uid: str
    deleted_at: Instant


class BinJournal(Protocol):
    """The parts of a journal that its bin needs."""

    def now(self) -> datetime:
        """Return the current instant in UTC."""

    def read_document(self, table: str, document: Mapping[str, object]) -> Record | None:
        """Return the record that a plain document holds, or None if this version cannot read it."""


class Bin:
    """Deleted records. Every method that changes something returns the changes, for the caller's transaction."""

    def __init__(self, journal: BinJournal, store: Store) -> None:
        self._journal = journal
        self._storage = store.storage
        self._table = cast(VaultTable, store.table(BIN))

    def __len__(self) -> int:
        return len(self._table.as_json())

    def kept(self, gone: Sequence[tuple[str, str, Document]]) -> list[Change]:
        """Return the changes that put records in (table, uid, plain document); the others went with the first."""
        now, uids = self._journal.now(), self._storage.new_uids(len(gone))
        return [
            Put(
                BIN,
                uid,
                msgspec.to_builtins(
                    BinDocument(
                        place=table,
                        uid=record,
                        deleted_at=now,
                        document=document,
                        went_with="" if number == 0 else uids[0],
                        schema=schema if isinstance(schema := document.get("schema"), int) else 0,
                    )
                ),
            )
            for number, (uid, (table, record, document)) in enumerate(zip(uids, gone, strict=True))
        ]

    def documents(self) -> dict[str, BinDocument]:
        """Return every readable document by its uid in the bin, oldest deletion first."""
        found = {}
        for uid, document in list(self._table.as_json().items()):
            try:
                found[uid] = _reader.decode(document)
            except (msgspec.MsgspecError, RecursionError):
                continue
        return dict(sorted(found.items(), key=lambda pair: (pair[1].deleted_at, pair[0])))

    def items(self) -> list[BinItem]:
        """Return what can be restored, the latest deletion first. Records that are the same are one item."""
        documents = self.documents()
        ages = self.ages(min((one.deleted_at for one in documents.values()), default=self._journal.now()))
        items: list[BinItem] = []
        for uid, group in _groups(documents).items():
            main = documents[uid]
            record = self._journal.read_document(main.place, main.document)
            if record is not None:
                places = {(documents[each].place, documents[each].uid) for each in group}
                left = ages.days_left(main.deleted_at)
                items.append(BinItem(tuple(group), record, main.deleted_at, left, len(places) - 1))
        return items

    def restoration(self, uids: Iterable[str]) -> tuple[list[Change], list[tuple[str, Document]]]:
        """Return the changes that restore these documents and take them out of the bin, and what is restored, by table.

        A record gets its own uid again. If there is one with that uid now, which says something else, both stay, and
        the one from the bin gets a new uid.
        """
        documents = {uid: found for uid, found in self.documents().items() if uid in set(uids)}
        placed: dict[Place, Document] = {}
        for one in sorted(documents.values(), key=lambda one: bool(one.went_with)):
            place = one.place, one.uid
            there = placed.get(place) or self._live(place)
            if there is None:
                placed[place] = one.document
            elif not is_same(there, one.document):
                fresh = self._storage.new_uid()
                placed[one.place, fresh] = {**one.document, "uid": fresh}
        changes: list[Change] = [Put(table, uid, document) for (table, uid), document in placed.items()]
        changes += [Delete(BIN, uid) for uid in documents]
        return changes, [(table, document) for (table, _), document in placed.items()]

    def removal(self, wanted: Callable[[BinDocument], bool]) -> list[Change]:
        """Return the changes that remove documents for good."""
        return [Delete(BIN, uid) for uid, document in self.documents().items() if wanted(document)]

    def emptying(self) -> list[Change]:
        """Return the changes that remove all documents for good, readable or not."""
        return [Delete(BIN, uid) for uid in self._table.as_json()]

    def due(self, versions: Versions, has_entry: Callable[[str], bool]) -> list[Change]:
        """Return the changes that remove what was kept for long enough, and the versions of entries that are gone.

        How old something is, is only computed where the clock says that something may be old enough.
        """
        found = list(self._deletions())
        here = {one.uid for _, one in found}
        orphans = [(uid, one) for uid, one in versions.about() if not has_entry(one.entry)]
        waiting_too = (one.at for _, one in orphans if one.entry not in here)
        now = self._journal.now()
        oldest = min((*(one.deleted_at for _, one in found), *waiting_too), default=now)
        if now - oldest < KEPT_FOR:
            return []
        is_over = self.ages(oldest).is_over
        over = [(uid, one) for uid, one in found if is_over(one.deleted_at)]
        gone = {one.uid for _, one in over}
        waiting = {one.uid for _, one in found if not is_over(one.deleted_at)}
        changes: list[Change] = [Delete(BIN, uid) for uid, _ in over]
        changes += [
            Delete(VERSIONS, uid)
            for uid, one in orphans
            if one.entry not in waiting and (one.entry in gone or is_over(one.at))
        ]
        return changes

    def _deletions(self) -> Iterator[tuple[str, _Deletion]]:
        for uid, document in list(self._table.as_json().items()):
            with suppress(msgspec.MsgspecError, RecursionError):
                yield uid, _deletion.decode(document)

    def ages(self, oldest: datetime) -> Ages:
        """Return how old what was deleted since ``oldest`` is, by what was written since.

        Each uid begins with the time when it was made, so nothing is decoded for this.
        """
        now = self._journal.now()
        latest = f"{int(now.timestamp() * 1000):012x}"
        earliest = f"{max(0, int(oldest.timestamp() * 1000)):012x}"
        tables = self._storage.vault.tables.values()
        made = {made for table in tables for uid in table.raw if earliest <= (made := uid[:12]) <= latest}
        return Ages((datetime.fromtimestamp(int(at, 16) / 1000, UTC) for at in made), now)

    def _live(self, place: Place) -> Document | None:
        document = self._storage.pending(place[0]).get(place[1])
        return None if document is None else without_stamps(document)


_reader = msgspec.json.Decoder(BinDocument)
_deletion = msgspec.json.Decoder(_Deletion)


def _groups(documents: dict[str, BinDocument]) -> dict[str, list[str]]:
    """Return by the uid of each deletion, the latest first, its documents: it, the same record deleted again elsewhere,
    and all that went with these.
    """
    along: defaultdict[str, list[str]] = defaultdict(list)
    alike: defaultdict[Place, list[str]] = defaultdict(list)
    for uid, one in documents.items():
        if one.went_with in documents:
            along[one.went_with].append(uid)
        else:
            alike[one.place, one.uid].append(uid)
    groups: dict[str, list[str]] = {}
    taken: set[str] = set()
    for uid, one in reversed(documents.items()):
        if uid not in taken and one.went_with not in documents:
            others = (each for each in alike[one.place, one.uid] if each != uid and each not in taken)
            mains = [uid, *(each for each in others if is_same(documents[each].document, one.document))]
            taken |= set(mains)
            groups[uid] = [*mains, *(each for main in mains for each in along[main])]
    return groups


def related(documents: Mapping[str, BinDocument], erased: Iterable[str]) -> set[str]:
    """Return the uids of deleted records that are these, or that are deleted together with one of them, at any time."""
    gone = set(erased)
    while more := {one.uid for one in documents.values() if one.uid not in gone and _goes_with(one, gone, documents)}:
        gone |= more
    return gone


def _goes_with(one: BinDocument, gone: set[str], documents: Mapping[str, BinDocument]) -> bool:
    main = documents.get(one.went_with)
    if main is not None and main.uid in gone:
        return True
    field = _FOLLOWS.get(one.place)
    return field is not None and one.document.get(field) in gone


def keeping_nothing(merged: State) -> list[Change]:
    """Return the changes that empty the bin of a merged journal, and set that nothing deleted is kept."""
    changes: list[Change] = [Delete(table, uid) for table in (BIN, VERSIONS) for uid in merged.tables.get(table, ())]
    preferences = merged.tables.get(Preferences.table)
    for uid, document in preferences.raw.items() if preferences else ():
        with suppress(ValueError, RecursionError):
            settings = without_stamps(decode_document(document))
            if settings.get("keep_deleted", True):
                changes.append(Put(Preferences.table, uid, {**settings, "keep_deleted": False}))
    return changes


_FOLLOWS = {
    Mark.table: "focus",
    Use.table: "focus",
    Craving.table: "focus",
    Debrief.table: "use",
    Parked.table: "record",
    Dose.table: "medicine",
}
"""Table → the field with the uid of the record that such a record is deleted with, as in ``operations.dependents``."""
