"""Mentor: who helps, the next meeting, the ones before."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from journal.domain.people import Person, mentor
from journal.domain.record import Precision
from journal.domain.sessions import Session, ends_at, held, next_session, planned
from journal.domain.sharing import Share
from journal.domain.time import date_words, day_words
from screens.keys import bindings
from screens.meeting import brought
from screens.places import Place
from screens.widgets.heading import Heading
from screens.widgets.opens import elided
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain, line
from screens.widgets.record_list import RecordList


class Mentor(Place):
    """Three lists: meetings to come, people, meetings held; and what the mentor was given last."""

    NAME = "Mentor"
    WHERE = "mentor"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "mentor.tcss"
    AUTO_FOCUS = "#planned"

    def body(self) -> ComposeResult:
        """What is next above; who, and what was, below."""
        with Panel("next", id="next"):
            yield RecordList(self._planned_line, id="planned")
            yield Plain(id="brought", classes="muted")
        with Horizontal(id="below"):
            with Panel("people", id="of-people"):
                yield RecordList(_person_line, empty="Nobody yet. + adds someone.", id="people")
            with Panel("meetings held", id="of-held"):
                yield RecordList(self._held_line, empty="None yet. m writes one down.", id="held")
        yield Plain(id="page", classes="muted")

    def show_journal(self) -> None:
        """Bring the lists up to date."""
        people, sessions = self.journal.people.all(), self.journal.sessions.all()
        someone = mentor(people)
        heading = self.query_one(Heading)
        heading.title = f"Mentor · {line(someone.name, 30)}, {someone.role.value}" if someone else "Mentor"
        heading.refresh()
        self.query_one("#people", RecordList).show(sorted(people, key=lambda person: person.archived))
        self.query_one("#held", RecordList).show(held(sessions))
        nothing = (
            "No meeting is planned. + plans one." if someone else "No mentor yet. + adds a mentor, sponsor or coach."
        )
        self.query_one("#planned", RecordList).show(planned(sessions), empty=nothing)
        self._show_brought()
        self._offer_keys(adds="+ plan" if someone else "+ add")
        self.query_one("#page", Plain).show(self._page_words(self.journal.shares.all()))

    def _offer_keys(self, adds: str) -> None:
        """Name the keys that do something: those of a line only where there is one."""
        there = {records.id: bool(records.items) for records in self.query(RecordList)}
        self.query_one("#next", Panel).show_keys("enter prepare" if there["planned"] else "", "m meet now", adds)
        self.query_one("#of-people", Panel).show_keys("enter change" if there["people"] else "", "+ add")
        self.query_one("#of-held", Panel).show_keys("enter read · d delete" if there["held"] else "")

    # What the lines say.

    def _planned_line(self, session: Session, width: int) -> str:
        parts = [self._when(session), self._met(session), session.place]
        if ends_at(session) < self.journal.now():
            parts.append("m writes it down, d takes it off")
        return joined(parts, width)

    def _held_line(self, session: Session, width: int) -> str:
        minutes = "" if session.minutes is None else f"{session.minutes} min"
        status = f"status {session.status}" if session.status else ""
        parts = [day_words(session.local_date, self.journal.today()), self._met(session), minutes, status, session.said]
        return joined(parts, width)

    def _when(self, session: Session) -> str:
        local = self.journal.local(session.planned_at or session.at)
        day = day_words(local.date(), self.journal.today())
        return f"{day} {local:%H:%M}" if session.precision is Precision.EXACT else day

    def _met(self, session: Session) -> str:
        people = self.journal.people
        return people.get(session.person).name if session.person in people else session.kind.value

    def _page_words(self, shares: list[Share]) -> str:
        if not shares:
            return "No page was shared yet. p makes one."
        share = shares[-1]
        given = day_words(share.local_date, self.journal.today())
        return f"Last page: {date_words(share.first, share.last)}, made {given}. p makes the next."

    @on(RecordList.Moved, "#planned")
    def _show_brought(self) -> None:
        session = self.query_one("#planned", RecordList).item
        nothing = "Nothing prepared yet: enter." if session else ""
        self.query_one("#brought", Plain).show(brought(session) or nothing if session else "")

    # What the keys do.

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def open(self, message: RecordList.About) -> None:
        """Change the person, prepare the meeting, or read what was noted."""
        self.app.show(_sheet(message.item), record=message.item)

    @on(RecordList.Delete)
    def ask_to_delete(self, message: RecordList.About) -> None:
        """Delete the marked line, after asking."""
        self.app.delete(message.item, "this person" if isinstance(message.item, Person) else "this meeting")

    def action_add(self) -> None:
        """Add a person where there is no mentor or the people have the focus; plan a meeting elsewhere."""
        in_people = self.query_one("#people").has_focus
        self.app.show("person" if in_people or mentor(self.journal.people.all()) is None else "session")

    def action_meet(self) -> None:
        """Meet now: the marked meeting, else the next; where none is planned, one more."""
        marked = self.query_one("#planned", RecordList)
        session = marked.item if marked.has_focus else next_session(self.journal.sessions.all(), self.journal.now())
        self.app.show("meeting", record=session)


def _sheet(item: Any) -> str:
    if isinstance(item, Person):
        return "person"
    return "meeting" if item.held_at else "session"


def joined(parts: list[str], width: int) -> str:
    """The parts that say something, on one line of at most ``width`` cells."""
    return elided(" · ".join(part for part in parts if part), width)


def _person_line(person: Person, width: int) -> str:
    role = "not there any more" if person.archived else person.role.value
    return joined([person.name, role, person.contact], width)
