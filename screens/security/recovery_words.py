"""Recovery words for a journal that has none, or others in their place."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from journal.text import errors as errors_text
from screens.app import JournalApp
from screens.base.wizard import WizardStep
from screens.security.recovery_words_steps import CheckStep, WordSteps


class RecoveryWords(WordSteps[None]):
    """The words, then two of them asked back; before that nothing changes."""

    def __init__(self) -> None:
        super().__init__("words")

    def order(self) -> list[str]:
        """Two steps."""
        return ["words", "check"]

    def new_step(self, name: str) -> WizardStep:
        """The words, or the two that are asked back."""
        return self.word_step(name, instead=self.journal.has_recovery)

    def answer(self, step: WizardStep) -> None:
        """Raises ``InvalidInput`` at a word that is another one."""
        if isinstance(step, CheckStep):
            step.check()

    def skip(self, step: WizardStep) -> None:
        """Later."""
        self.dismiss(None)

    def finish(self) -> None:
        """The words are on paper: let them open the journal."""
        self.app.run_worker(let_open(self.app, self.words), group="journal")
        self.dismiss(None)


async def let_open(app: JournalApp, words: str) -> None:
    """Let these words open the journal, and say whether they do."""
    from journal.errors import VaultError

    journal = app.journal
    if journal is None:
        return
    try:
        await app.keeper.do(partial(journal.set_recovery_words, words))
    except VaultError as error:
        app.tell(
            f"{errors_text.error_text(error)} These recovery words do not work; Settings makes others.", wrong=True
        )
        return
    app.tell("The recovery words open the journal from now on.")
    app.save_preferences(replace(journal.preferences, recovery_words_later=False))
