"""The whole journal erased from this computer: the passphrase and one typed word, then Welcome."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from msgspec.structs import replace
from textual.widget import Widget

from journal.text import errors as errors_text
from screens.app import JournalApp
from screens.base.wizard import Wizard, WizardStep
from screens.routes import new_screen
from screens.security.rotate_key import NEEDED, TRYING, WRONG
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

WORD: Final = "ERASE"
GOES: Final = (
    "The journal, its three earlier copies, what this computer noted of it, the emergency card and safety lines of "
    "your own are erased. Nothing brings them back, neither the passphrase nor the recovery words."
)
STAYS: Final = (
    "Copies that you or other programs made stay. The keys are overwritten first; a disk of today (SSD) may keep old "
    "blocks for a while, and who has those and the passphrase could read them."
)


class EraseStep(WizardStep):
    """What goes, what stays, and two fields."""

    NAME = "erase the journal"
    GO_ON = "Erase the journal"
    SKIP = ""

    def __init__(self) -> None:
        super().__init__()
        self.now = SecretField("Passphrase", Secret(), id="now")
        self.word = TextField(f"Type {WORD}", id="word", max_length=40)

    def fields(self) -> Iterable[Widget]:
        """The two paragraphs, the passphrase and the word."""
        yield Plain(GOES, classes="asks")
        yield Plain(STAYS, classes="asks")
        yield self.now
        yield self.word

    def written(self) -> dict[str, object]:
        """Nothing of it is kept."""
        return {}


class EraseJournal(Wizard[None]):
    """One step. Nothing is touched before both fields are right."""

    def __init__(self) -> None:
        super().__init__("erase")
        self._busy = False

    def order(self) -> list[str]:
        """One step."""
        return ["erase"]

    def new_step(self, name: str) -> WizardStep:
        """The step."""
        return EraseStep()

    def answer(self, step: WizardStep) -> None:
        """Raises ``InvalidInput`` at the field that is not filled in."""
        assert isinstance(step, EraseStep)
        if not step.now.secret.value:
            raise InvalidInput(step.now, NEEDED)
        if step.word.text != WORD:
            raise InvalidInput(step.word, f"Type {WORD} in capitals, so that nothing is erased by chance.")

    def finish(self) -> None:
        """Try the passphrase, beside the screen."""
        if not self._busy:
            self._busy = True
            self.query_one(Panel).show_error(TRYING)
            self.run_worker(self._try())

    async def _try(self) -> None:
        from journal.errors import VaultError

        step = self.query_one(EraseStep)
        wrong = WRONG
        try:
            right = await self.app.keeper.do(partial(self.journal.opens_with, step.now.secret.value))
        except VaultError as error:
            right, wrong = False, errors_text.error_text(error)
        self._busy = False
        self.query_one(Panel).show_error("")
        if right:
            self.app.run_worker(erase_all(self.app), group="lock")
        else:
            step.now.refuse(wrong)


async def erase_all(app: JournalApp) -> None:
    """Close the journal and erase it; then begin anew, or say what could not be erased."""
    from journal.errors import VaultError
    from journal.store.maintenance import erase

    app.timing = None
    app.action_lock()
    await app.keeper.closed()
    try:
        await app.keeper.do(partial(erase, app.path, holder="screen", clock=app.clock, anchors=app.anchors))
    except VaultError as error:
        app.tell(errors_text.error_text(error), wrong=True)
        return
    app.settings = replace(app.settings, lines=[])
    app.keeper.unsaved.clear()
    welcome = new_screen("welcome")
    await app.push_screen(welcome)
    welcome.query_one(Panel).show_error("The journal is erased from this computer.")
