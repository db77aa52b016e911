"""Asks which focus a craving was about that was written while locked and names one the journal does not have."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from journal.domain.focuses import Focus
from journal.text import inbox as inbox_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.choice import Choice
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class WhichFocus(BaseScreen[str]):
    """Answers with the uid of the chosen focus, with an empty string for none of them, and with None on esc."""

    KEY_SCOPE = "which focus"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#focus"

    def __init__(self, *, label: str, focuses: Sequence[Focus]) -> None:
        super().__init__()
        self._label = label
        self._options = [*((focus.uid, focus.label) for focus in focuses), ("", inbox_text.NONE_OF_THESE)]

    def body(self) -> ComposeResult:
        with Panel(inbox_text.INBOX_NAME, inbox_text.INBOX_BACK):
            yield Plain(inbox_text.which_focus(self._label))
            yield Choice(self._options, column=True, id="focus")

    @on(Choice.Chosen)
    def answer(self, message: Choice.Chosen) -> None:
        """Answer with what was chosen."""
        self.dismiss(message.value)
