"""The line at the foot of a screen: a running craving timer, and as many keys as fit, the important first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from screens.key import KEY_GAP, fitting

if TYPE_CHECKING:
    from screens.key import Key
    from screens.keymap import KeyScreen


class KeyLine(Widget):
    """Made from the key table for the screen it stands on; each key can be clicked.

    While a craving is timed it says so first, but where the time stands on the screen already.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; color: $text-muted; }
    """

    _told = ""

    def on_mount(self) -> None:
        """Follow the focus, for a list brings keys of its own, and the seconds."""
        self.watch(self.screen, "focused", self._focus_moved, init=False)
        self.set_interval(1.0, self._follow_time)

    def _focus_moved(self) -> None:
        self.refresh()

    def _follow_time(self) -> None:
        if self._told != self.timer:
            self.refresh()

    @property
    def _here(self) -> KeyScreen:
        return cast("KeyScreen", self.screen)

    @property
    def timer(self) -> str:
        """The words about the timer; mostly empty."""
        return self._here.timer_text

    @property
    def shown(self) -> list[Key]:
        """The keys that fit; the words about the timer name the one that leads back to it."""
        taken = len(self.timer)
        keys = [key for key in self._here.key_rows() if not (taken and key.action == "app.craving")]
        return fitting(keys, self.content_size.width - (taken + KEY_GAP if taken else 0))

    def render(self) -> Content:
        """Return the keys in the accent, each followed by its label."""
        self._told = self.timer
        timer = [Content.assemble((self._told, "bold"))] if self._told else []
        parts = [Content.assemble((key.display, "$accent bold"), f" {key.label}") for key in self.shown]
        return Content(" " * KEY_GAP).join([*timer, *parts])

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        left = 1
        if taken := len(self.timer):
            if left <= event.x < left + taken:
                await self.screen.run_action("app.craving")
            left += taken + KEY_GAP
        for key in self.shown:
            right = left + len(key.display) + 1 + len(key.label)
            if left <= event.x < right and key.action:
                await self.screen.run_action(key.action)
            left = right + KEY_GAP
