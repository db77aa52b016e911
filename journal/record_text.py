"""Any record of the timeline, told on one line, or with everything that is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from journal.domain.checkins import CheckIn
from journal.domain.commitments import Commitment
from journal.domain.coping import Strategy
from journal.domain.cravings import Craving, Outcome, Trigger
from journal.domain.dates import day_words
from journal.domain.entries import Entry
from journal.domain.goals import Goal, progress_words
from journal.domain.labels import without_accents
from journal.domain.mooring import MooringLine
from journal.domain.needs import Need
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.reasons import Reason
from journal.domain.record import Precision, Record
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.store.journal import Journal
from journal.text.debriefs import promised_words
from journal.text.slips import BACK_ON_MY_WAY, TOLD_MENTOR

BEGINNING: Final = 400
"""Characters of an entry that its line is made from."""

LOOKED_THROUGH: Final = 100_000
"""Characters of a text in which the place of a word is looked for while the list is drawn."""

BEFORE: Final = 20
"""Characters shown before a word that was looked for."""


class Kind(NamedTuple):
    """One kind of record: its type, what one and several are called, the screen that opens it."""

    type: type[Record]
    one: str
    many: str
    route: str


KINDS: Final = (
    Kind(Entry, "entry", "entries", "entry"),
    Kind(CheckIn, "check-in", "check-ins", "checkin"),
    Kind(Craving, "craving", "cravings", "craving"),
    Kind(Use, "slip", "slips", "slip"),
    Kind(Session, "meeting", "meetings", "session"),
    Kind(Goal, "goal", "goals", "goal"),
)


def kind_of(record: Record) -> Kind:
    """The kind of a record of the timeline."""
    return next(kind for kind in KINDS if isinstance(record, kind.type))


OTHER_ROUTES: Final = {
    "commitments": "commitment",
    "needs": "need",
    "strategies": "strategy",
    "triggers": "trigger",
    "plans": "if_then",
    "reasons": "reason",
    "people": "person",
    "mooring": "mooring_line",
}
"""Table → the screen that opens a record of it, of those that are not on the timeline."""


def route_of(record: Record) -> str:
    """The name of the screen that opens a record, if there is one; a meeting that was held has notes."""
    if isinstance(record, Session) and record.held_at:
        return "meeting"
    return OTHER_ROUTES.get(record.table) or next((kind.route for kind in KINDS if isinstance(record, kind.type)), "")


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
        if isinstance(record, Use):
            return record.word or self._slip_word
        return kind_of(record).one

    def line(self, record: Record) -> str:
        """The record in a few words."""
        return " · ".join(part for part in self._parts(record) if part)

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
        return "\n".join([head, "", *(part for part in self._details(record) if part)])

    def _parts(self, record: Record) -> Iterator[str]:
        match record:
            case Entry():
                yield record.title or record.text[:BEGINNING].strip().partition("\n")[0]
            case CheckIn():
                yield from _ratings(record)
                yield ", ".join(record.halt)
                yield record.intention
            case Craving():
                yield str(record.intensity) if record.after is None else f"{record.intensity} → {record.after}"
                yield from self._named([record.focus, *record.triggers])
                yield _known(record.outcome)
            case Use():
                yield from self._named([record.focus])
                yield self._amount(record)
                yield record.situation or ""
            case Session():
                yield _standing(record)
                yield from (f"with {name}" for name in self._named([record.person]))
                yield record.place
            case Goal():
                yield record.title
                yield progress_words(record)
                yield record.status

    def _details(self, record: Record) -> Iterator[str]:
        match record:
            case Entry():
                yield from (record.title, record.text)
            case CheckIn():
                yield from self._parts(record)
                yield from (f"grateful for: {thanks}" for thanks in record.grateful)
            case Craving():
                yield from self._parts(record)
                yield from (f"tried: {name}" for name in self._named(a.strategy for a in record.attempts))
                yield from (", ".join(record.halt), record.place, record.company, record.thought)
            case Use():
                yield from self._parts(record)
                yield from self._named(record.triggers)
                yield from (record.place, record.company, record.note)
                yield from self._looked_back(record)
            case Session():
                yield from self._parts(record)
                yield f"{record.minutes} min" if record.minutes else ""
                yield from (*record.topics, record.hardest, record.proud, record.said, record.insight)
            case Goal():
                yield from self._parts(record)
                yield record.why
                yield from (f"{'▪' if step.done_on else '·'} {step.text}" for step in record.steps)

    def _looked_back(self, use: Use) -> Iterator[str]:
        """What came after a use: that it was told, and what was found out about it."""
        yield TOLD_MENTOR if use.told_mentor_at else ""
        yield BACK_ON_MY_WAY if use.back_on_track_at else ""
        if (debrief := self._debriefs.get(use.uid)) is not None:
            yield from (debrief.happened, *debrief.points, debrief.thought, debrief.reworded)
            promised = (self._promises[uid] for uid in debrief.actions if uid in self._promises)
            yield from (promised_words(promise, self._today) for promise in promised)

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
    match record:
        case Commitment() | MooringLine() | Reason():
            return record.text
        case Need():
            return f"{record.area}: {record.text}" if record.text else record.area
        case Strategy() | Trigger():
            return record.label
        case Person():
            return record.name
    if not any(isinstance(record, kind.type) for kind in KINDS):
        return "a line of yours"
    telling = RecordText(journal)
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


def _ratings(record: CheckIn) -> Iterator[str]:
    rated = {"mood": record.mood, "energy": record.energy, "sleep": record.sleep, "craving": record.strongest_craving}
    return (f"{name} {value}" for name, value in rated.items() if value is not None)


def _known(outcome: Outcome) -> str:
    return outcome if outcome.known else ""


def _standing(session: Session) -> str:
    if session.cancelled:
        return "cancelled"
    return session.kind if session.held_at else "planned"
