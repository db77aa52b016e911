"""Search everything in a journal, fast enough to answer while the person types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Final

from journal.date_order import is_month_first
from journal.domain.date_names import WEEKDAYS, plain
from journal.domain.dates import parse_period
from journal.domain.entries import Entry
from journal.domain.kinds import SEARCHED, Kind, kind_of
from journal.domain.labels import without_accents
from journal.domain.record import Record
from journal.domain.tags import format_tags
from journal.store.journal import Journal
from journal.text import kinds as kinds_text

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

_WHEN: Final = attrgetter("local_date", "at", "uid")


class Search:
    """Finds records by words and dates. The folded text of a record is cached until it or a name in it changes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._folded: dict[str, tuple[Record, str]] = {}
        self._names: dict[str, str] = {}
        self._now: object = None
        self._records: list[Record] = []
        self._texts: list[str] = []

    def find(self, query: str, kinds: Iterable[Kind] = SEARCHED) -> list[Record]:
        """Return the records that contain every word of the query, newest first; all records for an empty query.

        Case and accents are ignored. Fixed answers are found by their labels. Where the query is a date, all that the
        timeline holds of that time is found, too. Days come in their order, whatever the zones they were written in.
        """
        everything = self._newest_first(tuple(kinds))
        words = without_accents(query).split()
        if not words:
            return list(everything)
        matching = list(zip(everything, self._folded_texts(everything), strict=True))
        for word in words:
            matching = [each for each in matching if word in each[1]]
        found = [record for record, _ in matching]
        if period := self.period(query):
            found = self._with(found, everything, *period)
        return found

    def period(self, query: str) -> tuple[date, date] | None:
        """Return the first and the last date that the query means, or None; of a year or week unsaid, the latest."""
        if query.strip().isalpha() and query.strip().lower() not in WHOLE_WORDS:
            return None
        return parse_period(query, self._journal.today(), month_first=is_month_first())

    @staticmethod
    def _with(found: list[Record], everything: list[Record], first: date, last: date) -> list[Record]:
        """Return what was found and what is from these dates, in the order of everything."""
        there = {record.uid for record in found}
        return [
            each
            for each in everything
            if each.uid in there or (first <= each.local_date <= last and kind_of(each).on_timeline)
        ]

    def _newest_first(self, kinds: tuple[Kind, ...]) -> list[Record]:
        """Return the records, newest first; cached until something is saved."""
        if self._now != (now := (self._journal.changed, kinds)):
            records = [record for kind in kinds for record in self._journal.collection(kind.type).all()]
            records.sort(key=_WHEN, reverse=True)
            self._records, self._texts, self._now = records, [], now
        return self._records

    def _folded_texts(self, records: list[Record]) -> list[str]:
        """Return the text to search of each of these records; made only once there is something to search for."""
        if self._names != (names := self._names_now()):
            self._names, self._texts = names, []
            self._folded.clear()
        if not self._texts:
            self._texts = [self._text(record) for record in records]
        return self._texts

    def _text(self, record: Record) -> str:
        known = self._folded.get(record.uid)
        if known is None or known[0] is not record:
            known = self._folded[record.uid] = (record, without_accents(" ".join(self._words(record))))
        return known[1]

    def _words(self, record: Record) -> Iterator[str]:
        kind = kind_of(record)
        for field in kind.searched:
            value = getattr(record, field)
            if isinstance(record, Entry) and field == "tags":
                value = format_tags(record.tags)  # found with and without the sign
            if field in kind.named:
                yield from self._named(kinds_text.texts(value))
            elif value:  # most fields of most records are empty
                yield from kinds_text.texts(value)

    def _named(self, uids: Iterable[str]) -> Iterator[str]:
        return (self._names.get(uid, "") for uid in uids)

    def _names_now(self) -> dict[str, str]:
        names = {record.uid: record.name for record in self._journal.people.all()}
        for collection in (self._journal.triggers, self._journal.strategies, self._journal.focuses):
            names |= {record.uid: record.label for record in collection.all()}
        return names
