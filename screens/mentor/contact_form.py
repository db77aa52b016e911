"""The short form about a meeting attended or a contact with a supporter, with what is known of it afterwards.

``h`` on every place opens it for a new one, the lists for one that has no notes from ``meeting_notes``.
"""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.record import UNFILLED, Precision
from journal.domain.sessions import Mode, Session
from journal.text import contacts as contacts_text
from journal.text import labels as labels_text
from journal.text import meeting_plan as meeting_plan_text
from screens.base.form import RecordForm
from screens.mentor.meeting_plan import people_options
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.numbers import MinutesField
from screens.widgets.fields.text import WritingField
from screens.widgets.fields.when import When


class ContactSheet(RecordForm[Session]):
    """Asks what it was, when, who with, for how long and where, and takes a note. Saving records it as held."""

    NAME = contacts_text.FORM
    ROUTE = "contact"
    RECORD = Session

    def body(self) -> ComposeResult:
        # After unlocking only the draft's key is known; the people to choose from depend on the record.
        self.record = self.record or self.find(self._draft_key.partition(":")[2])
        yield from super().body()

    def fields(self) -> ComposeResult:
        needed, hint = contacts_text.WHAT_NEEDED, contacts_text.WHAT_HINT
        kinds = list(contacts_text.KINDS.items())
        yield ChoiceField(contacts_text.WHAT, kinds, id="kind", required=needed, hint=hint)
        yield When(self.journal)
        if people := self._people():
            yield ChoiceField(meeting_plan_text.PERSON, people, id="person", empty="")
        yield MinutesField(meeting_plan_text.MINUTES, id="minutes")
        yield TextField(meeting_plan_text.PLACE, id="place")
        yield ChoiceField(meeting_plan_text.MODE, labels_text.choices(Mode), id="mode")
        yield WritingField(contacts_text.NOTE, id="said")

    def _people(self) -> list[tuple[str, str]]:
        """Return the people who are there, and the one it was with though they left since."""
        there, people = people_options(self.journal.people.all()), self.journal.people
        uid = self.record.person if self.record else ""
        gone = uid in people and all(uid != one for one, _ in there)
        return [*there, *([(uid, people.get(uid).name)] if gone else [])]

    def on_mount(self) -> None:
        """Begin with today for a new one."""
        if self.record is None:
            today = Session(at=self.journal.now(), local_date=self.journal.today(), precision=Precision.DAY)
            self.query_one(When).load(today)

    def load(self, session: Session) -> None:
        """Show the record, and when it was."""
        super().load(session)
        self.query_one(When).load(session)

    def finish(self, session: Session) -> Session:
        """Return it as held at the moment that is typed; without a time it is only known to the day."""
        moved = self.query_one(When).moved(session)
        if moved.at == UNFILLED:
            now, today = self.journal.now(), self.journal.today()
            moved = replace(moved, at=now, local_date=today, precision=Precision.DAY)
        return replace(moved, held_at=moved.at)
