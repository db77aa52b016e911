"""The screen that says what opening found: an unfinished save, damage, or an older copy.

The app shows it once after opening. Damage and an older copy need a choice; until then the journal is read-only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from journal.text import errors as errors_text
from journal.text import open_report as open_report_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.file_facts import Report


class Opened(BaseScreen[None]):
    """Shows a paragraph for each thing found, and a button for each choice."""

    CSS_PATH = "open_report.tcss"
    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = ""  # One press of enter too many while it opens must not choose.

    def __init__(self, *, report: Report) -> None:
        super().__init__()
        self._report = report

    def body(self) -> ComposeResult:
        choices = self._report.unreadable or self._report.rolled_back
        with Panel(open_report_text.TITLE, open_report_text.HINTS_CHOOSE if choices else open_report_text.HINTS):
            for paragraph in open_report_text.paragraphs(self._report):
                yield Plain(paragraph, classes="paragraph")
            if self._report.unreadable:
                yield Plain(open_report_text.LOOKING, id="heals", classes="paragraph")
                yield Button(open_report_text.GO_ON_DAMAGED, id="damage", compact=True, disabled=True)
            if self._report.rolled_back:
                yield Button(open_report_text.FIND_NEWER, id="newer", compact=True)
                yield Button(open_report_text.GO_ON_OLDER, id="rollback", compact=True)

    def on_mount(self) -> None:
        """Look into the earlier copies in a worker."""
        if self._report.unreadable:
            self.run_worker(self._look_for_lost())

    async def _look_for_lost(self) -> None:
        """Say which records each earlier copy can give back, then enable the button."""
        from journal.text import earlier_copies as earlier_copies_text

        journal = self.journal
        copies = await self.app.keeper.run(lambda: journal.healable_from)
        self.query_one("#heals", Plain).show("\n".join(earlier_copies_text.sentences(copies, journal.local)))
        button = self.query_one("#damage", Button)
        if number := sum(copy.documents for copy in copies):
            button.label = open_report_text.bring_back(number)
        button.disabled = False
        button.refresh(layout=True)

    @on(Button.Pressed, "#newer")
    def look_for_newer(self) -> None:
        """Show the screen that merges another copy."""
        self.app.show("merge")

    @on(Button.Pressed, "#damage, #rollback")
    def accept(self, message: Button.Pressed) -> None:
        """Accept the damage or the older copy; the file as it was is kept in the same folder."""
        self.run_worker(self._accept(message.button))

    async def _accept(self, button: Button) -> None:
        from journal.errors import VaultError

        journal = self.journal
        button.disabled = True
        try:
            await self.app.keeper.run(journal.accept_damage if button.id == "damage" else journal.accept_rollback)
        except VaultError as error:
            self.query_one(Panel).show_error(errors_text.error_text(error))
            button.disabled = False
            return
        self.app.keeper.reload_drafts()
        self.app.broadcast(Changed)
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Leave once the choice is made, here or by merging the newer copy."""
        choices = self._report.unreadable or self._report.rolled_back
        if choices and self.app.journal is not None and not self.journal.read_only:
            self.dismiss(None)
