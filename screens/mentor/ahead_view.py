"""The view "ahead" of Mentor: hard days to come, and the papers that are agreed before anything happens."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from journal.domain.hard_days import HardDay, ahead, over
from journal.domain.home_walk import newest
from journal.domain.quiet_plan import plan_with
from journal.text import ahead as ahead_text
from journal.text import hard_days as hard_days_text
from journal.text import home_walk as home_walk_text
from journal.text import quiet_plan as quiet_plan_text
from screens.mentor.views import View
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class AheadView(View):
    """Lists the hard days, those to come first, and shows the marked one whole; below it a line for each paper."""

    NAME = "ahead"
    FIRST_LIST = "hard-days"

    def compose(self) -> ComposeResult:
        with Panel(hard_days_text.PANEL, id="of-hard-days"):
            yield RecordList(self._line, empty=hard_days_text.NONE, id="hard-days")
            yield Plain(id="planned-for-it", classes="whole muted")
        with Panel(ahead_text.PAPERS, ahead_text.PAPER_KEYS, id="of-papers"):
            yield Row(id="if-quiet")
            yield Row(id="home-walk")
            yield Row(id="find-mentor")

    def show_records(self) -> None:
        journal, today = self.shown.journal, self.shown.journal.today()
        days = [*ahead(journal.hard_days, today), *over(journal.hard_days, today)]
        self.records("hard-days").show(days)
        self.set_hints("hard-days", hard_days_text.KEYS if days else "", ahead_text.ADD)
        self.show_whole()
        plan = plan_with(journal.quiet_plans, self.shown.uid)
        self._paper("if-quiet", quiet_plan_text.PAPER, quiet_plan_text.format_state(plan, today), "quiet_plan")
        walk = home_walk_text.format_state(journal.home_items.all(), newest(journal.naloxone), today)
        self._paper("home-walk", home_walk_text.PAPER, walk, "home_walk")
        self._paper("find-mentor", ahead_text.NO_MENTOR, ahead_text.NO_MENTOR_HOLDS, "find_mentor")

    def _paper(self, name: str, title: str, state: str, route: str) -> None:
        options = {"person": self.shown.uid} if route == "quiet_plan" else {}
        words = ahead_text.format_paper(title, state)
        self.query_one(f"#{name}", Row).show(
            words, key=ahead_text.OPEN_KEY, way=partial(self.app.show, route, **options)
        )

    @on(RecordList.Moved, "#hard-days")
    def show_whole(self) -> None:
        """Show all of the marked day: its line may be too long for the list."""
        one = self.records("hard-days").item
        words = hard_days_text.whole(one) if one else ""
        whole = self.query_one("#planned-for-it", Plain)
        whole.show(words)
        whole.display = bool(words)

    def _line(self, one: HardDay, width: int) -> str:
        return truncate(hard_days_text.format_listed(one, self.shown.journal.today()), width)
