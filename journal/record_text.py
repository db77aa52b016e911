"""Any record of the timeline, told on one line, or with everything that is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from journal.domain.cravings import Craving
from journal.domain.dates import day_words
from journal.domain.entries import Entry
from journal.domain.goals import Goal, progress_words
from journal.domain.kinds import kind_of, texts
from journal.domain.labels import without_accents
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.record import Precision, Record
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text import debriefs as debriefs_text
from journal.text import kinds as kinds_text

BEGINNING: Final = 400
"""Characters of an entry that its line is made from."""

LOOKED_THROUGH: Final = 100_000
"""Characters of a text in which the place of a word is looked for while the list is drawn."""

BEFORE: Final = 20
"""Characters shown before a word that was looked for."""


class RecordText:
    """Tells records with the names that the journal has for people, focuses, triggers and strategies now."""

    def __init__(self, journal: Journal) -> None:
        self._slip_word = journal.preferences.slip_word
        self._today = journal.today()
        self._debriefs = {debrief.use: debrief for debrief in journal.debriefs.all()}
        self._promises = {promise.uid: promise for promise in journal.commitments.all()}
        self._names = {person.uid: person.name for person in journal.people.all()}
        self._units = {focus.uid: focus.unit for focus in journal.focuses.all()}
        for collection in (journal.focuses, journal.triggers, journal.strategies):
            self._names |= {record.uid: record.label for record in collection.all()}

    def name(self, record: Record) -> str:
        """What kind of thing it is; a use goes by the person's own word."""
        return kinds_text.name_of(record, self._slip_word)

    def line(self, record: Record) -> str:
        """The record in a few words; empty for a kind without fields for a line."""
        match record:
            case Entry():
                return record.title or record.text[:BEGINNING].strip().partition("\n")[0]
            case Need():
                return f"{record.area}: {record.text}" if record.text else record.area
        return " · ".join(self._lines(record, kind_of(record).line))

    def found(self, record: Record, query: str) -> str:
        """The record in a few words; where the first word looked for is not among them, the place where it stands."""
        word, told = next(iter(without_accents(query).split()), ""), self.line(record)
        if word in without_accents(told):
            return told
        parts = (part[:LOOKED_THROUGH] for part in self._details(record))
        part = next((part for part in parts if word in without_accents(part)), told)
        start = max(0, without_accents(part).find(word) - BEFORE)
        return f"{'…' if start else ''}{part[start : start + BEGINNING]}"

    def whole(self, record: Record) -> str:
        """When it was, and everything in the record, one thing a line, text last."""
        head = f"{day_words(record.local_date)} {record.local_date.year} {clock_words(record)}".rstrip()
        return "\n".join([head, "", *self._details(record)])

    def _details(self, record: Record) -> Iterator[str]:
        yield from self._lines(record, kind_of(record).shown)
        if isinstance(record, Use):
            yield from filter(None, self._looked_back(record))

    def _lines(self, record: Record, fields: Iterable[str]) -> Iterator[str]:
        """The values of these fields, each in the words around it; what is empty is left out."""
        for field in fields:
            words = kinds_text.FIELD_WORDS[record.table][field]
            yield from (words.format(value) for value in self._values(record, field) if value)

    def _values(self, record: Record, field: str) -> Iterator[str]:
        """The values of a field as they are shown, one a line, together with those of the fields merged into it."""
        match record, field:
            case Craving(intensity=before, after=after), "intensity":
                yield str(before) if after is None else f"{before} → {after}"
            case Craving(outcome=outcome), "outcome":
                yield outcome if outcome.known else ""
            case Craving(confidence=int() as confidence), "confidence":
                yield f"{confidence / 10:g}"  # stored as 0-100, asked for and shown as 0-10
            case Use() as use, "amount":
                yield self._amount(use)
            case Session() as session, "kind":
                yield _standing(session)
            case Session(minutes=minutes), "minutes":
                yield str(minutes or "")
            case Goal() as goal, "target":
                yield progress_words(goal)
            case Goal(steps=steps), "steps":
                yield from (f"{'▪' if step.done_on else '·'} {step.text}" for step in steps)
            case _:
                plain = _plain_values(getattr(record, field))
                yield from self._named(plain) if field in kind_of(record).named else plain

    def _looked_back(self, use: Use) -> Iterator[str]:
        """What was found out about a use when it was looked back on."""
        if (debrief := self._debriefs.get(use.uid)) is not None:
            yield from (debrief.happened, *debrief.points, debrief.thought, debrief.reworded)
            promised = (self._promises[uid] for uid in debrief.actions if uid in self._promises)
            yield from (debriefs_text.promised_words(promise, self._today) for promise in promised)

    def _amount(self, use: Use) -> str:
        if use.amount is None:
            return ""
        return f"{use.amount.normalize():f} {use.unit or self._units.get(use.focus, '')}".rstrip()

    def _named(self, uids: Iterable[str]) -> Iterator[str]:
        return (name for uid in uids if (name := self._names.get(uid, "")))


def parked_words(journal: Journal, parked: Parked) -> str:
    """What is kept for the mentor, on a line: why, and what it is about."""
    record = journal.find(parked.kind, parked.record)
    if record is None:
        return parked.note or "something that was deleted since"
    told = _what(journal, record)
    return f"{parked.note} ({told})" if parked.note else told


def _what(journal: Journal, record: Record) -> str:
    """``entry, Mon 23 Nov: Told the class``; of what is on no day only what it says."""
    kind, telling = kind_of(record), RecordText(journal)
    if not kind.on_timeline:
        return telling.line(record) if kind.line else "a line of yours"
    day = "" if isinstance(record, Goal) else f", {day_words(record.local_date, journal.today())}"
    return f"{telling.name(record)}{day}: {telling.line(record)}"


def clock_words(record: Record) -> str:
    """``19:30`` as the clock showed there; ``~19:30`` when it is not exact; nothing when only the day is known."""
    if record.precision is Precision.DAY:
        return ""
    return f"{'~' if record.precision is Precision.PART_OF_DAY else ''}{_local(record):%H:%M}"


def _local(record: Record) -> datetime:
    """When it happened, in the zone it was written in."""
    try:
        return record.at.astimezone(ZoneInfo(record.zone))
    except (KeyError, ValueError):  # a zone that this computer does not know
        return record.at


def _plain_values(value: object) -> Iterator[str]:
    """What a field holds as text, one value a line; fixed answers of a list are on one line."""
    match value:
        case None:
            return
        case bool():
            yield kinds_text.YES if value else kinds_text.NO
        case [StrEnum(), *_]:
            yield ", ".join(texts(value))
        case str() | list():
            yield from texts(value)
        case _:
            yield str(value)


def _standing(session: Session) -> str:
    if session.cancelled:
        return "cancelled"
    return session.kind if session.held_at else "planned"
