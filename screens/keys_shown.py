"""What widgets ask the app about keys: the rows and the sentences with the keys that the person chose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from screens.key import Key
from screens.keymap import rows


@runtime_checkable
class KeyApp(Protocol):
    """What widgets need of the app: the keys that the person chose."""

    def with_chosen_keys(self, found: Iterable[Key]) -> list[Key]:
        """Return rows with the keys that hold."""

    def in_chosen_keys(self, text: str) -> str:
        """Return a hint or a sentence of ours with the keys that hold."""


def in_keys_of(app: object, text: str) -> str:
    """Return a hint or a sentence of ours with the keys that hold in this app."""
    return app.in_chosen_keys(text) if isinstance(app, KeyApp) else text


def rows_in(app: object, places: Iterable[str]) -> list[Key]:
    """The rows of these places, with the keys that hold in this app."""
    return app.with_chosen_keys(rows(places)) if isinstance(app, KeyApp) else rows(places)
