"""Show any record as text: on one line, or in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from journal.cells import beginning
from journal.domain.cravings import Craving
from journal.domain.dates import format_day
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.goals import Goal
from journal.domain.instruments import Score
from journal.domain.kinds import kind_of
from journal.domain.matches import match_spans, searched_words
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.record import Precision, Record
from journal.domain.sessions import Session
from journal.domain.tags import format_tags
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text import counting as counting_text
from journal.text import days as days_text
from journal.text import debriefs as debriefs_text
from journal.text import goals as goals_text
from journal.text import instruments as instruments_text
from journal.text import kinds as kinds_text
from journal.text import labels as labels_text
from journal.text import meetings as meetings_text

BEGINNING: Final = 400
"""The number of characters of an entry that its line is made from."""

LOOKED_THROUGH: Final = 100_000
"""The number of characters of a text in which a searched word is located while the list is drawn."""

BEFORE: Final = 20
"""The number of characters shown before a searched word, at most; less where the line is short."""


class RecordText:
    """Shows records, with the current names of people, focuses, triggers and strategies."""

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
        """Return what its kind is called; for a use, the person's own word."""
        return kinds_text.name_of(record, self._slip_word)

    def line(self, record: Record) -> str:
        """Return the record on one line; empty for a kind without fields for a line."""
        match record:
            case Entry():
                return record.title or record.text[:BEGINNING].strip().partition("\n")[0]
            case Need():
                area = labels_text.label(record.area)
                return f"{area}: {record.text}" if record.text else area
        return " · ".join(self._lines(record, kind_of(record).line))

    def found(self, record: Record, query: str, room: int = BEGINNING) -> str:
        """Return the record on one line of ``room`` cells; if no word of the query is in these, the text around one."""
        words = searched_words(query)
        line = self._tagged(record, words) if isinstance(record, Entry) and record.tags else self._first_line(record)
        if not words or match_spans(beginning(line, room - 1), words):
            return line
        for part in (line, *self._details(record)):
            if spans := match_spans(part[:LOOKED_THROUGH], words):
                return _passage(part, spans[0][0], min(BEFORE, room // 2))
        return line

    def _tagged(self, entry: Entry, words: Sequence[str]) -> str:
        """Return an entry on one line with its tags: at the end, in front where only they have the searched words.

        ``line`` leaves them out, because it is also shown on the page for the mentor.
        """
        line, tags = self.line(entry), format_tags(entry.tags)
        first = match_spans(tags, words) and not match_spans(line, words)
        return f"{tags} · {line}" if first else f"{line} · {tags}"

    def _first_line(self, record: Record) -> str:
        """Return the record on one line; of a kind without fields for a line, the beginning of what it shows."""
        return self.line(record) or " · ".join(self._details(record))[:BEGINNING]

    def whole(self, record: Record) -> str:
        """Return when it was and everything in the record, one value per line, free text last."""
        head = f"{format_day(record.local_date)} {record.local_date.year} {format_clock(record)}".rstrip()
        return "\n".join([head, "", *self._details(record)])

    def _details(self, record: Record) -> Iterator[str]:
        yield from self._lines(record, kind_of(record).shown)
        if isinstance(record, Use):
            yield from filter(None, self._looked_back(record))

    def _lines(self, record: Record, fields: Iterable[str]) -> Iterator[str]:
        """Yield the values of these fields, each with the words around it; empty ones are left out."""
        for field in fields:
            words = kinds_text.FIELD_WORDS[record.table][field]
            yield from (words.format(value) for value in self._values(record, field) if value)

    def _values(self, record: Record, field: str) -> Iterator[str]:
        """Yield the values of a field, one per line, together with those of the fields merged into it."""
        match record, field:
            case Entry(tags=[_, *_] as tags), "tags":
                yield format_tags(tags)
            case Craving(intensity=before, after=after), "intensity":
                yield str(before) if after is None else f"{before} → {after}"
            case Craving(outcome=outcome), "outcome":
                yield labels_text.label(outcome) if outcome.known else ""
            case Craving(confidence=int() as confidence), "confidence":
                yield counting_text.short(confidence / 10)  # stored as 0-100, asked for and shown as 0-10
            case Use() as use, "amount":
                yield self._amount(use)
            case Session() as session, "kind":
                yield meetings_text.format_state(session)
            case Session(minutes=minutes), "minutes":
                yield str(minutes or "")
            case Goal() as goal, "target":
                yield goals_text.format_progress(goal)
            case Focus(pauses=pauses), "pauses":
                yield from (days_text.pause_line(pause, self._today) for pause in pauses)
            case Goal(steps=steps), "steps":
                yield from (f"{'▪' if step.done_on else '·'} {step.text}" for step in steps)
            case Score() as score, "answers":
                yield instruments_text.format_score(score)
            case _:
                plain = _plain_values(getattr(record, field))
                yield from self._named(plain) if field in kind_of(record).named else plain

    def _looked_back(self, use: Use) -> Iterator[str]:
        """Yield the answers of the debrief of a use."""
        if (debrief := self._debriefs.get(use.uid)) is not None:
            yield from (debrief.happened, *debrief.points, debrief.thought, debrief.reworded)
            promised = (self._promises[uid] for uid in debrief.actions if uid in self._promises)
            yield from (debriefs_text.format_promised(promise, self._today) for promise in promised)

    def _amount(self, use: Use) -> str:
        if use.amount is None:
            return ""
        return f"{use.amount.normalize():f} {use.unit or self._units.get(use.focus, '')}".rstrip()

    def _named(self, uids: Iterable[str]) -> Iterator[str]:
        return (name for uid in uids if (name := self._names.get(uid, "")))


def _passage(text: str, place: int, before: int) -> str:
    """Return the text from a few words before a place on: ``… at the birthday, then``."""
    start = place - before
    if start <= 0:
        return text[:BEGINNING]
    while start < place and not text[start - 1].isspace():
        start += 1
    return f"… {text[start : place + BEGINNING].lstrip()}"


def format_parked(journal: Journal, parked: Parked) -> str:
    """Return a record parked for the mentor on one line: why it was parked, and what it is."""
    record = journal.find(parked.kind, parked.record)
    if record is None:
        return parked.note or meetings_text.PARKED_DELETED
    words = _what(journal, record)
    return f"{parked.note} ({words})" if parked.note else words


def _what(journal: Journal, record: Record) -> str:
    """Return ``entry, Mon 23 Nov: Told the class``; for a record that belongs to no day, only its line."""
    kind, record_text = kind_of(record), RecordText(journal)
    if not kind.on_timeline:
        return record_text.line(record) if kind.line else meetings_text.PARKED_LINE
    day = "" if isinstance(record, Goal) else f", {format_day(record.local_date, journal.today())}"
    return f"{record_text.name(record)}{day}: {record_text.line(record)}"


def format_clock(record: Record) -> str:
    """Return ``19:30`` in the record's own zone; ``~19:30`` if it is not exact; empty if only the day is known."""
    if record.precision is Precision.DAY:
        return ""
    return f"{'~' if record.precision is Precision.PART_OF_DAY else ''}{_local(record):%H:%M}"


def _local(record: Record) -> datetime:
    """Return when it happened, in the zone it was written in; in UTC if this computer does not know the zone."""
    try:
        return record.at.astimezone(ZoneInfo(record.zone))
    except (KeyError, ValueError):
        return record.at


def _plain_values(value: object) -> Iterator[str]:
    """Yield what a field holds as text, one value per line; a list of fixed answers is on one line."""
    match value:
        case None:
            return
        case bool():
            yield kinds_text.YES if value else kinds_text.NO
        case [StrEnum(), *_]:
            yield ", ".join(kinds_text.texts(value))
        case str() | list():
            yield from kinds_text.texts(value)
        case _:
            yield str(value)
