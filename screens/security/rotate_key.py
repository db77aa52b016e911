"""Everything sealed anew: another key behind the same passphrase, and nothing left that the old one opens here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace
from textual.widget import Widget

from journal.text import errors as errors_text
from screens.base.wizard import WizardStep
from screens.messages import Changed
from screens.runtime.actions import JOURNAL
from screens.security.recovery_words_steps import CheckStep, WordsStep, WordSteps
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import F7_SHOWS, RecoveryWords, Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.store.journal import Journal

WHAT: Final = (
    "Everything is sealed anew under another key: who may have kept the old one reads nothing that is written from "
    "now on. Your passphrase stays the same."
)
REMOVED: Final = (
    "The three earlier copies beside the journal are removed, and what was deleted is gone for good. Copies that you "
    "or other programs made stay as they are, and can be read with the old keys."
)
NEEDED: Final = "The passphrase is needed."
WRONG: Final = "This is not the passphrase of the journal."
OTHERS: Final = "These are not the recovery words of the journal."
TRYING: Final = "Trying it. This takes about a second."
SEALING: Final = "Sealing everything anew. This takes a few seconds."
SEALED: Final = "Everything is sealed anew. Earlier copies are removed."
ENDED: Final = "The recovery words you have open nothing here any more."
NO_UNDO: Final = "What you did today can't be taken back with u afterwards."


class RecoveryWordsChoice(StrEnum):
    """Which recovery words open the journal afterwards."""

    NEW = "new ones"
    SAME = "those I have"
    NONE = "none"


class CurrentPassphraseStep(WizardStep):
    """What will happen, and the passphrase."""

    SKIP = ""

    def __init__(self, name: str, *paragraphs: str) -> None:
        super().__init__()
        self.NAME = name
        self._paragraphs = paragraphs
        self.now = SecretField("Passphrase", Secret(), id="now")

    def fields(self) -> Iterable[Widget]:
        """What will happen, and the field."""
        for paragraph in self._paragraphs:
            yield Plain(paragraph, classes="asks")
        yield self.now


class WhichStep(WizardStep):
    """Which recovery words there are to be."""

    NAME = "recovery words"
    ASKS = "Which recovery words are to open it afterwards?"
    SKIP = ""

    def __init__(self, *, has_some: bool) -> None:
        super().__init__()
        options = [which for which in RecoveryWordsChoice if has_some or which is not RecoveryWordsChoice.SAME]
        self.which = ChoiceField("Recovery words", [(which, which.value) for which in options], id="which")
        self.which.choice.choose(RecoveryWordsChoice.NEW)

    def fields(self) -> Iterable[Widget]:
        """The choice."""
        yield self.which


class ExistingWordsStep(WizardStep):
    """The 24 words that there are, typed once."""

    NAME = "recovery words"
    ASKS = "Type the 24 words you have, in their order."
    SKIP = ""

    def __init__(self) -> None:
        super().__init__()
        self.typed = SecretField("24 words", RecoveryWords(), id="typed", hint=F7_SHOWS)

    def fields(self) -> Iterable[Widget]:
        """The field."""
        yield self.typed


class SealAnew(WordSteps[None]):
    """The passphrase, which recovery words, then a question; nothing changes before that is answered."""

    NAME: ClassVar[str] = "sealed anew"
    QUESTION: ClassVar[str] = "Seal everything anew?"
    YES: ClassVar[str] = "Seal it anew"
    DONE: ClassVar[str] = SEALED

    def __init__(self) -> None:
        super().__init__("now")
        self._passphrase = ""
        self._which = RecoveryWordsChoice.NEW
        self._same = ""
        self._later = False
        self._busy = False

    # For subclasses.

    def paragraphs(self) -> tuple[str, ...]:
        """What is said before the passphrase is asked."""
        return WHAT, REMOVED

    async def prepare(self) -> None:
        """What is done before, in the app."""

    def work(self, journal: Journal) -> None:
        """What is done before, on the journal's thread and in one go with the sealing."""

    def failure_note(self) -> str:
        """What is to be known where it did not work."""
        return ""

    async def done(self) -> None:
        """It is done: go back."""
        if self.is_active:
            self.dismiss(None)

    # The steps.

    def order(self) -> list[str]:
        """The words are asked for as was chosen."""
        after = {
            RecoveryWordsChoice.NEW: ["words", "check"],
            RecoveryWordsChoice.SAME: ["typed"],
            RecoveryWordsChoice.NONE: [],
        }
        return ["now", "which", *after[self._which]]

    def new_step(self, name: str) -> WizardStep:
        """The step."""
        if name == "now":
            return CurrentPassphraseStep(self.NAME, *self.paragraphs())
        if name == "which":
            return WhichStep(has_some=self.journal.has_recovery)
        return ExistingWordsStep() if name == "typed" else self.word_step(name, instead=self.journal.has_recovery)

    def answer(self, step: WizardStep) -> None:
        """Take it. Raises ``InvalidInput``."""
        match step:
            case CurrentPassphraseStep():
                self._passphrase = step.now.secret.value
                if not self._passphrase:
                    raise InvalidInput(step.now, NEEDED)
            case WhichStep():
                self._which, self._later = step.which.value or RecoveryWordsChoice.NEW, False
            case ExistingWordsStep():
                self._same = step.typed.secret.value
            case WordsStep():
                self._later = False
            case CheckStep():
                step.check()
                self._later = False

    def skip(self, step: WizardStep) -> None:
        """No words then."""
        self._later = True

    async def next_step(self) -> None:
        """What was typed is tried before the way goes on, beside the screen."""
        match self.step:
            case CurrentPassphraseStep() as step:
                self._try(step.now, partial(self.journal.opens_with, self._passphrase), WRONG)
            case ExistingWordsStep() as step:
                self._try(step.typed, partial(self.journal.opens_with, recovery_words=self._same), OTHERS)
            case _ if self._later:
                self.finish()
            case _:
                await super().next_step()

    def _try(self, field: SecretField, trying: Callable[[], bool], wrong: str) -> None:
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(TRYING)
            self.run_worker(self._tried(field, trying, wrong))

    async def _tried(self, field: SecretField, trying: Callable[[], bool], wrong: str) -> None:
        from journal.errors import VaultError

        try:
            right = await self.app.keeper.do(trying)
        except VaultError as error:
            right, wrong = False, errors_text.error_text(error)
        self._busy = False
        self.query_one(Panel).show_error("")
        if right:
            await super().next_step()
        else:
            field.refuse(wrong)

    # The end.

    def finish(self) -> None:
        """Ask, then do it."""
        ended = self.journal.has_recovery and (self._later or self._which is not RecoveryWordsChoice.SAME)
        detail = " ".join([REMOVED, *([ENDED] if ended else []), NO_UNDO])
        self.app.ask(self.QUESTION, self.YES, self._start, detail=detail)

    def _start(self) -> None:
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(SEALING)
            self.app.run_worker(self._seal(), group=JOURNAL)

    @property
    def _new_words(self) -> str | None:
        """What opens the journal afterwards, beside the passphrase."""
        if self._later:
            return None
        return {
            RecoveryWordsChoice.NEW: self.words,
            RecoveryWordsChoice.SAME: self._same,
            RecoveryWordsChoice.NONE: None,
        }[self._which]

    def _sealing(self, journal: Journal) -> None:
        self.work(journal)
        journal.set_master_key(self._passphrase, self._new_words, **self.app.new_key_options)

    async def _seal(self) -> None:
        from journal.errors import NotFound, VaultError

        app, journal = self.app, self.journal
        try:
            await self.prepare()
            await app.keeper.do(partial(self._sealing, journal))
        except (VaultError, NotFound) as error:
            self._busy = False
            why = f"{errors_text.error_text(error)} {self.failure_note()}".rstrip()
            app.tell(why, wrong=True)
            if self.is_mounted:
                self.query_one(Panel).show_error(why)
            app.broadcast(Changed)
            return
        app.broadcast(Changed)
        app.tell(self.DONE)
        if journal.preferences.recovery_words_later and self._new_words:
            app.save_preferences(replace(journal.preferences, recovery_words_later=False))
        await self.done()
