"""Mentor: the next meeting, what was promised, hours, needs, who helps, and the meetings before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from journal.domain.agreements import GROUPS, ONE_TO_ONE, Agreement, Dose, current, dose, ends_on, programme_week
from journal.domain.commitments import By, Commitment, done, in_order, reopened
from journal.domain.dates import date_words, day_words
from journal.domain.needs import Need, advance
from journal.domain.needs import in_order as needs_in_order
from journal.domain.parked import waiting
from journal.domain.people import Person, Role
from journal.domain.record import Record
from journal.domain.sessions import Session, ends_at, held, next_session, planned
from journal.domain.share_ledger import Share, pages
from journal.text import debriefs as debriefs_text
from journal.text import meetings as meetings_text
from screens.base.main_screen import MainScreen
from screens.keymap import bindings
from screens.mentor.meeting_notes import brought
from screens.routes import RECORD_ROUTES, route_of
from screens.widgets.header import Heading
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import progress_bar, truncate

TABLE_OF: Final = {"promises": "commitments", "needs": "needs", "people": "people"}
"""List → the table its lines are records of, where one can be added."""

WHO: Final = {By.ME: "me", By.MENTOR: "mentor", By.BOTH: "both"}
NONE_PLANNED: Final = "No meeting is planned. + plans one."
NO_MENTOR: Final = "No mentor yet. + adds a mentor, sponsor or coach."


class Mentor(MainScreen):
    """Six panels about one mentor; where there are several, the arrows go from one to the next."""

    NAME = "Mentor"
    KEY_SCOPE = "mentor"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "mentor.tcss"
    AUTO_FOCUS = "#planned"

    _person = ""

    def body(self) -> ComposeResult:
        """What is next beside what was promised; hours beside needs; who, and what was, below."""
        with VerticalScroll(id="panels", can_focus=False), Container(id="grid"):
            with Panel("next", id="next"):
                yield RecordList(self._planned_line, id="planned")
                yield Plain(id="brought", classes="muted")
            with Panel("promises", id="of-promises"):
                yield RecordList(self._promise_line, empty="Nothing is promised. + adds one.", id="promises")
            with Panel("hours", "enter agreement · t how it goes", id="of-hours"):
                yield Row("", id="agreement")
                yield Row("one-to-one", id="one-to-one")
                yield Row("groups", id="groups")
            with Panel("needs", id="of-needs"):
                yield RecordList(_need_line, empty="None written down. + adds one.", id="needs")
            with Panel("people", id="of-people"):
                yield RecordList(_person_line, empty="Nobody yet. + adds someone.", id="people")
            with Panel("meetings held", id="of-held"):
                yield RecordList(self._held_line, empty="None yet. m writes one down.", id="held")
        yield Plain(id="page", classes="muted")

    # What it shows.

    @property
    def mentors(self) -> list[Person]:
        """Whom the place can be about: those with a mentor's role who are still there."""
        return [one for one in self.journal.people if one.role.mentors and not one.archived]

    @property
    def someone(self) -> Person | None:
        """Whom it is about: who was chosen, else who is met next, else the first."""
        mentors = {one.uid: one for one in self.mentors}
        coming = next_session(self.journal.sessions, self.journal.now())
        met = coming.person if coming else ""
        return mentors.get(self._person) or mentors.get(met) or next(iter(mentors.values()), None)

    def show_journal(self) -> None:
        """Bring the lists up to date."""
        someone = self.someone
        uid = someone.uid if someone else ""
        agreement = current(self.journal.agreements, uid)
        self._show_heading(someone, agreement)
        people = sorted(self.journal.people.all(), key=lambda person: person.archived)
        self._show("people", people)
        self._show("held", held(self.journal.sessions))
        promises = [one for one in in_order(self.journal.commitments) if not uid or one.person in ("", uid)]
        self._show("promises", promises)
        self._show("needs", needs_in_order(self.journal.needs))
        nothing = NONE_PLANNED if someone else NO_MENTOR
        self.query_one("#planned", RecordList).show(planned(self.journal.sessions), empty=nothing)
        self._show_hours(someone, agreement)
        self._show_brought()
        self._offer_keys(adds="+ plan" if someone else "+ add")
        self.query_one("#page", Plain).show(self._page_words(pages(self.journal.shares)))

    def _show(self, name: str, records: Sequence[Record]) -> None:
        self.query_one(f"#{name}", RecordList).show(records)

    def _show_heading(self, someone: Person | None, agreement: Agreement | None) -> None:
        """``Mentor · R., sponsor · week 5 of 12, to Wed 13 Jan``."""
        heading = self.query_one(Heading)
        parts = [f"{one_line(someone.name, 30)}, {someone.role.value}"] if someone else []
        week = programme_week(agreement, self.journal.today()) if agreement else None
        if agreement and week:
            last = ends_on(agreement)
            until = f", to {day_words(last)}" if last and not week.over else ""
            stands = (
                "rests for now" if week.rests else "is over" if week.over else f"week {week.number} of {week.weeks}"
            )
            parts.append(f"{stands}{until}")
        heading.title = " · ".join(["Mentor", *parts])
        heading.refresh()

    def _show_hours(self, someone: Person | None, agreement: Agreement | None) -> None:
        """Hours and meetings had against those planned up to today; enter opens what was agreed."""
        way = partial(self.app.show, "agreement", person=someone.uid if someone else "")
        told = "Nothing is agreed yet; ten minutes together will do." if someone else ""
        if agreement:
            told = f"version {agreement.version}, {'agreed by both' if agreement.agreed else 'initials to come'}"
        self.query_one("#agreement", Row).show(told, key="enter" if told else "", way=way)
        for name, kinds in (("one-to-one", ONE_TO_ONE), ("groups", GROUPS)):
            had = dose(agreement, self.journal.sessions, kinds, self.journal.today()) if agreement else None
            self.query_one(f"#{name}", Row).show(_dose_words(had) if had else "", way=way)

    def _offer_keys(self, adds: str) -> None:
        """Name the keys that do something: those of a line only where there is one."""
        there = {records.id: bool(records.items) for records in self.query(RecordList)}
        more = "← → another" if len(self.mentors) > 1 else ""
        self.query_one("#next", Panel).set_hints("enter prepare" if there["planned"] else "", "m meet now", adds, more)
        self.query_one("#of-promises", Panel).set_hints(
            "space done · o carry over" if there["promises"] else "", "+ add"
        )
        self.query_one("#of-needs", Panel).set_hints("space moves it on" if there["needs"] else "", "+ add")
        self.query_one("#of-people", Panel).set_hints("enter change" if there["people"] else "", "+ add")
        self.query_one("#of-held", Panel).set_hints("enter read · w receipt · d delete" if there["held"] else "")

    # What the lines say.

    def _planned_line(self, session: Session, width: int) -> str:
        when = meetings_text.when_words(session, self.journal.local(session.planned_at or session.at)).replace(",", "")
        return joined([when, self._met(session), session.place], width)

    def _promise_line(self, one: Commitment, width: int) -> str:
        """``me      by Wed: text R. the date · carried twice``; one that is too large asks."""
        if not one.is_open:
            return truncate(f"{WHO[one.by]:<7} {one.status.value}: {one.text}", width)
        asks = f" · {debriefs_text.COMMITMENT_TOO_LARGE}" if one.too_large else ""
        return truncate(f"{WHO[one.by]:<7} {debriefs_text.promise_words(one, self.journal.today())}{asks}", width)

    def _held_line(self, session: Session, width: int) -> str:
        minutes = "" if session.minutes is None else f"{session.minutes} min"
        status = f"status {session.status}" if session.status else ""
        parts = [day_words(session.local_date, self.journal.today()), self._met(session), minutes, status, session.said]
        return joined(parts, width)

    def _met(self, session: Session) -> str:
        people = self.journal.people
        return people.get(session.person).name if session.person in people else session.kind.value

    def _page_words(self, shares: list[Share]) -> str:
        if not shares:
            return "No page was shared yet. p makes one."
        share = shares[-1]
        given = day_words(share.local_date, self.journal.today())
        return f"Last page: {date_words(share.first, share.last)}, made {given}. p makes the next, v shows all given."

    @on(RecordList.Moved, "#planned")
    def _show_brought(self) -> None:
        session = self.query_one("#planned", RecordList).item
        told = (brought(session) or "Nothing prepared yet: enter.") if session else ""
        if session and ends_at(session) < self.journal.now():
            told = "It is over: m writes it down, d takes it off."
        kept = len(waiting(self.journal.parked, session.person)) if session else 0
        things = f"\nKept for it: {kept} {'thing' if kept == 1 else 'things'}." if kept else ""
        self.query_one("#brought", Plain).show(f"{told}{things}")

    # What the keys do.

    @property
    def marked(self) -> RecordList[Any]:
        """The list that has the focus, else the meetings to come."""
        focused = self.focused
        return focused if isinstance(focused, RecordList) else self.query_one("#planned", RecordList)

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def open(self, message: RecordList.About) -> None:
        """Change the line, prepare the meeting, or read what was noted."""
        self.app.show(route_of(message.item), record=message.item)

    @on(RecordList.Delete)
    def ask_to_delete(self, message: RecordList.About) -> None:
        """Delete the marked line, after asking."""
        self.app.delete(message.item)

    def action_add(self) -> None:
        """Add to the focused list; without a mentor, add one first."""
        name = str(self.marked.id)
        if name in ("planned", "held"):
            self.app.show("person" if self.someone is None else "session")
        else:
            self.app.show(RECORD_ROUTES[TABLE_OF[name]])

    def action_meet(self) -> None:
        """Meet now: the marked meeting, else the next; where none is planned, one more."""
        planned_ = self.query_one("#planned", RecordList)
        session = planned_.item if planned_.has_focus else next_session(self.journal.sessions, self.journal.now())
        self.app.show("meeting", record=session)

    def action_tick(self) -> None:
        """The promise is done, or still open after all; the need moves on."""
        item, today = self.marked.item, self.journal.today()
        if isinstance(item, Commitment):
            self.app.save(done(item, today) if item.is_open else reopened(item))
        elif isinstance(item, Need):
            self.app.save(advance(item, today))

    def action_carry(self) -> None:
        """Carry the promise over to another day, which its form asks for."""
        item = self.marked.item
        if isinstance(item, Commitment) and item.is_open:
            self.app.show("commitment", record=item, carry=True)
        else:
            self.app.tell("Mark a promise that is still open first.")

    def action_other(self, by: int) -> None:
        """To another mentor."""
        mentors, someone = self.mentors, self.someone
        if someone is not None and len(mentors) > 1:
            self._person = mentors[(mentors.index(someone) + by) % len(mentors)].uid
            self.show_journal()

    def action_receipt(self) -> None:
        """A receipt of the marked meeting, or of the last one."""
        records = self.query_one("#held", RecordList)
        session = records.item if records.has_focus else next(iter(held(self.journal.sessions)), None)
        if session is not None:
            self.app.show("receipt", record=session)

    def action_agreement(self) -> None:
        """What was agreed with this mentor."""
        someone = self.someone
        self.app.show("agreement", person=someone.uid if someone else "")

    def action_trends(self) -> None:
        """How it goes with this mentor."""
        someone = self.someone
        if someone is None:
            self.app.tell("Add a mentor first, with +.")
        else:
            self.app.show("trends", person=someone.uid)

    def action_given(self) -> None:
        """What was given away."""
        self.app.show("given")


