"""Lines that lead somewhere: marked with the arrows or tab, opened with enter or the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.keymap import bindings
from screens.widgets.plain_text import Plain, one_line
from screens.widgets.text_fit import BAR, CLUSTER, progress_bar, truncate

W = TypeVar("W", bound=Widget)

LABEL: Final = 11
"""Cells of a label, so that the texts stand in a column."""

MOST_CELLS: Final = 400
"""Cells of a text that are looked at: more than two lines of any window."""


class Openable(Widget, can_focus=True):
    """Base of what can be opened; ``way`` is called to open it."""

    KEY_SCOPE = "ways"
    BINDINGS = bindings("ways")

    way: Callable[[], object] | None = None

    def action_open(self) -> None:
        """Open it."""
        if self.way is not None:
            self.way()

    def action_on(self) -> None:
        """Focus what comes next."""
        self.screen.focus_next()

    def action_before(self) -> None:
        """Focus what came before."""
        self.screen.focus_previous()

    def on_click(self) -> None:
        """Open it."""
        self.action_open()


class Row(Openable):
    """``check-in   not yet                a``: what it is, how it stands, and the key for it.

    A text that is too long for its line has a second one, under its beginning.
    """

    DEFAULT_CSS = """
    Row { height: auto; }
    Row:focus { background: $block-cursor-background; text-style: bold; }
    Row:focus:nocolor, Row:focus:ansi { text-style: bold reverse; }
    """

    def __init__(self, label: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._text = ""
        self._key = ""

    def show(self, text: str, *, key: str = "", way: Callable[[], object] | None = None) -> None:
        """Show another text, which may be a person's own; without any the row goes away."""
        self._text, self._key, self.way = text, key, way
        self.display = bool(text)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or two where the text needs them."""
        return len(self._rows(width))

    @property
    def _start(self) -> str:
        return f"{self._label:<{LABEL}}" if self._label else ""

    def _room(self, width: int) -> int:
        return max(1, width - len(self._start) - len(self._key) - 1)

    def _rows(self, width: int) -> list[str]:
        """Return the text in one line or two, the second one truncated."""
        room, text = self._room(width), one_line(self._text, CLUSTER * MOST_CELLS)
        first = Content(text).wrap(room)[0].plain
        rest = text[len(first) :].strip()
        return [first, truncate(rest, room)] if rest else [first]

    def render(self) -> Content:
        """Label, text and key on one line; what is left of the text under it."""
        label, room = self._start, self._room(self.content_size.width)
        text, *more = self._rows(self.content_size.width)
        gap = " " * (room + 1 - Content(text).cell_length)
        below = "".join(f"\n{' ' * len(label)}{line}" for line in more)
        return Content.assemble((label, "$foreground-muted"), text, gap, (self._key, "$accent"), below)


class Progress(Openable):
    """``Evening class      ███████░░  3 of 4``: a title, how far along as a bar, and in words."""

    DEFAULT_CSS = """
    Progress { height: 1; }
    Progress:focus { background: $block-cursor-background; text-style: bold; }
    Progress:focus:nocolor, Progress:focus:ansi { text-style: bold reverse; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._part: float | None = None
        self._words = ""

    def show(self, title: str, part: float | None, words: str, way: Callable[[], object]) -> None:
        """Show another title; ``part`` is how far along, 0–1, or None; ``words`` as long as those of its neighbours."""
        self._title, self._part, self._words, self.way = title, part, words, way
        self.refresh()

    def render(self) -> Content:
        """Title, bar and words, each in its column; the bar gives way to a long title."""
        words = truncate(self._words, self.content_size.width // 3)
        room = self.content_size.width - BAR - len(words) - 2
        bar = progress_bar(self._part)
        if Content(one_line(self._title, CLUSTER * MOST_CELLS)).cell_length > room:
            room, bar = room + BAR, ""
        title = truncate(self._title, room)
        gap = " " * (room + 1 - Content(title).cell_length)
        return Content.assemble(title, gap, (bar, "$accent"), f" {words}")


def resize_children(parent: Widget, kind: type[W], count: int) -> list[W]:
    """Make exactly ``count`` children of a kind; the first ones are kept, so that the focus stays."""
    there = [child for child in parent.children if type(child) is kind]
    for extra in there[count:]:
        extra.remove()
    new = [kind() for _ in range(count - len(there))]
    if new:
        parent.mount(*new)
    return there[:count] + new


class TwoLines(Vertical):
    """``name`` opens ``way``; the sentence says what comes of it."""

    DEFAULT_CSS = """
    TwoLines { height: auto; margin-bottom: 1; }
    TwoLines > Plain { color: $text-muted; padding-left: 2; }
    """

    def __init__(self, name: str, sentence: str, way: Callable[[], object]) -> None:
        super().__init__()
        self._says = (name, sentence)
        self._row = Row()
        self._way = way

    def compose(self) -> ComposeResult:
        yield self._row
        yield Plain(self._says[1])

    def on_mount(self) -> None:
        """Say what it is."""
        self._row.show(self._says[0], key="enter", way=self._way)
