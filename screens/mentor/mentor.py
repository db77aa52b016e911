"""Mentor: the next meeting, promises, hours, needs, people, and the meetings held.

A key or a line opens a form of this folder by its route; the forms do not import this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from journal.domain.agreements import GROUPS, ONE_TO_ONE, Agreement, Dose, current, dose, ends_on, programme_week
from journal.domain.commitments import Commitment, done, in_order, reopened
from journal.domain.dates import format_day
from journal.domain.needs import Need, advance
from journal.domain.needs import in_order as needs_in_order
from journal.domain.parked import waiting
from journal.domain.people import Person, Role
from journal.domain.record import Record
from journal.domain.sessions import Session, ends_at, held, next_session, planned
from journal.domain.share_ledger import Share, pages
from journal.text import commitments as commitments_text
from journal.text import meeting_plan as meeting_plan_text
from journal.text import meetings as meetings_text
from journal.text import mentor as mentor_text
from journal.text.labels import label
from screens.base.main_screen import ListsScreen
from screens.keymap import bindings
from screens.routes import RECORD_ROUTES
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import progress_bar, truncate

TABLE_OF: Final = {"promises": "commitments", "needs": "needs", "people": "people"}
"""List → the table of its records, if one can be added there."""


class Mentor(ListsScreen):
    """Shows six panels about one mentor; with several, the arrows go from one to the next."""

    FIRST_LIST = "planned"

    PLACE = "mentor"
    KEY_SCOPE = "mentor"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "mentor.tcss"
    AUTO_FOCUS = "#planned"

    _person = ""

    def body(self) -> ComposeResult:
        yield Plain(id="who", classes="muted")
        with VerticalScroll(id="panels", can_focus=False), Container(id="grid"):
            with Panel(mentor_text.NEXT, id="next"):
                yield RecordList(self._planned_line, id="planned")
                yield Plain(id="brought", classes="muted")
            with Panel(mentor_text.PROMISES, id="of-promises"):
                yield RecordList(self._promise_line, empty=mentor_text.NO_PROMISES, id="promises")
            with Panel(mentor_text.HOURS, mentor_text.HOURS_KEYS, id="of-hours"):
                yield Row("", id="agreement")
                yield Row(mentor_text.ONE_TO_ONE, id="one-to-one")
                yield Row(mentor_text.GROUPS, id="groups")
            with Panel(mentor_text.NEEDS, id="of-needs"):
                yield RecordList(_need_line, empty=mentor_text.NO_NEEDS, id="needs")
            with Panel(mentor_text.PEOPLE, id="of-people"):
                yield RecordList(_person_line, empty=mentor_text.NOBODY, id="people")
            with Panel(mentor_text.HELD, id="of-held"):
                yield RecordList(self._held_line, empty=mentor_text.NONE_HELD, id="held")
        yield Plain(id="page", classes="muted")

    # What it shows.

    @property
    def mentors(self) -> list[Person]:
        """Return the people with a mentor's role who are still there."""
        return [one for one in self.journal.people if one.role.mentors and not one.archived]

    @property
    def someone(self) -> Person | None:
        """Return the mentor that is shown: who was chosen, else who is met next, else the first, or None."""
        mentors = {one.uid: one for one in self.mentors}
        coming = next_session(self.journal.sessions, self.journal.now())
        met = coming.person if coming else ""
        return mentors.get(self._person) or mentors.get(met) or next(iter(mentors.values()), None)

    def show_journal(self) -> None:
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
        nothing = mentor_text.NONE_PLANNED if someone else mentor_text.NO_MENTOR
        self.query_one("#planned", RecordList).show(planned(self.journal.sessions), empty=nothing)
        self._show_hours(someone, agreement)
        self._show_brought()
        self._offer_keys(adds=mentor_text.PLAN_KEY if someone else mentor_text.ADD)
        self.query_one("#page", Plain).show(self._format_page(pages(self.journal.shares)))

    def _show(self, name: str, records: Sequence[Record]) -> None:
        self.query_one(f"#{name}", RecordList).show(records)

    def _show_heading(self, someone: Person | None, agreement: Agreement | None) -> None:
        """Show ``R., sponsor · week 5 of 12, to Wed 13 Jan``, or nothing where there is no mentor."""
        parts = [mentor_text.format_person(one_line(someone.name, 30), someone.role)] if someone else []
        week = programme_week(agreement, self.journal.today()) if agreement else None
        if agreement and week:
            parts.append(mentor_text.format_programme(week, ends_on(agreement)))
        who = self.query_one("#who", Plain)
        who.show(" · ".join(parts))
        who.display = bool(parts)

    def _show_hours(self, someone: Person | None, agreement: Agreement | None) -> None:
        """Show hours and meetings up to today, of those planned; enter opens the agreement."""
        way = partial(self.app.show, "agreement", person=someone.uid if someone else "")
        words = mentor_text.NOT_AGREED if someone else ""
        if agreement:
            words = mentor_text.format_agreement(agreement.version, agreed=agreement.agreed)
        self.query_one("#agreement", Row).show(words, key=mentor_text.AGREEMENT_KEY if words else "", way=way)
        for name, kinds in (("one-to-one", ONE_TO_ONE), ("groups", GROUPS)):
            had = dose(agreement, self.journal.sessions, kinds, self.journal.today()) if agreement else None
            self.query_one(f"#{name}", Row).show(_dose_line(had) if had else "", way=way)

    def _offer_keys(self, adds: str) -> None:
        """Name the keys that do something; the keys of a line only while there is one."""
        there = {records.id: bool(records.items) for records in self.query(RecordList)}
        more = mentor_text.OTHER_KEYS if len(self.mentors) > 1 else ""
        prepare = mentor_text.PREPARE_KEY if there["planned"] else ""
        self.query_one("#next", Panel).set_hints(prepare, mentor_text.MEET_KEY, adds, more)
        for name, keys in (
            ("promises", mentor_text.PROMISE_KEYS),
            ("needs", mentor_text.NEED_KEYS),
            ("people", mentor_text.PERSON_KEYS),
        ):
            self.query_one(f"#of-{name}", Panel).set_hints(keys if there[name] else "", mentor_text.ADD)
        self.query_one("#of-held", Panel).set_hints(mentor_text.HELD_KEYS if there["held"] else "")

    # What the lines say.

    def _planned_line(self, session: Session, width: int) -> str:
        when = meetings_text.format_when(session, self.journal.local(session.planned_at or session.at)).replace(",", "")
        return joined([when, self._met(session), session.place], width)

    def _promise_line(self, one: Commitment, width: int) -> str:
        return truncate(commitments_text.line(one, self.journal.today()), width)

    def _held_line(self, session: Session, width: int) -> str:
        minutes = "" if session.minutes is None else mentor_text.format_minutes(session.minutes)
        status = mentor_text.format_status(session.status) if session.status else ""
        parts = [
            format_day(session.local_date, self.journal.today()),
            self._met(session),
            minutes,
            status,
            session.said,
        ]
        return joined(parts, width)

    def _met(self, session: Session) -> str:
        people = self.journal.people
        return people.get(session.person).name if session.person in people else label(session.kind)

    def _format_page(self, shares: list[Share]) -> str:
        if not shares:
            return mentor_text.NO_PAGE
        share = shares[-1]
        return mentor_text.last_page(share.first, share.last, share.local_date, self.journal.today())

    @on(RecordList.Moved, "#planned")
    def _show_brought(self) -> None:
        """Show what was prepared for the marked meeting, and how much is kept for it."""
        session = self.query_one("#planned", RecordList).item
        words = (meeting_plan_text.brought(session) or mentor_text.NOT_PREPARED) if session else ""
        if session and ends_at(session) < self.journal.now():
            words = mentor_text.IS_OVER
        kept = mentor_text.format_kept(len(waiting(self.journal.parked, session.person))) if session else ""
        self.query_one("#brought", Plain).show("\n".join([words, kept] if kept else [words]))

    # What the keys do.

    def action_add(self) -> None:
        """Add to the focused list; without a mentor, add one first."""
        name = str(self.marked.id)
        if name in ("planned", "held"):
            self.app.show("person" if self.someone is None else "session")
        else:
            self.app.show(RECORD_ROUTES[TABLE_OF[name]])

    def action_meet(self) -> None:
        """Open the notes of the marked meeting, else of the next one, else of a new one.

        One that is planned for a later day is asked about first: saving the notes makes it a meeting that was held.
        """
        coming = self.query_one("#planned", RecordList)
        session = coming.item if coming.has_focus else next_session(self.journal.sessions, self.journal.now())
        if session is None or session.planned_at is None or not self._is_later(session.planned_at):
            self.app.show("meeting", record=session)
            return
        self.app.ask(
            mentor_text.which_meeting(meetings_text.format_when(session, self.journal.local(session.planned_at))),
            mentor_text.THIS_MEETING,
            partial(self.app.show, "meeting", record=session),
            no=mentor_text.ANOTHER_MEETING,
            otherwise=partial(self.app.show, "meeting"),
        )

    def _is_later(self, moment: datetime) -> bool:
        """Return whether a moment is on a later day than now."""
        return self.journal.local(moment).date() > self.journal.local(self.journal.now()).date()

    def action_tick(self) -> None:
        """Close the promise as done, or reopen it; move the need to its next status."""
        item, today = self.marked.item, self.journal.today()
        if isinstance(item, Commitment):
            self.app.save(done(item, today) if item.is_open else reopened(item))
        elif isinstance(item, Need):
            self.app.save(advance(item, today))

    def action_carry(self) -> None:
        """Open the form to carry the promise over to another day."""
        item = self.marked.item
        if isinstance(item, Commitment) and item.is_open:
            self.app.show("commitment", record=item, carry=True)
        else:
            self.app.notify(mentor_text.MARK_A_PROMISE)

    def action_other(self, by: int) -> None:
        """Show another mentor, ``by`` places further."""
        mentors, someone = self.mentors, self.someone
        if someone is not None and len(mentors) > 1:
            self._person = mentors[(mentors.index(someone) + by) % len(mentors)].uid
            self.show_journal()

    def action_receipt(self) -> None:
        """Open the receipt of the marked meeting, else of the last one."""
        records = self.query_one("#held", RecordList)
        session = records.item if records.has_focus else next(iter(held(self.journal.sessions)), None)
        if session is not None:
            self.app.show("receipt", record=session)

    def action_agreement(self) -> None:
        """Open the agreement with this mentor."""
        someone = self.someone
        self.app.show("agreement", person=someone.uid if someone else "")

    def action_trends(self) -> None:
        """Open how it goes with this mentor."""
        someone = self.someone
        if someone is None:
            self.app.notify(mentor_text.ADD_A_MENTOR)
        else:
            self.app.show("trends", person=someone.uid)

    def action_given(self) -> None:
        """Open the list of what was shared."""
        self.app.show("given")


def joined(parts: list[str], width: int) -> str:
    """Return the parts that are not empty, on one line of at most ``width`` cells."""
    return truncate(" · ".join(part for part in parts if part), width)


def _need_line(need: Need, width: int) -> str:
    """Return ``housing    asked   a flat away from the old street · city office``."""
    return truncate(
        f"{label(need.area):<10} {label(need.status):<8} {joined([need.text, need.resource], width)}", width
    )


def _person_line(person: Person, width: int) -> str:
    role = mentor_text.LEFT if person.archived else label(person.role)
    return joined([person.name, role, person.tier if person.role is not Role.OTHER else "", person.contact], width)


def _dose_line(had: Dose) -> str:
    """Return ``4.5 of 5 h, 5/5 met  ████████░``; the bar comes last, because it is cut where there is no room."""
    words = mentor_text.format_dose(had)
    if not had.hours_planned:
        return words
    return f"{words}  {progress_bar(min(1.0, float(had.hours / had.hours_planned)))}"
