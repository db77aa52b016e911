"""The passphrase is forgotten: open with the 24 recovery words, then choose a new passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Input

from journal.passphrase_length import TOO_LONG, refusal
from journal.text import errors as errors_text
from screens.base.screen import BaseScreen
from screens.keymap import Key, bindings
from screens.widgets.fields.passphrase import FORGOTTEN, RecoveryWords, Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.store.journal import Journal

WORDS = "Type the 24 words in their order, then a new passphrase twice. The words keep working."
HIDDEN = "Hidden; F7 shows them."
IN_CLEAR = "Shown; F7 hides them."
COUNTED = "{count} of 24 words. "
DIFFERENT = "The two passphrases are not the same."
EMPTY = "A passphrase is needed, typed twice."
OPENING = "Opening. This takes a few seconds."
STAYS_LOCKED = "It stays locked."
OPENS_NEXT = "It stays locked, as you asked. The new passphrase opens it."


class Recover(BaseScreen[None]):
    """Three fields; nothing is changed before the words have opened the journal."""

    CSS_PATH = "lock_screen.tcss"
    KEY_SCOPE = "recover"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        """The words, and the new passphrase twice."""
        with Panel("recovery words", "enter open · esc back"), Center(), Vertical(id="door"):
            yield Plain(WORDS, id="known")
            with Horizontal(classes="ask -counted"):
                yield Plain("24 words", classes="label")
                yield RecoveryWords(id="words")
            yield Plain("", id="count", classes="muted")
            for name, label in (("new", "Passphrase"), ("again", "Once more")):
                with Horizontal(classes="ask"):
                    yield Plain(label, classes="label")
                    yield Secret(id=name)
            yield Plain("", id="said", classes="complaint")

    def on_mount(self) -> None:
        """Say how many words there are, and whether they are shown."""
        words = self.query_one(RecoveryWords)
        self.watch(words, "value", self._count)
        self.watch(words, "password", self._count)

    def _count(self) -> None:
        words = self.query_one(RecoveryWords)
        count = len(words.value.split())
        counted = COUNTED.format(count=count) if count else ""
        self.query_one("#count", Plain).show(counted + (HIDDEN if words.password else IN_CLEAR))

    def _say(self, sentence: str) -> None:
        for said in self.query("#said").results(Plain):  # none yet on the way in
            said.show(sentence)

    @on(Input.Changed)
    def take_back(self, message: Input.Changed) -> None:
        """What was said of something else is true no more."""
        if message.value and not self.app.opening:
            self._say("")

    @on(Input.Submitted)
    def go(self, message: Input.Submitted) -> None:
        """On to the next field, and after the last one open."""
        if message.input.id != "again":
            self.focus_next()
            return
        if self.app.opening:
            return
        words, new, again = (self.query_one(f"#{name}", Secret).value for name in ("words", "new", "again"))
        if not new or new != again:
            self._say(DIFFERENT if new else EMPTY)
            self.query_one("#new").focus()
            return
        if refused := refusal(new):
            self._say(refused)
            self.query_one("#new").focus()
            return
        if self.app.may_open():
            self._say(OPENING)
            self.run_worker(self._open(words, new), group="open")

    @on(Secret.TooLong)
    def say_too_long(self) -> None:
        """What was pasted is neither."""
        self._say(TOO_LONG)

    async def _open(self, words: str, new: str) -> None:
        from journal.errors import VaultError

        try:
            shown = await self.app.open_journal(partial(self._opening, words, new))
        except VaultError as error:
            self._say(errors_text.error_text(error))
            self.query_one("#words").focus()
            return
        super().forget()
        if not shown:
            self._say(OPENS_NEXT)
            self.query_one("#words").focus()

    def forget(self) -> None:
        """Clear the words and the passphrase; say so, or that what is being opened stays locked."""
        typed = any(field.value for field in self.query(Secret))
        super().forget()
        if self.app.opening:
            self._say(STAYS_LOCKED)
        elif typed:
            self._say(FORGOTTEN)

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

    def key_rows(self) -> list[Key]:
        """The key that shows the words once: it holds in every field."""
        return [key for key in super().key_rows() if key.where != RecoveryWords.KEY_SCOPE]

    def action_show(self) -> None:
        """Show the words, or hide them again."""
        self.query_one(RecoveryWords).action_show()

    def action_back(self) -> None:
        """Back to the passphrase; while it is being opened, it stays locked first."""
        if self.app.give_up():
            self._say(STAYS_LOCKED)
        else:
            self.dismiss(None)
