"""The field for a passphrase: shows dots, and gives its text to nobody."""

from __future__ import annotations

from textual.widgets import Input


class Secret(Input):
    """A password field without copy and cut: Textual would put the plain text into the system's clipboard.

    ``busy`` while what was submitted is being tried.
    """

    DEFAULT_CSS = """
    Secret { background: $boost; }
    """

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(password=True, id=id, placeholder=placeholder, compact=True)
        self.busy = False

    def action_copy(self) -> None:
        """Nothing is copied from here."""

    def action_cut(self) -> None:
        """Nothing is cut from here."""
