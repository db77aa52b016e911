"""The first line of a place: where you are, where you can go, the day and when it locks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from journal.text import places as places_text
from screens.keys_shown import rows_in
from screens.routes import PLACES

if TYPE_CHECKING:
    from screens.keymap import KeyScreen

GAPS: Final = (3, 1)
"""Cells between two places: where the day fits beside them, and else."""


class PlaceBar(Widget):
    """`` 1 Today   2 Timeline   3 Patterns   4 Plan   5 Mentor        Mon 23 Nov · 3 min``, the place marked.

    Where it is too narrow for all names only the place itself has one. A click on a place goes there.
    """

    DEFAULT_CSS = """
    PlaceBar { dock: top; height: 1; padding: 0 1; }
    """

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def render(self) -> Content:
        gap, labels = self._fitting()
        places = Content(" " * gap).join(
            Content.styled(label, "bold $accent" if place == self._place else "")
            for place, label in zip(PLACES, labels, strict=True)
        )
        room = self.content_size.width - places.cell_length - 1
        status = next(text for text in self._status_texts if len(text) <= max(room, 0))
        return Content.assemble(places, " " * (1 + room - len(status)), (status, "$foreground-muted"))

    def _fitting(self) -> tuple[int, list[str]]:
        """Return the gap and the label of each place that fit into the width."""
        *_, day, _ = self._status_texts
        labels, width = list(self._labels(short=False)), self.content_size.width
        for gap, beside in ((GAPS[0], len(day) + 1), (GAPS[1], 0)):
            if sum(map(len, labels)) + gap * (len(labels) - 1) + beside <= width:
                return gap, labels
        return GAPS[1], list(self._labels(short=True))

    @property
    def _status_texts(self) -> tuple[str, ...]:
        return cast("KeyScreen", self.screen).status_texts

    def _labels(self, *, short: bool) -> Iterator[str]:
        keys = {key.id: key.display for key in rows_in(self.app, ["places"])}
        for place in PLACES:
            here, key = place == self._place, keys[f"places.place.{place}"]
            label = key if short and not here else f"{key} {places_text.NAMES[place]}"
            yield f"▐{label}▌" if here else label

    async def on_click(self, event: events.Click) -> None:
        """Go to the place under the mouse."""
        gap, labels = self._fitting()
        left = 1
        for place, label in zip(PLACES, labels, strict=True):
            if left <= event.x < left + len(label):
                await self.screen.run_action(f"app.place('{place}')")
            left += len(label) + gap
