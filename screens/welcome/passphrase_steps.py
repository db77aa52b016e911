"""The wizard steps of Welcome that ask for a passphrase."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from journal.passphrase_length import asks_for_help
from journal.text import onboarding as onboarding_text
from journal.text import unlock as unlock_text
from journal.text import welcome as welcome_text
from screens.base.wizard import WizardStep
from screens.widgets.fields.new_passphrase import NewPassphrase
from screens.widgets.plain_text import Plain


class PassphraseStep(WizardStep):
    """Says what the journal is, and asks for a passphrase; ``made``: there is a journal, and another may be chosen.

    ``offered`` are the six words: they are the same each time the step is shown, as they may be on paper already.
    """

    NAME = onboarding_text.PASSPHRASE_TITLE
    SKIP_LABEL = ""

    def __init__(self, *, made: bool, offered: str) -> None:
        super().__init__()
        self.made = made
        self.new = NewPassphrase(optional=made, offered=offered)

    def fields(self) -> Iterable[Widget]:
        if self.made:
            yield Plain(welcome_text.MADE, classes="asks")
        else:
            yield Plain(unlock_text.SAFE_FIRST, classes="title")
            yield Plain(unlock_text.SCREEN_READER, classes="muted")
            yield Plain(onboarding_text.WHAT_IT_IS)
            yield Plain(onboarding_text.STAYS_HERE, classes="title")
            yield Plain(onboarding_text.NO_RESET, classes="asks")
        yield self.new

    @on(Input.Submitted)
    async def show_helplines(self, message: Input.Submitted) -> None:
        """Show the helplines to who types ``help``, and clear it: it is no passphrase."""
        if asks_for_help(message.value):
            message.stop()
            message.input.clear()
            await self.app.run_action("safety")


class FirstStep(PassphraseStep):
    """Offers to restore a copy, too: there may be a journal elsewhere."""

    SKIP_LABEL = onboarding_text.I_HAVE_A_COPY
