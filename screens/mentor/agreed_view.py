"""The view "agreed" of Mentor: what the person and their mentor agreed to do, open ones first."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.domain.commitments import Commitment, in_order
from journal.text import commitments as commitments_text
from journal.text import mentor as mentor_text
from screens.mentor.views import View
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class AgreedView(View):
    """Lists the commitments of both sides, and shows the marked one whole."""

    NAME = "agreed"
    FIRST_LIST = "promises"

    def compose(self) -> ComposeResult:
        with Panel(mentor_text.PROMISES, id="of-promises"):
            yield RecordList(self._line, empty=mentor_text.NO_PROMISES, id="promises")
            yield Plain(id="promised", classes="whole muted")

    def show_records(self) -> None:
        uid = self.shown.uid
        every = in_order(self.shown.journal.commitments)
        promises = [one for one in every if not uid or one.person in ("", uid)]
        self.records("promises").show(promises)
        self.set_hints("promises", mentor_text.PROMISE_KEYS if promises else "", mentor_text.ADD)
        self.show_whole()

    @on(RecordList.Moved, "#promises")
    def show_whole(self) -> None:
        """Show all of the marked commitment: its line may be too long for the list."""
        one = self.records("promises").item
        whole = self.query_one("#promised", Plain)
        whole.show(commitments_text.whole_line(one, self.shown.journal.today()) if one else "")
        whole.display = one is not None

    def _line(self, one: Commitment, width: int) -> str:
        return truncate(commitments_text.line(one, self.shown.journal.today()), width)
