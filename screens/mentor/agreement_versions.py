"""What was agreed with one person, every version of it, to be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from journal.domain.agreements import Agreement, versions
from journal.domain.dates import day_words
from journal.text import agreement as agreement_text
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Agreed(ListScreen[Agreement]):
    """The versions, the newest first, and all that the marked one says. None of them can be changed."""

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
        """The list, and the words."""
        with Panel("versions", "↑ ↓ version · esc back", id="versions"):
            yield self.list_of("Nothing is agreed with them yet.")
        with Panel("what it says", id="words"), VerticalScroll():
            yield Plain(id="told")

    def items(self) -> list[Agreement]:
        """All versions with this person."""
        return versions(self.journal.agreements, self._person)

    def row(self, agreement: Agreement, width: int) -> str:
        """``version 2 · Thu 19 Nov · agreed by both``."""
        made = day_words(agreement.local_date, self.journal.today())
        agreed = "agreed by both" if agreement.agreed else "not initialled"
        over = f" · ended {day_words(agreement.ended_on)}" if agreement.ended_on else ""
        return f"version {agreement.version} · {made} · {agreed}{over}"[:width]

    def details(self, agreement: Agreement) -> str:
        """What the marked version says."""
        return "\n".join(f"{name}: {words}" for name, words in agreement_text.describe(agreement) if words)

    def edit_item(self, agreement: Agreement) -> None:
        """What was agreed is what was agreed."""
        self.app.tell("Versions stay as they were. The form changes the newest one.")

    def delete_item(self, agreement: Agreement) -> None:
        """What was agreed is what was agreed."""
        self.edit_item(agreement)
