"""The editor of an entry: its text fills the screen."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult

from journal.domain.entries import Entry
from journal.domain.record import UNFILLED, Sensitivity
from journal.domain.tags import tags_by_use
from journal.domain.templates import LONGEST_TITLE, Template, fitted, title_of
from journal.text import entries as entries_text
from journal.text import forms as forms_text
from journal.text import templates as templates_text
from screens.base.form import RecordForm
from screens.keymap import bindings
from screens.messages import Saved
from screens.runtime.journal_worker import Draft
from screens.timeline.tags_field import TagsField
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.text import WritingField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import one_line


class EntryEditor(RecordForm[Entry]):
    """An entry: the text fills the screen; its title, day and who may read it are above, its tags below."""

    NAME = entries_text.NEW_ENTRY
    ROUTE = "entry"
    KEY_SCOPE = "entry"
    KEYS = entries_text.KEYS
    BINDINGS = [*RecordForm.BINDINGS, *bindings("entry"), *bindings("edited entry")]
    RECORD = Entry
    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = "#text Writing"

    def __init__(
        self, *, record: Entry | None = None, draft: tuple[str, Draft] | None = None, day: date | None = None
    ) -> None:
        super().__init__(record=record, draft=draft)
        self._day = day

    def fields(self) -> ComposeResult:
        day = DayField(entries_text.DAY, id="day", today=self.journal.today(), attribute=None, check=self._check_day)
        day.from_record(self._day or day.today)
        yield TextField(entries_text.TITLE, id="title")
        yield day
        yield ChoiceField(
            entries_text.FOR_MENTOR,
            list(entries_text.SHARED.items()),
            id="shared",
            hint=entries_text.FOR_MENTOR_HINT,
            attribute="sensitivity",
            default=Sensitivity.NEVER,
        )
        placeholder, required = entries_text.WRITE_HERE, entries_text.NOTHING_WRITTEN
        yield WritingField("", id="text", placeholder=placeholder, required=required)
        yield TagsField(entries_text.TAGS, self._tags_before, id="tags", hint=entries_text.TAGS_HINT)
        yield YesNoField(entries_text.READ_AGAIN, id="read_again", default=False, hint=entries_text.READ_AGAIN_HINT)

    def _tags_before(self) -> list[str]:
        """Return the tags of all other entries, most used first."""
        own = self.record.uid if self.record else ""
        return tags_by_use(entry for entry in self.journal.entries if entry.uid != own)

    def _check_day(self, day: date | None) -> str:
        return forms_text.TO_COME if day is not None and day > self.journal.today() else ""

    def load(self, entry: Entry) -> None:
        """Show the entry and its day."""
        self.query_one(Panel).rename(
            entries_text.entry_title(entry.local_date, self.journal.today()), entries_text.SAVED_KEYS
        )
        super().load(entry)
        self.query_one("#day", DayField).from_record(entry.local_date)

    @property
    def key_scopes(self) -> list[str]:
        """The key of the earlier versions, too, where there is an entry."""
        return [*super().key_scopes, *(["edited entry"] if self.record else [])]

    def action_versions(self) -> None:
        """Show what the entry said before it was edited; what is typed has to be saved first."""
        if self.draft():
            self.app.notify(forms_text.SAVE_FIRST)
        elif self.record is not None:
            self.app.show("versions", entry=self.record)

    @on(Saved)
    def show_saved(self, message: Saved) -> None:
        """Show the entry as it is once an earlier version was restored."""
        saved = next((record for record in message.records if self.record and record.uid == self.record.uid), None)
        if isinstance(saved, Entry) and not self._saving and not self.draft():
            self.record = saved
            self.load(saved)
            self._initial = self.draft_values()

    def finish(self, entry: Entry) -> Entry:
        """Keep the text as it was typed, and put the entry on the day that was chosen."""
        entry = replace(entry, text=self.query_one("#text", WritingField).draft_value)
        day = self.query_one("#day", DayField).value or self.journal.today()
        return entry if day == entry.local_date else replace(entry, at=UNFILLED, local_date=day)

    # Prompts and templates.

    def action_templates(self) -> None:
        """Choose a prompt or template to insert."""
        self.app.show("templates", insert=self.insert)

    def insert(self, template: str) -> None:
        """Insert a template at the cursor, and write under its first line. What was written stays; undo works."""
        area = self.query_one("#text", WritingField).area
        row, column = area.cursor_location
        line = area.document.get_line(row)
        text = fitted(template, line[:column], line[column:])
        area.move_cursor((row, column))  # nothing is selected, so nothing is replaced
        area.insert(text)
        before_room = text.find("\n\n", len(text) - len(text.lstrip("\n")))
        if before_room >= 0:
            area.move_cursor((row + text.count("\n", 0, before_room) + 1, 0))
        area.focus()

    def action_save_template(self) -> None:
        """Save the text as a template of the person's own."""
        text = self.query_one("#text", WritingField).draft_value
        if not text.strip():
            self.app.notify(templates_text.NOTHING_TO_SAVE)
            return
        title = title_of(self.query_one("#title", TextField).text, text)
        self.app.save(
            Template(title=title, text=text), said=templates_text.saved_as_template(one_line(title, LONGEST_TITLE))
        )
