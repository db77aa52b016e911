"""Steps that show new recovery words and ask two of them back; a sheet of them can be written to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from random import SystemRandom
from typing import Final, Generic, TypeVar

from textual.widget import Widget

from journal.text import onboarding as onboarding_text
from screens.base.wizard import Wizard, WizardStep
from screens.keymap import Key, bindings
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret, Shown
from screens.widgets.plain_text import Plain

COLUMNS: Final = 4
INSTEAD = "They take the place of the words you have, as soon as two of them are asked back."


R = TypeVar("R")


class WordSteps(Wizard[R], Generic[R]):
    """Base of the screens with the steps ``words`` and ``check``. The words are in no draft."""

    KEY_SCOPE = "recovery words"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, first: str) -> None:
        super().__init__(first)
        self._drawn = ""

    @property
    def words(self) -> str:
        """The words that are shown, drawn when they are first asked for."""
        from journal.store.new_secrets import new_recovery_words

        self._drawn = self._drawn or new_recovery_words()
        return self._drawn

    @property
    def in_meeting(self) -> bool:
        """Writing 24 words on paper takes minutes without a key: it locks later, as in a meeting."""
        return self.at in ("words", "check")

    def word_step(self, name: str, *, instead: bool = False) -> WizardStep:
        """The words, or the two that are asked back; ``instead`` says that they take the place of others."""
        return CheckStep(self.words) if name == "check" else WordsStep(self.words, instead=instead)

    def key_rows(self) -> list[Key]:
        """The key for a sheet only where the words are shown."""
        return [key for key in super().key_rows() if key.action != "print" or self.at == "words"]

    def action_print(self) -> None:
        """Write a sheet to be printed."""
        if self.at == "words":
            self.app.show("words_sheet", words=self.words)


class WordsStep(WizardStep):
    """The 24 words, to be written down."""

    NAME = "recovery words"
    ASKS = onboarding_text.RECOVERY_WORDS
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


class CheckStep(WizardStep):
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
        """Raise ``InvalidInput`` at the first field with another word in it."""
        for field, place in zip(self.query(SecretField), self.places, strict=True):
            if field.secret.value.strip().lower() != self._words[place]:
                raise InvalidInput(field, f"Word {place + 1} is another one. Esc shows them again.")


def in_columns(recovery_words: list[str]) -> str:
    """The words numbered from 1, down one column after the other; at most 56 cells wide."""
    down = len(recovery_words) // COLUMNS
    cells = [f"{number:>2} {word:<10}" for number, word in enumerate(recovery_words, 1)]
    return "\n".join("".join(cells[row::down]).rstrip() for row in range(down))
