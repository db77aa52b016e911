"""Search everything in a journal, fast enough to answer while the person types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from journal.date_order import is_month_first
from journal.domain.dates import WEEKDAY_NAMES, parse_period
from journal.domain.kinds import SEARCHED, Kind, kind_of
from journal.domain.labels import without_accents
from journal.domain.record import Record
from journal.store.journal import Journal
from journal.text import kinds as kinds_text

WHOLE_WORDS: Final = frozenset(("today", "yesterday", "tomorrow", *map(str.lower, WEEKDAY_NAMES)))
"""The single words that mean a day here. Others, such as ``sun`` and ``may``, are more often just words."""


class Search:
    """Finds records by words and dates. The folded text of a record is cached until it or a name in it changes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._folded: dict[str, tuple[Record, str]] = {}
        self._names: dict[str, str] = {}
        self._now: object = None
        self._texts: list[tuple[Record, str]] = []

    def find(self, query: str, kinds: Iterable[Kind] = SEARCHED) -> list[Record]:
        """Return the records that contain every word of the query, newest first; all records for an empty query.

        Case and accents are ignored. Fixed answers are found by their labels. Where the query is a date, all that the
        timeline holds of that time is found, too.
        """
        everything = found = self._newest_first(tuple(kinds))
        for word in without_accents(query).split():
            found = [each for each in found if word in each[1]]
        if period := self.period(query):
            found = self._with(found, everything, *period)
        return [record for record, _ in found]

    def period(self, query: str) -> tuple[date, date] | None:
        """Return the first and the last date that the query means, or None; of a year or week unsaid, the latest."""
        if query.strip().isalpha() and query.strip().lower() not in WHOLE_WORDS:
            return None
        return parse_period(query, self._journal.today(), month_first=is_month_first())

    @staticmethod
    def _with(
        found: list[tuple[Record, str]], everything: list[tuple[Record, str]], first: date, last: date
    ) -> list[tuple[Record, str]]:
        """Return what was found and what is from these dates, in the order of everything."""
        there = {record.uid for record, _ in found}
        return [
            each
            for each in everything
            if each[0].uid in there or (first <= each[0].local_date <= last and kind_of(each[0]).on_timeline)
        ]

    def _newest_first(self, kinds: tuple[Kind, ...]) -> list[tuple[Record, str]]:
        """Return the records with their folded texts, newest first; cached until something is saved."""
        if self._now != (now := (self._journal.changed, kinds)):
            if self._names != (names := self._names_now()):
                self._names = names
                self._folded.clear()
            records = [record for kind in kinds for record in self._journal.collection(kind.type).all()]
            records.sort(key=lambda record: (record.at, record.uid), reverse=True)
            self._texts = [(record, self._text(record)) for record in records]
            self._now = now
        return self._texts

    def _text(self, record: Record) -> str:
        kept = self._folded.get(record.uid)
        if kept is None or kept[0] is not record:
            kept = self._folded[record.uid] = (record, without_accents(" ".join(self._words(record))))
        return kept[1]

    def _words(self, record: Record) -> Iterator[str]:
        kind = kind_of(record)
        for field in kind.searched:
            value = getattr(record, field)
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
