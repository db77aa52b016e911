"""What stays home, to be picked one by one: each line with its words, and nothing goes unseen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult

from journal.sharing.page import Line
from journal.sharing.sanitize import sanitize
from journal.text.sharing import section_words
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList


class Picking(BaseScreen[None]):
    """``pick`` is called with the key of a line that is picked, or let be again."""

    KEY_SCOPE = "picking"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "RecordList"

    def __init__(self, *, lines: Sequence[Line], picked: frozenset[str], pick: Callable[[str], None]) -> None:
        super().__init__()
        self._lines = lines
        self._picked = set(picked)
        self._pick = pick

    def body(self) -> ComposeResult:
        """The lines, and all words of the marked one."""
        with Panel("at home unless picked", "enter pick · esc back", id="home"):
            yield RecordList(self._row, empty="Nothing stays home: everything there is goes.")
        with Panel("all of it", id="whole"):
            yield Plain()

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one(RecordList).show(self._lines)
        self.show_whole()

    def _row(self, line: Line, width: int) -> str:
        return f"[{'x' if line.key in self._picked else ' '}] {section_words(line.section)}  {line.words}"

    @on(RecordList.Moved)
    def show_whole(self) -> None:
        """All words of the marked line."""
        line = self.query_one(RecordList).item
        self.query_one("#whole Plain", Plain).show(sanitize("".join(part.text for part in line.parts)) if line else "")

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def action_pick(self) -> None:
        """Pick the marked line, or let it be."""
        lines: RecordList[Line] = self.query_one(RecordList)
        if lines.item is not None:
            self._picked ^= {lines.item.key}
            self._pick(lines.item.key)
            lines.refresh()

    @on(RecordList.Delete)
    def keep_all(self) -> None:
        """Nothing is deleted from here."""
        self.app.tell("Nothing is deleted here; the timeline does that.")
