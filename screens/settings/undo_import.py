"""The screen that says what undoing the last import takes away, and undoes it once that is confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from journal.text import errors as errors_text
from journal.text import import_report as report_text
from journal.text import import_screen as screen_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.runtime.actions import JOURNAL
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.importing.batches import UndoPlan
    from journal.store.journal import Journal


class UndoImport(BaseScreen[None]):
    """Shows the last import."""

    KEY_SCOPE = "undo import"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "Panel"

    def __init__(self) -> None:
        super().__init__()
        self._made: UndoPlan | None = None

    def body(self) -> ComposeResult:
        with Panel(screen_text.UNDO_TITLE, screen_text.UNDO_HINTS, reads=True):
            yield Plain(screen_text.READING, id="report")

    def on_mount(self) -> None:
        """Look at the last import in a worker."""
        self.run_worker(self._looked())

    async def _looked(self) -> None:
        self._made, lines = await self.app.keeper.run(partial(_planned, self.journal))
        self._say(lines)

    def _say(self, lines: list[str]) -> None:
        if self.is_mounted:
            self.query_one("#report", Plain).show("\n".join(lines))

    def action_save(self) -> None:
        """Ask whether to undo it; where one was just undone, show the import before it."""
        if self._made is None:
            self.run_worker(self._looked(), group="looking", exclusive=True)
        else:
            detail = report_text.takes_away(self._made.gone_counts)
            self.app.ask(screen_text.UNDO_ASK, screen_text.UNDO_YES, self._undo, detail=detail)

    def _undo(self) -> None:
        if (made := self._made) is not None:
            self._made = None
            self._say([screen_text.UNDOING])
            self.app.run_worker(self._undone(made), group=JOURNAL)

    async def _undone(self, made: UndoPlan) -> None:
        from journal.errors import VaultError
        from journal.importing.batches import undo

        app = self.app
        try:
            done = await app.keeper.run(partial(undo, self.journal, made))
        except VaultError as error:
            self._say([])
            app.notify(errors_text.error_text(error), severity="error")
            return
        told = report_text.took_away(done.gone_counts)
        self._say([told]) if self.is_mounted else app.notify(told)
        app.broadcast(Changed)


def _planned(journal: Journal) -> tuple[UndoPlan | None, list[str]]:
    from journal.importing.batches import plan_undo
    from journal.importing.readers import undo_report

    made = plan_undo(journal)
    if made is None:
        return None, [report_text.NOTHING_TO_UNDO]
    return made, [*undo_report(made, journal.today(), made.parts[0].local_date), screen_text.TO_UNDO]
