"""Whole entries to share with a counsellor: days are chosen, then each entry that is included.

The Timeline opens it. Nothing is included to begin with: entries are never shared unless the person chose each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from textual import work
from textual.app import ComposeResult

from journal.domain.entries import Entry
from journal.domain.safety_lines import emergency_number
from journal.sharing.page import Page
from journal.sharing.sanitize import sanitize
from journal.text import entry_pages as entry_pages_text
from journal.text import sharing as sharing_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.routes import new_screen
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

USUAL: Final = timedelta(days=27)
"""How long before today the days begin, unless others are chosen: four weeks with today."""


class EntriesToShare(ListScreen[Entry]):
    """Lists the entries of some days, the newest first, each with a box."""

    KEY_SCOPE = "entries to share"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._period: tuple[date, date] | None = None
        self._picked: set[str] = set()
        self._there: Sequence[Entry] = ()
        self._count_again = self._counting = False

    def body(self) -> ComposeResult:
        with Panel(entry_pages_text.CHOOSE, entry_pages_text.CHOOSE_KEYS, id="home"):
            yield self.list_of(entry_pages_text.EMPTY)
        yield Plain(id="comes-to")
        with Panel(entry_pages_text.WHOLE, reads=True, quiet=True, id="whole"):
            yield Plain()

    @property
    def _days(self) -> tuple[date, date]:
        """The first and the last day; the last four weeks until others are chosen."""
        today = self.journal.today()
        return self._period or (today - USUAL, today)

    def items(self) -> Sequence[Entry]:
        return self.journal.entries.between(*self._days)[::-1]

    def listed(self, items: Sequence[Entry]) -> None:
        """Say which days these are, and how many are included."""
        self._there = items
        title = entry_pages_text.choose_title(entry_pages_text.format_days(*self._days))
        keys = entry_pages_text.CHOOSE_KEYS if items else entry_pages_text.EMPTY_KEYS
        self.query_one("#home", Panel).rename(title, keys)
        self.query_one("#whole").display = bool(items)
        self._changed()

    def row(self, entry: Entry, width: int) -> str:
        """Return ``[x] Thu 19 Nov 2026 · A long evening  I stayed …``."""
        heading = entry_pages_text.format_heading(entry.local_date, entry.title)
        words = " ".join(sanitize(f"{heading}  {entry.text[:width]}").split("\n"))
        return truncate(f"[{'x' if entry.uid in self._picked else ' '}] {words}", width)

    def details(self, entry: Entry) -> str:
        return sanitize(entry.text)

    # Choosing.

    def edit_item(self, entry: Entry) -> None:
        """Include an entry, or leave it out."""
        self._picked ^= {entry.uid}
        self._changed()

    def action_pick(self) -> None:
        """Include the marked entry, or leave it out, and go to the next."""
        if self.marked is not None:
            self.edit_item(self.marked)

    def action_every(self) -> None:
        """Include all entries of these days; none where all are included."""
        every = {entry.uid for entry in self._there}
        self._picked = self._picked - every if every <= self._picked else self._picked | every
        self._changed()

    def action_days(self) -> None:
        """Ask from which day to which; what was included stays so."""
        self.app.push_screen(new_screen("own_period"), self._show_days)

    def _show_days(self, period: tuple[date, date] | None) -> None:
        if period is not None:
            self._period = period
            self.record_list.mark(0)
            self.show_items()

    def delete_item(self, entry: Entry) -> None:
        """Say that nothing is deleted from here."""
        self.app.notify(sharing_text.NOT_DELETED_HERE)

    @property
    def _going(self) -> list[str]:
        """The uids of what is included, of these days."""
        return [entry.uid for entry in self._there if entry.uid in self._picked]

    # How many pages.

    def _changed(self) -> None:
        """Show what is included, and count its pages."""
        self.record_list.refresh()
        self._show_included(0)
        self._count_again = True
        if not self._counting and self._going:
            self._count()

    def _show_included(self, pages: int) -> None:
        going, there = len(self._going), len(self._there)
        said = entry_pages_text.included(going, there, pages) if going else entry_pages_text.NONE_CHOSEN
        for line in self.query("#comes-to").results(Plain):  # none, where the screen was left meanwhile
            line.show(said if there else "")

    @work(group="pages")
    async def _count(self) -> None:
        """Count the pages of what is included, again if that changed meanwhile; many entries take a second or two."""
        from journal.summary.entry_pages import number_of_pages

        self._counting = True
        try:
            while self._count_again and self.is_attached and self.app.journal is not None:
                self._count_again = False
                pages = await asyncio.to_thread(number_of_pages, await self._made(self._going))
                if not self._count_again:
                    self._show_included(pages)
        finally:
            self._counting = False

    # Saving, and leaving.

    async def action_save(self) -> None:
        """Ask who it is for and which file to write."""
        if uids := self._going:
            page = await self._made(uids)
            self.app.push_screen(new_screen("save_entries", page=page, uids=uids), self._saved)
        else:
            self.app.notify(entry_pages_text.NONE_CHOSEN if self._there else entry_pages_text.EMPTY)

    async def _made(self, uids: Sequence[str]) -> Page:
        """Release these entries, for nobody named."""
        from journal.summary.entry_pages import chosen, draft

        number = emergency_number(self.app.settings.region)
        drafted = await self.app.keeper.run(partial(draft, self.journal, *self._days, emergency=number))
        return chosen(self.journal, drafted, uids)

    def _saved(self, path: Path | None) -> None:
        """Go back to where the person came from, once the file is there."""
        if path is not None:
            self.dismiss(None)

    def action_back(self) -> None:
        """Go back; ask first where entries are included, as that is not kept."""
        if self._going:
            text = entry_pages_text
            self.app.ask(text.LEAVE, text.LEAVE_YES, partial(self.dismiss, None), no=text.LEAVE_NO)
        else:
            self.dismiss(None)
