"""A meeting that is going on, or was held: what was said, how it was, and when the next one is."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.people import mentor
from journal.domain.record import UNDATED, Precision, Record
from journal.domain.sessions import STATUS_WORDS, Session, SupportRole
from journal.domain.time import local_instant
from screens.session import KINDS, NOON, people_options
from screens.sheet import Sheet
from screens.widgets.field import ChoiceField, DayField, NotUnderstood, NumberField, RatingField, TextField, TimeField
from screens.widgets.plain import Plain
from screens.widgets.writing import WritingField
from screens.widgets.yes_no import YesNoField

ROLES = [(role, role.value) for role in SupportRole]
LONGEST = 1440


def brought(session: Session) -> str:
    """What was prepared, a line each; nothing where nothing was."""
    status = f"Status {session.status} of 5: {STATUS_WORDS[session.status]}." if session.status else ""
    wish = f"I want you to: {session.wish.value}." if session.wish else ""
    hardest = f"The hardest: {session.hardest}" if session.hardest else ""
    topics = f"To talk about: {' · '.join(session.topics)}" if session.topics else ""
    return "\n".join(part for part in (status, wish, hardest, topics) if part)


class MeetingSheet(Sheet):
    """Notes of a meeting. Saving keeps it as held and, where a day is given, plans the next one."""

    NAME = "the meeting"
    ROUTE = "meeting"
    KIND = Session
    CSS_PATH = "session.tcss"
    AUTO_FOCUS = "#said Writing"

    @property
    def in_meeting(self) -> bool:
        """While it is held, the journal waits longer before it locks."""
        return not (isinstance(self.record, Session) and self.record.held_at)

    def fields(self) -> ComposeResult:
        """What I brought, what was said, how it was; then when, the next one, and with whom."""
        yield Plain(id="brought", classes="muted")
        yield WritingField("They said", id="said")
        yield WritingField("I take with me", id="insight")
        yield RatingField("How open I was", id="honesty", least=1, most=5, hint="1 hardly … 5 about everything")
        yield RatingField("How useful", id="usefulness", least=1, most=5, hint="1 hardly … 5 very")
        yield ChoiceField("What it gave", ROLES, id="roles", many=True)
        yield YesNoField("Safety a worry", id="worry", usual=False)
        yield TextField("What we do", id="action", hint="About safety, if there was a worry.")
        yield from self._when()
        yield Plain("The next one", id="next", classes="part")
        yield DayField("Day", id="next-day", today=self.journal.today(), hint="thu, +7, 26 Nov, 2026-11-26", ahead=True)
        yield TimeField("Time", id="next-time")
        yield TextField("Place", id="next-place")

    def _when(self) -> ComposeResult:
        now = self.journal.local(self.journal.now())
        people = self.journal.people.all()
        person, kind = ChoiceField("With", people_options(people), id="person"), ChoiceField("Kind", KINDS, id="kind")
        day, began = DayField("Held on", id="day", today=self.journal.today()), TimeField("Began", id="time")
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        kind.choice.choose(Session().kind)
        day.set_value(now.date())
        began.set_value(now.time())
        yield Plain("This one", classes="part")
        yield from (day, began, NumberField("Minutes", id="minutes"), person, kind)

    def fill(self, record: Record) -> None:
        """The meeting as prepared, or as noted before; it began as planned unless that is still to come."""
        assert isinstance(record, Session)
        self.query_one("#brought", Plain).show(brought(record))
        for name in ("said", "insight"):
            self.query_one(f"#{name}", WritingField).write(getattr(record, name))
        for name in ("honesty", "usefulness"):
            self.query_one(f"#{name}", RatingField).write(getattr(record, name))
        self.query_one("#roles", ChoiceField).choice.choose(*record.roles)
        self.query_one("#worry", YesNoField).choice.choose(record.safety_concern)
        self.query_one("#action", TextField).write(record.safety_action)
        self.query_one("#minutes", NumberField).write("" if record.minutes is None else record.minutes)
        self.query_one("#person", ChoiceField).choice.choose(record.person)
        self.query_one("#kind", ChoiceField).choice.choose(record.kind)
        began = record.held_at or record.planned_at
        if began is not None and began <= self.journal.now():
            self._begin(self.journal.local(began), record.precision)
        for name in ("next", "next-day", "next-time", "next-place"):
            self.query_one(f"#{name}").display = self.in_meeting

    def _begin(self, local: datetime, precision: Precision) -> None:
        self.query_one("#day", DayField).set_value(local.date())
        self.query_one("#time", TimeField).set_value(local.time() if precision is Precision.EXACT else None)

    def records(self) -> tuple[Record, ...]:
        """The meeting as held, and the next one if it has a day."""
        day, began = self.query_one("#day", DayField), self.query_one("#time", TimeField)
        on = day.value or self.journal.today()
        held_at = local_instant(on, began.value or NOON, self.journal.zone())
        if on > self.journal.local(self.journal.now()).date():
            raise NotUnderstood(day, "That day is still to come. esc, then enter prepares it.")
        before = self.record if isinstance(self.record, Session) else Session()
        session = replace(
            before,
            held_at=held_at,
            at=held_at,
            local_date=UNDATED,
            precision=Precision.EXACT if began.value else Precision.DAY,
            minutes=self._minutes(),
            person=self.query_one("#person", ChoiceField).value or before.person,
            kind=self.query_one("#kind", ChoiceField).value or before.kind,
            said=self.query_one("#said", WritingField).text,
            insight=self.query_one("#insight", WritingField).text,
            honesty=self.query_one("#honesty", RatingField).value,
            usefulness=self.query_one("#usefulness", RatingField).value,
            roles=self.query_one("#roles", ChoiceField).values,
            safety_concern=self.query_one("#worry", YesNoField).yes,
            safety_action=self.query_one("#action", TextField).text,
        )
        return (session, *self._next(session))

    def _next(self, session: Session) -> tuple[Session, ...]:
        day, hour = self.query_one("#next-day", DayField).value, self.query_one("#next-time", TimeField).value
        if day is None:
            return ()
        planned_at = local_instant(day, hour or NOON, self.journal.zone())
        precision = Precision.EXACT if hour else Precision.DAY
        place = self.query_one("#next-place", TextField).text
        following = Session(person=session.person, kind=session.kind, place=place, precision=precision)
        return (replace(following, planned_at=planned_at, at=planned_at),)

    def _minutes(self) -> int | None:
        field = self.query_one("#minutes", NumberField)
        if field.value is not None and field.value > LONGEST:
            raise NotUnderstood(field, "More than a day: minutes are meant.")
        return None if field.value is None else int(field.value)
