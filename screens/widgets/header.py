"""The first line of a place: its name, the day, and when it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widget import Widget

from screens.widgets.text_fit import pad

if TYPE_CHECKING:
    from screens.keymap import KeyScreen


class Heading(Widget):
    """``Today                                 Mon 23 Nov · locks in 3 min``."""

    DEFAULT_CSS = """
    Heading { dock: top; height: 1; padding: 0 1; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.title = name

    def render(self) -> Content:
        """The name on the left, cut where it is too long; the day and the lock on the right."""
        right = cast("KeyScreen", self.screen).status_text
        room = max(1, self.content_size.width - len(right) - 1)
        return Content.assemble((pad(self.title, room), "bold"), " ", (right, "$foreground-muted"))
