"""Search everything in a journal, fast enough to answer while the person types."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter, neg
from time import perf_counter
from typing import Any, Final

from msgspec import Raw

from journal.date_order import is_month_first
from journal.domain.date_names import WEEKDAYS, plain
from journal.domain.dates import parse_period
from journal.domain.kinds import SEARCHED, Kind
from journal.domain.labels import without_accents
from journal.domain.record import Record
from journal.domain.record_filter import ALL, RecordFilter
from journal.search_index import Chunk, KindIndex, day_of
from journal.store.journal import Journal
from journal.store.newest_first import ByDay, Month
from journal.store.record_index import Place

WHOLE_WORDS: Final = frozenset(
    (
        "today",
        "yesterday",
        "tomorrow",
        "hoy",
        "ayer",
        "manana",
        *(plain(day) for days in WEEKDAYS.values() for day in days),
    )
)
"""The single words that mean a day here. Others, such as ``sun`` and ``may``, are more often just words."""

DATED: Final = 4
"""Chunks whose dates are read in one step, which takes about as long as making the texts of one."""

_WHEN: Final = attrgetter("local_date", "at", "uid")
_KEPT: Final = 256
"""Records that ``Found`` keeps decoded."""

Period = tuple[date, date]


class Found(ByDay):
    """The records that a search has found so far, newest first. Each is decoded when it is looked at."""

    def __init__(self) -> None:
        self._days: array[int] = array("i")
        self._documents: list[Raw] = []
        self._indexes: list[KindIndex] = []
        self._records: dict[int, Record] = {}

    def __len__(self) -> int:
        return len(self._documents)

    def at(self, place: int) -> Record:
        record = self._records.get(place)
        if record is None:
            record = self._indexes[place].collection.read(self._documents[place])
            assert record is not None  # it could be read when it was found
            if len(self._records) >= _KEPT:
                self._records.clear()
            self._records[place] = record
        return record

    def find(self, record: Record) -> int | None:
        start = self.first_of(record.local_date)
        end = bisect_right(self._days, -record.local_date.toordinal(), key=neg)
        return next((place for place in range(start, end) if self[place].uid == record.uid), None)

    def first_of(self, day: date) -> int:
        return bisect_left(self._days, -day.toordinal(), key=neg)

    def months(self) -> Iterator[Month]:
        place = 0
        while place < len(self):
            day = date.fromordinal(self._days[place])
            end = bisect_right(self._days, -day.replace(day=1).toordinal(), place, key=neg)
            yield Month(place, day, end - place)
            place = end

    def add(self, day: int, index: KindIndex, document: Raw) -> None:
        """Add a record that is older than all that are here; ``day`` is the ordinal of its local date."""
        self._days.append(day)
        self._documents.append(document)
        self._indexes.append(index)


class Finding:
    """One search, which goes on in steps. ``found`` grows: what was found stays where it is, older records follow.

    A step looks at the dates of up to ``DATED`` chunks, or at the texts of one. What is saved or deleted meanwhile
    changes nothing of it.
    """

    def __init__(
        self, chunks: Iterable[Chunk], words: Sequence[str], period: Period | None, wanted: RecordFilter
    ) -> None:
        self.found = Found()
        self.words = words
        self.without: set[Chunk] = set()
        self.done = False
        self.period = period
        self._wanted = wanted
        self._left = list(chunks)
        self._undated = [chunk for chunk in self._left if not chunk.is_dated]
        self._is_sorted = False
        self._waiting: list[tuple[Place, KindIndex, Raw]] = []

    def skip(self, earlier: Finding) -> None:
        """Skip the chunks in which an earlier search found nothing, if this one can't find anything there either.

        That is certain if each word of the earlier search is part of a word of this one, as while a word is typed.
        """
        if all(any(before in word for word in self.words) for before in earlier.words):
            self.without = earlier.without.copy()

    def go_on(self, seconds: float, clock: Callable[[], float] = perf_counter) -> bool:
        """Search for about so many seconds, at least one step; return whether there is more to search."""
        start = clock()
        while not self.done:
            self._step()
            if clock() - start >= seconds:
                break
        return not self.done

    def finish(self) -> Found:
        """Search everything that is left, and return all that was found. In any order, so faster than in steps."""
        while self._left:
            self._look_into(self._left.pop())
        self._release(0)
        return self.found

    def _step(self) -> None:
        if self._undated:
            for chunk in self._undated[-DATED:]:
                chunk.latest  # noqa: B018  # is known from now on
            del self._undated[-DATED:]
            return
        if not self._is_sorted:
            self._left.sort(key=_latest)
            self._is_sorted = True
        if self._left:
            self._look_into(self._left.pop())
        self._release(self._left[-1].latest if self._left else 0)

    def _look_into(self, chunk: Chunk) -> None:
        """Search one chunk. What is found waits until nothing newer can follow."""
        found = [] if chunk in self.without else list(chunk.matching(self.words))
        if not found:
            self.without.add(chunk)
        if self.period and chunk.index.kind.on_timeline:
            first, last = (day.toordinal() for day in self.period)
            there = set(map(id, found))
            found += (one for one in chunk.documents if first <= day_of(one) <= last and id(one) not in there)
        for document in found:
            record = chunk.index.collection.read(document)
            if record is not None and self._wanted.allows(record):
                self._waiting.append((_WHEN(record), chunk.index, document))

    def _release(self, day: int) -> None:
        """Add what waits and is newer than the latest day that was not searched yet (0: all of it)."""
        self.done = not day
        if not self._waiting:
            return
        ready = [one for one in self._waiting if one[0][0].toordinal() > day]
        self._waiting = [one for one in self._waiting if one[0][0].toordinal() <= day]
        for place, index, document in sorted(ready, key=_place, reverse=True):
            self.found.add(place[0].toordinal(), index, document)


class Search:
    """Finds records by words and dates. The texts that were searched are kept until they change, or ``forget``."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._indexes: dict[str, KindIndex] = {}
        self._names: dict[str, str] = {}
        self._changed: int | None = None
        self._latest: Finding | None = None

    def find(self, query: str, kinds: Iterable[Kind] = SEARCHED) -> list[Record]:
        """Return the records that contain every word of the query, newest first; all records for an empty query.

        Case and accents are ignored. Fixed answers are found by their labels. Where the query is a date, all that the
        timeline holds of that time is found, too. Days come in their order, whatever the zones they were written in.
        """
        if without_accents(query).split():
            return list(self.begin(query, kinds).finish())
        return sorted((one for kind in kinds for one in self._journal.collection(kind.type)), key=_WHEN, reverse=True)

    def begin(self, query: str, kinds: Iterable[Kind] = SEARCHED, wanted: RecordFilter = ALL) -> Finding:
        """Return a search for what ``find`` returns and the filter allows; nothing is searched yet."""
        if self._changed != self._journal.changed:
            self._changed, self._names = self._journal.changed, self._names_now()
            for index in self._indexes.values():
                index.refresh(self._names)
        words = without_accents(query).split()
        chunks = [chunk for kind in kinds for chunk in self._index(kind).chunks]
        finding = Finding(chunks, words, self.period(query), wanted)
        if self._latest is not None:
            finding.skip(self._latest)
        self._latest = finding
        return finding

    def period(self, query: str) -> Period | None:
        """Return the first and the last date that the query means, or None; of a year or week unsaid, the latest."""
        if query.strip().isalpha() and query.strip().lower() not in WHOLE_WORDS:
            return None
        return parse_period(query, self._journal.today(), month_first=is_month_first())

    def forget(self) -> None:
        """Forget all texts and the latest search: they take memory."""
        self._indexes.clear()
        self._latest = self._changed = None

    def _index(self, kind: Kind) -> KindIndex:
        if kind.table not in self._indexes:
            self._indexes[kind.table] = KindIndex(self._journal.collection(kind.type), kind)
            self._indexes[kind.table].refresh(self._names)
        return self._indexes[kind.table]

    def _names_now(self) -> dict[str, str]:
        names = {record.uid: record.name for record in self._journal.people.all()}
        for collection in (self._journal.triggers, self._journal.strategies, self._journal.focuses):
            names |= {record.uid: record.label for record in collection.all()}
        return names


def _place(waiting: tuple[Place, Any, Any]) -> Place:
    return waiting[0]


def _latest(chunk: Chunk) -> int:
    return chunk.latest
