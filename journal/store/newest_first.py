"""Show records of several tables as one list, newest first, and decode only those that are looked at.

The Timeline scrolls through it. It knows days and counts from the indexes of the tables (``record_index``).
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, Final, NamedTuple, overload

from msgspec import Raw

from journal.domain.record import Record
from journal.store.collection import Collection
from journal.store.record_index import RecordIndex, place_of
from journal.store.record_order import RECENT, RecordOrder

_DAYS_KEPT: Final = 64
"""Days of which the order of the documents is kept."""


class Month(NamedTuple):
    """The records of one month: the place of the newest, its local date, and how many there are."""

    place: int
    day: date
    records: int


class ByDay(Sequence[Record]):
    """Records by local date, the latest first. Each is decoded when it is looked at."""

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        places = range(len(self))[place]
        return self.at(places) if isinstance(places, int) else [self.at(number) for number in places]

    @abstractmethod
    def at(self, place: int) -> Record:
        """Return the record at a place from 0 to the last one."""

    @abstractmethod
    def find(self, record: Record) -> int | None:
        """Return the place of the record with this one's uid and local date; None if it is not here."""

    @abstractmethod
    def first_of(self, day: date) -> int:
        """Return the place of the newest record of a day; without one, that of the first record before the day."""

    @abstractmethod
    def months(self) -> Iterator[Month]:
        """Yield the months in which there are records, the latest first. No record is decoded."""


class NewestFirst(ByDay):
    """The readable records of some collections as they are now, by local date, instant and uid, the latest first.

    Later saves change nothing of it. An item is decoded when it is read, and only the last ones are kept.
    """

    def __init__(self, collections: Iterable[Collection[Any]]) -> None:
        orders = [collection.order for collection in collections]
        self._parts = [(order, index) for order in orders if (index := order.checked_index()).documents]
        self._days = _merged([index for _, index in self._parts])
        self._documents: dict[int, list[tuple[RecordOrder[Any], Raw]]] = {}

    def __len__(self) -> int:
        return len(self._days)

    def at(self, place: int) -> Record:
        number = len(self) - 1 - place  # the days are in ascending order
        day = self._days[number]
        order, document = self._of_day(day)[number - bisect_left(self._days, day)]
        record: Record = order.record(document)
        return record

    def __iter__(self) -> Iterator[Record]:
        """Yield the records; none is kept."""
        end = len(self)
        while end:
            documents = self._of_day(self._days[end - 1])
            yield from (order.read(document) for order, document in reversed(documents))
            end -= len(documents)

    def __reversed__(self) -> Iterator[Record]:
        """Yield the records, oldest first; none is kept."""
        start = 0
        while start < len(self):
            documents = self._of_day(self._days[start])
            yield from (order.read(document) for order, document in documents)
            start += len(documents)

    def find(self, record: Record) -> int | None:
        day = record.local_date.toordinal()
        for number, (order, document) in enumerate(self._of_day(day), bisect_left(self._days, day)):
            if order.record(document).uid == record.uid:
                return len(self) - 1 - number
        return None

    def first_of(self, day: date) -> int:
        return len(self) - bisect_right(self._days, day.toordinal())

    def months(self) -> Iterator[Month]:
        end = len(self)
        while end:
            day = date.fromordinal(self._days[end - 1])
            start = bisect_left(self._days, day.replace(day=1).toordinal())
            yield Month(len(self) - end, day, end - start)
            end = start

    def _of_day(self, day: int) -> list[tuple[RecordOrder[Any], Raw]]:
        """Return the documents of a day, oldest first, each with the order that reads it."""
        found = self._documents.get(day)
        if found is None:
            here = [(order, index.on(day)) for order, index in self._parts]
            here = [(order, documents) for order, documents in here if documents]
            found = [(order, document) for order, documents in here for document in documents]
            if len(here) > 1:
                found.sort(key=_place)
            if len(self._documents) >= _DAYS_KEPT:
                self._documents.clear()
            self._documents[day] = found
        return found


def check_some(collections: Iterable[Collection[Any]], most: int = RECENT) -> bool:
    """Read up to ``most`` records that were not read yet, and keep none; return whether there are more.

    When all were read, ``NewestFirst`` is made at once.
    """
    return any(collection.order.check_some(most) for collection in collections)


def _merged(indexes: list[RecordIndex]) -> array[int]:
    """Return the days of all these indexes in one ascending array."""
    if len(indexes) == 1:
        return indexes[0].days
    return array("i", sorted(chain.from_iterable(index.days for index in indexes)))


def _place(placed: tuple[RecordOrder[Any], Raw]) -> Any:
    return place_of(placed[1])
