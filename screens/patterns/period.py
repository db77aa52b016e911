"""The base of screens about a time that the arrow keys choose, as pictures or as tables."""

from __future__ import annotations

from screens.base.screen import BaseScreen
from screens.keymap import bindings


class PeriodScreen(BaseScreen[None]):
    """Base of these screens. A subclass shows the journal in ``show_journal``, as tables where ``is_table`` is true."""

    KEY_SCOPE = "patterns"
    BINDINGS = bindings(KEY_SCOPE)

    is_table = False

    def show_journal(self) -> None:
        """Show what the journal holds of the chosen time; for subclasses."""

    def action_weeks(self, step: int) -> None:
        """Show a longer or a shorter time; for subclasses."""
        raise NotImplementedError

    def action_table(self) -> None:
        """Show the numbers as tables, or as pictures again."""
        self.is_table = not self.is_table
        self.show_journal()
