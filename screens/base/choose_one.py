"""Asks for one thing of a list, on a screen of its own: one key answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult

from journal.text import inbox as inbox_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.widgets.choice import Choice
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class ChooseOne(BaseScreen[Any]):
    """Answers with the value of the chosen option, and with None on esc; no value may be None."""

    KEY_SCOPE = "choosing one"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#options"

    def __init__(self, *, title: str, question: str, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self._title, self._question, self._options = title, question, options

    def body(self) -> ComposeResult:
        with Panel(self._title, inbox_text.INBOX_BACK):
            yield Plain(self._question)
            yield Choice(self._options, column=True, id="options")

    @on(Choice.Chosen)
    def answer(self, message: Choice.Chosen) -> None:
        """Answer with what was chosen."""
        self.dismiss(message.value)
