"""A planned meeting: when it is, and what I bring to it."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain import words
from journal.domain.people import Person, mentor
from journal.domain.record import UNDATED, Precision, Record
from journal.domain.sessions import STATUS_WORDS, Session, SessionKind, Wish
from journal.domain.time import local_instant
from screens.sheet import Sheet
from screens.widgets.field import ChoiceField, DayField, NotUnderstood, RatingField, TextField, TimeField
from screens.widgets.plain import Plain
from screens.widgets.writing import WritingField

NOON = time(12)
KINDS = [(kind, kind.value) for kind in SessionKind]
WISHES = [(wish, wish.value) for wish in Wish]


def people_options(people: list[Person]) -> list[tuple[str, str]]:
    """Whom one may meet: uid and name, those with a mentor's role first."""
    there = [person for person in people if not person.archived]
    return [(person.uid, person.name) for person in sorted(there, key=lambda person: not person.role.mentors)]


class SessionSheet(Sheet):
    """A meeting to come: person, day, time, place; how I am, what I want, what was hardest, what to talk about."""

    NAME = "the next meeting"
    ROUTE = "session"
    KIND = Session
    CSS_PATH = "session.tcss"

    def fields(self) -> ComposeResult:
        """When and where; then what I bring."""
        people = self.journal.people.all()
        person = ChoiceField("With", people_options(people), id="person")
        kind = ChoiceField("Kind", KINDS, id="kind")
        kind.choice.choose(SessionKind.ONE_TO_ONE)
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        yield DayField("Day", id="day", today=self.journal.today(), hint="thu, +7, 26 Nov, 2026-11-26", ahead=True)
        yield TimeField("Time", id="time")
        yield TextField("Place", id="place")
        yield person
        yield kind
        yield RatingField("How I am", id="status", least=1, most=5)
        yield Plain(id="means", classes="muted")
        yield ChoiceField("I want you to", WISHES, id="wish")
        yield WritingField("The hardest", id="hardest")
        yield WritingField("To talk about", id="topics", hint="One to a line.")
        yield Plain(words.emergency_foot(self.app.settings.region), classes="muted")

    def on_mount(self) -> None:
        """Say what the status means, whoever sets it."""
        self.watch(self.query_one("#status", RatingField).rating, "value", self._say)

    def _say(self, status: int | None) -> None:
        self.query_one("#means", Plain).show(STATUS_WORDS.get(status or 0, "1 going well … 5 using now or unsafe"))

    def fill(self, record: Record) -> None:
        """The meeting as planned."""
        assert isinstance(record, Session)
        if record.planned_at is not None:
            when = self.journal.local(record.planned_at)
            self.query_one("#day", DayField).set_value(when.date())
            self.query_one("#time", TimeField).set_value(when.time() if record.precision is Precision.EXACT else None)
        self.query_one("#place", TextField).write(record.place)
        self.query_one("#person", ChoiceField).choice.choose(record.person)
        self.query_one("#kind", ChoiceField).choice.choose(record.kind)
        self.query_one("#status", RatingField).write(record.status)
        self.query_one("#wish", ChoiceField).choice.choose(*([record.wish] if record.wish else []))
        self.query_one("#hardest", WritingField).write(record.hardest)
        self.query_one("#topics", WritingField).write("\n".join(record.topics))

    def records(self) -> tuple[Record, ...]:
        """The meeting, at its time on its day; without a time it is known to the day."""
        day, hour = self.query_one("#day", DayField), self.query_one("#time", TimeField)
        if day.value is None:
            raise NotUnderstood(day, "A day is needed, if only a guess.")
        planned_at = local_instant(day.value, hour.value or NOON, self.journal.zone())
        before = self.record if isinstance(self.record, Session) else Session()
        session = replace(
            before,
            planned_at=planned_at,
            at=planned_at,
            local_date=UNDATED,
            precision=Precision.EXACT if hour.value else Precision.DAY,
            place=self.query_one("#place", TextField).text,
            person=self.query_one("#person", ChoiceField).value or before.person,
            kind=self.query_one("#kind", ChoiceField).value or before.kind,
            status=self.query_one("#status", RatingField).value,
            wish=self.query_one("#wish", ChoiceField).value,
            hardest=self.query_one("#hardest", WritingField).text,
            topics=self.query_one("#topics", WritingField).lines,
        )
        return (session,)
