"""The screen that opens the journal with a key file. The locked screen shows it where one opens the journal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from journal.store.key_files import is_readable_by_others, named_key_file
from journal.text import errors as errors_text
from journal.text import key_file as key_file_text
from journal.text import unlock as unlock_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.store.journal import Journal


class KeyFileUnlock(FileForm[None]):
    """Asks where the key file is; the environment may name it."""

    KEY_SCOPE = "key file unlock"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(key_file_text.TITLE, key_file_text.UNLOCK_HINTS):
            yield Plain(key_file_text.UNLOCK_WHAT, id="what")
            yield PathField(key_file_text.KEY_FILE, id="place", example=key_file_text.EXAMPLE)
            yield Plain("", id="said")
            yield Plain(key_file_text.UNLOCK_FORGOT, classes="muted")

    def on_mount(self) -> None:
        """Offer the file that the environment names."""
        named = named_key_file()
        if named is not None:
            self._place.fill(short(named))

    def take(self, path: Path) -> None:
        """Open the journal in a worker."""
        if self.app.may_open():
            self._say(unlock_text.OPENING)
            self.run_worker(self._open(path), group="open")

    async def _open(self, path: Path) -> None:
        from journal.errors import VaultError

        try:
            shown = await self.app.open_journal(partial(self._opening, path))
        except VaultError as error:
            self._say("")
            self._place.show_error(errors_text.error_text(error))
            self._place.focus()
            return
        if not shown:
            self._say(unlock_text.STAYS_LOCKED)
        elif is_readable_by_others(path):
            self.app.notify(key_file_text.OTHERS_READ, severity="error")  # others vanish with this screen

    def _say(self, sentence: str) -> None:
        for said in self.query("#said").results(Plain):  # none while the screen is removed
            said.show(sentence)

    def forget(self) -> None:
        """Say that a journal being opened stays locked."""
        super().forget()
        if self.app.opening:
            self._say(unlock_text.STAYS_LOCKED)

    def _opening(self, path: Path) -> Journal:
        from journal.store.journal import Journal

        app = self.app
        return Journal.open(app.path, key_file=path, clock=app.clock, anchors=app.anchors, holder="screen")

    def action_back(self) -> None:
        """Go back to the passphrase; a journal that is being opened stays locked first."""
        if self.app.give_up():
            self._say(unlock_text.STAYS_LOCKED)
        else:
            self.dismiss(None)
