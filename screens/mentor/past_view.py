"""The view "past" of Mentor: the meetings held, and the pages shared."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.domain.dates import format_day
from journal.domain.sessions import Session, held
from journal.domain.share_ledger import Share, pages
from journal.text import mentor as mentor_text
from screens.mentor.views import View, joined
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class PastView(View):
    """Lists what was, newest first, and shows what was said in the marked meeting.

    To list other records with the meetings, add them in ``show_records`` and their line in ``_held_line``.
    """

    NAME = "past"
    FIRST_LIST = "held"

    def compose(self) -> ComposeResult:
        with Panel(mentor_text.HELD, id="of-held"):
            yield RecordList(self._held_line, empty=mentor_text.NONE_HELD, id="held")
            yield Plain(id="said", classes="whole muted")
        with Panel(mentor_text.PAGES, mentor_text.PAGES_KEYS, id="of-pages"):
            yield RecordList(self._page_line, empty=mentor_text.NO_PAGE, id="pages")

    def show_records(self) -> None:
        meetings = held(self.shown.journal.sessions)
        self.records("held").show(meetings)
        self.set_hints("held", mentor_text.HELD_KEYS if meetings else "")
        self._pages = pages(self.shown.journal.shares)[::-1]
        self.records("pages").show(self._pages)
        self.show_said()

    @on(RecordList.Moved, "#held")
    def show_said(self) -> None:
        """Show what was said in the marked meeting: its line may be too long for the list."""
        session = self.records("held").item
        words = session.said or session.insight if session else ""
        said = self.query_one("#said", Plain)
        said.show(words)
        said.display = bool(words)

    def _held_line(self, session: Session, width: int) -> str:
        parts = [
            format_day(session.local_date, self.shown.journal.today()),
            self.shown.met(session),
            "" if session.minutes is None else mentor_text.format_minutes(session.minutes),
            mentor_text.format_status(session.status) if session.status else "",
            session.said or session.insight,
        ]
        return joined(parts, width)

    def _page_line(self, share: Share, width: int) -> str:
        people, today = self.shown.journal.people, self.shown.journal.today()
        name = people.get(share.person).name if share.person in people else ""
        newest = share is self._pages[0]
        line = mentor_text.format_page(share.first, share.last, share.local_date, today, name, newest=newest)
        return truncate(line, width)
