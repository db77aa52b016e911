"""What opening found, told once: an unfinished save, damage, an older copy. What needs a choice asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button

from journal.domain.dates import day_words
from journal.text import errors as errors_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.file_facts import Report

LOOKING = "Looking for what is missing in the earlier copies beside the journal …"
BRING_BACK = "Go on, and bring back {number:,} from the earlier copies"


class Opened(BaseScreen[None]):
    """Until a choice is made the journal can be read and not changed."""

    CSS_PATH = "open_report.tcss"
    KEY_SCOPE = "reading"
    BINDINGS = bindings(KEY_SCOPE)
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
                yield Plain(LOOKING, id="heals", classes="paragraph")
                yield Button("Go on with what can be read", id="damage", compact=True, disabled=True)
            if self._report.rolled_back:
                yield Button("Look for the newer copy", id="newer", compact=True)
                yield Button("Go on with this copy", id="rollback", compact=True)

    def on_mount(self) -> None:
        """Look into the earlier copies, beside the screen."""
        if self._report.unreadable:
            self.run_worker(self._look_for_lost())

    async def _look_for_lost(self) -> None:
        """Say what would come from where; only then can it be agreed to."""
        from journal.text import earlier_copies as earlier_copies_text

        journal = self.journal
        copies = await self.app.keeper.do(lambda: journal.healable_from)
        self.query_one("#heals", Plain).show("\n".join(earlier_copies_text.sentences(copies, journal.local)))
        button = self.query_one("#damage", Button)
        if number := sum(copy.documents for copy in copies):
            button.label = BRING_BACK.format(number=number)
        button.disabled = False
        button.refresh(layout=True)

    @on(Button.Pressed, "#newer")
    def look_for_newer(self) -> None:
        """The copies beside, and any other."""
        self.app.show("merge")

    @on(Button.Pressed, "#damage, #rollback")
    def accept(self, message: Button.Pressed) -> None:
        """Go on, as chosen; the file as it was is kept beside."""
        self.run_worker(self._accept(message.button))

    async def _accept(self, button: Button) -> None:
        from journal.errors import VaultError

        journal = self.journal
        button.disabled = True
        try:
            await self.app.keeper.do(journal.accept_damage if button.id == "damage" else journal.accept_rollback)
        except VaultError as error:
            self.query_one(Panel).show_error(errors_text.error_text(error))
            button.disabled = False
            return
        self.app.keeper.look_again()
        self.app.broadcast(Changed)
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Everything is chosen, here or by bringing in the newer copy."""
        choices = self._report.unreadable or self._report.rolled_back
        if choices and self.app.journal is not None and not self.journal.read_only:
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
        number = f"{'at least ' if report.missing_at_least else ''}{_saves(report.missing)}"
        said.append(
            f"The file is damaged: {number} can't be read. What is shown is all the rest. Nothing is "
            "changed until you go on; then the damaged file is kept beside the journal."
        )
    elif report.damaged:
        said.append("One copy of the file's first page is damaged. The other is whole, and nothing is lost.")
    if report.newer:
        said.append("Some of it was written by a newer version of the program, so it can be read and not changed.")
    if report.rolled_back:
        said.append(
            f"{_distance(report)} If you put it here yourself, go on with it, which is noted in the journal; if not, "
            "look for the newer one before you write."
        )
    return said


def _distance(report: Report) -> str:
    """``This copy is 14 saves older than what this computer saw on Tue 17 Nov.``"""
    from journal.file_facts import older_words

    when = f" on {_day(report.anchor_time)}" if report.anchor_time else " last"
    if report.behind:
        return f"This copy is {older_words(report)} older than what this computer saw{when}."
    return f"This copy went another way than the one this computer saw{when}."


def _saves(number: int) -> str:
    return "1 save" if number == 1 else f"{number} saves"


def _day(milliseconds: int) -> str:
    day = datetime.fromtimestamp(milliseconds / 1000, UTC).date()
    return f"{day_words(day)} {day.year}"
