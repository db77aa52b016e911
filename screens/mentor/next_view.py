"""The view "next" of Mentor: the meeting to come, what was saved for it, and needs."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.domain.needs import Need
from journal.domain.needs import in_order as needs_in_order
from journal.domain.parked import Parked, waiting
from journal.domain.sessions import Session, ends_at, planned
from journal.record_text import format_parked
from journal.text import labels as labels_text
from journal.text import meeting_plan as meeting_plan_text
from journal.text import meetings as meetings_text
from journal.text import mentor as mentor_text
from screens.mentor.views import View, joined
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class NextView(View):
    """Shows when, where and who with; how I am, what I want, the hardest and the topics of the marked meeting."""

    NAME = "next"
    FIRST_LIST = "planned"

    def compose(self) -> ComposeResult:
        with Panel(mentor_text.NEXT, id="of-planned"):
            yield RecordList(self._planned_line, id="planned")
            yield Plain(id="brought", classes="muted")
        with Panel(mentor_text.PARKED, id="of-parked"):
            yield RecordList(self._parked_line, empty=mentor_text.NOTHING_PARKED, id="parked")
        with Panel(mentor_text.NEEDS, id="of-needs"):
            yield RecordList(_need_line, empty=mentor_text.NO_NEEDS, id="needs")

    def show_records(self) -> None:
        someone, journal = self.shown.someone, self.shown.journal
        coming = planned(journal.sessions)
        self.records("planned").show(coming, empty=mentor_text.NONE_PLANNED if someone else mentor_text.NO_MENTOR)
        adds = mentor_text.PLAN_KEY if someone else mentor_text.ADD
        self.set_hints("planned", mentor_text.PREPARE_KEY if coming else "", mentor_text.MEET_KEY, adds)
        needs = needs_in_order(journal.needs)
        self.records("needs").show(needs)
        self.set_hints("needs", mentor_text.NEED_KEYS if needs else "", mentor_text.ADD)
        self.show_prepared()

    @on(RecordList.Moved, "#planned")
    def show_prepared(self) -> None:
        """Show what was prepared and what was saved for the marked meeting."""
        session = self.records("planned").item
        words = (meeting_plan_text.brought(session) or mentor_text.NOT_PREPARED) if session else ""
        if session and ends_at(session) < self.shown.journal.now():
            words = mentor_text.IS_OVER
        brought = self.query_one("#brought", Plain)
        brought.show(words)
        brought.display = bool(words)
        parked = waiting(self.shown.journal.parked, session.person if session else self.shown.uid)
        self.records("parked").show(parked)
        self.set_hints("parked", mentor_text.PARKED_KEYS if parked else "")

    def _planned_line(self, session: Session, width: int) -> str:
        at = self.shown.journal.local(session.planned_at or session.at)
        when = meetings_text.format_when(session, at).replace(",", "")
        return joined([when, self.shown.met(session), session.place], width)

    def _parked_line(self, parked: Parked, width: int) -> str:
        return truncate(format_parked(self.shown.journal, parked), width)


def _need_line(need: Need, width: int) -> str:
    """Return ``housing    asked   a flat away from the old street · city office``."""
    area, status = labels_text.label(need.area), labels_text.label(need.status)
    return truncate(f"{area:<10} {status:<8} {joined([need.text, need.resource], width)}", width)
