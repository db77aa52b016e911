"""Where a passphrase or recovery words stand, typed or shown: neither gives its text to the clipboard."""

from __future__ import annotations

from typing import Final

from textual.selection import Selection
from textual.widgets import Input

from screens.widgets.plain import Plain, typable

LONGEST: Final = 10_000
"""Characters at most; nobody types more, and a slip of the clipboard does not stop the screen."""


class Secret(Input):
    """A field without copy and cut: Textual would put the plain text into the system's clipboard.

    ``hidden`` shows dots for what is typed; 24 words typed blind would never be right. ``busy`` while what was
    submitted is being tried.
    """

    DEFAULT_CSS = """
    Secret { background: $boost; }
    """

    def __init__(self, *, hidden: bool = True, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(
            password=hidden, id=id, placeholder=placeholder, compact=True, max_length=LONGEST, select_on_focus=False
        )
        self.busy = False

    def validate_value(self, value: str) -> str:
        """Whatever a hidden passphrase is made of stays as it is; what is shown must not act on the terminal."""
        return value if self.password else typable(value)

    def action_copy(self) -> None:
        """Nothing is copied from here."""

    def action_cut(self) -> None:
        """Nothing is cut from here."""


class Shown(Plain):
    """Words to be written on paper: what is marked with the mouse is not copied from here either."""

    ALLOW_SELECT = False

    def get_selection(self, selection: Selection) -> None:
        """Nothing, also where the mark began in another line."""
