"""The wizard steps that show new recovery words and ask two of them back.

``Welcome``, ``RecoveryWords`` and ``SealAnew`` use them. Each can write the words to a sheet to print.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import SystemRandom
from typing import Generic, TypeVar

from textual.widget import Widget

from journal.text import access as access_text
from journal.text import onboarding as onboarding_text
from screens.base.wizard import Wizard, WizardStep
from screens.key import Key
from screens.keymap import bindings
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret, Shown
from screens.widgets.fields.recovery_words import in_columns
from screens.widgets.plain_text import Plain

R = TypeVar("R")


class WordSteps(Wizard[R], Generic[R]):
    """Base of the screens with the steps ``words`` and ``check``. The words are never in a draft."""

    KEY_SCOPE = "recovery words"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self, first: str) -> None:
        super().__init__(first)
        self._drawn = ""

    @property
    def words(self) -> str:
        """Return the words, made when they are first needed."""
        from journal.store.new_secrets import new_recovery_words

        self._drawn = self._drawn or new_recovery_words()
        return self._drawn

    @property
    def long_idle(self) -> bool:
        """Return whether to lock later, as in a meeting: writing 24 words on paper takes minutes without a key."""
        return self.current in ("words", "check")

    def word_step(self, name: str, *, instead: bool = False) -> WizardStep:
        """Return the step that shows the words, or the one that asks two back; ``instead``: they replace others."""
        return CheckStep(self.words) if name == "check" else WordsStep(self.words, instead=instead)

    def key_rows(self) -> list[Key]:
        """Return the keys; the one for the sheet only where the words are shown."""
        return [key for key in super().key_rows() if key.action != "print" or self.current == "words"]

    def action_print(self) -> None:
        """Show the screen that writes the sheet to print."""
        if self.current == "words":
            self.app.show("words_sheet", words=self.words)


class WordsStep(WizardStep):
    """Shows the 24 words, to write them down."""

    NAME = access_text.WORDS_TITLE
    QUESTION = onboarding_text.RECOVERY_WORDS
    NEXT_LABEL = access_text.WORDS_WRITTEN_DOWN
    SKIP_LABEL = access_text.LATER

    def __init__(self, recovery_words: str, *, instead: bool = False) -> None:
        super().__init__()
        self._words = recovery_words.split()
        self._instead = instead

    def fields(self) -> Iterable[Widget]:
        yield Shown(in_columns(self._words), classes="title")
        if self._instead:
            yield Plain(access_text.WORDS_REPLACE, classes="muted")


class CheckStep(WizardStep):
    """Asks back two of the words, at random places."""

    NAME = access_text.WORDS_TITLE
    QUESTION = access_text.WORDS_CHECK
    SKIP_LABEL = access_text.LATER

    def __init__(self, recovery_words: str) -> None:
        super().__init__()
        self._words = recovery_words.split()
        self.places = sorted(SystemRandom().sample(range(len(self._words)), 2))

    def fields(self) -> Iterable[Widget]:
        for place in self.places:
            yield SecretField(access_text.word_at(place + 1), Secret(hidden=False), id=f"word-{place}")

    def check(self) -> None:
        """Raise ``InvalidInput`` at the first field with another word in it."""
        for field, place in zip(self.query(SecretField), self.places, strict=True):
            if field.secret.value.strip().lower() != self._words[place]:
                raise InvalidInput(field, access_text.word_differs(place + 1))
