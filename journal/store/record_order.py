"""Read the records of one table in order, and decode only those that are asked for.

``Collection`` has one. It keeps an index of all documents (``record_index``), the records that were read last, and the
list of all records only if somebody asked for all. A save moves one record.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from itertools import chain
from threading import Lock
from typing import Final, Generic, TypeVar

from msgspec import Raw
from msgspec.structs import replace

from journal.domain.record import Record
from journal.errors import InvalidRecord
from journal.store.record_index import RecordIndex, place_of

R = TypeVar("R", bound=Record)

FEW: Final = 50
"""Records saved at once that are moved to their places one by one."""

RECENT: Final = 512
"""Records that are kept decoded, twice this many at most."""


def by_instant(record: Record) -> tuple[datetime, str]:
    """Return the key by which records are in order: when it happened, then the uid."""
    return record.at, record.uid


class RecordOrder(Generic[R]):
    """The records of one table. ``documents`` returns them as JSON, by uid, and ``read`` decodes one.

    ``unreadable`` has the uids of those found so far that this version cannot read; no method returns them.
    """

    def __init__(self, documents: Callable[[], Mapping[str, Raw]], read: Callable[[Raw], R]) -> None:
        self._documents = documents
        self._decode = read
        self._renamed: dict[int, tuple[Raw, str]] = {}
        self._recent: dict[int, tuple[Raw, R]] = {}
        self._earlier: dict[int, tuple[Raw, R]] = {}
        self._index: RecordIndex | None = None
        self._unchecked: list[Raw] = []
        self._ordered: list[R] | None = None
        self._moved: dict[str, Raw | None] = {}
        self._lock = Lock()
        self._checking = Lock()
        self.unreadable: set[str] = set()

    def read(self, document: Raw) -> R:
        """Return the record of a document, and keep nothing of it. Raises ``InvalidRecord`` if it cannot be read.

        Of two versions of a record that a merge kept, one is under a uid of its own, with the other one's uid in it.
        """
        record = self._decode(document)
        renamed = self._renamed.get(id(document))
        return record if renamed is None else _under(record, renamed[1])

    def record(self, document: Raw, uid: str | None = None) -> R:
        """Return the record of a document, under this uid if one is given; keep the last ones. Raises as ``read``."""
        key = id(document)
        found = self._recent.get(key) or self._earlier.get(key)
        if found is None:
            record = self.read(document)
            if uid is not None and record.uid != uid:
                self._renamed[key] = document, uid
                record = _under(record, uid)
            found = document, record
        if key not in self._recent:
            if len(self._recent) >= RECENT:
                self._earlier, self._recent = self._recent, {}
            self._recent[key] = found
        return found[1]

    def all(self) -> list[R]:
        """Return every readable record, by when it happened, oldest first. The list is never changed later."""
        index = self.checked_index()
        with self._lock:
            if self._ordered is not None and self._index is index:
                return self._ordered
        ordered = sorted(map(self.read, index.documents), key=by_instant)  # may take long: another thread need not wait
        with self._lock:
            if self._index is index:  # nothing was saved in between
                self._ordered = ordered
        return ordered

    def between(self, first: date, last: date) -> list[R]:
        """Return the records with a local date from ``first`` to ``last``, both included, oldest first."""
        return self._sorted(self.index().between(first, last))

    def on_days(self, days: Iterable[date]) -> list[R]:
        """Return the records with one of these local dates, oldest first."""
        index = self.index()
        return self._sorted(chain.from_iterable(index.between(day, day) for day in set(days)))

    def newest_first(self) -> Iterator[R]:
        """Yield every readable record, each decoded when it is reached and then not kept.

        The latest local date comes first, within a day what happened last. A save meanwhile changes nothing of this.
        """
        bad = []
        for document in reversed(self.index().documents):
            try:
                yield self.read(document)
            except InvalidRecord:
                bad.append(document)
        self._leave_out(bad)

    def index(self) -> RecordIndex:
        """Return the order of the documents as it is now; never change it. Only places are decoded for it.

        Some of the documents may not be readable, until ``check_some`` has seen them.
        """
        with self._lock:
            return self._caught_up()

    def check_some(self, most: int) -> bool:
        """Read up to ``most`` (one or more) records that were not read yet; return whether there are more. Keeps none.

        Once there are no more, ``unreadable`` is complete, and ``index`` has only documents that can be read.
        """
        with self._checking:
            with self._lock:
                self._caught_up()
                some = self._unchecked[-most:]
                del self._unchecked[-most:]
            self._leave_out([document for document in some if not self._is_readable(document)])
            return bool(self._unchecked)

    def checked_index(self) -> RecordIndex:
        """Return an ``index`` of which every document can be read, after reading what was not read yet."""
        while True:
            while self.check_some(RECENT):
                pass
            with self._checking, self._lock:  # what another thread reads now may not be readable
                index = self._caught_up()
                if not self._unchecked:  # no save of many came in between
                    return index

    def invalidate(self) -> None:
        """Forget the order of the records, because anything may have changed."""
        with self._lock:
            self._forget()

    def update(self, before: Iterable[tuple[str, Raw | None]]) -> None:
        """Note the documents that were there before a save, by uid: the next read moves the records to their places.

        A save costs the same whatever the number of records. If many changed, the order is forgotten.
        """
        with self._lock:
            for uid, document in before:
                self._moved.setdefault(uid, document)
                self.unreadable.discard(uid)
            if len(self._moved) > FEW:
                self._forget()

    def _forget(self) -> None:
        self._index = self._ordered = None
        self._unchecked = []
        self._moved.clear()

    def _caught_up(self) -> RecordIndex:
        """Return the index as it is now. The caller holds the lock."""
        documents = self._documents()
        if self._index is not None and self._moved:
            self._move(documents)
        if self._index is None:
            self._forget()
            self.unreadable.clear()
            try:
                self._index = RecordIndex.of(dict(documents))
            except InvalidRecord:
                self._index = RecordIndex.of(self._placed(dict(documents)))
            self._renamed |= self._index.renamed
            self._unchecked = self._index.documents[:]
        return self._index

    def _placed(self, documents: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return the documents that have a place, and count the others."""
        placed = {}
        for uid, document in documents.items():
            try:
                place_of(document)
            except InvalidRecord:
                self.unreadable.add(uid)
            else:
                placed[uid] = document
        return placed

    def _move(self, documents: Mapping[str, Raw]) -> None:
        """Move what ``update`` noted to its place, in copies; forget the order if it does not fit the documents."""
        assert self._index is not None
        index, ordered = self._index.copy(), None if self._ordered is None else list(self._ordered)
        while self._moved:
            uid, before = self._moved.popitem()
            if before is not None:
                self._take_out(before, index, ordered)
            after = documents.get(uid)
            if after is not None and not self._put_in(uid, after, index, ordered):
                self.unreadable.add(uid)
        whole = len(index.documents) == len(documents) - len(self.unreadable)
        self._index = index if whole else None
        self._ordered = ordered if ordered is not None and len(ordered) == len(index.documents) else None

    def _take_out(self, document: Raw, index: RecordIndex, ordered: list[R] | None) -> None:
        with suppress(InvalidRecord):
            index.remove(document)
        if ordered is None:
            return
        with suppress(InvalidRecord):
            key = by_instant(self.read(document))
            number = bisect_left(ordered, key, key=by_instant)
            if number < len(ordered) and by_instant(ordered[number]) == key:
                del ordered[number]

    def _put_in(self, uid: str, document: Raw, index: RecordIndex, ordered: list[R] | None) -> bool:
        """Put a document and its record in their places; return whether it can be read."""
        try:
            record = self.record(document, uid)
        except InvalidRecord:
            return False
        index.insert(document)
        if ordered is not None:
            number = bisect_left(ordered, by_instant(record), key=by_instant)
            if ordered[number : number + 1] != [record]:
                insort(ordered, record, key=by_instant)
        return True

    def _sorted(self, documents: Iterable[Raw]) -> list[R]:
        found, bad = [], []
        for document in documents:
            try:
                found.append(self.record(document))
            except InvalidRecord:
                bad.append(document)
        self._leave_out(bad)
        return sorted(found, key=by_instant)

    def _is_readable(self, document: Raw) -> bool:
        try:
            self.read(document)
        except InvalidRecord:
            return False
        return True

    def _leave_out(self, bad: list[Raw]) -> None:
        """Count documents that cannot be read, and take them out of the index."""
        if not bad:
            return
        gone = {id(document) for document in bad}
        with self._lock:
            self.unreadable |= {uid for uid, one in list(self._documents().items()) if id(one) in gone}
            if self._index is not None:
                self._index = self._index.without(bad)


def _under(record: R, uid: str) -> R:
    return replace(record, uid=uid)
