"""Help: every key of the screen it was asked on, from the key table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from journal.text import forms as forms_text
from journal.text import safety as safety_text
from screens.base.screen import BaseScreen
from screens.keymap import EVERYWHERE, Key, bindings, rows
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

TITLES = {
    "ratings": forms_text.KEYS_OF_RATING,
    "choices": forms_text.KEYS_OF_CHOICE,
    "lists": forms_text.KEYS_OF_LIST,
    EVERYWHERE: forms_text.KEYS_EVERYWHERE,
}


class Help(BaseScreen[None]):
    """Opened by F1 and ? over another screen, ``of`` which it tells."""

    CSS_PATH = Path(__file__).with_name("help.tcss")
    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, *, of: Screen[Any] | None = None) -> None:
        super().__init__()
        self._keys = of.key_rows() if isinstance(of, BaseScreen) else rows([getattr(of, "KEY_SCOPE", ""), EVERYWHERE])

    def body(self) -> ComposeResult:
        with Panel(forms_text.HELP, forms_text.READING_KEYS, reads=True):
            for title, keys in _groups(self._keys).items():
                yield Plain(title, classes="group")
                yield Plain("\n".join(_row(key) for key in keys))
        yield Plain(safety_text.emergency_foot(self.app.settings.region), id="emergency")


def _groups(keys: list[Key]) -> dict[str, list[Key]]:
    """Return the rows by the title of their group; keys that hold everywhere come last."""
    groups: dict[str, list[Key]] = {}
    for key in sorted(keys, key=lambda key: key.where == EVERYWHERE):
        if key.tooltip:
            groups.setdefault(TITLES.get(key.where, forms_text.KEYS_HERE), []).append(key)
    return groups


def _row(key: Key) -> str:
    return f"{key.all_faces:<10} {key.tooltip}"
