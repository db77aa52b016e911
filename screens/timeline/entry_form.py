"""The entry editor: a page to write on."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.dates import day_words
from journal.domain.entries import Entry
from journal.domain.record import UNFILLED, Record, Sensitivity
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
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


class EntryEditor(RecordForm):
    """An entry: the text fills the screen, with its title, its day and who may read it above."""

    NAME = "a new entry"
    ROUTE = "entry"
    KIND = Entry
    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = "#text Writing"

    def fields(self) -> ComposeResult:
        """Three lines, and room to write."""
        day = DayField("Day", id="day", today=self.journal.today())
        day.set_value(day.today)
        shared = ChoiceField("For my mentor", SHARED, id="shared", hint="You see every line before a page leaves.")
        shared.choice.choose(Sensitivity.NEVER)
        yield TextField("Title", id="title")
        yield day
        yield shared
        yield WritingField("", id="text", placeholder="Write here. It is kept as a draft while you type.")

    def fill(self, record: Record) -> None:
        """The entry as it is."""
        assert isinstance(record, Entry)
        self.query_one(Panel).rename(f"entry of {day_words(record.local_date, self.journal.today())}")
        self.query_one("#title", TextField).write(record.title)
        self.query_one("#day", DayField).set_value(record.local_date)
        self.query_one("#shared", ChoiceField).choice.choose(record.sensitivity)
        self.query_one("#text", WritingField).write(record.text)

    def records(self) -> tuple[Record, ...]:
        """The entry, on the day that was chosen."""
        writing, when = self.query_one("#text", WritingField), self.query_one("#day", DayField)
        day = when.value or self.journal.today()
        if day > self.journal.today():
            raise InvalidInput(when, "That day is still to come.")
        if not writing.text:
            raise InvalidInput(writing, "Nothing is written yet.")
        before = self.record if isinstance(self.record, Entry) else Entry(text="")
        sensitivity = self.query_one("#shared", ChoiceField).value or before.sensitivity
        entry = replace(
            before, text=writing.written, title=self.query_one("#title", TextField).text, sensitivity=sensitivity
        )
        return (entry if day == before.local_date else replace(entry, at=UNFILLED, local_date=day),)
