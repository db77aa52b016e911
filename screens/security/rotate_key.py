"""The screen that rotates the master key: another key, opened by the same passphrase.

It asks for the passphrase and for which recovery words open the journal afterwards. The earlier copies, which the old
key opens, are removed. ``EraseRecord`` is the same with a record deleted first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.widget import Widget

from journal.text import access as access_text
from journal.text import errors as errors_text
from journal.text import key_file as key_file_text
from journal.text import passphrases as passphrases_text
from screens.base.wizard import WizardStep
from screens.messages import Changed
from screens.runtime.actions import JOURNAL
from screens.security.recovery_words_steps import CheckStep, WordsStep, WordSteps
from screens.security.weak_key import tell_if_weak
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import RecoveryWords, Secret
from screens.widgets.fields.recovery_words import RecoveryWordsField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from journal.store.journal import Journal


class RecoveryWordsChoice(StrEnum):
    """Which recovery words open the journal afterwards; labels are in ``journal.text.access``."""

    NEW = "new"
    SAME = "same"
    NONE = "none"


class CurrentPassphraseStep(WizardStep):
    """Says what will happen, and asks for the passphrase."""

    SKIP_LABEL = ""

    def __init__(self, name: str, *paragraphs: str) -> None:
        super().__init__()
        self.NAME = name
        self._paragraphs = paragraphs
        self.now = SecretField(passphrases_text.ASK_PASSPHRASE, Secret(), id="now")

    def fields(self) -> Iterable[Widget]:
        for paragraph in self._paragraphs:
            yield Plain(paragraph, classes="asks")
        yield self.now


class WhichStep(WizardStep):
    """Asks which recovery words open the journal afterwards."""

    NAME = access_text.WORDS_TITLE
    QUESTION = access_text.WHICH_WORDS
    SKIP_LABEL = ""

    def __init__(self, *, has_some: bool) -> None:
        super().__init__()
        offered = [which for which in RecoveryWordsChoice if has_some or which is not RecoveryWordsChoice.SAME]
        options = [(which, access_text.WHICH_WORDS_LABELS[which]) for which in offered]
        self.which = ChoiceField(access_text.RECOVERY_WORDS, options, id="which", default=RecoveryWordsChoice.NEW)

    def fields(self) -> Iterable[Widget]:
        yield self.which


class ExistingWordsStep(WizardStep):
    """Asks for the 24 words that open the journal now."""

    NAME = access_text.WORDS_TITLE
    QUESTION = access_text.TYPE_WORDS
    SKIP_LABEL = ""

    def __init__(self) -> None:
        super().__init__()
        self.typed = RecoveryWordsField(access_text.TYPED_WORDS, RecoveryWords(), id="typed")

    def fields(self) -> Iterable[Widget]:
        yield self.typed


class SealAnew(WordSteps[None]):
    """Asks for the passphrase, then which recovery words; nothing changes before the last question is answered."""

    NAME: ClassVar[str] = access_text.ROTATE_TITLE
    QUESTION: ClassVar[str] = access_text.ASK_ROTATE
    YES: ClassVar[str] = access_text.ROTATE_YES
    DONE: ClassVar[str] = access_text.ROTATE_DONE

    def __init__(self) -> None:
        super().__init__("now")
        self._passphrase = ""
        self._which = RecoveryWordsChoice.NEW
        self._same = ""
        self._later = False
        self._busy = False

    # For subclasses.

    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs above the field for the passphrase."""
        return access_text.ROTATE_WHAT, access_text.ROTATE_REMOVES

    async def prepare(self) -> None:
        """Do what comes before, on the app's thread."""

    def work(self, journal: Journal) -> None:
        """Do what comes before, on the journal's thread; nothing else runs between it and the rotation."""

    def failure_note(self) -> str:
        """Return a sentence to add where the rotation did not work."""
        return ""

    async def done(self) -> None:
        """Go back after the rotation."""
        if self.is_active:
            self.dismiss(None)

    # The steps.

    def order(self) -> list[str]:
        """Return the steps, with those for the recovery words that were chosen."""
        after = {
            RecoveryWordsChoice.NEW: ["words", "check"],
            RecoveryWordsChoice.SAME: ["typed"],
            RecoveryWordsChoice.NONE: [],
        }
        return ["now", "which", *after[self._which]]

    def new_step(self, name: str) -> WizardStep:
        if name == "now":
            return CurrentPassphraseStep(self.NAME, *self.paragraphs())
        if name == "which":
            return WhichStep(has_some=self.journal.has_recovery)
        return ExistingWordsStep() if name == "typed" else self.word_step(name, instead=self.journal.has_recovery)

    def answer(self, step: WizardStep) -> None:
        """Take the answer of a step. Raises ``InvalidInput``."""
        match step:
            case CurrentPassphraseStep():
                self._passphrase = step.now.secret.value
                if not self._passphrase:
                    raise InvalidInput(step.now, access_text.PASSPHRASE_NEEDED)
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
        """Leave the journal without recovery words."""
        self._later = True

    async def next_step(self) -> None:
        """Try what was typed in a worker before the next step."""
        match self.step:
            case CurrentPassphraseStep() as step:
                self._try(step.now, partial(self.journal.opens_with, self._passphrase), access_text.PASSPHRASE_WRONG)
            case ExistingWordsStep() as step:
                self._try(
                    step.typed, partial(self.journal.opens_with, recovery_words=self._same), access_text.WORDS_WRONG
                )
            case _ if self._later:
                self.finish()
            case _:
                await super().next_step()

    def _try(self, field: SecretField, trying: Callable[[], bool], wrong: str) -> None:
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(access_text.TRYING)
            self.run_worker(self._tried(field, trying, wrong))

    async def _tried(self, field: SecretField, trying: Callable[[], bool], wrong: str) -> None:
        from journal.errors import VaultError, WrongWord

        misspelt: VaultError | None = None
        try:
            right = await self.app.keeper.run(trying)
        except VaultError as error:
            right, wrong = False, errors_text.error_text(error)
            misspelt = error if isinstance(error, WrongWord) else None
        self._busy = False
        self.query_one(Panel).show_error("")
        if right:
            await super().next_step()
        elif misspelt is not None and isinstance(field, RecoveryWordsField):
            field.say_why(misspelt)
        else:
            field.refuse(wrong)

    # The end.

    def finish(self) -> None:
        """Ask, then rotate the key."""
        ended = self.journal.has_recovery and (self._later or self._which is not RecoveryWordsChoice.SAME)
        key_file = [key_file_text.WILL_END] if self.journal.has_key_file else []
        words = [access_text.WORDS_END] if ended else []
        told = [access_text.ROTATE_REMOVES, *words, *key_file, access_text.NO_UNDO]
        self.app.ask(self.QUESTION, self.YES, self._start, detail=" ".join(told))

    def _start(self) -> None:
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(access_text.SEALING)
            self.app.run_worker(self._seal(), group=JOURNAL)

    @property
    def _new_words(self) -> str | None:
        """Return the recovery words that open the journal afterwards, or ``None``."""
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
            await app.keeper.run(partial(self._sealing, journal))
        except (VaultError, NotFound) as error:
            self._busy = False
            why = f"{errors_text.error_text(error)} {self.failure_note()}".rstrip()
            app.notify(why, severity="error")
            if self.is_mounted:
                self.query_one(Panel).show_error(why)
            app.broadcast(Changed)
            return
        app.broadcast(Changed)
        app.notify(self.DONE)
        tell_if_weak(app, journal)
        if journal.preferences.recovery_words_later and self._new_words:
            app.save_preferences(replace(journal.preferences, recovery_words_later=False))
        await self.done()
