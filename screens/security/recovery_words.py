"""The screen that makes new recovery words; also ``let_open``, which stores them and is used by Welcome."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from journal.text import access as access_text
from journal.text import errors as errors_text
from screens.app import JournalApp
from screens.base.wizard import WizardStep
from screens.security.recovery_words_steps import CheckStep, WordSteps


class RecoveryWords(WordSteps[None]):
    """Shows the words, asks two of them back, then lets them open the journal."""

    def __init__(self) -> None:
        super().__init__("words")

    def order(self) -> list[str]:
        return ["words", "check"]

    def new_step(self, name: str) -> WizardStep:
        return self.word_step(name, instead=self.journal.has_recovery)

    def answer(self, step: WizardStep) -> None:
        """Check the two words. Raises ``InvalidInput``."""
        if isinstance(step, CheckStep):
            step.check()

    def skip(self, step: WizardStep) -> None:
        """Leave; nothing has changed."""
        self.dismiss(None)

    def finish(self) -> None:
        """Let the words open the journal, and leave."""
        self.app.run_worker(let_open(self.app, self.words), group="journal")
        self.dismiss(None)


async def let_open(app: JournalApp, words: str) -> None:
    """Let these words open the journal, and say whether they do."""
    from journal.errors import VaultError

    journal = app.journal
    if journal is None:
        return
    try:
        await app.keeper.run(partial(journal.set_recovery_words, words))
    except VaultError as error:
        app.notify(access_text.words_not_set(errors_text.error_text(error)), severity="error")
        return
    app.notify(access_text.WORDS_SET)
    app.save_preferences(replace(journal.preferences, recovery_words_later=False))
