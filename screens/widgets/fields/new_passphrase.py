"""A new passphrase: six random words on offer, or one's own; typed twice; its strength in words."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any, Unpack

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from journal.passphrase_length import TOO_LONG, refusal
from journal.text import fields as fields_text
from screens.keymap import bindings
from screens.keys_shown import in_keys_of
from screens.widgets.fields.base import Field, FieldOptions, InvalidInput
from screens.widgets.fields.passphrase import Secret, Shown
from screens.widgets.plain_text import Plain


class SecretField(Field):
    """A question whose answer is never in a draft.

    Says how much is typed while it is hidden; what is shown stands under it as a whole where the line is too short.
    """

    DEFAULT_CSS = """
    SecretField .count { display: none; color: $text-muted; padding-left: 20; }
    SecretField .count.-some { display: block; }
    SecretField .typed { display: none; padding-left: 20; }
    SecretField .typed.-some { display: block; }
    .-narrow SecretField .count, .-narrow SecretField .typed { padding-left: 18; }
    """

    def __init__(self, label: str, secret: Secret, *, id: str, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        self.secret = secret
        self._may_hide = secret.password
        super().__init__(label, secret, id=id, **options)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Plain("", classes="count")
        yield Shown("", classes="typed")

    def on_mount(self) -> None:
        """Follow what is typed, and whether it is shown."""
        self.watch(self.secret, "value", self._show_typed)
        self.watch(self.secret, "password", self._show_typed)

    def _show_typed(self) -> None:
        whole = "" if self.secret.password else self.typed_text()
        for name, text in (("count", in_keys_of(self.app, self.count_text())), ("typed", whole)):
            line = self.query_one(f".{name}", Plain)
            line.show(text)
            line.set_class(bool(text), "-some")

    def count_text(self) -> str:
        """Return how much is typed, and which key shows or hides it; "" for nothing and where nothing is hidden."""
        return fields_text.typed_so_far(self.secret.value, is_hidden=self.secret.password) if self._may_hide else ""

    def typed_text(self) -> str:
        """Return the whole text where the line is too short for it."""
        return self.secret.value if self._may_hide and len(self.secret.value) >= self.secret.size.width else ""

    @property
    def draft_value(self) -> str:
        """Always empty: a secret is never in a draft."""
        return ""

    def _content(self) -> int:
        return hash(self.secret.value)  # tells a change, and keeps no copy of the secret

    def fill(self, value: Any) -> None:
        """Do nothing: no draft holds a secret."""

    @on(Secret.TooLong)
    def _say_too_long(self) -> None:
        self.show_error(TOO_LONG)

    def refuse(self, why: str) -> None:
        """Say that it was not the right one; clear what was typed blind."""
        if self.secret.password:
            self.secret.value = ""
        self.show_error(why)
        self.focus()


class NewSecret(Secret):
    """The first of the two fields; one key takes the words that are offered."""

    KEY_SCOPE = "new passphrase"
    BINDINGS = bindings("new passphrase")

    class Take(Message):
        """The offered words are wanted."""

    def action_take(self) -> None:
        """Take the words that are offered."""
        self.post_message(self.Take())


class NewPassphrase(Vertical):
    """``value`` is the passphrase, once it was typed twice. Any is allowed but the empty one and one too long.

    ``offered`` are the six words; they are drawn where none are given.
    """

    DEFAULT_CSS = """
    NewPassphrase { height: auto; }
    NewPassphrase #offered { color: $accent; text-style: bold; margin-bottom: 1; }
    NewPassphrase #strength { color: $text-muted; height: 1; padding-left: 20; }
    """

    def __init__(self, *, optional: bool = False, offered: str = "") -> None:
        super().__init__()
        self.offered = offered
        self._optional = optional
        self._new = SecretField(fields_text.PASSPHRASE, NewSecret(), id="new")
        self._again = SecretField(fields_text.PASSPHRASE_AGAIN, NewSecret(), id="again")

    def compose(self) -> ComposeResult:
        yield Plain(fields_text.SIX_WORDS_OFFERED, id="offer", classes="muted")
        yield Shown("", id="offered")
        yield self._new
        yield self._again
        yield Plain("", id="strength")

    def on_mount(self) -> None:
        """Show the words that are offered."""
        from journal.store.new_secrets import generated_passphrase

        self.offered = self.offered or generated_passphrase()
        self.query_one("#offered", Plain).show(self.offered)

    @property
    def value(self) -> str:
        """The passphrase; ``""`` when none was typed and none is needed. Raises ``InvalidInput``."""
        typed = self._new.secret.value
        if not typed and not self._again.secret.value and self._optional:
            return ""
        if not typed:
            raise InvalidInput(self._new, fields_text.PASSPHRASE_NEEDED)
        if not self._again.secret.value:
            raise InvalidInput(self._again, fields_text.PASSPHRASE_NOT_REPEATED)
        if typed != self._again.secret.value:
            raise InvalidInput(self._again, fields_text.PASSPHRASES_DIFFER)
        if refused := refusal(typed):
            raise InvalidInput(self._new, refused)
        return typed

    @on(NewSecret.Take)
    def take(self) -> None:
        """Put the words into the first field; typing them once more shows that they are written down."""
        self._new.secret.value = self.offered
        self.query_one("#offer", Plain).show(fields_text.SIX_WORDS_TAKEN)
        self._again.focus()

    @on(Input.Changed, "#new Input")
    def weigh(self, message: Input.Changed) -> None:
        """Say how strong it is while it is typed; offer the six words again once the field is empty.

        That the two differ is no longer known once this one changes.
        """
        self._again.show_error("")
        if not message.value:
            self.query_one("#offer", Plain).show(fields_text.SIX_WORDS_OFFERED)
        self.run_worker(self._weigh(message.value), exclusive=True)

    async def _weigh(self, passphrase: str) -> None:
        from journal.passphrase_strength import strength

        said = f"{await asyncio.to_thread(partial(strength, passphrase))}" if passphrase else ""
        for line in self.query("#strength").results(Plain):  # none, where the screen was left meanwhile
            line.show(said)
