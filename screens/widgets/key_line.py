"""The line of keys at the foot of a screen: the important first, as many as fit, each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from screens.keys import Key
    from screens.view import View

GAP: Final = 3


def fitting(keys: list[Key], width: int) -> list[Key]:
    """The keys that fit into ``width`` cells, chosen by rank and left in their order; a label stands once."""
    chosen: list[Key] = []
    room = width + GAP
    for key in sorted((key for key in keys if key.rank), key=lambda key: key.rank):
        needed = len(key.faces) + 1 + len(key.label) + GAP
        if needed <= room and key.label not in {other.label for other in chosen}:
            chosen.append(key)
            room -= needed
    return [key for key in keys if key in chosen]


class KeyLine(Widget):
    """Made from the key table for the screen it stands on."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; color: $text-muted; }
    """

    def on_mount(self) -> None:
        """Follow the focus: a list brings keys of its own."""
        self.watch(self.screen, "focused", self._focus_moved, init=False)

    def _focus_moved(self) -> None:
        self.refresh()

    @property
    def shown(self) -> list[Key]:
        """The keys that fit."""
        return fitting(cast("View[object]", self.screen).key_rows(), self.content_size.width)

    def render(self) -> Content:
        """Keys in the accent, what they do beside them."""
        parts = [Content.assemble((key.faces, "$accent bold"), f" {key.label}") for key in self.shown]
        return Content(" " * GAP).join(parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        left = 1
        for key in self.shown:
            right = left + len(key.faces) + 1 + len(key.label)
            if left <= event.x < right and key.action:
                await self.screen.run_action(key.action)
            left = right + GAP
