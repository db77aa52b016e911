"""The form that changes the passphrase. Nothing changes before ctrl+s."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult

from journal.domain.record import Record
from journal.text import access as access_text
from journal.text import errors as errors_text
from screens.base.form import RecordForm
from screens.security.weak_key import tell_if_weak
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.new_passphrase import NewPassphrase, SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class PassphraseSheet(RecordForm[Record]):
    """Asks for the current passphrase and twice for the new one."""

    NAME = access_text.PASSPHRASE_TITLE
    ROUTE = "passphrase"

    def fields(self) -> ComposeResult:
        yield SecretField(access_text.CURRENT_PASSPHRASE, Secret(), id="now")
        yield NewPassphrase()
        yield YesNoField(access_text.SOMEONE_KNOWS, id="known", default=False, hint=access_text.SOMEONE_KNOWS_HINT)
        yield Plain(access_text.EARLIER_COPIES, classes="muted")
        yield YesNoField(access_text.FORGET_EARLIER, id="forget", default=False)

    def on_mount(self) -> None:
        """Fill the form."""
        super().on_mount()
        self._busy = False

    @property
    def _now(self) -> SecretField:
        return self.query_one("#now", SecretField)

    def build(self) -> tuple[Record, ...]:
        """Return no record; read both passphrases. Raises ``InvalidInput``."""
        if not self._now.secret.value:
            raise InvalidInput(self._now, access_text.CURRENT_PASSPHRASE_NEEDED)
        self._new = self.query_one(NewPassphrase).value
        return ()

    def submit(self) -> None:
        """Change the passphrase in a worker."""
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(access_text.MAKING_KEY)
            known, forget = (self.query_one(name, YesNoField).yes for name in ("#known", "#forget"))
            change = self._change(self._now.secret.value, self._new, known=known, forget=forget)
            self.app.run_worker(change, group="journal")

    async def _change(self, now: str, new: str, *, known: bool, forget: bool) -> None:
        from journal.errors import VaultError

        app, journal = self.app, self.journal
        change = partial(journal.set_passphrase, new, forget_generations=forget, **app.new_key_options)
        try:
            right = await app.keeper.run(lambda: journal.opens_with(now) and not change())
        except VaultError as error:
            self._stay(errors_text.error_text(error))
            app.notify(errors_text.error_text(error), severity="error")
            return
        if not right:
            self._stay("")
            self._refuse()
            return
        app.notify(access_text.PASSPHRASE_CHANGED)
        tell_if_weak(app, journal)
        if self.is_active:
            self.after_save()
            if known:
                self._offer_to_rotate()

    def _offer_to_rotate(self) -> None:
        self.app.ask(
            access_text.ASK_ROTATE,
            access_text.ASK_ROTATE_GO,
            partial(self.app.show, "seal"),
            no=access_text.LATER,
            detail=access_text.ASK_ROTATE_DETAIL,
        )

    def _stay(self, why: str) -> None:
        self._busy = False
        if self.is_mounted:
            self.query_one(Panel).show_error(why)

    def _refuse(self) -> None:
        if self.is_mounted:
            self._now.refuse(access_text.CURRENT_PASSPHRASE_WRONG)
