"""One line to type in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from screens.widgets.plain_text import typable


class LineInput(Input):
    """An input that drops what acts on a terminal: Textual's own would send it there when it draws the line."""

    def validate_value(self, value: str) -> str:
        """The text as one line that does nothing."""
        return typable(value)

    def _on_paste(self, event: events.Paste) -> None:
        """All lines as one, as much as there is room for: Textual's own drops all but the first, or everything."""
        event.prevent_default().stop()
        start, end = sorted(self.selection)
        text = typable(event.text)
        if self.max_length:
            text = text[: max(0, self.max_length - len(self.value) + end - start)]
        self.replace(text, start, end)
