"""Fields for a passphrase or recovery words: neither gives its text to the clipboard."""

from __future__ import annotations

import re
from typing import Final

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.message import Message
from textual.selection import Selection
from textual.widgets import Input

from journal.passphrase_length import is_too_long
from screens.keymap import bindings
from screens.widgets.fields.base import LineInput
from screens.widgets.plain_text import Plain, sanitize, strip_control

_LINE_END: Final = re.compile("[\r\n]")


class Harmless(Highlighter):
    """Draws every character that would act on a terminal as ``·``: a passphrase may hold any, and may be shown."""

    def highlight(self, text: Text) -> None:
        """Replace those characters, one for one."""
        text.plain = "".join(each if sanitize(each) == each != "\n" else "·" for each in text.plain)


class Secret(Input):
    """A field without copy and cut: Textual would put the plain text into the system's clipboard.

    ``hidden`` shows dots for what is typed, until a key shows it. What is too long to be a passphrase is not taken at
    all: ``TooLong``.
    """

    KEY_SCOPE = "typed words"
    BINDINGS = bindings("typed words")

    class TooLong(Message):
        """More was pasted than a passphrase can be; the field is as it was before."""

    DEFAULT_CSS = """
    Secret { background: $boost; }
    """

    def __init__(self, *, hidden: bool = True, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        self._hidden = hidden
        super().__init__(
            password=hidden,
            id=id,
            placeholder=placeholder,
            compact=True,
            select_on_focus=False,
            highlighter=Harmless(),
        )

    def validate_value(self, value: str) -> str:
        """Keep every character of a passphrase; drop control characters from what is never hidden."""
        return value if self._hidden else strip_control(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of another, unless it would be too long."""
        start, end = sorted((start, end))
        if is_too_long(self.value[:start] + text + self.value[end:]):
            self.post_message(self.TooLong())
        else:
            super().replace(text, start, end)

    def _on_paste(self, event: events.Paste) -> None:
        """Put in what was pasted; Textual would take other characters for a line end, too."""
        event.prevent_default().stop()
        self.replace(self._from_paste(event.text), *self.selection)

    def _from_paste(self, text: str) -> str:
        """Take a passphrase up to its line end."""
        return _LINE_END.split(text, maxsplit=1)[0] if self._hidden else text

    def clear(self) -> None:
        """Clear the text, and hide what is typed next."""
        super().clear()
        self.password = self._hidden

    def action_show(self) -> None:
        """Show what is typed, or hide it again, in every such field of the screen."""
        hides = not self.password
        for field in self.screen.query(Secret):
            field.password = hides and field._hidden

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""


class RecoveryWords(Secret, LineInput):
    """A field for the 24 words: hidden, until a key shows them; words typed blind would hardly be right."""

    def validate_value(self, value: str) -> str:
        """Return the words as one line without control characters: they may be shown."""
        return strip_control(value)

    def _from_paste(self, text: str) -> str:
        """Take the words from all lines."""
        return text

    def action_delete_left_word(self) -> None:
        """Delete one word: Textual deletes everything where the text is hidden."""
        start, end = self.selection
        if start == end:
            before = self.value[:end].rstrip()
            start = before.rfind(" ") + 1
        self.delete(*sorted((start, end)))


class Shown(Plain):
    """Words to be written on paper: what is marked with the mouse is not copied from here either."""

    ALLOW_SELECT = False

    def get_selection(self, selection: Selection) -> None:
        """Return nothing, even where the selection began in another line."""
