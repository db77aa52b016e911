"""The screen that restores the journal from a copy.

The locked screen and Welcome show it, so it needs no passphrase. It offers the latest intact earlier copy.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from journal.errors import Damaged, ErrorCode, VaultError
from journal.store.locked import check, latest_intact_generation, look, saved_at
from journal.text import backups as backups_text
from journal.text import errors as errors_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class PutBack(FileForm[bool]):
    """Asks which copy; its result is ``True`` once the journal is restored."""

    KEY_SCOPE = "put back"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(backups_text.RESTORE_TITLE, backups_text.RESTORE_HINTS):
            yield Plain(backups_text.RESTORE_WHAT, id="what")
            yield PathField(backups_text.RESTORE_FROM, id="place", example="~/journal-2026-11-12.rj")
            yield Plain(id="said")

    async def on_mount(self) -> None:
        """Offer the latest earlier copy that is intact, if there is one."""
        earlier = await self.app.keeper.run(partial(latest_intact_generation, self.app.path))
        if earlier is not None and not self._place.text:
            self._place.fill(short(earlier))

    def take(self, source: Path) -> None:
        """Look whether there is a backup, and ask whether to restore it."""
        if os.path.lexists(source):
            self.start(partial(self._looked_at, source), outlives=False)
        else:
            self._place.show_error(backups_text.no_such_file(source.name))

    async def _looked_at(self, source: Path) -> None:
        """Check the whole file, say what is in it, and ask; or say what is wrong with it."""
        try:
            found = await self.app.keeper.run(partial(check, source))
            if found.damaged:
                raise Damaged(ErrorCode.DAMAGED_COPY)
        except VaultError as error:
            self._place.show_error(errors_text.error_text(error))
            return
        words = backups_text.found(source.name, saved_at(source))
        key_file = look(source).has_key_file
        detail = backups_text.restore_detail(short(self.app.path), words, key_file=key_file)
        question = backups_text.ask_restore(source.name)
        self.app.ask(question, backups_text.RESTORE_YES, partial(self._put_back, source), detail=detail)

    def _put_back(self, source: Path) -> None:
        self.query_one("#said", Plain).show(backups_text.RESTORING)
        self.start(partial(self._restored, source), outlives=False)

    async def _restored(self, source: Path) -> None:
        from journal.store.maintenance import restore

        app = self.app
        try:
            await app.keeper.run(partial(restore, source, app.path, holder="screen", clock=app.clock))
        except VaultError as error:
            self.query_one("#said", Plain).show("")
            self._place.show_error(errors_text.error_text(error))
            return
        self.dismiss(True)
        app.restored = True
        app.notify(backups_text.RESTORED)
