"""A list of any length, in groups if it is long: draws only the lines that are seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style as Base

from screens.keymap import bindings
from screens.keys_shown import in_keys_of
from screens.widgets.text_fit import truncate

T = TypeVar("T")


class Heading(NamedTuple):
    """A line above an item: it is only read, and the mark never stands on it. An empty one is a line of air."""

    place: int
    """The place of the item below it."""
    text: str


class RecordList(ScrollView, Generic[T], can_focus=True):
    """Items, each drawn as one line of text by ``draw(item, width)``; ``empty`` stands where there are none.

    ``Heading`` lines may stand between them. They have no place among the items, so nothing that moves the mark or
    counts items meets them; only what is about lines on the screen adds them. ``draw`` may return ``Content`` to style
    a part of the line; what a person wrote has to be ``sanitize``d in it.

    Posts ``Chosen`` on enter, ``Edit`` on e, ``Delete`` on d, ``Moved`` when another line is marked.
    """

    KEY_SCOPE = "lists"
    BINDINGS = bindings("lists")
    COMPONENT_CLASSES = {"record-list--marked", "record-list--empty", "record-list--heading"}
    DEFAULT_CSS = """
    RecordList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    RecordList > .record-list--marked { background: $block-cursor-background; text-style: bold; }
    RecordList:ansi > .record-list--marked { text-style: bold reverse; }
    RecordList > .record-list--empty { color: $text-muted; }
    RecordList > .record-list--heading { color: $accent; text-style: bold; }
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
        draw: Callable[[T, int], str | Content],
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.draw = draw
        self._empty = empty
        self._items: Sequence[T] = ()
        self._headings: Sequence[Heading] = ()
        self._heading_places: list[int] = []
        self._heading_lines: list[int] = []

    @property
    def items(self) -> Sequence[T]:
        """The items."""
        return self._items

    @property
    def headings(self) -> Sequence[Heading]:
        """The headings."""
        return self._headings

    @property
    def item(self) -> T | None:
        """The marked item."""
        return self._items[self.marked] if self._items else None

    def show(self, items: Sequence[T], *, empty: str | None = None, headings: Sequence[Heading] = ()) -> None:
        """Show other items; the mark stays on its place. ``headings`` are in the order of their places."""
        self._items = items
        self._headings = headings
        self._heading_places = [heading.place for heading in headings]
        self._heading_lines = [heading.place + number for number, heading in enumerate(headings)]
        self._empty = self._empty if empty is None else empty
        self.virtual_size = Size(self.scrollable_content_region.width, len(items) + len(headings))
        self.marked = min(self.marked, max(0, len(items) - 1))
        self.refresh()

    def _line_of(self, place: int) -> int:
        """Return the line of an item: its place, and one for each heading above it."""
        return place + bisect_right(self._heading_places, place)

    def _place_at(self, line: int) -> int:
        """Return the place of the item on a line; on a heading, that of the next item."""
        return line - bisect_left(self._heading_lines, line)

    def _heading_at(self, line: int) -> Heading | None:
        number = bisect_left(self._heading_lines, line)
        return self._headings[number] if self._heading_lines[number : number + 1] == [line] else None

    def mark(self, place: int) -> None:
        """Mark the line at ``place`` and bring it into view."""
        if self._items:
            self.marked = max(0, min(place, len(self._items) - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that a list of automatic height needs, at least those of the words for an empty one."""
        return len(self._items) + len(self._headings) or max(1, len(wrap(self._empty, max(1, width - 2))))

    def render_line(self, y: int) -> Strip:
        line, width, style = self.scroll_offset.y + y, self.scrollable_content_region.width, self.rich_style
        if not self._items:
            style += self.get_component_rich_style("record-list--empty")
            words = "".join(wrap(in_keys_of(self.app, self._empty), max(1, width - 2))[y : y + 1])
            return _strip([Segment(f"  {words}", style)], style, width)
        if (heading := self._heading_at(line)) is not None:
            style += self.get_component_rich_style("record-list--heading")
            return _strip([Segment(truncate(heading.text, width), style)], style, width)
        if (place := self._place_at(line)) >= len(self._items):
            return _strip([], style, width)
        is_marked = place == self.marked and (self.has_focus or self.always_marked)
        if is_marked:
            style += self.get_component_rich_style("record-list--marked")
        drawn = self.draw(self._items[place], width - 2)
        return _strip([Segment("› " if is_marked else "  ", style), *_segments(drawn, style, width - 2)], style, width)

    def validate_marked(self, place: int) -> int:
        """Keep the mark inside of the list."""
        return max(0, min(place, len(self._items) - 1))

    def watch_marked(self, before: int, after: int) -> None:
        """Repaint the two lines, and bring the new one into view."""
        self._repaint(before)
        self._repaint(after)
        self._bring_into_view()
        self._post(self.Moved)

    @on(events.Resize)
    def keep_marked_in_view(self) -> None:
        """Bring the marked line back into view in a smaller window."""
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to the marked line, together with a heading right above it."""
        line = self._line_of(self.marked)
        above = int(bool(line) and self._heading_at(line - 1) is not None)
        self.scroll_to_region(Region(0, line - above, 1, 1 + above), animate=False, force=True)

    def _repaint(self, place: int) -> None:
        line = self._line_of(place) - self.scroll_offset.y
        self.refresh(Region(0, line, self.scrollable_content_region.width, 1))

    def on_click(self, event: events.Click) -> None:
        """Mark a line; open it when it is marked already."""
        line = self.scroll_offset.y + event.y
        place = self._place_at(line)
        if self._heading_at(line) is not None or place >= len(self._items):
            return
        if place == self.marked:
            self.action_choose()
        else:
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
        self.mark(self._place_at(max(0, self._line_of(self.marked) + pages * max(1, self.size.height - 1))))

    def move_group(self, groups: int) -> None:
        """Mark the first item of the group so many headings further; negative moves up. Stop at the last, the first."""
        number = bisect_right(self._heading_places, self.marked) - 1 + groups
        if self._headings and 0 <= number < len(self._headings):
            self.mark(self._heading_places[number])

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


def _segments(drawn: str | Content, style: Style, width: int) -> list[Segment]:
    """Return what was drawn on at most so many cells, each part in its own style over that of the line."""
    if isinstance(drawn, str):
        return [Segment(truncate(drawn, width), style)]
    parts = drawn.truncate(max(1, width), ellipsis=True).render(Base(), end="")
    return [Segment(text, style + part.rich_style) for text, part in parts if text]


def _strip(segments: list[Segment], style: Style, width: int) -> Strip:
    return Strip(segments).adjust_cell_length(width, style)
