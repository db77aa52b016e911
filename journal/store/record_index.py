"""Keep the documents of one table in the order in which the records happened, without decoding the rest of them.

``RecordOrder`` has one of these per table. It takes 12 bytes for each record.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Final, NamedTuple

import msgspec
from msgspec import Raw

from journal.domain.record import Instant
from journal.errors import InvalidRecord

Place = tuple[date, datetime, str]
"""Where a record stands: its local date, then when it happened, then its uid."""

_DAYS: Final = "i"


class _When(msgspec.Struct, gc=False):
    """Decodes only what makes up a place."""

    local_date: date
    at: Instant
    uid: str = ""


_when = msgspec.json.Decoder(_When)
_PARTS: Final = ("local_date", "at", "uid")
_place: Callable[[_When], Place] = attrgetter(*_PARTS)


def place_of(document: Raw) -> Place:
    """Return where a record stands in the order. Raises ``InvalidRecord`` if that cannot be read."""
    try:
        when = _when.decode(document)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise InvalidRecord from error
    return _place(when)


class RecordIndex(NamedTuple):
    """The documents of a table by ``place_of``, oldest first, and the ordinals of their local dates.

    ``renamed`` has the documents that were under another uid than the one in them when the index was made: of two
    versions of a record that a merge kept, one gets a uid of its own and stays as it is. Each is found by its ``id``.
    Only the one who made it may change it, and only before anybody else reads it.
    """

    days: array[int]
    documents: list[Raw]
    renamed: Mapping[int, tuple[Raw, str]] = {}  # never changed

    @classmethod
    def of(cls, by_uid: Mapping[str, Raw]) -> RecordIndex:
        """Return an index of these documents, which may come in any order. Raises ``InvalidRecord``."""
        uids, documents = list(by_uid), list(by_uid.values())
        try:
            places = list(map(_when.decode, documents))
        except (msgspec.MsgspecError, RecursionError) as error:
            raise InvalidRecord from error
        order = list(range(len(places)))
        for part in reversed(_PARTS):  # a tuple for each would make the garbage collector run again and again
            order.sort(key=list(map(attrgetter(part), places)).__getitem__)
        days = (places[number].local_date.toordinal() for number in order)
        renamed = {
            id(document): (document, uid)
            for uid, document, when in zip(uids, documents, places, strict=True)
            if when.uid != uid
        }
        return cls(array(_DAYS, days), list(map(documents.__getitem__, order)), renamed)

    def between(self, first: date, last: date) -> Sequence[Raw]:
        """Return the documents with a local date from ``first`` to ``last``, both included."""
        days = self.days
        return self.documents[bisect_left(days, first.toordinal()) : bisect_right(days, last.toordinal())]

    def on(self, day: int) -> Sequence[Raw]:
        """Return the documents of the local date with this ordinal."""
        return self.documents[bisect_left(self.days, day) : bisect_right(self.days, day)]

    def copy(self) -> RecordIndex:
        """Return another index with the same documents."""
        return RecordIndex(self.days[:], self.documents[:])

    def without(self, some: Iterable[Raw]) -> RecordIndex:
        """Return an index without these documents: these objects, not those that are equal."""
        gone = {id(document) for document in some}
        kept = [number for number, document in enumerate(self.documents) if id(document) not in gone]
        days = array(_DAYS, (self.days[number] for number in kept))
        return RecordIndex(days, [self.documents[number] for number in kept])

    def remove(self, document: Raw) -> None:
        """Remove a document if it is there: this object, not one that is equal. Raises ``InvalidRecord``."""
        if (number := self._find(document)) is not None:
            del self.days[number], self.documents[number]

    def insert(self, document: Raw) -> None:
        """Insert a document at its place unless it is there. Raises ``InvalidRecord`` if it has none."""
        if self._find(document) is not None:
            return
        place = place_of(document)
        day = place[0].toordinal()
        low, high = bisect_left(self.days, day), bisect_right(self.days, day)
        number = bisect_left(self.documents, place, low, high, key=place_of)
        self.days.insert(number, day)
        self.documents.insert(number, document)

    def _find(self, document: Raw) -> int | None:
        day = place_of(document)[0].toordinal()
        for number in range(bisect_left(self.days, day), bisect_right(self.days, day)):
            if self.documents[number] is document:
                return number
        return None
