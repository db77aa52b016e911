"""The bin: what was deleted in the last 30 days, to read, restore, or erase for good."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.dates import format_day
from journal.record_text import RecordText
from journal.store.bin import BinItem
from journal.text import bin as bin_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import pad, truncate

KIND = 12
"""Cells of the name of a kind."""

ROOMY = 60
"""Cells that a line needs to have room for the day of the deletion."""


class BinScreen(ListScreen[BinItem]):
    """Lists deletions, the latest first, and shows all of the marked one."""

    KEY_SCOPE = "bin"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "bin.tcss"

    def body(self) -> ComposeResult:
        """Lay out the list, and what is marked below it."""
        with Panel(bin_text.TITLE, bin_text.KEYS, id="deleted"):
            yield self.list_of(bin_text.EMPTY)
        with Panel(bin_text.WHAT_IT_WAS, bin_text.READ_KEYS, reads=True, quiet=True, id="whole"):
            yield Plain()

    def items(self) -> list[BinItem]:
        self._told = RecordText(self.journal)
        return self.journal.bin.items()

    def listed(self, items: object) -> None:
        """Say how many there are; an empty bin needs no second panel."""
        number = len(self.record_list.items)
        keys = bin_text.KEYS if number else bin_text.EMPTY_KEYS
        self.query_one("#deleted", Panel).rename(bin_text.format_title(number), keys)
        self.query_one("#whole").display = bool(number)
        if not self.journal.preferences.keep_deleted:
            self.record_list.show([], empty=bin_text.EMPTY_OFF)

    def row(self, item: BinItem, width: int) -> str:
        """Return ``entry     Walked home …   Mon 23 Nov  29 days left``; in a narrow window without the day."""
        end = f"  {bin_text.format_left(item.days_left):>12}"
        if width >= ROOMY:
            deleted, today = self.journal.local(item.deleted_at).date(), self.journal.today()
            end = f"  {format_day(deleted, today):>10}{end}"
        head = pad(self._told.name(item.record), KIND)
        room = max(0, width - len(head) - len(end))
        words = truncate(" ".join(self._told.found(item.record, "").split()), room)
        return f"{head}{words}{' ' * max(0, room - len(words))}{end}"

    def details(self, item: BinItem) -> str:
        deletion = bin_text.format_deletion(self.journal.local(item.deleted_at), item.days_left, item.others)
        return f"{deletion}\n\n{self._told.whole(item.record)}"

    def open_item(self, item: BinItem) -> None:
        """Go to the text, so that the arrows scroll it."""
        self.query_one("#whole").focus()

    def edit_item(self, item: BinItem) -> None:
        """Say that it has to be restored first."""
        self.app.notify(bin_text.NOT_EDITED)

    def delete_item(self, item: BinItem) -> None:
        """Erase it for good; there is no other way to delete it here."""
        self.action_erase()

    def action_restore(self) -> None:
        """Restore the marked line."""
        if self.marked is None:
            self.app.notify(bin_text.NONE_MARKED)
        else:
            self.app.restore(self.marked.uids)
            self.record_list.focus()

    def action_erase(self) -> None:
        """Erase the marked line for good; its own screen says what that means, and asks."""
        if (item := self.marked) is not None:
            self.app.show("erase_record", record=item.record, what=self._told.name(item.record))
