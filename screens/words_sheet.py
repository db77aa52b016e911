"""The recovery words as a sheet to print: asked where to, never over a file that is there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.time import local_day
from journal.recovery_sheet import NOT_ENCRYPTED, form_of, sheet
from screens.keys import bindings
from screens.view import View
from screens.widgets.field import NotUnderstood
from screens.widgets.panel import Panel
from screens.widgets.path_field import PathField, not_written, short
from screens.widgets.plain import Plain

PLACE = "~/recovery-words.html"
FORMS = "A page to print, or plain text where the name ends in .txt. Only your account on this computer can read it."
TAKEN = "Something is there already, and it was not touched; another name will do."


class WordsSheet(View[None]):
    """Writes the sheet, and goes back to the words."""

    WHERE = "words sheet"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "Input"
    in_meeting = True  # The words are under it.

    def __init__(self, *, words: str) -> None:
        super().__init__()
        self._words = words
        self._writing = False

    def body(self) -> ComposeResult:
        """Where to, and what kind of file it is."""
        with Panel("a sheet to print", "enter write · esc back"):
            yield Plain(NOT_ENCRYPTED, id="what")
            yield PathField("File", id="place", example=PLACE)
            yield Plain(FORMS, classes="muted")

    def on_mount(self) -> None:
        """A place to begin with."""
        self._place.write(PLACE)

    @property
    def _place(self) -> PathField:
        return self.query_one(PathField)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the sheet."""
        if self._writing:
            return
        self._place.complain("")
        try:
            path = self._place.path
        except NotUnderstood as problem:
            self._place.complain(str(problem))
            return
        self._writing = True
        self.run_worker(self._written(path))

    async def _written(self, path: Path) -> None:
        try:
            await self.app.keeper.do(partial(self._write, path))
        except FileExistsError:
            self._place.complain(TAKEN)
        except OSError as error:
            self._place.complain(not_written(error))
        else:
            self.dismiss(None)
            self.app.tell(f"Written to {short(path)}. {NOT_ENCRYPTED}")
        finally:
            self._writing = False

    def _write(self, path: Path) -> None:
        from journal.leaving import write

        app = self.app
        day = app.journal.today() if app.journal else local_day(app.clock.now(), app.clock.zone(), 0)
        write(path, sheet(self._words, app.path, day, form_of(path)))

    def action_back(self) -> None:
        """Back to the words; nothing was written."""
        self.dismiss(None)
