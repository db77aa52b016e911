"""The screen that adds what an archive has and the journal lacks, once the person has seen how much that is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from journal.text import archive as archive_text
from journal.text import errors as errors_text
from journal.text import import_screen as screen_text
from journal.text.commands import keys as keys_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.importing.archive import ImportedArchive


class ImportArchive(FileForm[None]):
    """Asks for the folder of an export, tells what is missing, and adds it."""

    CSS_PATH = "export.tcss"
    KEY_SCOPE = "import archive"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(archive_text.TITLE, archive_text.HINTS):
            yield Plain(archive_text.WHAT, id="what")
            yield PathField(archive_text.FROM, id="place", example="~/journal-export")
            yield Plain(id="said")

    def take(self, path: Path) -> None:
        """Read it; nothing is added yet."""
        if not path.exists():
            self._say(screen_text.NO_SUCH_PLACE)
            return
        self._say("", archive_text.READING)
        self.start(partial(self._imported, path, dry_run=True), outlives=False)

    def _add(self, path: Path) -> None:
        self.start(partial(self._imported, path, dry_run=False))

    async def _imported(self, path: Path, *, dry_run: bool) -> None:
        """Work on the journal's thread; once it adds, leaving this screen does not interrupt it."""
        from journal.errors import BadExport, VaultError
        from journal.importing.archive import import_archive

        app = self.app
        try:
            found = await app.keeper.run(partial(import_archive, self.journal, path, dry_run=dry_run))
        except BadExport as error:
            self._say(str(error))
        except VaultError as error:
            self._say(errors_text.error_text(error))
        except OSError as error:
            self._say(archive_text.not_read(error.strerror or keys_text.SYSTEM_REFUSED))
        else:
            if dry_run:
                self._tell(path, found)
            else:
                app.broadcast(Changed)
                said = "\n".join(found.report(dry_run=False))
                self._say("", said) if self.is_mounted else app.notify(said)

    def _tell(self, path: Path, found: ImportedArchive) -> None:
        """Say what would be added, and ask where there is anything."""
        self._say("", "\n".join(found.report(dry_run=bool(found.number))))
        if found.number and self.is_active:
            ask = archive_text.ask_add(found.number)
            self.app.ask(ask, archive_text.ADD, partial(self._add, path), detail=str(path))

    def _say(self, complaint: str, done: str = "") -> None:
        if self.is_mounted:
            self._place.show_error(complaint)
            self.query_one("#said", Plain).show(done)
