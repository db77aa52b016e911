"""The form about a planned meeting: when it is, and what the person brings to it.

Mentor and Today open it. ``meeting_notes`` and the agreement share its list of people.
"""

from __future__ import annotations

from datetime import time
from typing import Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from journal.domain.dates import local_instant
from journal.domain.parked import waiting
from journal.domain.people import Person, mentor
from journal.domain.record import UNDATED, Precision
from journal.domain.sessions import Mode, Session, SessionKind, Wish
from journal.record_text import format_parked
from journal.text import commitments as commitments_text
from journal.text import labels as labels_text
from journal.text import meeting_plan as meeting_plan_text
from journal.text import meetings as meetings_text
from journal.text import safety as safety_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.mentor.meeting_commitments import open_with
from screens.mentor.safety_words import SafetyWords
from screens.messages import Changed
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, TextField
from screens.widgets.fields.choices import ChoiceField, RatingField, YesNoField
from screens.widgets.fields.dates import DayField, TimeField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import LinesField, WritingField
from screens.widgets.plain_text import Plain
from screens.widgets.rating import Rating

NOON: Final = time(12)
"""The time of a meeting that is only known to the day."""


def people_options(people: list[Person]) -> list[tuple[str, str]]:
    """Return the people to meet as (uid, name), those with a mentor's role first, without those who left."""
    there = [person for person in people if not person.archived]
    return [(person.uid, person.name) for person in sorted(there, key=lambda person: not person.role.mentors)]


def meeting_kinds() -> list[tuple[SessionKind, str]]:
    """Return the kinds of meetings with their names; a contact has a form of its own."""
    return [(kind, name) for kind, name in labels_text.choices(SessionKind) if kind is not SessionKind.CONTACT]


class SessionSheet(RecordForm[Session]):
    """Asks about a meeting to come: person, day, time, place; status, wish, what was hardest, what to talk about."""

    NAME = meeting_plan_text.FORM
    ROUTE = "session"
    KEYS = meeting_plan_text.KEYS
    BINDINGS = [*RecordForm.BINDINGS, *bindings("preparing")]
    RECORD = Session
    CSS_PATH = "meeting_plan.tcss"

    def fields(self) -> ComposeResult:
        """Ask what the person brings, then when and where it is; of a new meeting when and where first."""
        is_new = self.record is None and self._draft_key.endswith(":new")
        first, second = (self._planned, self._brought) if is_new else (self._brought, self._planned)
        yield from first()
        yield from second()
        yield Plain(safety_text.emergency_foot(self.app.settings.region), classes="muted")

    def _planned(self) -> ComposeResult:
        people = self.journal.people.all()
        person = ChoiceField(meeting_plan_text.PERSON, people_options(people), id="person")
        if someone := mentor(people):
            person.choice.choose(someone.uid)
        yield DayField(
            meeting_plan_text.DAY,
            id="day",
            today=self.journal.today(),
            hint=meeting_plan_text.DAY_HINT,
            prefer_future=True,
            attribute=None,
            required=meeting_plan_text.DAY_NEEDED,
        )
        yield TimeField(meeting_plan_text.TIME, id="time", attribute=None)
        yield TextField(meeting_plan_text.PLACE, id="place")
        yield person
        yield ChoiceField(meeting_plan_text.KIND, meeting_kinds(), id="kind", default=SessionKind.ONE_TO_ONE)
        yield ChoiceField(meeting_plan_text.MODE, labels_text.choices(Mode), id="mode")
        yield MinutesField(
            meeting_plan_text.MINUTES,
            id="minutes",
            hint=meeting_plan_text.MINUTES_HINT,
        )

    def _brought(self) -> ComposeResult:
        yield Plain(id="empty", classes="muted")
        yield RatingField(meeting_plan_text.STATUS, id="status", minimum=1, maximum=5)
        yield Plain(id="means", classes="muted")
        yield YesNoField(
            meeting_plan_text.NOT_SAFE, id="safety_concern", default=False, hint=meeting_plan_text.NOT_SAFE_HINT
        )
        yield SafetyWords("status", "safety_concern")
        yield ChoiceField(meeting_plan_text.WISH, labels_text.choices(Wish), id="wish")
        yield TextField(meeting_plan_text.ASK, id="ask", hint=meeting_plan_text.ASK_HINT)
        yield WritingField(meeting_plan_text.HARDEST, id="hardest")
        yield WritingField(meeting_plan_text.PROUD, id="proud")
        yield LinesField(meeting_plan_text.TOPICS, id="topics", hint=meeting_plan_text.TOPICS_HINT)
        yield Plain(id="kept", classes="muted")
        yield Plain(id="promised", classes="muted")

    def on_mount(self) -> None:
        """Say what the status means, what is still empty, and what is kept and promised; follow changes of them."""
        self.watch(self.query_one("#status", RatingField).rating, "value", self._show_meaning)
        self.watch(self.query_one("#person", ChoiceField).choice, "chosen", self.show_what_is_there)
        self.say_what_is_empty()
        self.show_what_is_there()

    @on(Choice.Chosen)
    @on(Rating.Rated)
    @on(TextArea.Changed)
    def say_what_is_empty(self) -> None:
        """List what is still empty; none of it is required."""
        empty = [name for name in meeting_plan_text.EMPTY_FIELDS if not self._is_filled_in(name)]
        self.query_one("#empty", Plain).show(meeting_plan_text.still_empty(empty))

    def _is_filled_in(self, name: str) -> bool:
        field = self.query_one(f"#{name}", Field)
        return bool(field.text if isinstance(field, WritingField) else field.draft_value)

    @on(Changed)
    def show_what_is_there(self) -> None:
        """Show what is kept for the person, and what was promised and is still open, as it is now."""
        if self.app.journal is None:
            return
        who = self.query_one("#person", ChoiceField).value or ""
        kept = [format_parked(self.journal, one) for one in waiting(self.journal.parked, who)]
        commitments, today = open_with(self.journal.commitments, who), self.journal.today()
        promised = [commitments_text.format_whose(one, today) for one in commitments]
        self._show_list("kept", meeting_plan_text.KEPT, kept)
        self._show_list("promised", meeting_plan_text.PROMISED, promised)

    def _show_list(self, name: str, heading: str, lines: list[str]) -> None:
        """Show lines under a heading, or nothing without a line."""
        shown = self.query_one(f"#{name}", Plain)
        shown.show("\n".join([heading, *(f"· {line}" for line in lines)]) if lines else "")
        shown.display = bool(lines)

    def action_parked(self) -> None:
        """Open what is kept for the meeting."""
        self.app.show("parked")

    def _show_meaning(self, status: int | None) -> None:
        self.query_one("#means", Plain).show(
            meetings_text.STATUS_WORDS.get(status or 0, meeting_plan_text.STATUS_MEANS)
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
        """Return the meeting at its time on its day; without a time it is only known to the day."""
        day, hour = self.query_one("#day", DayField).value, self.query_one("#time", TimeField).value
        assert day is not None
        planned_at = local_instant(day, hour or NOON, self.journal.zone())
        precision = Precision.EXACT if hour else Precision.DAY
        return replace(session, planned_at=planned_at, at=planned_at, local_date=UNDATED, precision=precision)
