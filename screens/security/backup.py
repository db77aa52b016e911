"""The screen that copies the journal to another place, and reads the copy back.

It asks for the place, and replaces nothing there but an earlier copy. ``last_copy`` is also shown in Settings.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from journal.domain.dates import local_day
from journal.errors import ErrorCode
from journal.text import backups as backups_text
from journal.text import errors as errors_text
from journal.text import reminders as reminders_text
from journal.text.commands import keys as keys_text
from screens.base.file_form import FileForm
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class Backup(FileForm[None]):
    """Asks for the place, then says where the copy is."""

    KEY_SCOPE = "backup"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(backups_text.BACKUP_TITLE, backups_text.BACKUP_HINTS):
            yield Plain(backups_text.BACKUP_WHAT, id="what")
            yield PathField(backups_text.BACKUP_TO, id="place", example="~/journal.rj")
            yield Plain(id="last", classes="muted")

    def on_mount(self) -> None:
        """Offer the folder of the last copy of this session, else the home directory."""
        self._place.fill(short(self.app.copied_to or Path.home()))
        self._show_last()

    def _show_last(self) -> None:
        self.query_one("#last", Plain).show(backups_text.copies_so_far(last_copy(self)))

    def take(self, path: Path) -> None:
        self._copy(path, over=False)

    def _copy(self, to: Path, *, over: bool) -> None:
        self.query_one("#last", Plain).show(backups_text.COPYING)
        self.start(partial(self._copied, to, over=over))

    async def _copied(self, to: Path, *, over: bool) -> None:
        """Copy on the journal's thread; leaving this screen, or locking, does not interrupt it."""
        from journal.errors import AlreadyExists, VaultError

        app = self.app
        try:
            place = await app.keeper.run(partial(self.journal.backup, to, replace_it=over))
        except AlreadyExists as error:
            await self._offer_to_replace(to, errors_text.error_text(error), over=over)
        except VaultError as error:
            self._say(errors_text.error_text(error))
        except OSError as error:  # of a place that can't even be looked at
            reason = error.strerror or keys_text.SYSTEM_REFUSED
            self._say(errors_text.SENTENCES[ErrorCode.NO_COPY_MADE].format(reason=reason))
        else:
            app.copied_to = place.parent
            app.broadcast(lambda: Changed("preferences"))
            said = backups_text.copied(short(place))
            self._say("", said) if self.is_mounted else app.notify(said)

    def _say(self, complaint: str, done: str = "") -> None:
        if self.is_mounted:
            self._place.show_error(complaint)
            self._show_last()
        if done:
            self.query_one("#last", Plain).show(done)

    async def _offer_to_replace(self, to: Path, why: str, *, over: bool) -> None:
        """Ask whether to replace what is there, if it is a journal and not this one."""
        from journal.store.locked import look

        found = await self.app.keeper.run(partial(look, to))
        self._say("")
        if over or found.foreign or to.resolve() == self.app.path.resolve():
            self._say(why)
        elif self.is_active:
            self.ask_to_replace(backups_text.REPLACE, partial(self._copy, to, over=True), short(to))


def last_copy(view: BaseScreen[None]) -> str:
    """Return ``last copy 12 Nov``, or that there is none."""
    journal = view.journal
    at = journal.preferences.backed_up_at
    day = local_day(at, journal.zone(), journal.day_starts_at()) if at else None
    return reminders_text.format_copied(day, journal.today())
