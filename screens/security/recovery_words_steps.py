"""Steps that show new recovery words and ask two of them back; a sheet of them can be written to be printed."""

from __future__ import annotations

from typing import Generic, TypeVar

from screens.base.wizard import Step, Steps
from screens.keymap import Key, bindings
from screens.welcome.passphrase_steps import CheckStep, WordsStep

R = TypeVar("R")


class WordSteps(Steps[R], Generic[R]):
    """Base of the screens with the steps ``words`` and ``check``. The words are in no draft."""

    WHERE = "recovery words"
    BINDINGS = bindings(WHERE)

    def __init__(self, first: str) -> None:
        super().__init__(first)
        self._drawn = ""

    @property
    def words(self) -> str:
        """The words that are shown, drawn when they are first asked for."""
        from journal.store.journal import new_recovery_words

        self._drawn = self._drawn or new_recovery_words()
        return self._drawn

    @property
    def in_meeting(self) -> bool:
        """Writing 24 words on paper takes minutes without a key: it locks later, as in a meeting."""
        return self.at in ("words", "check")

    def word_step(self, name: str, *, instead: bool = False) -> Step:
        """The words, or the two that are asked back; ``instead`` says that they take the place of others."""
        return CheckStep(self.words) if name == "check" else WordsStep(self.words, instead=instead)

    def key_rows(self) -> list[Key]:
        """The key for a sheet only where the words are shown."""
        return [key for key in super().key_rows() if key.action != "print" or self.at == "words"]

    def action_print(self) -> None:
        """Write a sheet to be printed."""
        if self.at == "words":
            self.app.show("words_sheet", words=self.words)
