"""A planned meeting: when it is, and what I bring to it."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from journal.domain.dates import local_instant
from journal.domain.parked import waiting
from journal.domain.people import Person, mentor
from journal.domain.record import UNDATED, Precision
from journal.domain.sessions import Mode, Session, SessionKind, Wish
from journal.record_text import parked_words
from journal.text import meetings as meetings_text
from journal.text import safety as safety_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_commitments import open_with, promise_line
from screens.messages import Changed
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import LinesField, WritingField
from screens.widgets.plain_text import Plain
from screens.widgets.rating import Rating

NOON = time(12)
TOO_MANY_MINUTES = "More than a day: minutes are meant."

KEPT = "Kept for it, F6 shows it:"
PROMISED = "Promised, and still open:"

MODES = [(mode, mode.value) for mode in Mode]
KINDS = [(kind, kind.value) for kind in SessionKind]
WISHES = [(wish, wish.value) for wish in Wish]


def people_options(people: list[Person]) -> list[tuple[str, str]]:
    """Whom one may meet: uid and name, those with a mentor's role first."""
    there = [person for person in people if not person.archived]
    return [(person.uid, person.name) for person in sorted(there, key=lambda person: not person.role.mentors)]


class SessionSheet(RecordForm[Session]):
    """A meeting to come: person, day, time, place; how I am, what I want, what was hardest, what to talk about."""

    NAME = "the next meeting"
    ROUTE = "session"
    KEYS = "ctrl+s save · F6 kept for it · esc back"
    BINDINGS = [*RecordForm.BINDINGS, *bindings("preparing")]
    RECORD = Session
    CSS_PATH = "meeting_plan.tcss"

    def fields(self) -> ComposeResult:
        """What I bring, and what is still empty; then when and where. Of a new one first when and where."""
        is_new = self.record is None and self._draft_key.endswith(":new")
        first, second = (self._planned, self._brought) if is_new else (self._brought, self._planned)
        yield from first()
        yield from second()
        yield Plain(safety_text.emergency_foot(self.app.settings.region), classes="muted")

    def _planned(self) -> ComposeResult:
        people = self.journal.people.all()
        person = ChoiceField("With", people_options(people), id="person")
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        yield DayField(
            "Day",
            id="day",
            today=self.journal.today(),
            hint="thu, +7, 26 Nov, 2026-11-26",
            prefer_future=True,
            attribute=None,
            required="A day is needed, if only a guess.",
        )
        yield TimeField("Time", id="time", attribute=None)
        yield TextField("Place", id="place")
        yield person
        yield ChoiceField("Kind", KINDS, id="kind", default=SessionKind.ONE_TO_ONE)
        yield ChoiceField("How", MODES, id="mode")
        hint = "The agenda is made for them; 40 are usual."
        yield MinutesField("Minutes", id="minutes", hint=hint, too_many=TOO_MANY_MINUTES)

    def _brought(self) -> ComposeResult:
        yield Plain(id="empty", classes="muted")
        yield RatingField("How I am", id="status", minimum=1, maximum=5)
        yield Plain(id="means", classes="muted")
        yield ChoiceField("I want you to", WISHES, id="wish")
        yield WritingField("The hardest", id="hardest")
        yield WritingField("Proud of", id="proud")
        yield LinesField("To talk about", id="topics", hint="One to a line.")
        yield Plain(id="kept", classes="muted")
        yield Plain(id="promised", classes="muted")

    def on_mount(self) -> None:
        """Say what the status means, whoever sets it, what is still empty, and what is there already."""
        self.watch(self.query_one("#status", RatingField).rating, "value", self._say)
        self.watch(self.query_one("#person", ChoiceField).choice, "chosen", self.show_what_is_there)
        self.say_what_is_empty()
        self.show_what_is_there()

    @on(Choice.Chosen)
    @on(Rating.Rated)
    @on(TextArea.Changed)
    def say_what_is_empty(self) -> None:
        """A checklist: none of it is required."""
        named = {"status": "how I am", "wish": "what I want", "hardest": "the hardest", "proud": "proud of"}
        named["topics"] = "what to talk about"
        empty = [words for name, words in named.items() if not self._filled_in(name)]
        told = f"Still empty, and may stay so: {', '.join(empty)}." if empty else "Everything is prepared."
        self.query_one("#empty", Plain).show(told)

    def _filled_in(self, name: str) -> bool:
        field = self.query_one(f"#{name}", Field)
        return bool(field.text if isinstance(field, WritingField) else field.written)

    @on(Changed)
    def show_what_is_there(self) -> None:
        """What is kept for whom it is with, and what was promised and is still open, as it is now."""
        if self.app.journal is None:
            return
        who = self.query_one("#person", ChoiceField).value or ""
        kept = [parked_words(self.journal, one) for one in waiting(self.journal.parked, who)]
        promised = [promise_line(one, self.journal.today()) for one in open_with(self.journal.commitments, who)]
        for name, heading, told in (("kept", KEPT, kept), ("promised", PROMISED, promised)):
            lines = "\n".join(f"· {one}" for one in told)
            self.query_one(f"#{name}", Plain).show(f"{heading}\n{lines}" if told else "")
            self.query_one(f"#{name}", Plain).display = bool(told)

    def action_parked(self) -> None:
        """Look at what is kept for the meeting."""
        self.app.show("parked")

    def _say(self, status: int | None) -> None:
        self.query_one("#means", Plain).show(
            meetings_text.STATUS_WORDS.get(status or 0, "1 going well … 5 using now or unsafe")
        )

    def load(self, session: Session) -> None:
        """Show the meeting, and when it is planned."""
        super().load(session)
        if session.planned_at is not None:
            when = self.journal.local(session.planned_at)
            self.query_one("#day", DayField).from_record(when.date())
            self.query_one("#time", TimeField).from_record(
                when.time() if session.precision is Precision.EXACT else None
            )

    def finish(self, session: Session) -> Session:
        """Put it at its time on its day; without a time it is known to the day."""
        day, hour = self.query_one("#day", DayField).value, self.query_one("#time", TimeField).value
        assert day is not None
        planned_at = local_instant(day, hour or NOON, self.journal.zone())
        precision = Precision.EXACT if hour else Precision.DAY
        return replace(session, planned_at=planned_at, at=planned_at, local_date=UNDATED, precision=precision)
