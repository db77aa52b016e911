"""All versions of the agreement with one person, to read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.domain.agreements import Agreement, versions
from journal.text import agreement as agreement_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Agreed(ListScreen[Agreement]):
    """Lists the versions, newest first, and shows the text of the marked one. None of them can be changed."""

    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    DETAILS = "#told"
    DEFAULT_CSS = """
    Agreed #versions { height: 6; }
    Agreed #words { height: 1fr; }
    """

    def __init__(self, *, person: str) -> None:
        super().__init__()
        self._person = person

    def body(self) -> ComposeResult:
        """Lay out the list, and the text below it."""
        with Panel(agreement_text.VERSIONS, agreement_text.VERSIONS_KEYS, id="versions"):
            yield self.list_of(agreement_text.VERSIONS_EMPTY)
        with Panel(agreement_text.VERSION_SAYS, id="words"), VerticalScroll():
            yield Plain(id="told")

    def items(self) -> list[Agreement]:
        return versions(self.journal.agreements, self._person)

    def row(self, agreement: Agreement, width: int) -> str:
        return agreement_text.version_line(agreement, self.journal.today())[:width]

    def details(self, agreement: Agreement) -> str:
        return "\n".join(f"{name}: {words}" for name, words in agreement_text.describe(agreement) if words)

    def edit_item(self, agreement: Agreement) -> None:
        """Say that versions can't be changed here."""
        self.app.notify(agreement_text.VERSIONS_STAY)

    def delete_item(self, agreement: Agreement) -> None:
        """Say that versions can't be deleted here."""
        self.edit_item(agreement)
