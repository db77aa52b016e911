"""The steps about keys: a passphrase, the 24 recovery words, and two of them asked back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from journal.text import onboarding as onboarding_text
from screens.base.wizard import WizardStep
from screens.widgets.fields.new_passphrase import NewPassphrase
from screens.widgets.plain_text import Plain

MADE = "The journal is made. Go on, or type another passphrase twice to have that one instead."


class PassphraseStep(WizardStep):
    """What this is, and the passphrase; ``made`` once there is a journal, which then has one."""

    NAME = "journal"
    SKIP = ""

    def __init__(self, *, made: bool) -> None:
        super().__init__()
        self.made = made
        self.new = NewPassphrase(optional=made)

    def fields(self) -> Iterable[Widget]:
        """What it is, that nobody can reset it, and the two fields."""
        if self.made:
            yield Plain(MADE, classes="asks")
        else:
            yield Plain(onboarding_text.WHAT_IT_IS)
            yield Plain(onboarding_text.STAYS_HERE, classes="title")
            yield Plain(onboarding_text.NO_RESET, classes="asks")
        yield self.new


class FirstStep(PassphraseStep):
    """The same where there may be a journal already, elsewhere."""

    SKIP = "I have a copy"
