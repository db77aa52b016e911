"""The screen for a forgotten passphrase: opens with the 24 recovery words and sets a new passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.widgets import Input

from journal.passphrase_length import TOO_LONG, refusal
from journal.text import errors as errors_text
from journal.text import fields as fields_text
from journal.text import passphrases as passphrases_text
from journal.text import unlock as unlock_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import RecoveryWords, Secret
from screens.widgets.fields.recovery_words import RecoveryWordsField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.store.journal import Journal


class Recover(BaseScreen[None]):
    """Has three fields; nothing changes before the words have opened the journal."""

    CSS_PATH = "lock_screen.tcss"
    KEY_SCOPE = "recover"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(unlock_text.RECOVER_TITLE, unlock_text.RECOVER_HINTS), Center(), Vertical(id="unlock"):
            yield Plain(unlock_text.RECOVER_WHAT, id="known")
            yield RecoveryWordsField(unlock_text.RECOVER_WORDS, RecoveryWords(id="words"), id="ask-words")
            for name, label in (("new", passphrases_text.ASK_PASSPHRASE), ("again", unlock_text.RECOVER_AGAIN)):
                yield SecretField(label, Secret(id=name), id=f"ask-{name}", attribute=None)
            yield Plain("", id="said", classes="complaint")

    def _say(self, sentence: str) -> None:
        for said in self.query("#said").results(Plain):  # none while the screen is composed
            said.show(sentence)

    @on(Input.Changed)
    def take_back(self, message: Input.Changed) -> None:
        """Clear the message: it was about something typed before."""
        if message.value and not self.app.opening:
            self._say("")

    @on(Input.Submitted)
    def go(self, message: Input.Submitted) -> None:
        """Go to the next field; after the last one, open the journal."""
        if message.input.id != "again":
            self.focus_next()
            return
        if self.app.opening:
            return
        words, new, again = (self.query_one(f"#{name}", Secret).value for name in ("words", "new", "again"))
        if not new or new != again:
            self._say(unlock_text.PASSPHRASES_DIFFER if new else unlock_text.PASSPHRASE_NEEDED)
            self.query_one("#new").focus()
            return
        if refused := refusal(new):
            self._say(refused)
            self.query_one("#new").focus()
            return
        if self.app.may_open():
            self._say(unlock_text.RECOVERING)
            self.run_worker(self._open(words, new), group="open")

    @on(Secret.TooLong)
    def say_too_long(self) -> None:
        """Say that what was pasted is too long."""
        self._say(TOO_LONG)

    async def _open(self, words: str, new: str) -> None:
        from journal.errors import VaultError, WrongWord

        try:
            shown = await self.app.open_journal(partial(self._opening, words, new))
        except WrongWord as error:
            self._say("")
            self.query_one(RecoveryWordsField).say_why(error)
            return
        except VaultError as error:
            self._say(errors_text.error_text(error))
            self.query_one("#words").focus()
            return
        super().forget()
        if not shown:
            self._say(unlock_text.NEW_OPENS_NEXT)
            self.query_one("#words").focus()

    def forget(self) -> None:
        """Clear the words and the passphrase and say so, or say that a journal being opened stays locked."""
        typed = any(field.value for field in self.query(Secret))
        super().forget()
        if self.app.opening:
            self._say(unlock_text.STAYS_LOCKED)
        elif typed:
            self._say(fields_text.SECRET_CLEARED)

    def _opening(self, words: str, new: str) -> Journal:
        from journal.errors import VaultError
        from journal.store.journal import Journal

        app = self.app
        journal = Journal.open(app.path, recovery_words=words, clock=app.clock, anchors=app.anchors, holder="screen")
        try:
            journal.set_passphrase(new, **app.new_key_options)
        except VaultError:
            journal.close()
            raise
        return journal

    def action_back(self) -> None:
        """Go back to the passphrase; a journal that is being opened stays locked first."""
        if self.app.give_up():
            self._say(unlock_text.STAYS_LOCKED)
        else:
            self.dismiss(None)
