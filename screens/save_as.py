"""Where the page is written to: asked, never over a file that is there unless that is wanted, whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.time import date_words
from journal.leaving import Page
from screens.keys import bindings
from screens.messages import Changed
from screens.saving import JOURNAL
from screens.view import View
from screens.what_goes import FORMS
from screens.widgets.field import NotUnderstood
from screens.widgets.panel import Panel
from screens.widgets.path_field import PathField, not_written, short
from screens.widgets.plain import Plain

ENDINGS: Final = {"text": "txt", "html": "html"}
PROMISES: Final = (
    "The file is not encrypted, and what a mentor knows is not privileged.\n"
    "On this computer only your account can read it. The journal notes what was given, when and to whom."
)


class SaveAs(View[Path]):
    """Answers with the path once the page is written."""

    WHERE = "save as"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "Input"

    def __init__(self, *, page: Page, form: str) -> None:
        super().__init__()
        self._given = page
        self._form = form
        self._writing = False

    def body(self) -> ComposeResult:
        """What is written, and where to."""
        people = self.journal.people
        whom = f" for {people.get(self._given.person).name}" if self._given.person in people else ""
        days = date_words(self._given.first, self._given.last)
        with Panel("save the page", "enter save · esc back"):
            yield Plain(f"One page{whom}: {days}, as {FORMS[self._form]}.", id="what")
            yield PathField("File", id="place", example="~/page.txt")
            yield Plain(PROMISES, id="promises", classes="muted")

    def on_mount(self) -> None:
        """A name that says when, and nothing of what is in it."""
        self._place.write(f"~/check-in-{self._given.last}.{ENDINGS[self._form]}")

    @property
    def _place(self) -> PathField:
        return self.query_one("#place", PathField)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the page."""
        if self._writing:
            return
        self._place.complain("")
        try:
            self._write(self._place.path, over=False)
        except NotUnderstood as problem:
            self._place.complain(str(problem))

    def _write(self, path: Path, *, over: bool) -> None:
        self._writing = True
        self.app.run_worker(self._written(path, over=over), group=JOURNAL)

    async def _written(self, path: Path, *, over: bool) -> None:
        """On the journal's thread; leaving this screen, or locking, does not interrupt it."""
        from journal.summary import LedgerNotSaved, write_page

        app, write = self.app, partial(write_page, self.journal, self._given, self._form, path, replace=over)
        try:
            await app.keeper.do(write)
        except FileExistsError:
            self._ask(path)
        except LedgerNotSaved as error:
            self._place.complain(str(error))
        except OSError as error:
            self._place.complain(not_written(error))
        else:
            app.broadcast(lambda: Changed("shares"))
            app.tell(f"Written to {short(path)}. v says what was given.")
            if self.is_active:
                self.dismiss(path)
        finally:
            self._writing = False

    def _ask(self, path: Path) -> None:
        """Something stands there: it was not touched."""
        if self.is_attached and not path.is_dir():
            replace = partial(self._write, path, over=True)
            self.app.ask("Something is there already. Replace it?", "Replace it", replace, detail=str(path))
        elif self.is_attached:
            self._place.complain("That is a directory; a name for the file goes after it.")

    def action_back(self) -> None:
        """Back to the page; nothing was written."""
        self.dismiss(None)
