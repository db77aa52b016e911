"""The field for the 24 recovery words, with all that is typed in numbered columns under it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, Unpack

from textual.app import ComposeResult

from journal.recovery_words import WORDS, split
from journal.text import fields as fields_text
from screens.widgets.fields.base import FieldOptions
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import RecoveryWords, Shown
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

if TYPE_CHECKING:
    from journal.errors import VaultError

COLUMNS: Final = 4
_CELLS: Final = 10
"""Cells of a word in a column; the longest in the list has 8."""


class RecoveryWordsField(SecretField):
    """Asks for the 24 words. Says how many are typed, and lists them with their numbers while they are shown."""

    DEFAULT_CSS = """
    RecoveryWordsField .count { color: $text-muted; padding-left: 20; }
    RecoveryWordsField .typed { display: none; }
    RecoveryWordsField .typed.-some { display: block; }
    .-narrow RecoveryWordsField .count { padding-left: 18; }
    """

    def __init__(self, label: str, words: RecoveryWords, *, id: str, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        super().__init__(label, words, id=id, **options)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Plain("", classes="count")
        yield Shown("", classes="typed")

    def on_mount(self) -> None:
        """Follow what is typed, and whether it is shown."""
        self.watch(self.secret, "value", self._list)
        self.watch(self.secret, "password", self._list)

    def _list(self) -> None:
        words, hidden = split(self.secret.value), self.secret.password
        state = fields_text.WORDS_HIDDEN if hidden else fields_text.WORDS_SHOWN
        self.query_one(".count", Plain).show(fields_text.words_counted(len(words)) + state)
        typed = self.query_one(".typed", Shown)
        typed.show("" if hidden else in_columns(words))
        typed.set_class(bool(words) and not hidden, "-some")

    def say_why(self, error: VaultError) -> None:
        """Show under the field why the words were refused; a word that is not in the list is named. They stay."""
        from journal.text import errors as errors_text

        self.show_error(errors_text.words_error_text(error, self.secret.value))
        self.focus()


def in_columns(words: list[str]) -> str:
    """Return the words numbered from 1, down one column after the other; at most 56 cells wide."""
    down = max(WORDS // COLUMNS, ceil(len(words) / COLUMNS))
    cells = [f"{number:>2} {truncate(word, _CELLS):<{_CELLS}}" for number, word in enumerate(words, 1)]
    return "\n".join("".join(cells[row::down]).rstrip() for row in range(min(down, len(cells))))
