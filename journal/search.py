"""Search over everything in a journal, quick enough to answer while typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.domain.goals import Goal
from journal.domain.labels import without_accents
from journal.domain.record import Record
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.store.journal import Journal

SEARCHED: tuple[type[Record], ...] = (Entry, CheckIn, Craving, Use, Session, Goal)
"""What the timeline holds, and so what is searched."""


class Search:
    """Finds records by words. The folded text of a record is kept until the record changes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._folded: dict[str, tuple[Record, str]] = {}
        self._names: dict[str, str] = {}
        self._now: object = None
        self._texts: list[tuple[Record, str]] = []

    def find(self, query: str, kinds: Iterable[type[Record]] = SEARCHED) -> list[Record]:
        """The records that contain every word of the query, newest first; all of them for an empty one.

        Case and accents do not matter.
        """
        found = self._newest_first(tuple(kinds))
        for word in without_accents(query).split():
            found = [each for each in found if word in each[1]]
        return [record for record, _ in found]

    def _newest_first(self, kinds: tuple[type[Record], ...]) -> list[tuple[Record, str]]:
        """Records with their texts, kept until something is saved."""
        if self._now != (now := (self._journal.changed, kinds)):
            if self._names != (names := self._names_now()):
                self._names = names
                self._folded.clear()
            records = [record for kind in kinds for record in self._journal.collection(kind).all()]
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
        match record:
            case Entry():
                yield from (record.title, record.text, *record.tags)
            case CheckIn():
                yield from (record.intention, *record.grateful, *record.halt)
            case Craving():
                yield from (record.thought, record.place, record.company, record.situation or "", *record.halt)
                yield from self._named(record.triggers)
                yield from self._named([attempt.strategy for attempt in record.attempts])
                yield from self._named([record.focus])
            case Use():
                yield from (record.note, record.place, record.company, record.word, record.situation or "")
                yield from self._named(record.triggers)
                yield from self._named([record.focus])
            case Session():
                yield from (record.hardest, record.said, record.insight, record.place, *record.topics)
                yield from self._named([record.person])
            case Goal():
                yield from (record.title, record.why, record.obstacle, *(step.text for step in record.steps))

    def _named(self, uids: Iterable[str]) -> Iterator[str]:
        return (self._names.get(uid, "") for uid in uids)

    def _names_now(self) -> dict[str, str]:
        names = {record.uid: record.name for record in self._journal.people.all()}
        for collection in (self._journal.triggers, self._journal.strategies, self._journal.focuses):
            names |= {record.uid: record.label for record in collection.all()}
        return names
