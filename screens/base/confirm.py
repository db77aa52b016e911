"""A question before something that can't be undone easily."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from journal.text import forms as forms_text
from screens.keymap import bindings
from screens.keys_shown import rows_in
from screens.widgets.plain_text import Plain


class Confirm(ModalScreen[bool]):
    """Answers ``True`` for yes, ``False`` for no and ``None`` for esc; no has the focus. Shown through ``app.ask``."""

    KEY_SCOPE = "dialogs"
    BINDINGS = bindings("dialogs")
    DEFAULT_CSS = """
    Confirm { align: center middle; }
    Confirm > Vertical {
        width: 56; max-width: 90%; height: auto; border: round $accent; padding: 1 2; background: $surface;
    }
    Confirm Horizontal { height: auto; align-horizontal: center; margin-top: 1; }
    Confirm Button { margin: 0 1; }
    """

    def __init__(self, *, question: str, yes: str, no: str = forms_text.NO, detail: str = "") -> None:
        super().__init__()
        self._words = (question, yes, no, detail)

    def compose(self) -> ComposeResult:
        question, yes, no, detail = self._words
        keys = {key.action: key.display for key in rows_in(self.app, [self.KEY_SCOPE])}
        with Vertical():
            yield Plain(question)
            if detail:
                yield Plain(detail, classes="muted")
            with Horizontal():
                for name, label in (("no", no), ("yes", yes)):
                    yield Button(f"{keys[name]}  {label}", id=name, compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the pressed button."""
        self.dismiss(event.button.id == "yes")

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave it."""
        self.dismiss(False)

    def action_cancel(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
