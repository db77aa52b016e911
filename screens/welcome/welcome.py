"""The first screen of a new journal: a passphrase, questions that may all be skipped, then Today.

The app shows it where there is no journal. A worker makes the journal while the questions are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec.structs import replace
from textual import on
from textual.widgets import Button

from journal.domain.dates import local_day
from journal.domain.focuses import Focus
from journal.domain.onboarding import Answers
from journal.domain.preferences import Preferences
from journal.domain.record import Record
from journal.text import errors as errors_text
from journal.text import fields as fields_text
from journal.text import onboarding as onboarding_text
from journal.text import safety as safety_text
from journal.text import settings as settings_text
from journal.text import welcome as welcome_text
from screens.app import CLOSED
from screens.base.wizard import WizardStep
from screens.key import Key
from screens.keymap import bindings
from screens.keys_shown import rows_in
from screens.messages import SaveFailed
from screens.routes import new_screen
from screens.runtime.journal_worker import Draft, HasDraft
from screens.security.recovery_words import let_open
from screens.security.recovery_words_steps import CheckStep, WordsStep, WordSteps
from screens.security.weak_key import tell_if_weak
from screens.welcome.focus_steps import FocusStep, SinceStep, WantStep, WarningStep, WhatStep
from screens.welcome.passphrase_steps import FirstStep, PassphraseStep
from screens.welcome.region_step import RegionStep
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.passphrase import Secret
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from journal.store.journal import Journal

DRAFT: Final = "welcome:new"
STEPS: Final = ("passphrase", "words", "what", "want", "since", "region")
"""The steps that are counted; the check of the words and the warnings belong to the step before them."""
NEVER_SKIPPED: Final = ("warning", "region")
"""What is shown even if the rest is skipped."""
ABOUT_FOCUSES: Final[dict[str, type[FocusStep]]] = {
    "what": WhatStep,
    "want": WantStep,
    "since": SinceStep,
}


class Welcome(WordSteps[None], HasDraft):
    """Makes the journal in a worker during the questions; answers are saved in it as a draft once it exists.

    Whenever a person leaves, the journal that was made is intact, and unlocking it comes back to the question.
    """

    KEY_SCOPE = "welcome"
    BINDINGS = bindings(KEY_SCOPE)
    WAYS = ("on", "skip", "rest")
    LEAVES = False

    def __init__(self, *, draft: tuple[str, Draft] | None = None) -> None:
        data: Draft = draft[1] if draft else {"at": "passphrase", "typed": {}, "answers": {}}
        # No draft holds the words: after a lock before the check, other words are shown.
        at = str(data["at"])
        elsewhere = {"check": "words", "reason": "region", "person": "region"}  # the last two were steps once
        super().__init__(elsewhere.get(at, at))
        self.typed = dict(data["typed"])
        self.answers = msgspec.convert(data["answers"], Answers)
        self._later = False
        self._skipped_from = ""
        self._offered = ""
        self._has_copy = False
        self._making = False
        self._lock_then = False
        self._once_made: list[Callable[[], Coroutine[Any, Any, None]]] = []
        self._saving: tuple[Record, ...] | None = None

    # The steps, and their answers.

    def order(self) -> list[str]:
        """Return the steps; those about a focus only where there is one."""
        names = ["passphrase", "words", *([] if self._later else ["check"]), "what"]
        if self.answers.focuses:
            names += ["want", *(["warning"] if safety_text.withdrawal_warnings(self.answers.focuses) else []), "since"]
        names.append("region")
        after = names.index(self._skipped_from) + 1 if self._skipped_from in names else len(names)
        return [*names[:after], *(name for name in names[after:] if name in NEVER_SKIPPED)]

    def step_title(self, step: WizardStep) -> str:
        """Return the name of the step, and how far it is: ``what from · 3 of 6``."""
        place = STEPS.index({"check": "words", "warning": "want"}.get(self.current, self.current)) + 1
        return f"{step.NAME} · {onboarding_text.step_of(place, len(STEPS))}"

    def new_step(self, name: str) -> WizardStep:
        """Make a step, which knows the answers before it."""
        if name == "warning":
            return WarningStep(self.answers, self._today(), self.app.clock.now())
        if name in ABOUT_FOCUSES:
            return ABOUT_FOCUSES[name](self.answers, self._today())
        if name == "passphrase":
            made = self._making or self.app.journal is not None
            step = PassphraseStep if made else FirstStep
            return step(made=made, offered=self._six_words)
        if name in ("words", "check"):
            return self.word_step(name)
        return RegionStep()

    @property
    def _six_words(self) -> str:
        """Return the six words to offer as a passphrase, drawn when they are first needed."""
        from journal.store.new_secrets import generated_passphrase

        self._offered = self._offered or generated_passphrase()
        return self._offered

    def _today(self) -> date:
        preferences = self.app.journal.preferences if self.app.journal else Preferences()
        return local_day(self.app.clock.now(), self.app.clock.zone(), preferences.day_starts_at)

    def answer(self, step: WizardStep) -> None:
        """Take the answer of a step. Raises ``InvalidInput``."""
        match step:
            case PassphraseStep():
                self._take_passphrase(step.new.value)
            case WordsStep():
                self._later = False
            case CheckStep():
                step.check()
                self._when_made(partial(let_open, self.app, self.words))
            case SinceStep():
                self.answers = replace(self.answers, focuses=step.answered(), free=step.free)
            case FocusStep():
                self.answers = replace(self.answers, focuses=step.answered())
            case RegionStep():
                self._choose_region(step.chosen)

    def skip(self, step: WizardStep) -> None:
        """Skip a step: remove what was answered in it before."""
        match step:
            case FirstStep():
                self._has_copy = True
            case WordsStep():
                self._later = True
            case WhatStep():
                self.answers = replace(self.answers, focuses=[])
            case SinceStep():
                focuses = [replace(focus, start=None) for focus in self.answers.focuses]
                self.answers = replace(self.answers, focuses=focuses, free=[])

    @property
    def can_skip_rest(self) -> bool:
        """Whether the rest may be skipped: not before there is a passphrase, and no warning and no region."""
        return self.current not in ("passphrase", *NEVER_SKIPPED)

    @on(Button.Pressed, "#rest")
    async def action_skip_rest(self) -> None:
        """Go to what is never skipped, with what is answered here so far; esc comes back to this step."""
        if not self.can_skip_rest:
            return
        if isinstance(self.step, WordsStep | CheckStep):
            self._later = True
        else:
            with suppress(InvalidInput):  # what can't be understood stays typed, and counts as not answered
                self.answer(self.step)
        self._skipped_from = "words" if self.current == "check" else self.current
        order = self.order()
        await self.show_step(next(name for name in order[order.index(self._skipped_from) + 1 :]))

    async def show_step(self, name: str) -> None:
        """Show a step, and save the answers before it as a draft."""
        if name == self._skipped_from:
            self._skipped_from = ""
        await super().show_step(name)
        rest = self.query_one("#rest", Button)
        (key,) = rows_in(self.app, [self.KEY_SCOPE])
        rest.label, rest.display = onboarding_text.skip_rest(key.display), self.can_skip_rest
        rest.refresh(layout=True)
        self.app.seal()

    def key_rows(self) -> list[Key]:
        """Return the keys; the one that skips the rest only where it may be skipped."""
        return [key for key in super().key_rows() if key.action != "skip_rest" or self.can_skip_rest]

    async def next_step(self) -> None:
        """Show the next step, or the screen that restores a copy if the person has one."""
        if self._has_copy:
            self._has_copy = False
            self.app.push_screen(new_screen("put_back"), self._put_back)
        else:
            await super().next_step()

    def _put_back(self, done: bool | None) -> None:
        """Leave once a copy is restored: the locked screen asks for its passphrase."""
        if done:
            self.dismiss(None)

    def _choose_region(self, region: str) -> None:
        self.app.settings = replace(self.app.settings, region=region)
        try:
            self.app.settings.save()
        except OSError:
            self.app.notify(settings_text.REGION_NOT_WRITTEN, severity="error")

    # Making the journal in a worker.

    def _take_passphrase(self, passphrase: str) -> None:
        if self._making or self.app.journal is not None:
            if passphrase:
                self._when_made(partial(self._change, passphrase))
            return
        self._making = True
        self.app.run_worker(self._make(passphrase), group="open")

    def _when_made(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._making:
            self._once_made.append(work)
        else:
            self.app.run_worker(work(), group="open")

    async def _make(self, passphrase: str) -> None:
        from journal.errors import VaultError

        try:
            await self.app.keeper.open(partial(self._create, passphrase))
        except VaultError as error:
            self._making = self._lock_then = False
            self._once_made.clear()
            await self.show_step("passphrase")
            self.query_one(Panel).show_error(welcome_text.not_made(str(error)))
            return
        self._making = False
        self.app.seal()
        for work in self._once_made:
            await work()
        if self._lock_then:
            self.app.action_lock()

    def forget(self) -> None:
        """Clear a typed passphrase or recovery words; a journal that is being made locks once it is made."""
        typed = any(field.value for field in self.query(Secret))
        super().forget()
        self._lock_then = self._making
        if self._making or typed:
            for panel in self.query(Panel):
                panel.show_error(welcome_text.LOCKS_THEN if self._making else fields_text.SECRET_CLEARED)

    def _create(self, passphrase: str) -> Journal:
        """Make the journal in one go on the journal's thread, so that it is complete even if the person quits."""
        from journal.errors import VaultError
        from journal.store.journal import Journal

        app = self.app
        journal = Journal.create(
            app.path, passphrase, clock=app.clock, anchors=app.anchors, holder="screen", **app.new_key_options
        )
        with suppress(VaultError):  # the next save says that the disk is full
            first = replace(journal.preferences, recovery_words_later=True, first_day=journal.today())
            journal.set_preferences(first)
        return journal

    async def _change(self, passphrase: str) -> None:
        from journal.errors import VaultError

        change = partial(self.journal.set_passphrase, passphrase, forget_generations=True, **self.app.new_key_options)
        try:
            await self.app.keeper.run(change)
        except VaultError as error:
            self.app.notify(welcome_text.passphrase_stays(errors_text.error_text(error)), severity="error")

    # Saving, and the draft until then.

    def finish(self) -> None:
        """Save everything in one transaction, then go to Today."""
        if self._saving is None:
            self._saving = self.answers.records()
            self._when_made(self._save)

    async def _save(self) -> None:
        records = self._saving = (*self._with_free_days(self._saving or ()), *self._lists())
        if records and not await self.app.save_and_wait(*records):
            return
        await self.app.keeper.forget(DRAFT)
        if self.app.current_mode == CLOSED:
            await self.app.show_opened_journal(self.journal)
            if self.app.journal is not None:  # it may have been locked meanwhile
                tell_if_weak(self.app, self.app.journal)
        else:
            self.dismiss(None)

    def _with_free_days(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """Return the records with a mark for each day that was said to be free; its focus then needs a uid."""
        named = [
            replace(one, uid=one.uid or self.journal.new_uid()) if isinstance(one, Focus) else one for one in records
        ]
        focuses = [one for one in named if isinstance(one, Focus)]
        return (*named, *self.answers.marks(focuses, self._today()))

    def _lists(self) -> list[Record]:
        """Return the starter lists, without what a craving during Welcome has added to them."""
        there = {one.label for one in (*self.journal.strategies, *self.journal.triggers)}
        return [one for one in self.answers.lists() if one.label not in there]

    @on(SaveFailed)
    def stay(self, message: SaveFailed) -> None:
        """Say why it was not saved; the answers stay, and enter tries again."""
        if self._saving and message.submitted == self._saving:
            self._saving = None
            self.query_one(Panel).show_error(message.reason)

    def draft(self) -> tuple[str, Draft] | None:
        """Return the step and the answers once there is a journal to keep them; without any secret."""
        if self.app.journal is None or not self.is_mounted or self._saving is not None:
            return None
        return DRAFT, {**self.draft_of_steps(), "answers": msgspec.to_builtins(self.answers)}
