"""The field for a passphrase or recovery words: gives its text to nobody."""

from __future__ import annotations

from textual.widgets import Input


class Secret(Input):
    """A field without copy and cut: Textual would put the plain text into the system's clipboard.

    ``hidden`` shows dots for what is typed; 24 words typed blind would never be right. ``busy`` while what was
    submitted is being tried.
    """

    DEFAULT_CSS = """
    Secret { background: $boost; }
    """

    def __init__(self, *, hidden: bool = True, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(password=hidden, id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.busy = False

    def action_copy(self) -> None:
        """Nothing is copied from here."""

    def action_cut(self) -> None:
        """Nothing is cut from here."""
