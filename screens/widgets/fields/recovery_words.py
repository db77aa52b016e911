"""The field for the 24 recovery words, with all that is typed in numbered columns under it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from journal.recovery_words import WORDS, split
from journal.text import fields as fields_text
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.text_fit import truncate

if TYPE_CHECKING:
    from journal.errors import VaultError

COLUMNS: Final = 4
_CELLS: Final = 10
"""Cells of a word in a column; the longest in the list has 8."""


class RecoveryWordsField(SecretField):
    """Asks for the 24 words. Says how many are typed, and lists them with their numbers while they are shown."""

    DEFAULT_CSS = """
    RecoveryWordsField .typed, .-narrow RecoveryWordsField .typed { padding-left: 0; }
    """

    def count_text(self) -> str:
        """Return how many words are typed, and which key shows or hides them."""
        state = fields_text.WORDS_HIDDEN if self.secret.password else fields_text.WORDS_SHOWN
        return fields_text.words_counted(len(split(self.secret.value))) + state

    def typed_text(self) -> str:
        """Return the words with their numbers."""
        return in_columns(split(self.secret.value))

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
