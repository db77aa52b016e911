"""What is kept for the mentor until it was talked about: looked at, a word added, or let go."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.parked import Parked, waiting
from journal.record_text import parked_words
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.routes import route_of
from screens.widgets.fields.base import TextField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

EMPTY = "Nothing is kept for the next meeting. r on a line of the Timeline keeps it."
WHAT = "What goes on a page of it is chosen there: a note says why, the record itself stays as private as it is."
LET_GO = "Let go; u brings it back."


class ParkedList(ListScreen[Parked]):
    """One line each, the first kept first."""

    KEY_SCOPE = "parked"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    ParkedList Panel { height: 1fr; }
    """

    def body(self) -> ComposeResult:
        """The lines, and what becomes of them."""
        with Panel("for my mentor"):
            yield Plain(WHAT, classes="muted")
            yield self.list_of(EMPTY)

    def items(self) -> list[Parked]:
        """What waits for the next meeting."""
        return waiting(self.journal.parked)

    def listed(self, items: Sequence[Parked]) -> None:
        """Say what the keys do."""
        self.query_one(Panel).set_hints("enter open · e say why · d let it go" if items else "")

    def row(self, parked: Parked, width: int) -> str:
        """What is kept, and why."""
        return truncate(parked_words(self.journal, parked), width)

    def open_item(self, parked: Parked) -> None:
        """Open what is kept; where it has no screen of its own, say why it is kept."""
        record = self.journal.find(parked.kind, parked.record)
        if record is not None and (route := route_of(record)):
            self.app.show(route, record=record)
        else:
            self.edit_item(parked)

    def edit_item(self, parked: Parked) -> None:
        """Say why it is kept."""
        self.app.show("parked_note", record=parked)

    def delete_item(self, parked: Parked) -> None:
        """Keep it no longer; the record itself stays."""
        self.app.remove(parked)
        self.app.tell(LET_GO)


class ParkedSheet(RecordForm[Parked]):
    """Why it is kept, in a few words."""

    NAME = "for my mentor"
    ROUTE = "parked_note"
    RECORD = Parked

    def fields(self) -> ComposeResult:
        """What it is about, and why."""
        yield Plain(id="what", classes="muted")
        yield TextField("Why", id="note", hint="What you want to say about it, or ask.")

    def load(self, parked: Parked) -> None:
        """Say what it is about."""
        self.query_one("#what", Plain).show(parked_words(self.journal, replace(parked, note="")))
        super().load(parked)
