"""One line to type in."""

from __future__ import annotations

from textual.widgets import Input

from screens.widgets.plain import typable


class LineInput(Input):
    """An input that drops what acts on a terminal: Textual's own would send it there when it draws the line."""

    def validate_value(self, value: str) -> str:
        """The text as one line that does nothing."""
        return typable(value)
