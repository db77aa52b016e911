"""The screen that erases the whole journal from this computer.

It asks for the passphrase and one typed word. Afterwards Welcome is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace
from textual.widget import Widget

from journal.text import access as access_text
from journal.text import erasing as erasing_text
from journal.text import errors as errors_text
from journal.text import passphrases as passphrases_text
from screens.app import JournalApp
from screens.base.wizard import Wizard, WizardStep
from screens.routes import new_screen
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class EraseStep(WizardStep):
    """Says what is erased and what stays; has a field for the passphrase and one for the word."""

    NAME = erasing_text.JOURNAL_TITLE
    NEXT_LABEL = erasing_text.JOURNAL_YES
    SKIP_LABEL = ""

    def __init__(self) -> None:
        super().__init__()
        self.now = SecretField(passphrases_text.ASK_PASSPHRASE, Secret(), id="now")
        self.word = TextField(erasing_text.JOURNAL_TYPE_WORD, id="word", max_length=40)

    def fields(self) -> Iterable[Widget]:
        yield Plain(erasing_text.JOURNAL_GOES, classes="asks")
        yield Plain(erasing_text.JOURNAL_STAYS, classes="asks")
        yield self.now
        yield self.word

    def draft_values(self) -> dict[str, object]:
        """Return nothing: neither field is kept as a draft."""
        return {}


class EraseJournal(Wizard[None]):
    """Erases the journal once the passphrase and the word are right."""

    def __init__(self) -> None:
        super().__init__("erase")
        self._busy = False

    def order(self) -> list[str]:
        return ["erase"]

    def new_step(self, name: str) -> WizardStep:
        return EraseStep()

    def answer(self, step: WizardStep) -> None:
        """Check both fields. Raises ``InvalidInput`` at the first that is not filled in."""
        assert isinstance(step, EraseStep)
        if not step.now.secret.value:
            raise InvalidInput(step.now, access_text.PASSPHRASE_NEEDED)
        if step.word.text not in ("ERASE", erasing_text.JOURNAL_WORD):
            raise InvalidInput(step.word, erasing_text.JOURNAL_WORD_DIFFERS)

    def finish(self) -> None:
        """Try the passphrase in a worker."""
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(access_text.TRYING)
            self.run_worker(self._try())

    async def _try(self) -> None:
        from journal.errors import VaultError

        step = self.query_one(EraseStep)
        wrong = access_text.PASSPHRASE_WRONG
        try:
            right = await self.app.keeper.run(partial(self.journal.opens_with, step.now.secret.value))
        except VaultError as error:
            right, wrong = False, errors_text.error_text(error)
        self._busy = False
        self.query_one(Panel).show_error("")
        if right:
            self.app.run_worker(erase_all(self.app), group="lock")
        else:
            step.now.refuse(wrong)


async def erase_all(app: JournalApp) -> None:
    """Close the journal and erase it; then show Welcome, or say what could not be erased."""
    from journal.errors import VaultError
    from journal.store.maintenance import erase

    app.timing = None
    app.action_lock()
    await app.keeper.closed()
    try:
        await app.keeper.run(partial(erase, app.path, holder="screen", clock=app.clock, anchors=app.anchors))
    except VaultError as error:
        app.notify(errors_text.error_text(error), severity="error")
        return
    app.settings = replace(app.settings, lines=[])
    app.keeper.unsaved.clear()
    welcome = new_screen("welcome")
    await app.push_screen(welcome)
    welcome.query_one(Panel).show_error(erasing_text.JOURNAL_ERASED)
