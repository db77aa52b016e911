"""What stays home, to pick from line by line, each with all of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from journal.sharing.page import Line
from journal.sharing.sanitize import sanitize
from journal.text import sharing as sharing_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Picking(ListScreen[Line]):
    """``pick`` is called with the key of a line that is picked or unpicked."""

    KEY_SCOPE = "picking"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"

    def __init__(self, *, lines: Sequence[Line], picked: frozenset[str], pick: Callable[[str], None]) -> None:
        super().__init__()
        self._lines = lines
        self._picked = set(picked)
        self._pick = pick

    def body(self) -> ComposeResult:
        with Panel(sharing_text.AT_HOME, sharing_text.AT_HOME_KEYS, id="home"):
            yield self.list_of(sharing_text.NOTHING_AT_HOME)
        with Panel(sharing_text.WHOLE_LINE, id="whole"):
            yield Plain()

    def items(self) -> Sequence[Line]:
        return self._lines

    def row(self, line: Line, width: int) -> str:
        """Return ``[x] cravings  7 at home``."""
        return f"[{'x' if line.key in self._picked else ' '}] {sharing_text.format_section(line.section)}  {line.words}"

    def details(self, line: Line) -> str:
        return sanitize("".join(part.text for part in line.parts))

    def edit_item(self, line: Line) -> None:
        """Pick a line, or let it be."""
        self._picked ^= {line.key}
        self._pick(line.key)
        self.record_list.refresh()

    def action_pick(self) -> None:
        """Pick the marked line, or let it be."""
        if self.marked is not None:
            self.edit_item(self.marked)

    def delete_item(self, line: Line) -> None:
        """Say that nothing is deleted from here."""
        self.app.notify(sharing_text.NOT_DELETED_HERE)
