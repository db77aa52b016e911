"""A list in groups: headings stand between its lines, and the mark passes over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate


class Heading(NamedTuple):
    """The name of a group; an empty one is a line of air before the next."""

    name: str


class Line(NamedTuple):
    """One setting: its name, its value, and what opens it."""

    name: str
    value: str
    opens: Callable[[], object]


class GroupedList(RecordList[Heading | Line]):
    """Lists ``Line`` items under ``Heading`` items."""

    COMPONENT_CLASSES = {"grouped-list--heading"}
    DEFAULT_CSS = """
    GroupedList > .grouped-list--heading { color: $accent; text-style: bold; }
    """

    def validate_marked(self, place: int) -> int:
        """Return the nearest line at or after ``place`` in the direction of the move, else in the other direction."""
        place = super().validate_marked(place)
        after = range(place, len(self.items))
        before = range(place, -1, -1)
        first, second = (after, before) if place >= self.marked else (before, after)
        return next((one for one in [*first, *second] if isinstance(self.items[one], Line)), 0)

    def watch_marked(self, before: int, after: int) -> None:
        """Bring the heading of a group into view with its first line."""
        super().watch_marked(before, after)
        if after and isinstance(self.items[after - 1], Heading) and self.scroll_offset.y >= after:
            self.scroll_to(y=after - 1, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        place = self.scroll_offset.y + y
        item = self.items[place] if place < len(self.items) else None
        if not isinstance(item, Heading):
            return super().render_line(y)
        width = self.scrollable_content_region.width
        style = self.rich_style + self.get_component_rich_style("grouped-list--heading")
        return Strip([Segment(truncate(item.name, width), style)]).adjust_cell_length(width, style)
