"""The form that makes or removes a key file: a file, on a USB drive for example, that opens the journal.

It asks for the passphrase. Nothing changes before ctrl+s, or before the question about removing is answered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from journal.domain.record import Record
from journal.store.key_files import is_next_to, is_readable_by_others, place_for
from journal.text import access as access_text
from journal.text import errors as errors_text
from journal.text import key_file as key_file_text
from journal.text import passphrases as passphrases_text
from screens.base.form import RecordForm
from screens.key import Key
from screens.keymap import bindings
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import YesNoField
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class KeyFileForm(RecordForm[Record]):
    """Asks for the passphrase and for the place of the new file; says who can open the journal with it."""

    NAME = key_file_text.TITLE
    ROUTE = "key_file"
    KEY_SCOPE = "key file"
    BINDINGS = bindings(KEY_SCOPE)

    def fields(self) -> ComposeResult:
        yield Plain(key_file_text.HAS_ONE if self.journal.has_key_file else key_file_text.WHAT, id="what")
        yield Plain(key_file_text.WHOEVER_HAS_IT, classes="muted")
        yield SecretField(passphrases_text.ASK_PASSPHRASE, Secret(), id="now")
        yield PathField(key_file_text.SAVE_TO, id="place", example=key_file_text.EXAMPLE, hint=key_file_text.DRIVE_HINT)
        if self.journal.has_key_file:
            yield Plain(key_file_text.EARLIER_COPIES, classes="muted")
            yield YesNoField(access_text.FORGET_EARLIER, id="forget", default=False)

    def on_mount(self) -> None:
        """Fill the form."""
        super().on_mount()
        self._busy = False

    def draft_values(self) -> dict[str, object]:
        """Return nothing: there is nothing to keep."""
        return {}

    @property
    def _now(self) -> SecretField:
        return self.query_one("#now", SecretField)

    @property
    def _place(self) -> PathField:
        return self.query_one("#place", PathField)

    @property
    def _forget(self) -> bool:
        return any(field.yes for field in self.query("#forget").results(YesNoField))

    def build(self) -> tuple[Record, ...]:
        """Return no record; check both fields. Raises ``InvalidInput``."""
        self._check_passphrase()
        self._to = place_for(self._place.path)
        if self._to.exists():
            raise InvalidInput(self._place, key_file_text.TAKEN)
        return ()

    def _check_passphrase(self) -> None:
        if not self._now.secret.value:
            raise InvalidInput(self._now, access_text.PASSPHRASE_NEEDED)

    def submit(self) -> None:
        """Make the key file; in the journal's own folder only if that is confirmed."""
        if is_next_to(self._to, self.app.path):
            yes, detail = key_file_text.SAVE_THERE_YES, key_file_text.NEXT_TO_JOURNAL
            self.app.ask(key_file_text.SAVE_THERE, yes, self._make, detail=detail)
        else:
            self._make()

    def action_remove(self) -> None:
        """Ask whether no key file shall open the journal any more."""
        if not self.journal.has_key_file:
            return
        try:
            self._check_passphrase()
        except InvalidInput as problem:
            self._now.show_error(str(problem))
            self._now.focus()
            return
        detail = key_file_text.remove_detail(forget=self._forget)
        self.app.ask(key_file_text.REMOVE, key_file_text.REMOVE_YES, self._remove, detail=detail)

    def _make(self) -> None:
        make = partial(self.journal.make_key_file, self._to, forget_generations=self._forget)
        self._start(make, partial(_made, self._to, had=self.journal.has_key_file))

    def _remove(self) -> None:
        end = partial(self.journal.end_key_file, forget_generations=self._forget)
        self._start(end, lambda: key_file_text.REMOVED)

    def _start(self, change: Callable[[], None], done: Callable[[], str]) -> None:
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(access_text.TRYING)
            self.app.run_worker(self._change(self._now.secret.value, change, done), group="journal")

    async def _change(self, now: str, change: Callable[[], None], done: Callable[[], str]) -> None:
        """Try the passphrase and make the change on the journal's thread; leaving this screen does not interrupt it."""
        from journal.errors import VaultError

        app, journal = self.app, self.journal

        def changed() -> bool:
            if not journal.opens_with(now):
                return False
            change()
            return True

        try:
            right = await app.keeper.run(changed)
        except VaultError as error:
            self._stay(errors_text.error_text(error))
            app.notify(errors_text.error_text(error), severity="error")
            return
        if not right:
            self._stay("")
            if self.is_mounted:
                self._now.refuse(access_text.PASSPHRASE_WRONG)
            return
        app.notify(done())
        if self.is_active:
            self.after_save()

    def _stay(self, why: str) -> None:
        self._busy = False
        if self.is_mounted:
            self.query_one(Panel).show_error(why)

    def key_rows(self) -> list[Key]:
        """Return the keys; the one that removes only where there is a key file."""
        return [key for key in super().key_rows() if key.action != "remove" or self.journal.has_key_file]


def _made(to: Path, *, had: bool) -> str:
    return key_file_text.made_now(short(to), had=had, open_to_others=is_readable_by_others(to))
