"""The entry editor: a page to write on."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.dates import day_words
from journal.domain.entries import Entry
from journal.domain.record import UNFILLED, Sensitivity
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel

SHARED: Final = [
    (Sensitivity.NEVER, "no"),
    (Sensitivity.ASK, "ask me"),
    (Sensitivity.SHARE, "yes"),
]
"""What an entry may be to a mentor, as it is asked."""


class EntryEditor(RecordForm[Entry]):
    """An entry: the text fills the screen, with its title, its day and who may read it above."""

    NAME = "a new entry"
    ROUTE = "entry"
    RECORD = Entry
    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = "#text Writing"

    def fields(self) -> ComposeResult:
        """Three lines, and room to write."""
        day = DayField("Day", id="day", today=self.journal.today(), attribute=None, check=self._check_day)
        day.from_record(day.today)
        yield TextField("Title", id="title")
        yield day
        yield ChoiceField(
            "For my mentor",
            SHARED,
            id="shared",
            hint="You see every line before a page leaves.",
            attribute="sensitivity",
            default=Sensitivity.NEVER,
        )
        placeholder = "Write here. It is kept as a draft while you type."
        yield WritingField("", id="text", placeholder=placeholder, required="Nothing is written yet.")

    def _check_day(self, day: date | None) -> str:
        return "That day is still to come." if day is not None and day > self.journal.today() else ""

    def load(self, entry: Entry) -> None:
        """Show the entry and its day."""
        self.query_one(Panel).rename(f"entry of {day_words(entry.local_date, self.journal.today())}")
        super().load(entry)
        self.query_one("#day", DayField).from_record(entry.local_date)

    def finish(self, entry: Entry) -> Entry:
        """Keep the text as it was typed, and put the entry on the day that was chosen."""
        entry = replace(entry, text=self.query_one("#text", WritingField).written)
        day = self.query_one("#day", DayField).value or self.journal.today()
        return entry if day == entry.local_date else replace(entry, at=UNFILLED, local_date=day)
