"""The one table of keys. Bindings, the hint line, help, the palette and the README's key table are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from textual.binding import Binding, BindingType

from screens import keys_of_places, keys_of_screens
from screens.key import EVERYWHERE, Key

TABLE: Final[tuple[Key, ...]] = tuple(row.in_language() for row in (*keys_of_places.ROWS, *keys_of_screens.ROWS))


def rows(places: Iterable[str]) -> list[Key]:
    """The rows that hold in any of these places, in the table's order."""
    wanted = set(places)
    return [key for key in TABLE if key.where in wanted]


def bindings(where: str) -> list[BindingType]:
    """The Textual bindings of one place. Ctrl and F keys that hold everywhere pass by inputs and dialogs."""
    return [
        Binding(
            key.keys or f"no-key-{key.id}",  # settings.toml may give it one
            key.action.removeprefix("app.") if where == EVERYWHERE else key.action,
            key.label,
            show=False,
            tooltip=key.tooltip,
            id=key.id,
            priority=where == EVERYWHERE,
        )
        for key in TABLE
        if key.where == where and key.action
    ]


class KeyScreen(Protocol):
    """What the header and the footer need of the screen that they stand on."""

    def key_rows(self) -> list[Key]:
        """The keys that do something here."""

    @property
    def timer_text(self) -> str:
        """What is said of a running craving timer, if anything."""

    @property
    def status_texts(self) -> tuple[str, ...]:
        """Return the day and when the journal locks, the longest wording first and the last one empty."""
