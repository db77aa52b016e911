"""The list of what is kept for the mentor until it was talked about, and the form for a note on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.parked import Parked, waiting
from journal.record_text import format_parked
from journal.text import parked as parked_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.routes import route_of
from screens.widgets.fields.base import TextField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class ParkedList(ListScreen[Parked]):
    """Shows one line each, what was kept first at the top."""

    KEY_SCOPE = "parked"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    ParkedList Panel { height: 1fr; }
    """

    def body(self) -> ComposeResult:
        """Say what becomes of the lines, and list them."""
        with Panel(parked_text.TITLE):
            yield Plain(parked_text.WHAT, classes="muted")
            yield self.list_of(parked_text.EMPTY)

    def items(self) -> list[Parked]:
        return waiting(self.journal.parked)

    def listed(self, items: Sequence[Parked]) -> None:
        """Name the keys of a line while there is one."""
        self.query_one(Panel).set_hints(parked_text.LINE_KEYS if items else "")

    def row(self, parked: Parked, width: int) -> str:
        return truncate(format_parked(self.journal, parked), width)

    def open_item(self, parked: Parked) -> None:
        """Open the record that is kept; if it has no screen of its own, open the note."""
        record = self.journal.find(parked.kind, parked.record)
        if record is not None and (route := route_of(record)):
            self.app.show(route, record=record)
        else:
            self.edit_item(parked)

    def edit_item(self, parked: Parked) -> None:
        """Open the note that says why it is kept."""
        self.app.show("parked_note", record=parked)

    def delete_item(self, parked: Parked) -> None:
        """Keep it no longer, without asking; the record itself stays."""
        self.app.remove(parked, said=parked_text.LET_GO)


class ParkedSheet(RecordForm[Parked]):
    """Asks why it is kept, in a few words."""

    NAME = parked_text.TITLE
    ROUTE = "parked_note"
    RECORD = Parked

    def fields(self) -> ComposeResult:
        yield Plain(id="what", classes="muted")
        yield TextField(parked_text.WHY, id="note", hint=parked_text.WHY_HINT)

    def load(self, parked: Parked) -> None:
        """Show what it is about, and the note."""
        self.query_one("#what", Plain).show(format_parked(self.journal, replace(parked, note="")))
        super().load(parked)
