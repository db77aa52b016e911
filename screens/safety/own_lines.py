"""Safety lines of the person's own, such as a clinic nearby. They are kept in the settings, not encrypted."""

from __future__ import annotations

from functools import partial
from typing import Any

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.record import Record
from journal.domain.safety_lines import Line
from journal.text import emergency_card as emergency_card_text
from journal.text import forms as forms_text
from journal.text import safety as safety_text
from journal.text import settings as settings_text
from screens.app import JournalApp
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import TextField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

LONGEST = 100


class OwnLines(ListScreen[Line]):
    """The lines, and that they can be read by anyone here."""

    KEY_SCOPE = "own lines"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(emergency_card_text.OWN_LINES, emergency_card_text.OWN_LINES_KEYS):
            yield Plain(emergency_card_text.OWN_LINES_OPEN)
            yield self.list_of(emergency_card_text.OWN_LINES_EMPTY)

    def items(self) -> list[Line]:
        return self.app.settings.lines

    def row(self, line: Line, width: int) -> str:
        return line.words

    def on_screen_resume(self) -> None:
        """Show the lines again after a form."""
        self.show_items()

    def edit_item(self, line: Line) -> None:
        """Open the form of a line."""
        self.app.show("own_line", line=line)

    def delete_item(self, line: Line) -> None:
        """Remove a line, once it is sure."""
        self.app.ask(emergency_card_text.remove_line(line.name), forms_text.REMOVE_IT, partial(self._remove, line))

    def _remove(self, line: Line) -> None:
        kept = [other for other in self.app.settings.lines if other != line]
        if not keep_lines(self.app, kept):
            self.query_one(Panel).show_error(settings_text.NOT_WRITTEN)
        self.show_items()

    def action_add(self) -> None:
        """Add a line."""
        self.app.show("own_line")


class OwnLineSheet(RecordForm[Line]):
    """One line: ``line`` to change, or a new one; today is noted as the day on which it was looked up."""

    NAME = safety_text.OWN_LINE
    ROUTE = "own_line"
    RECORD = Line
    before = None
    """A line that is changed is a new one, looked up today."""

    def __init__(self, *, line: Line | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__(record=line, draft=draft or (f"{self.ROUTE}:{line.name if line else 'new'}", {}))

    def fields(self) -> ComposeResult:
        yield Plain(emergency_card_text.OWN_LINES_OPEN)
        yield TextField(
            safety_text.OWN_LINE_NUMBER, id="number", max_length=LONGEST, required=safety_text.OWN_LINE_INCOMPLETE
        )
        yield TextField(
            safety_text.OWN_LINE_NAME, id="name", max_length=LONGEST, required=safety_text.OWN_LINE_INCOMPLETE
        )
        yield TextField(
            safety_text.OWN_LINE_NOTE, id="note", max_length=LONGEST, hint=emergency_card_text.OWN_LINE_NOTE_HINT
        )

    def find(self, name: str) -> Line | None:
        """Return the line of that name."""
        return next((line for line in self.app.settings.lines if line.name == name), None)

    def new_record(self, **values: Any) -> Line:
        """Note today as the day on which it was looked up."""
        return Line(verified=self.journal.today().isoformat(), **values)

    def build(self) -> tuple[Record, ...]:
        """Return no records: the line is kept in the settings."""
        self._new = self.read()
        return ()

    def submit(self) -> None:
        """Write the settings; where that does not work, the line holds until the program is left."""
        lines = list(self.app.settings.lines)
        if self.record in lines:
            lines[lines.index(self.record)] = self._new
        else:
            lines.append(self._new)
        self.record = self._new
        if not keep_lines(self.app, lines):
            self.query_one(Panel).show_error(settings_text.NOT_WRITTEN)
            return
        self.app.forget(self._draft_key)
        self.app.say(settings_text.LINE_SAVED)
        self.after_save()


def keep_lines(app: JournalApp, lines: list[Line]) -> bool:
    """Set the person's own lines; return whether they could be written, too."""
    app.settings = replace(app.settings, lines=lines)
    try:
        app.settings.save()
    except OSError:
        return False
    return True
