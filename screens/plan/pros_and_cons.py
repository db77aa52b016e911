"""Pros and cons: a line for each focus, the table of the marked one in two columns, and the form about one.

On a narrow window the four fields of the table stand one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.domain.pros_and_cons import FIELDS, ProsAndCons, by_its_focus, lines_of
from journal.text import pros_and_cons as pros_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.runtime.journal_worker import Draft
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.text import LinesField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate

_NEW = "of "
"""What a draft's key has before the focus of a table that is not saved yet."""


class Weighed(NamedTuple):
    """A focus with its table, which may be empty and not saved yet."""

    label: str
    is_tracked: bool
    table: ProsAndCons


class ProsAndConsList(ListScreen[Weighed]):
    """Lists what is tracked; enter edits the table of the marked one."""

    KEY_SCOPE = "pros and cons"
    BINDINGS = bindings(KEY_SCOPE)
    DEFAULT_CSS = """
    ProsAndConsList #of-focuses { height: auto; max-height: 7; }
    ProsAndConsList #of-focuses RecordList { height: auto; max-height: 5; }
    ProsAndConsList #table { layout: grid; grid-size: 2; grid-gutter: 1 2; grid-rows: auto; }
    ProsAndConsList #table Vertical { height: auto; }
    ProsAndConsList .heading { color: $accent; text-style: bold; }
    ProsAndConsList.-narrow #table { grid-size: 1; grid-gutter: 1 0; }
    """

    def body(self) -> ComposeResult:
        """List what is tracked, and show the table of the marked one."""
        with Panel(pros_text.TITLE, pros_text.KEYS, id="of-focuses"):
            yield self.list_of(pros_text.NO_FOCUS)
        with Panel(reads=True, id="table"):
            for field in FIELDS:
                with Vertical():
                    yield Plain(pros_text.HEADINGS[field], classes="heading")
                    yield Plain(id=field)

    def items(self) -> list[Weighed]:
        """Return what is tracked, then what has a table and is tracked no longer."""
        tables = by_its_focus(self.journal.pros_and_cons)
        focuses = sorted(self.journal.focuses, key=lambda one: one.archived)
        return [
            Weighed(one.label, not one.archived, tables.get(one.uid, ProsAndCons(focus=one.uid)))
            for one in focuses
            if not one.archived or one.uid in tables
        ]

    def row(self, item: Weighed, width: int) -> str:
        """Return ``alcohol · 7 lines``."""
        said = pros_text.format_row(item.label, lines_of(item.table), is_tracked=item.is_tracked)
        return truncate(said, width)

    def listed(self, items: Sequence[Weighed]) -> None:
        """Show the table, too."""
        self.show_table()

    @on(RecordList.Moved)
    def show_table(self) -> None:
        """Show the table of the marked line; without a line there is none."""
        item = self.marked
        self.query_one("#table").display = item is not None
        for field in FIELDS:
            lines: list[str] = getattr(item.table, field) if item else []
            self.query_one(f"#{field}", Plain).show("\n".join(f"· {line}" for line in lines) or pros_text.NOT_YET)

    def edit_item(self, item: Weighed) -> None:
        self.app.show("pros_and_cons_form", record=item.table)

    def delete_item(self, item: Weighed) -> None:
        """Delete the table, after asking."""
        if item.table.uid:
            self.app.delete(item.table, pros_text.THIS_TABLE)


class ProsAndConsSheet(RecordForm[ProsAndCons]):
    """Asks for the four fields of a table: ``record`` is a saved one, or one without lines and uid to write."""

    NAME = pros_text.FORM
    ROUTE = "pros_and_cons_form"
    RECORD = ProsAndCons

    def __init__(self, *, record: ProsAndCons | None = None, draft: tuple[str, Draft] | None = None) -> None:
        super().__init__(record=record, draft=draft)
        if record is not None and not record.uid:
            self._draft_key = f"{self.ROUTE}:{_NEW}{record.focus}"

    def fields(self) -> ComposeResult:
        """Ask for each field, then whether a craving shows what changing gives."""
        yield Plain(pros_text.ABOUT, classes="muted")
        for field in FIELDS:
            yield LinesField(pros_text.HEADINGS[field], id=field, hint=pros_text.LINES_HINT)
        yield YesNoField(pros_text.IN_CRAVING, id="in_craving", default=False, hint=pros_text.IN_CRAVING_HINT)

    def finish(self, record: ProsAndCons) -> ProsAndCons:
        """Refuse a new table without a line."""
        if not lines_of(record):
            raise InvalidInput(self.query_one(f"#{FIELDS[0]}", LinesField), pros_text.NOTHING_WRITTEN)
        return record

    def find(self, uid: str) -> ProsAndCons | None:
        """Return the table of a draft; one that is not saved yet is found by its focus."""
        if not uid.startswith(_NEW):
            return super().find(uid)
        focus = uid.removeprefix(_NEW)
        return by_its_focus(self.journal.pros_and_cons).get(focus) or ProsAndCons(focus=focus)
