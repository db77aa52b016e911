"""What comes up, on Today: the next hard day, the nearest milestone, and what was saved.

Milestones that were reached are saved here.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult

from journal.domain.hard_days import ahead, to_ask
from journal.milestone_support import FocusDays, focus_milestones, format_next, notice, saved, unnoticed
from journal.reminders import silent
from journal.text import hard_days as hard_days_text
from journal.text import milestones as milestones_text
from journal.text import savings as savings_text
from screens.runtime.actions import JOURNAL
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel

OPEN_KEY: Final = "enter"

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from screens.app import JournalApp


class ComingUp(Panel):
    """A line each: a hard day opens its form, the others the list of all milestones; without any it is not there."""

    def __init__(self) -> None:
        super().__init__(milestones_text.COMING_UP, id="coming-up")

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Row(id="how-was-it")
        yield Row(id="hard-day")
        yield Row(id="next-milestone")
        yield Row(id="saved-so-far")
        yield Row(id="time-saved")

    def show(self, app: JournalApp, journal: Journal, days: list[FocusDays]) -> None:
        """Show what the days say now, and save the milestones that were reached."""
        found = focus_milestones(journal, days)
        since, month = saved(days), saved(days, this_month=True)
        following, money = format_next(journal, found), savings_text.format_saved(since.money, month.money)
        minutes = savings_text.format_time_saved(since.minutes, month.minutes)
        way = partial(app.show, "milestones")
        self.query_one("#next-milestone", Row).show(following, key="m", way=way)
        self.query_one("#saved-so-far", Row).show(money, way=way)
        self.query_one("#time-saved", Row).show(minutes, way=way)
        hard = self._show_hard_days(app, journal)
        self.display = bool(following or money or minutes or hard)
        if unnoticed(journal, found):
            save_reached(app, journal)

    def _show_hard_days(self, app: JournalApp, journal: Journal) -> bool:
        """Show the next hard day, and ask about one that is over, unless reminders are silent; return whether any."""
        days, today = journal.hard_days.all(), journal.today()
        asked = None if silent(journal) else to_ask(days, today)
        coming = next(iter(ahead(days, today)), None)
        question = hard_days_text.format_question(asked, today) if asked else ""
        line = hard_days_text.format_line(coming, today) if coming else ""
        for name, words, one in (("how-was-it", question, asked), ("hard-day", line, coming)):
            self.query_one(f"#{name}", Row).show(words, key=OPEN_KEY, way=partial(app.show, "hard_day", record=one))
        return bool(asked or coming)


def save_reached(app: JournalApp, journal: Journal) -> None:
    """Save all milestones that were reached, in the background; a journal that saves nothing is left as it is."""
    if not journal.read_only:
        app.run_worker(_save_reached(app, journal), group=JOURNAL)


async def _save_reached(app: JournalApp, journal: Journal) -> None:
    from journal.errors import VaultError

    if app.journal is journal:
        with suppress(VaultError):  # nobody asked for it, and it is tried again when Today is shown next
            await app.keeper.run(partial(notice, journal))
