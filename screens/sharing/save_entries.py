"""Asks who whole entries are for, in which form and in which file, then writes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from textual import on, work
from textual.app import ComposeResult

from journal.domain.people import Person, Role
from journal.domain.safety_lines import emergency_number
from journal.passphrase_length import LONGEST_NEW
from journal.sharing.page import Page
from journal.text import entry_pages as entry_pages_text
from journal.text import fields as fields_text
from journal.text import sealing as sealing_text
from journal.text import sharing as sharing_text
from screens.sharing.save_page import SaveAs
from screens.sharing.share_options import NOBODY, PDF, Sealed, ShareRequest
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

TEXT: Final = "text"
LOCKED: Final = "locked"


class SaveEntries(SaveAs):
    """Answers with the path once the entries are written. ``page`` has the released entries, for nobody named."""

    AUTO_FOCUS = "Choice"

    def __init__(self, *, page: Page, uids: Sequence[str]) -> None:
        from journal.summary import sheet

        self._has_pdf = sheet.available()
        super().__init__(page=page, wanted=ShareRequest(form=PDF if self._has_pdf else TEXT))
        self._uids = uids
        self._pages = 0

    def body(self) -> ComposeResult:
        """Ask who it is for, in which form and in which file; what the file means stands below."""
        people = [*((one.uid, one.name) for one in self._people()), (NOBODY, sharing_text.NOBODY)]
        missing = "" if self._has_pdf else sealing_text.PDF_MISSING
        with Panel(entry_pages_text.SAVE, sharing_text.SAVE_KEYS):
            yield Plain(self._what, id="what")
            yield ChoiceField(entry_pages_text.ASK_PERSON, people, id="person", default=NOBODY)
            yield ChoiceField(entry_pages_text.ASK_FORM, self._forms(), id="form", default=self._form, hint=missing)
            yield PathField(fields_text.FILE, id="place", example=entry_pages_text.EXAMPLE)
            yield TextField(
                fields_text.PASSPHRASE,
                id="passphrase",
                hint=sharing_text.PASSPHRASE_HINT,
                max_length=LONGEST_NEW + 1,
            )
            yield Plain(id="strength", classes="muted")
            yield Plain(self._promises, id="promises", classes="muted")

    def _people(self) -> list[Person]:
        """Return whom entries may be for: mentors and professionals."""
        people = self.journal.people
        return [one for one in people if not one.archived and (one.role.mentors or one.role is Role.PROFESSIONAL)]

    def _forms(self) -> list[tuple[str, str]]:
        """Return the forms that can be made here."""
        pdf = [(PDF, entry_pages_text.FORM_PDF), (LOCKED, entry_pages_text.FORM_PASSWORD)]
        return [*(pdf if self._has_pdf else []), (TEXT, entry_pages_text.FORM_TEXT)]

    @property
    def _what(self) -> str:
        page, pages = self._given, self._pages if self._form == PDF else 0
        days = entry_pages_text.format_days(page.first, page.last)
        return entry_pages_text.saved_what(len(self._uids), pages, days)

    def usual_place(self) -> str:
        return f"~/entries-{self._given.last}.{'pdf' if self._form == PDF else 'txt'}"

    def on_mount(self) -> None:
        """Count the pages."""
        self._make()

    @on(Choice.Chosen, "#form Choice")
    def choose_form(self) -> None:
        """Offer the ending of the form, and ask for a password where there is one."""
        before, form = self.usual_place(), self.query_one("#form", ChoiceField).value
        self._form, self._sealed = TEXT if form == TEXT else PDF, Sealed.PASSWORD if form == LOCKED else Sealed.NO
        if self._place.draft_value == before:
            self._place.fill(self.usual_place())
        self.ask_passphrase()
        self._show_what()
        self.query_one("#promises", Plain).show(self._promises)

    @on(Choice.Chosen, "#person Choice")
    def choose_person(self) -> None:
        """Make the entries for them."""
        self._make()

    def _show_what(self) -> None:
        for line in self.query("#what").results(Plain):  # none, where the screen was left meanwhile
            line.show(self._what)

    @property
    def _person(self) -> str:
        return str(self.query_one("#person", ChoiceField).value or NOBODY)

    @work(exclusive=True, group="page")
    async def _make(self) -> None:
        """Release the entries for whom is chosen, and count the pages."""
        from journal.summary.entry_pages import chosen, draft, number_of_pages

        if self.app.journal is None:
            return
        number, page = emergency_number(self.app.settings.region), self._given
        if page.person != self._person:
            making = partial(draft, self.journal, page.first, page.last, self._person, emergency=number)
            drafted = await self.app.keeper.run(making)
            page = self._given = chosen(self.journal, drafted, self._uids)
        self._pages = await asyncio.to_thread(number_of_pages, page)
        self._show_what()

    def is_ready(self) -> bool:
        """Wait for the page of whom is chosen; refuse a password that will not do."""
        if self._given.person != self._person:
            self.app.notify(sharing_text.STILL_MADE)
            return False
        return super().is_ready()

    def writing(self, path: Path, *, over: bool) -> Callable[[], object]:
        from journal.summary.entry_pages import write_entries

        password = self._passphrase.text if self._sealed is Sealed.PASSWORD else ""
        return partial(write_entries, self.journal, self._given, self._form, path, replace=over, password=password)

    def said_saved(self, path: Path) -> str:
        return entry_pages_text.saved_to(len(self._uids), short(path))
