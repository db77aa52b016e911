"""A line that leads somewhere, with a sentence under it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.widgets.link_row import Row
from screens.widgets.plain_text import Plain


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
        """The line, and the sentence under it."""
        yield self._row
        yield Plain(self._says[1])

    def on_mount(self) -> None:
        """Say what it is."""
        self._row.show(self._says[0], key="enter", way=self._way)
