"""A copy of the journal elsewhere: asked where to, verified there, never over anything but an earlier copy."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from textual.app import ComposeResult

from journal.domain.dates import local_day
from journal.text import errors as errors_text
from journal.text import reminders as reminders_text
from screens.base.file_form import FileForm
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

WHERE_TO: Final = (
    "A copy on a stick or another disk is there when this computer is not. It is encrypted like the journal. In a "
    "folder it bears the journal's name and the date."
)
COPYING: Final = "Copying and checking …"
THERE: Final = (
    "The copy is at {place}, and was read back. It opens with the passphrase of today, also after that is changed."
)
REPLACE: Final = "An earlier copy is there already. Replace it?"


class Backup(FileForm[None]):
    """Where to; then where it is."""

    KEY_SCOPE = "backup"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        """What a copy is for, the place, and when the last one was made."""
        with Panel("a copy elsewhere", "enter copy · esc back"):
            yield Plain(WHERE_TO, id="what")
            yield PathField("To", id="place", example="~/journal.rj")
            yield Plain(id="last", classes="muted")

    def on_mount(self) -> None:
        """The folder of the last copy of this session, else the home directory."""
        self._place.write(short(self.app.copied_to or Path.home()))
        self._show_last()

    def _show_last(self) -> None:
        self.query_one("#last", Plain).show(f"Copies so far: {last_copy(self)}.")

    def take(self, path: Path) -> None:
        """Make the copy."""
        self._copy(path, over=False)

    def _copy(self, to: Path, *, over: bool) -> None:
        self.query_one("#last", Plain).show(COPYING)
        self.start(partial(self._copied, to, over=over))

    async def _copied(self, to: Path, *, over: bool) -> None:
        """On the journal's thread; leaving this screen, or locking, does not interrupt it."""
        from journal.errors import AlreadyExists, VaultError

        app = self.app
        try:
            place = await app.keeper.do(partial(self.journal.backup, to, replace_it=over))
        except AlreadyExists as error:
            await self._offer_to_replace(to, errors_text.error_text(error), over=over)
        except VaultError as error:
            self._say(errors_text.error_text(error))
        except OSError as error:  # of a place that can't even be looked at
            self._say(f"No copy was made: {error.strerror or 'the system refused'}.")
        else:
            app.copied_to = place.parent
            app.broadcast(lambda: Changed("preferences"))
            said = THERE.format(place=short(place))
            self._say("", said) if self.is_mounted else app.tell(said)

    def _say(self, complaint: str, done: str = "") -> None:
        if self.is_mounted:
            self._place.show_error(complaint)
            self._show_last()
        if done:
            self.query_one("#last", Plain).show(done)

    async def _offer_to_replace(self, to: Path, why: str, *, over: bool) -> None:
        """Only what is a journal, and not this one, can be replaced."""
        from journal.store.locked import look

        found = await self.app.keeper.do(partial(look, to))
        self._say("")
        if over or found.foreign or to.resolve() == self.app.path.resolve():
            self._say(why)
        elif self.is_active:
            self.ask_to_replace(REPLACE, partial(self._copy, to, over=True), short(to))


def last_copy(view: BaseScreen[None]) -> str:
    """``last copy 12 Nov``, or that there is none."""
    journal = view.journal
    at = journal.preferences.backed_up_at
    day = local_day(at, journal.zone(), journal.day_starts_at()) if at else None
    return reminders_text.copied_words(day, journal.today())
