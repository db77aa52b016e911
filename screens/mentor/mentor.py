"""Mentor: the next meeting, what was agreed, hard days ahead, the people who help, and what was; a view of each.

Each view has a module of this folder. A key or a line opens a form by its route; the forms do not import this module.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.agreements import Agreement, current, ends_on, programme_week
from journal.domain.commitments import Commitment, done, reopened
from journal.domain.needs import Need, advance
from journal.domain.parked import Parked
from journal.domain.people import Person
from journal.domain.sessions import held, next_mentor_meeting, prepared_session
from journal.domain.share_ledger import Share
from journal.text import meetings as meetings_text
from journal.text import mentor as mentor_text
from journal.text import parked as parked_text
from journal.text import sharing as sharing_text
from screens.base.main_screen import ListsScreen
from screens.keymap import bindings
from screens.mentor.agreed_view import AgreedView
from screens.mentor.ahead_view import AheadView
from screens.mentor.next_view import NextView
from screens.mentor.past_view import PastView
from screens.mentor.people_view import PeopleView
from screens.mentor.views import Shown, View, ViewBar
from screens.routes import RECORD_ROUTES, opening
from screens.runtime.terminal import SIZES_ACROSS, size_class
from screens.widgets.plain_text import one_line
from screens.widgets.record_list import RecordList

ADDS: Final = {
    "promises": RECORD_ROUTES["commitments"],
    "needs": RECORD_ROUTES["needs"],
    "people": RECORD_ROUTES["people"],
    "held": "meeting",
    "pages": "share",
    "hard-days": RECORD_ROUTES["hard_days"],
}
"""List → the screen that adds to it; any other list is about the next meeting."""

PAIRS: Final = (("next", "agreed"), ("agreed", "ahead"), ("people", "past"))
"""The views that a wide window shows next to each other: of the pairs with the active view the first."""


class Mentor(ListsScreen):
    """Shows one view about one mentor, two in a wide window. The arrows go to the other views."""

    FIRST_LIST = "planned"

    PLACE = "mentor"
    KEY_SCOPE = "mentor"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "mentor.tcss"
    AUTO_FOCUS = "#planned"

    _person = ""
    _active = NextView.NAME
    _across = 0
    """Columns of the window."""

    def body(self) -> ComposeResult:
        yield ViewBar()
        with Container(id="views"):
            yield NextView()
            yield AgreedView()
            yield AheadView()
            yield PeopleView()
            yield PastView()

    # Which views are seen.

    @on(events.Resize)
    def fit_views(self, event: events.Resize) -> None:
        """Show two views where there is room for them, else the active one."""
        self._across = event.size.width
        self._show_views()

    def _show_views(self) -> None:
        wide = size_class(self._across or self.app.size.width, SIZES_ACROSS) == "-wide"
        seen = next(pair for pair in PAIRS if self._active in pair) if wide else (self._active,)
        for view in self.query(View):
            view.display = view.NAME in seen
        self.query_one(ViewBar).activate(self._active)

    @on(events.DescendantFocus)
    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Mark the view that has the focus as the active one."""
        view = next((one for one in event.widget.ancestors if isinstance(one, View)), None)
        if view is not None and self._active != view.NAME:
            self._active = view.NAME
            self._show_views()

    def action_view(self, by: int) -> None:
        """Go to another view, ``by`` places further."""
        names = list(mentor_text.VIEWS)
        self.action_view_named(names[(names.index(self._active) + by) % len(names)])

    def action_view_named(self, name: str) -> None:
        """Go to a view by its name."""
        self._active = name
        self._show_views()
        self._first_list.focus()

    @property
    def _first_list(self) -> RecordList[Any]:
        view = next(view for view in self.query(View) if self._active == view.NAME)
        return view.records(view.FIRST_LIST)

    @property
    def marked(self) -> RecordList[Any]:
        """Return the list that has the focus, else the first one of the active view."""
        focused = self.focused
        return focused if isinstance(focused, RecordList) else self._first_list

    # What they show.

    @property
    def mentors(self) -> list[Person]:
        """Return the people with a mentor's role who are still there."""
        return [one for one in self.journal.people if one.role.mentors and not one.archived]

    @property
    def someone(self) -> Person | None:
        """Return the mentor that is shown: who was chosen, else who is met next, else the first, or None."""
        mentors = {one.uid: one for one in self.mentors}
        coming = next_mentor_meeting(self.journal.sessions, self.journal.now())
        met = coming.person if coming else ""
        return mentors.get(self._person) or mentors.get(met) or next(iter(mentors.values()), None)

    def show_journal(self) -> None:
        someone = self.someone
        agreement = current(self.journal.agreements, someone.uid if someone else "")
        self.query_one(ViewBar).show(self._heading(someone, agreement), several=len(self.mentors) > 1)
        self._show_views()
        for view in self.query(View):
            view.show(Shown(self.journal, someone, agreement))

    def _heading(self, someone: Person | None, agreement: Agreement | None) -> str:
        """Return ``R., sponsor · week 5 of 12, to Wed 13 Jan``, or nothing where there is no mentor."""
        parts = [mentor_text.format_person(one_line(someone.name, 30), someone.role)] if someone else []
        week = programme_week(agreement, self.journal.today()) if agreement else None
        if agreement and week:
            parts.append(mentor_text.format_programme(week, ends_on(agreement)))
        return " · ".join(parts)

    # What the keys do.

    def open_item(self, item: Any, *, edit: bool) -> None:
        """Open the form of the line; of what was saved for a meeting, open the record itself, with e the note."""
        if isinstance(item, Parked) and not edit:
            item = self.journal.find(item.kind, item.record) or item
        route, options = opening(item)
        if route:
            self.app.show(route, **options)

    def delete_item(self, item: Any) -> None:
        """Delete the line, after asking; what was saved for a meeting stays itself, and the ledger as it was."""
        if isinstance(item, Parked):
            self.app.remove(item, said=parked_text.LET_GO)
        elif isinstance(item, Share):
            self.app.notify(sharing_text.GIVEN_STAYS)
        else:
            self.app.delete(item)

    def action_add(self) -> None:
        """Add to the focused list; without a mentor, add one before a meeting is planned."""
        name = str(self.marked.id)
        self.app.show(ADDS.get(name) or ("person" if self.someone is None else "session"))

    def action_meet(self) -> None:
        """Open the notes of the marked meeting, else of the next one, else of a new one.

        One that is planned for a later day is asked about first: saving the notes makes it a meeting that was held.
        """
        coming = self.query_one("#planned", RecordList)
        session = coming.item if coming.has_focus else prepared_session(self.journal.sessions.all(), self.journal.now())
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
        """Open the receipt of the marked meeting, else of the last one; among the hard days the sheet with them."""
        if self._active == AheadView.NAME:
            self.app.show("hard_days_sheet")
            return
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

    def action_find_mentor(self) -> None:
        """Open how to find a mentor."""
        self.app.show("find_mentor")

    def action_given(self) -> None:
        """Open the list of what was shared."""
        self.app.show("given")