def joined(parts: list[str], width: int) -> str:
    """The parts that say something, on one line of at most ``width`` cells."""
    return truncate(" · ".join(part for part in parts if part), width)


def _need_line(need: Need, width: int) -> str:
    """``housing    asked   a flat away from the old street · city office``."""
    return truncate(f"{need.area:<10} {need.status:<8} {joined([need.text, need.resource], width)}", width)


def _person_line(person: Person, width: int) -> str:
    role = "not there any more" if person.archived else person.role.value
    return joined([person.name, role, person.tier if person.role is not Role.OTHER else "", person.contact], width)


def _dose_words(had: Dose) -> str:
    """``4.5 of 5 h, 5/5 met  ████████░``: numbers first, for the bar is what goes where there is no room."""
    of = "" if had.meetings_planned is None else f"/{had.meetings_planned}"
    met = f"{had.meetings}{of} met"
    if not had.hours_planned:
        return f"{_plain(had.hours)} h, {met}"
    part = min(1.0, float(had.hours / had.hours_planned))
    return f"{_plain(had.hours)} of {_plain(had.hours_planned)} h, {met}  {progress_bar(part)}"


def _plain(hours: Decimal) -> str:
    """Hours to a tenth: ``4.5``, ``5``."""
    return f"{round(hours, 1).normalize():f}"
