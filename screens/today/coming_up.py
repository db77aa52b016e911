"""What comes up, on Today: the nearest milestone, and what was saved. Milestones that were reached are saved here."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from journal.milestone_support import FocusDays, focus_milestones, format_next, notice, saved, unnoticed
from journal.text import milestones as milestones_text
from screens.runtime.actions import JOURNAL
from screens.widgets.link_row import Row
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from journal.store.journal import Journal
    from screens.app import JournalApp


class ComingUp(Panel):
    """A line each, which opens the list of all milestones; without any the panel is not there."""

    def __init__(self) -> None:
        super().__init__(milestones_text.COMING_UP, id="coming-up")

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Row(id="next-milestone")
        yield Row(id="saved-so-far")

    def show(self, app: JournalApp, journal: Journal, days: list[FocusDays]) -> None:
        """Show what the days say now, and save the milestones that were reached."""
        found = focus_milestones(journal, days)
        following, money = format_next(journal, found), milestones_text.format_saved(saved(days))
        way = partial(app.show, "milestones")
        self.query_one("#next-milestone", Row).show(following, key="m", way=way)
        self.query_one("#saved-so-far", Row).show(money, way=way)
        self.display = bool(following or money)
        if unnoticed(journal, found):
            save_reached(app, journal)


def save_reached(app: JournalApp, journal: Journal) -> None:
    """Save all milestones that were reached, in the background; a journal that saves nothing is left as it is."""
    if not journal.read_only:
        app.run_worker(_save_reached(app, journal), group=JOURNAL)


async def _save_reached(app: JournalApp, journal: Journal) -> None:
    from journal.errors import VaultError

    if app.journal is journal:
        with suppress(VaultError):  # nobody asked for it, and it is tried again when Today is shown next
            await app.keeper.run(partial(notice, journal))
