"""The screen that puts a file of notes from a phone into the inbox, and then shows the inbox."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from journal.text import errors as errors_text
from journal.text import import_screen as screen_text
from journal.text import phone_notes as notes_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.importing.phone_notes import Notes
    from journal.store.journal import Journal


class PhoneNotes(FileForm[None]):
    """Asks for the file; each of its lines then waits in the inbox to be reviewed."""

    KEY_SCOPE = "phone notes"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "import_data.tcss"

    def body(self) -> ComposeResult:
        with Panel(notes_text.TITLE, notes_text.HINTS, reads=True):
            yield Plain(notes_text.HOW, classes="muted")
            yield PathField(notes_text.PLACE, id="place", example=notes_text.EXAMPLE, hint=screen_text.PLACE_HINT)
            yield Plain(id="report")

    def take(self, path: Path) -> None:
        """Read the file, and put its lines into the inbox."""
        if not os.path.isfile(path):  # noqa: PTH113  # False for a name that is too long, where Path raises
            self._place.show_error(screen_text.NO_SUCH_PLACE)
            return
        self.start(partial(self._added, path))

    async def _added(self, path: Path) -> None:
        from journal.errors import BadExport, InvalidRecord, VaultError
        from journal.importing.phone_notes import add_notes

        app, journal, loop = self.app, self.journal, asyncio.get_running_loop()

        def done(number: int) -> None:
            loop.call_soon_threadsafe(self._say, notes_text.adding(number, len(notes.captures)))

        try:
            notes = await app.keeper.run(partial(_read, journal, path))
            await app.keeper.run(partial(add_notes, journal.path, notes, done))
        except BadExport as error:
            self._refuse(screen_text.refused(str(error)))
        except OSError as error:
            self._refuse(screen_text.not_read(error.strerror or ""))
        except VaultError as error:
            self._refuse(notes_text.stopped(errors_text.error_text(error)))
        except InvalidRecord as error:
            self._refuse(notes_text.stopped(str(error)))
        else:
            with suppress(VaultError):  # on a full disk they wait in the inbox, and the next opening takes them in
                await app.keeper.run(journal.inbox.take_in)
            app.notify(notes_text.added(len(notes.captures), notes.undated))
            if self.is_active:
                self.dismiss(None)
                app.show("inbox")

    def _say(self, words: str) -> None:
        if self.is_mounted and self.display:
            self.query_one("#report", Plain).show(words)

    def _refuse(self, why: str) -> None:
        self._say("")
        if self.is_mounted and self.display:
            self._place.show_error(why)
        else:
            self.app.notify(why, severity="error")


def _read(journal: Journal, path: Path) -> Notes:
    from journal.importing.found import Present
    from journal.importing.phone_notes import read_notes

    return read_notes(path, Present(journal.now(), journal.zone(), journal.day_starts_at()))
