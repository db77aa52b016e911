"""Another passphrase."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult

from journal.domain.record import Record
from screens.sheet import Sheet
from screens.widgets.new_passphrase import NewPassphrase
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.yes_no import YesNoField

EARLIER = (
    "Earlier copies of the file are kept beside it. They still open with the passphrase of before, unless they are "
    "forgotten here; copies you made elsewhere do so in any case. Recovery words keep working."
)
DERIVING = "Making the new key. This takes a few seconds."
CHANGED = "The new passphrase is set."


class PassphraseSheet(Sheet):
    """Typed twice; nothing changes before ctrl+s."""

    NAME = "passphrase"
    ROUTE = "passphrase"

    def fields(self) -> ComposeResult:
        """The new one, and what becomes of earlier copies."""
        yield NewPassphrase()
        yield Plain(EARLIER, classes="muted")
        yield YesNoField("Forget them", id="forget", usual=False)

    def on_mount(self) -> None:
        """Nothing is half-typed yet."""
        super().on_mount()
        self._busy = False

    def records(self) -> tuple[Record, ...]:
        """Nothing for the journal; only whether the passphrase is understood."""
        self._new = self.query_one(NewPassphrase).value
        return ()

    def hand_over(self) -> None:
        """Change it, beside the screen."""
        if not self._busy:
            self._busy = True
            self.query_one(Panel).complain(DERIVING)
            self.app.run_worker(self._change(self._new, self.query_one("#forget", YesNoField).yes), group="journal")

    async def _change(self, new: str, forget: bool) -> None:
        from journal.book import VaultError

        app = self.app
        change = partial(self.journal.set_passphrase, new, forget_generations=forget, **app.new_key_options)
        try:
            await app.keeper.do(change)
        except VaultError as error:
            self._busy = False
            app.tell(f"{error} The passphrase is as before.", wrong=True)
            if self.is_mounted:
                self.query_one(Panel).complain(str(error))
            return
        app.tell(CHANGED)
        if self.is_active:
            self.left()
