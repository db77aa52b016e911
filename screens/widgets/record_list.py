"""A list of any length: draws only the lines that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.keymap import bindings
from screens.keys_shown import in_keys_of
from screens.widgets.text_fit import truncate

T = TypeVar("T")


class RecordList(ScrollView, Generic[T], can_focus=True):
    """Items, each drawn as one line of text by ``draw(item, width)``; ``empty`` stands where there are none.

    Posts ``Chosen`` on enter, ``Edit`` on e, ``Delete`` on d, ``Moved`` when another line is marked.
    """

    KEY_SCOPE = "lists"
    BINDINGS = bindings("lists")
    COMPONENT_CLASSES = {"record-list--marked", "record-list--empty"}
    DEFAULT_CSS = """
    RecordList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    RecordList > .record-list--marked { background: $block-cursor-background; text-style: bold; }
    RecordList:ansi > .record-list--marked { text-style: bold reverse; }
    RecordList > .record-list--empty { color: $text-muted; }
    """

    always_marked = False
    """Whether the mark is shown without the focus, too."""

    marked: reactive[int] = reactive(0, repaint=False)

    class About(Message):
        """Something about one item."""

        def __init__(self, records: RecordList[Any], item: Any) -> None:
            super().__init__()
            self.records = records
            self.item = item

        @property
        def control(self) -> RecordList[Any]:
            """The list, for ``@on(RecordList.Chosen, "#id")``."""
            return self.records

    class Chosen(About):
        """Open it."""

    class Edit(About):
        """Change it."""

    class Delete(About):
        """Delete it; whoever gets this asks first."""

    class Moved(About):
        """It is the marked one now."""

    def __init__(
        self,
        draw: Callable[[T, int], str],
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.draw = draw
        self._empty = empty
        self._items: Sequence[T] = ()

    @property
    def items(self) -> Sequence[T]:
        """The items."""
        return self._items

    @property
    def item(self) -> T | None:
        """The marked item."""
        return self._items[self.marked] if self._items else None

    def show(self, items: Sequence[T], *, empty: str | None = None) -> None:
        """Show other items; the mark stays on its line."""
        self._items = items
        self._empty = self._empty if empty is None else empty
        self.virtual_size = Size(self.scrollable_content_region.width, len(items))
        self.marked = min(self.marked, max(0, len(items) - 1))
        self.refresh()

    def mark(self, place: int) -> None:
        """Mark the line at ``place`` and bring it into view."""
        if self._items:
            self.marked = max(0, min(place, len(self._items) - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that a list of automatic height needs, at least those of the words for an empty one."""
        return len(self._items) or max(1, len(wrap(self._empty, max(1, width - 2))))

    def render_line(self, y: int) -> Strip:
        place = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        style = self.rich_style
        text = ""
        if place < len(self._items):
            text = truncate(self.draw(self._items[place], width - 2), width - 2)
            if place == self.marked and (self.has_focus or self.always_marked):
                style += self.get_component_rich_style("record-list--marked")
                text = f"› {text}"
            else:
                text = f"  {text}"
        elif not self._items:
            text = f"  {''.join(wrap(in_keys_of(self.app, self._empty), max(1, width - 2))[y : y + 1])}"
            style += self.get_component_rich_style("record-list--empty")
        return _strip(text, style, width)

    def validate_marked(self, place: int) -> int:
        """Keep the mark inside of the list."""
        return max(0, min(place, len(self._items) - 1))

    def watch_marked(self, before: int, after: int) -> None:
        """Repaint the two lines, and bring the new one into view."""
        self._repaint(before)
        self._repaint(after)
        self.scroll_to_region(Region(0, after, 1, 1), animate=False, force=True)
        self._post(self.Moved)

    @on(events.Resize)
    def keep_marked_in_view(self) -> None:
        """Bring the marked line back into view in a smaller window."""
        self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, force=True)

    def _repaint(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y, self.scrollable_content_region.width, 1))

    def on_click(self, event: events.Click) -> None:
        """Mark a line; open it when it is marked already."""
        place = self.scroll_offset.y + event.y
        if place == self.marked:
            self.action_choose()
        elif place < len(self._items):
            self.mark(place)

    def action_down(self) -> None:
        """Mark the next line."""
        self.mark(self.marked + 1)

    def action_up(self) -> None:
        """Mark the line before."""
        self.mark(self.marked - 1)

    def action_first(self) -> None:
        """Mark the first line."""
        self.mark(0)

    def action_last(self) -> None:
        """Mark the last line."""
        self.mark(len(self._items) - 1)

    def action_page(self, pages: int) -> None:
        """Move the mark by pages; negative moves up."""
        self.mark(self.marked + pages * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Open the marked line."""
        self._post(self.Chosen)

    def action_edit(self) -> None:
        """Change the marked line."""
        self._post(self.Edit)

    def action_delete(self) -> None:
        """Delete the marked line."""
        self._post(self.Delete)

    def _post(self, kind: type[About]) -> None:
        if self.item is not None:
            self.post_message(kind(self, self.item))


def _strip(text: str, style: Style, width: int) -> Strip:
    return Strip([Segment(text, style)]).adjust_cell_length(width, style)
