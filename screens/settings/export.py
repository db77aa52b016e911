"""The screen that writes everything in the journal to a folder for other programs, or to one encrypted file.

It says what that means, and asks before anything is written.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.passphrase_length import LONGEST_NEW, refusal
from journal.store.new_secrets import generated_passphrase
from journal.text import exporting as exporting_text
from journal.text import fields as fields_text
from journal.text import sharing as sharing_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.widgets.choice import Choice
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField, not_written, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.sharing.age import Seal


class ExportEverything(FileForm[None]):
    """Asks for the place and whether to encrypt, then says what was written."""

    CSS_PATH = "export.tcss"
    KEY_SCOPE = "export"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(exporting_text.TITLE, exporting_text.HINTS):
            yield Plain(exporting_text.WHAT, id="what")
            yield PathField(exporting_text.TO, id="place", example="~/journal-export")
            ways = ((False, exporting_text.NO_ENCRYPTION), (True, exporting_text.BY_PASSPHRASE))
            yield ChoiceField(exporting_text.ENCRYPT, ways, id="encrypt", default=False)
            yield TextField(
                fields_text.PASSPHRASE, id="passphrase", hint=sharing_text.PASSPHRASE_HINT, max_length=LONGEST_NEW + 1
            )
            yield Plain(id="means")
            yield Plain(exporting_text.LEFT_OUT, id="left-out", classes="muted")
            yield Plain(id="said")

    def on_mount(self) -> None:
        """Offer a new folder with the date."""
        self._place.fill(f"~/journal-export-{self.journal.today()}")
        self._passphrase.fill(generated_passphrase())
        self.show_way()

    @property
    def _passphrase(self) -> TextField:
        return self.query_one("#passphrase", TextField)

    @property
    def _encrypts(self) -> bool:
        return bool(self.query_one("#encrypt", ChoiceField).value)

    @on(Choice.Chosen)
    def show_way(self) -> None:
        """Ask for a passphrase where there is one, and say who can read it."""
        self._passphrase.display = self._encrypts
        means = exporting_text.SEALED_BY_PASSPHRASE if self._encrypts else exporting_text.OPEN
        self.query_one("#means", Plain).show(means)
        self.query_one("#said", Plain).show("")

    @on(Input.Submitted, "#passphrase Input")
    def save(self) -> None:
        """Export on enter in the passphrase, too."""
        self.action_save()

    def is_ready(self) -> bool:
        """Refuse a passphrase that is empty or too long, and encryption that is not installed."""
        from journal.sharing.age import available
        from journal.text import sealing as sealing_text

        self._passphrase.show_error("")
        if not self._encrypts:
            return True
        wrong = refusal(self._passphrase.draft_value) if self._passphrase.text else sharing_text.PASSPHRASE_NEEDED
        wrong = wrong or ("" if available() else sealing_text.AGE_MISSING)
        if wrong:
            self._passphrase.show_error(wrong)
        return not wrong

    def take(self, path: Path) -> None:
        """Ask, then write."""
        from journal.exporting.export import target

        detail = f"{short(target(path, sealed=self._encrypts))}\n{self._asked()}"
        self.app.ask(exporting_text.ASK, exporting_text.ASK_YES, partial(self._write, path), detail=detail)

    def _asked(self) -> str:
        """Return what the question says about who can read it."""
        from journal.passphrase_strength import strength

        words = self._passphrase.text
        return exporting_text.ask_sealed(words, strength(words)) if self._encrypts else exporting_text.ASK_OPEN

    def _write(self, path: Path) -> None:
        self._say("", exporting_text.EXPORTING)
        self.start(partial(self._written, path, self._seal()))

    def _seal(self) -> Seal | None:
        from journal.sharing.age import Seal

        return Seal(passphrase=self._passphrase.text) if self._encrypts else None

    async def _written(self, path: Path, seal: Seal | None) -> None:
        """Write on the journal's thread; leaving this screen, or locking, does not interrupt it."""
        from journal.errors import NotSealed
        from journal.exporting.export import export

        app = self.app
        try:
            found = await app.keeper.run(partial(export, self.journal, path, seal))
        except FileExistsError:
            self._say(exporting_text.TAKEN)
        except NotSealed as error:
            self._say(str(error))
        except OSError as error:
            self._say(not_written(error))
        else:
            said = exporting_text.done(found.records, short(found.path), map(short, found.unfinished))
            self._say("", said) if self.is_mounted else app.notify(said)

    def _say(self, complaint: str, done: str = "") -> None:
        if self.is_mounted:
            self._place.show_error(complaint)
            line = self.query_one("#said", Plain)
            line.show(done)
            self.call_after_refresh(line.scroll_visible)
