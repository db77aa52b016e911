"""The page for the mentor, drawn row by row as it will be read.

``share.py`` shows it. The marked line is chosen with the arrows; striking it out is the screen's work, so this widget
only posts which line was meant. It draws rows that ``journal.summary`` made and knows nothing of records.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from journal.sharing.release import LineStatus
from screens.keymap import bindings

if TYPE_CHECKING:
    from journal.summary import Row

COLUMNS = 80
"""As wide as the page may be; a narrower window shows the rest sideways, so that each row stays as it will be."""


class PageRows(ScrollView, can_focus=True):
    """``rows`` are shown; ``marked`` is the key of the line under the mark, empty when there is none to choose.

    Posts ``Strike`` on x and ``Leave`` on space: this line, or its section.
    """

    KEY_SCOPE = "page"
    BINDINGS = bindings("page")
    COMPONENT_CLASSES = {"page-rows--marked", "page-rows--covered", "page-rows--name"}
    DEFAULT_CSS = """
    PageRows { height: 1fr; scrollbar-size: 0 0; }
    PageRows > .page-rows--marked { background: $block-cursor-background; text-style: bold; }
    PageRows:ansi > .page-rows--marked { text-style: bold reverse; }
    PageRows > .page-rows--covered { color: $text-muted; }
    PageRows > .page-rows--name { color: $accent; text-style: bold; }
    """

    marked: reactive[str] = reactive("", repaint=False)

    class About(Message):
        """Something about one line."""

        def __init__(self, page: PageRows, key: str) -> None:
            super().__init__()
            self.page = page
            self.key = key

        @property
        def control(self) -> PageRows:
            """The page, for ``@on(PageRows.Strike, "#id")``."""
            return self.page

    class Strike(About):
        """Strike it out, or let it go again."""

    class Leave(About):
        """Leave its section out, or take it in again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self._names: frozenset[str] = frozenset()
        self._keys: list[str] = []

    def show(self, rows: Sequence[Row], names: Sequence[str] = ()) -> None:
        """Show other rows; ``names`` are those of the sections. The mark stays on its line, or else near it."""
        place = self._place
        self.rows, self._names = rows, frozenset(names)
        self._keys = list(dict.fromkeys(row.key for row in rows if row.key))
        self.virtual_size = Size(COLUMNS, len(rows))
        if self.marked not in self._keys:
            self.marked = self._keys[min(place, len(self._keys) - 1)] if self._keys else ""
        self.refresh()
        self.bring_into_view()

    @property
    def _place(self) -> int:
        return self._keys.index(self.marked) if self.marked in self._keys else 0

    def mark(self, *keys: str) -> None:
        """Mark the first of these lines that is there."""
        self.marked = next((key for key in keys if key in self._keys), self.marked)

    def watch_marked(self) -> None:
        """Show where it is now."""
        self.refresh()
        self.bring_into_view()

    def on_resize(self) -> None:
        """Keep the marked line in view."""
        self.bring_into_view()

    def bring_into_view(self) -> None:
        """Scroll to the marked line, and with the first or the last one to the edge of the page."""
        places = [place for place, row in enumerate(self.rows) if row.key == self.marked]
        if not self.marked or not places:
            return
        first = 0 if self.marked == self._keys[0] else places[0]
        last = len(self.rows) - 1 if self.marked == self._keys[-1] else places[-1]
        across = self.scroll_offset.x
        self.scroll_to_region(Region(across, first, 1, last - first + 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        place = self.scroll_offset.y + y
        if place >= len(self.rows):
            return _strip(" " * COLUMNS, self.rich_style, 0, self.size.width)
        row = self.rows[place]
        style, text = self.rich_style + self._style_of(row), row.text
        if row.key and row.key == self.marked:
            style += self.get_component_rich_style("page-rows--marked")
            begins = place == 0 or self.rows[place - 1].key != row.key
            text = f"›{text[1:]}" if begins else text
        return _strip(text, style, self.scroll_offset.x, self.size.width)

    def _style_of(self, row: Row) -> Style:
        if row.standing is not LineStatus.GOES:
            return self.get_component_rich_style("page-rows--covered")
        named = row.key is None and row.text in self._names
        return self.get_component_rich_style("page-rows--name") if named else Style()

    def on_click(self, event: events.Click) -> None:
        """Mark the line under the mouse."""
        place = self.scroll_offset.y + event.y
        if place < len(self.rows):
            self.mark(self.rows[place].key or "")

    def action_down(self) -> None:
        """Mark the next line."""
        self._go(self._place + 1)

    def action_up(self) -> None:
        """Mark the line before."""
        self._go(self._place - 1)

    def action_first(self) -> None:
        """Mark the first line."""
        self._go(0)

    def action_last(self) -> None:
        """Mark the last line."""
        self._go(len(self._keys) - 1)

    def action_page(self, pages: int) -> None:
        """Move the mark by as many rows as are seen at once; negative moves back."""
        here = next((place for place, row in enumerate(self.rows) if row.key == self.marked), 0)
        wanted = here + pages * max(1, self.size.height - 1)
        near = [row.key for row in self.rows[: max(0, wanted) + 1] if row.key]
        self.mark(*near[-1:], *self._keys[:1])

    def action_sideways(self, columns: int) -> None:
        """Scroll sideways by columns: the page may be wider than the window."""
        self.scroll_to(x=self.scroll_offset.x + columns, animate=False, force=True)

    def action_strike(self) -> None:
        """Strike the marked line out, or let it go again."""
        self._post(self.Strike)

    def action_leave(self) -> None:
        """Leave its section out, or take it in again."""
        self._post(self.Leave)

    def _go(self, place: int) -> None:
        if self._keys:
            self.marked = self._keys[max(0, min(place, len(self._keys) - 1))]

    def _post(self, kind: type[About]) -> None:
        if self.marked:
            self.post_message(kind(self, self.marked))


def _strip(text: str, style: Style, across: int, width: int) -> Strip:
    return Strip([Segment(text, style)]).crop_extend(across, across + width, style)
