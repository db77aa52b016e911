"""The steps about keys: a passphrase, the 24 recovery words, and two of them asked back."""

from __future__ import annotations

from collections.abc import Iterable
from random import SystemRandom
from typing import Final

from textual.widget import Widget

from journal.text.onboarding import NO_RESET, RECOVERY_WORDS, STAYS_HERE, WHAT_IT_IS
from screens.base.wizard import Step
from screens.widgets.fields.base import NotUnderstood
from screens.widgets.fields.new_passphrase import NewPassphrase, SecretField
from screens.widgets.fields.passphrase import Secret, Shown
from screens.widgets.plain_text import Plain

COLUMNS: Final = 4
INSTEAD = "They take the place of the words you have, as soon as two of them are asked back."
MADE = "The journal is made. Go on, or type another passphrase twice to have that one instead."


class PassphraseStep(Step):
    """What this is, and the passphrase; ``made`` once there is a journal, which then has one."""

    NAME = "journal"
    SKIP = ""

    def __init__(self, *, made: bool) -> None:
        super().__init__()
        self.made = made
        self.new = NewPassphrase(optional=made)

    def fields(self) -> Iterable[Widget]:
        """What it is, that nobody can reset it, and the two fields."""
        if self.made:
            yield Plain(MADE, classes="asks")
        else:
            yield Plain(WHAT_IT_IS)
            yield Plain(STAYS_HERE, classes="title")
            yield Plain(NO_RESET, classes="asks")
        yield self.new


class FirstStep(PassphraseStep):
    """The same where there may be a journal already, elsewhere."""

    SKIP = "I have a copy"


class WordsStep(Step):
    """The 24 words, to be written down."""

    NAME = "recovery words"
    ASKS = RECOVERY_WORDS
    GO_ON = "I have written them down"
    SKIP = "Later"

    def __init__(self, recovery_words: str, *, instead: bool = False) -> None:
        super().__init__()
        self._words = recovery_words.split()
        self._instead = instead

    def fields(self) -> Iterable[Widget]:
        """The words in columns, numbered downwards."""
        yield Shown(in_columns(self._words), classes="title")
        if self._instead:
            yield Plain(INSTEAD, classes="muted")


class CheckStep(Step):
    """Two of the words at random places are asked back."""

    NAME = "recovery words"
    ASKS = "Two of them, to see that they are on paper. Esc shows them again."
    SKIP = "Later"

    def __init__(self, recovery_words: str) -> None:
        super().__init__()
        self._words = recovery_words.split()
        self.places = sorted(SystemRandom().sample(range(len(self._words)), 2))

    def fields(self) -> Iterable[Widget]:
        """A field for each of the two."""
        for place in self.places:
            yield SecretField(f"Word {place + 1}", Secret(hidden=False), id=f"word-{place}")

    def check(self) -> None:
        """Raise ``NotUnderstood`` at the first field with another word in it."""
        for field, place in zip(self.query(SecretField), self.places, strict=True):
            if field.secret.value.strip().lower() != self._words[place]:
                raise NotUnderstood(field, f"Word {place + 1} is another one. Esc shows them again.")


def in_columns(recovery_words: list[str]) -> str:
    """The words numbered from 1, down one column after the other; at most 56 cells wide."""
    down = len(recovery_words) // COLUMNS
    cells = [f"{number:>2} {word:<10}" for number, word in enumerate(recovery_words, 1)]
    return "\n".join("".join(cells[row::down]).rstrip() for row in range(down))
