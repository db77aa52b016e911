"""The screen that writes the recovery words to a file to print."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult

from journal.domain.dates import local_day
from journal.sharing.recovery_sheet import form_of, sheet
from journal.text import access as access_text
from journal.text import recovery_sheet as recovery_sheet_text
from screens.base.print_form import FORMS, ToPrint
from screens.keymap import bindings
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class WordsSheet(ToPrint):
    """Writes the sheet, then goes back to the words."""

    KEY_SCOPE = "words sheet"
    BINDINGS = bindings(KEY_SCOPE)
    PLACE = "~/recovery-words.html"
    WARNING = recovery_sheet_text.NOT_ENCRYPTED
    long_idle = True  # the screen below shows the words

    def __init__(self, *, words: str) -> None:
        super().__init__()
        self._words = words

    def body(self) -> ComposeResult:
        with Panel(access_text.SHEET_TITLE, access_text.SHEET_HINTS):
            yield Plain(recovery_sheet_text.NOT_ENCRYPTED, id="what")
            yield PathField(access_text.SHEET_FILE, id="place", example=self.PLACE)
            yield Plain(FORMS, classes="muted")

    def printed(self, path: Path) -> bytes:
        app = self.app
        day = app.journal.today() if app.journal else local_day(app.clock.now(), app.clock.zone(), 0)
        return sheet(self._words, app.path, day, form_of(path))
