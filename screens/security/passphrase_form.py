"""Another passphrase."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual.app import ComposeResult

from journal.domain.record import Record
from journal.text import errors as errors_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.new_passphrase import NewPassphrase, SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

EARLIER: Final = (
    "Earlier copies of the file are kept beside it. They still open with the passphrase of before, unless they are "
    "forgotten here; copies you made elsewhere do so in any case. Recovery words keep working."
)
NOW: Final = "The passphrase of now is needed."
WRONG: Final = "This is not the passphrase of now."
DERIVING: Final = "Making the new key. This takes a few seconds."
CHANGED: Final = "The new passphrase is set."
KNOWN: Final = "Could someone know the passphrase of now? The key behind it can be made anew as well."
SUGGESTED: Final = (
    "The passphrase is another one now. Who knew the one before may have kept the key behind it, which is still the "
    "same. Sealing everything anew shuts that out, too."
)


class PassphraseSheet(RecordForm[Record]):
    """The one of now, and the new one twice; nothing changes before ctrl+s."""

    NAME = "passphrase"
    ROUTE = "passphrase"

    def fields(self) -> ComposeResult:
        """The one of now, the new one, and what becomes of who knew the old."""
        yield SecretField("Passphrase of now", Secret(), id="now")
        yield NewPassphrase()
        yield YesNoField("Someone knows it", id="known", default=False, hint=KNOWN)
        yield Plain(EARLIER, classes="muted")
        yield YesNoField("Forget them", id="forget", default=False)

    def on_mount(self) -> None:
        """Nothing is half-typed yet."""
        super().on_mount()
        self._busy = False

    @property
    def _now(self) -> SecretField:
        return self.query_one("#now", SecretField)

    def build(self) -> tuple[Record, ...]:
        """Nothing for the journal; only whether both passphrases are understood."""
        if not self._now.secret.value:
            raise InvalidInput(self._now, NOW)
        self._new = self.query_one(NewPassphrase).value
        return ()

    def submit(self) -> None:
        """Change it, beside the screen."""
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(DERIVING)
            known, forget = (self.query_one(name, YesNoField).yes for name in ("#known", "#forget"))
            change = self._change(self._now.secret.value, self._new, known=known, forget=forget)
            self.app.run_worker(change, group="journal")

    async def _change(self, now: str, new: str, *, known: bool, forget: bool) -> None:
        from journal.errors import VaultError

        app, journal = self.app, self.journal
        change = partial(journal.set_passphrase, new, forget_generations=forget, **app.new_key_options)
        try:
            right = await app.keeper.do(lambda: journal.opens_with(now) and not change())
        except VaultError as error:
            self._stay(errors_text.error_text(error))
            app.tell(errors_text.error_text(error), wrong=True)
            return
        if not right:
            self._stay("")
            self._refuse()
            return
        app.tell(CHANGED)
        if self.is_active:
            self.after_save()
            if known:
                app.ask("Seal everything anew?", "Go there", partial(app.show, "seal"), no="Later", detail=SUGGESTED)

    def _stay(self, why: str) -> None:
        self._busy = False
        if self.is_mounted:
            self.query_one(Panel).show_error(why)

    def _refuse(self) -> None:
        if self.is_mounted:
            self._now.refuse(WRONG)
