"""What opening found, told once: an unfinished save, damage, an older copy. What needs a choice asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from screens.keys import bindings
from screens.view import View
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain

if TYPE_CHECKING:
    from journal.book import Report


class Opened(View[None]):
    """Until a choice is made the journal can be read and not changed."""

    CSS_PATH = "opened.tcss"
    WHERE = "reading"
    BINDINGS = bindings(WHERE)
    AUTO_FOCUS = ""  # An enter too many while it opened must not choose.

    def __init__(self, *, report: Report) -> None:
        super().__init__()
        self._report = report

    def body(self) -> ComposeResult:
        """One paragraph for each thing found, a button for each choice."""
        choices = self._report.unreadable or self._report.rolled_back
        with Panel("what opening found", "tab choose · esc read on, change nothing" if choices else "esc read on"):
            for paragraph in found(self._report):
                yield Plain(paragraph, classes="paragraph")
            if self._report.unreadable:
                yield Button("Go on with what can be read", id="damage", compact=True)
            if self._report.rolled_back:
                yield Button("Go on with this copy", id="rollback", compact=True)

    @on(Button.Pressed)
    async def accept(self, message: Button.Pressed) -> None:
        """Go on, as chosen; the file as it was is kept beside."""
        from journal.book import VaultError

        journal = self.journal
        choice = journal.accept_damage if message.button.id == "damage" else journal.accept_rollback
        try:
            await self.app.keeper.do(choice)
        except VaultError as error:
            self.query_one(Panel).complain(str(error))
            return
        message.button.disabled = True
        if not journal.read_only:
            self.dismiss(None)

    def action_back(self) -> None:
        """Read on."""
        self.dismiss(None)


def found(report: Report) -> list[str]:
    """The report in sentences."""
    said = []
    if report.unfinished is not None:
        said.append(
            "The last save was unfinished, so what was in it is not here; everything before it is. "
            f"Its bytes are kept in {report.unfinished.name}."
        )
    if report.unreadable:
        said.append(
            f"The file is damaged: {_saves(report.missing)} can't be read. What is shown is all the rest. Nothing is "
            "changed until you go on; then the damaged file is kept beside the journal."
        )
    elif report.damaged:
        said.append("One copy of the file's first page is damaged. The other is whole, and nothing is lost.")
    if report.newer:
        said.append("Some of it was written by a newer version of the program, so it can be read and not changed.")
    if report.rolled_back:
        when = f" (seen {_day(report.anchor_time)})" if report.anchor_time else ""
        said.append(
            f"This is an older copy, or another one, than this computer saw last{when}. If you put it here yourself, "
            "go on with it; if not, look for the newer file before you write."
        )
    return said


def _saves(number: int) -> str:
    return "1 save" if number == 1 else f"{number} saves"


def _day(milliseconds: int) -> str:
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m-%d}"
