"""The passphrase is forgotten: open with the 24 recovery words, then choose a new passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Input

from journal.passphrases import TOO_LONG, refusal
from screens.keys import bindings
from screens.view import View
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.secret import Secret

if TYPE_CHECKING:
    from journal.book import Journal

WORDS = "Type the 24 words in their order, then a new passphrase twice. The words keep working."
DIFFERENT = "The two passphrases are not the same."
EMPTY = "A passphrase is needed, typed twice."
OPENING = "Opening. This takes a few seconds."
STAYS_LOCKED = "It stays locked, as you asked. The new passphrase opens it."


class Recover(View[None]):
    """Three fields; nothing is changed before the words have opened the journal."""

    CSS_PATH = "locked.tcss"
    WHERE = "recover"
    BINDINGS = bindings(WHERE)

    def __init__(self) -> None:
        super().__init__()
        self._given_up = False

    def body(self) -> ComposeResult:
        """The words, and the new passphrase twice."""
        with Panel("recovery words", "enter open · esc back"), Center(), Vertical(id="door"):
            yield Plain(WORDS, id="known")
            for name, label in (("words", "24 words"), ("new", "Passphrase"), ("again", "Once more")):
                with Horizontal(classes="ask"):
                    yield Plain(label, classes="label")
                    yield Secret(id=name, hidden=name != "words")
            yield Plain("", id="said", classes="complaint")

    def _said(self, sentence: str) -> None:
        self.query_one("#said", Plain).show(sentence)

    @on(Input.Submitted)
    def go(self, message: Input.Submitted) -> None:
        """On to the next field, and after the last one open."""
        if message.input.id != "again":
            self.focus_next()
            return
        words, new, again = (self.query_one(f"#{name}", Secret) for name in ("words", "new", "again"))
        if words.busy:
            return
        if not new.value or new.value != again.value:
            self._said(DIFFERENT if new.value else EMPTY)
            new.focus()
            return
        if refused := refusal(new.value):
            self._said(refused)
            new.focus()
            return
        words.busy = True
        self._said(OPENING)
        self.run_worker(self._open(words.value, new.value), group="open")

    @on(Secret.TooLong)
    def say_too_long(self) -> None:
        """What was pasted is neither."""
        self._said(TOO_LONG)

    async def _open(self, words: str, new: str) -> None:
        from journal.book import VaultError

        try:
            journal = await self.app.keeper.open(partial(self._opening, words, new))
        except VaultError as error:
            self._said(str(error))
            self._ask_again()
            return
        for field in self.query(Secret):
            field.value = ""
        if self._given_up:
            await self.app.keeper.close({})
            self._ask_again()
            return
        self.app.run_worker(self.app.enter(journal), group="open")

    def _opening(self, words: str, new: str) -> Journal:
        from journal.book import Journal, VaultError

        app = self.app
        journal = Journal.open(app.path, recovery_words=words, clock=app.clock, anchors=app.anchors, holder="screen")
        try:
            journal.set_passphrase(new, **app.new_key_options)
        except VaultError:
            journal.close()
            raise
        return journal

    def give_up(self) -> bool:
        """Somebody locked it, or went back, while it was being opened."""
        self._given_up = self.query_one("#words", Secret).busy
        if self._given_up:
            self._said(STAYS_LOCKED)
        return self._given_up

    def _ask_again(self) -> None:
        self._given_up = False
        field = self.query_one("#words", Secret)
        field.busy = False
        field.focus()

    def action_back(self) -> None:
        """Back to the passphrase; while it is being opened, it stays locked first."""
        if not self.give_up():
            self.dismiss(None)
