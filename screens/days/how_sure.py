"""Asks how sure the person is of several days that they fill in later."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.domain.filling_in import Sureness
from journal.text import days as days_text
from journal.text import inbox as inbox_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.choice import Choice
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class HowSure(BaseScreen[int]):
    """Answers with the level, with 0 where the question is skipped, and with None on esc: then nothing is saved."""

    KEY_SCOPE = "how sure"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#level"

    def body(self) -> ComposeResult:
        levels = [(level, days_text.sureness_label(level)) for level in Sureness]
        with Panel(days_text.FILL_IN_TITLE, inbox_text.INBOX_BACK):
            yield Plain(days_text.HOW_SURE)
            yield Choice([*levels, (0, days_text.NOT_ASKED)], column=True, id="level")

    @on(Choice.Chosen)
    def answer(self, message: Choice.Chosen) -> None:
        """Answer with what was chosen."""
        self.dismiss(message.value)
