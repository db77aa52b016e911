"""The field for text of any length."""

from __future__ import annotations

from typing import Any, Final, Unpack

from rich.text import Text
from textual import events, on
from textual.widgets import TextArea

from journal.text import fields as fields_text
from screens.keymap import bindings
from screens.widgets.fields.base import Field, FieldOptions
from screens.widgets.plain_text import sanitize, writable

LONGEST_WRAPPED: Final = 20_000
"""Characters in one line from which on lines are not wrapped: wrapping a line of 1 MB takes a second a key."""


OF_THE_FORM: Final = ("f6", "f7")
"""Keys that select in a ``TextArea``, and mean something else on the forms around it."""


class Writing(TextArea):
    """A text area that shows every character as one that does nothing, and stays quick with 1 MB in it.

    The scrollbar always has its place: a ``TextArea`` (8.2.8) whose scrollbar goes while an undo shortens the text
    looks for its cursor in a line that is no more, and raises.
    """

    KEY_SCOPE = "writing"
    BINDINGS = bindings("writing")
    DEFAULT_CSS = """
    Writing {
        border: none; padding: 0; background: $panel; overflow-x: auto; overflow-y: scroll;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; scrollbar-background: $panel;
        &:focus { border: none; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(compact=True, highlight_cursor_line=False, placeholder=placeholder)
        for key in OF_THE_FORM:
            self._bindings.key_to_bindings.pop(key, None)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn; a character that acts on a terminal is drawn as ``·``, one for one."""
        line = self.document.get_line(line_index)
        shown = "\t".join(sanitize(part, len(part)) for part in line.split("\t"))
        return Text(shown, end="", no_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        """Leave out control characters: Textual counts no cell for one, and would draw the cursor too far left."""
        event.text = writable(event.text)

    def action_first(self) -> None:
        """Move to where the text begins."""
        self.move_cursor(self.document.start)

    def action_last(self) -> None:
        """Move to where the text ends."""
        self.move_cursor(self.document.end)

    @on(TextArea.Changed)
    def _wrap(self) -> None:
        self.soft_wrap = max(map(len, self.document.lines), default=0) <= LONGEST_WRAPPED


class WritingField(Field):
    """Lines of text; enter begins another, tab goes on."""

    DEFAULT_CSS = """
    WritingField Writing { height: 3; width: 1fr; }
    """

    def __init__(self, label: str, *, id: str, placeholder: str = "", **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        self.area = Writing(placeholder)
        hint = options.get("hint", "")
        options["hint"] = f"{hint} · {fields_text.TAB_NEXT}" if hint else fields_text.TAB_NEXT
        super().__init__(label, self.area, id=id, **options)

    @property
    def draft_value(self) -> str:
        """The text as it is typed."""
        return self.area.text

    def fill(self, value: Any) -> None:
        """Put a text into it."""
        self.area.load_text(str(value))
        self.area.action_last()

    @property
    def text(self) -> str:
        """The text without the space around it."""
        return self.area.text.strip()

    @property
    def value(self) -> Any:
        """The text; in a subclass what it stands for."""
        return self.text

    @property
    def lines(self) -> list[str]:
        """The lines that say something, without the space around them."""
        return [line for written in self.area.text.splitlines() if (line := written.strip())]

    @on(TextArea.Changed)
    def _write_anew(self) -> None:
        self._answer_anew()


class LinesField(WritingField):
    """A list of texts, one to a line."""

    @property
    def value(self) -> list[str]:
        """The lines that say something."""
        return self.lines

    def from_record(self, value: list[str]) -> None:
        """Show one text to a line."""
        self.fill("\n".join(value))
