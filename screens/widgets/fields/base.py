"""The base of all fields: a label, something to type or choose, and a place for errors.

Forms and steps show fields; ``screens.base.form`` reads records from them. A field knows the name of an attribute,
never a record, so any form can use it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypedDict, Unpack

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from screens.keys_shown import in_keys_of
from screens.widgets.choice import Choice
from screens.widgets.plain_text import Plain, strip_control
from screens.widgets.rating import Rating


class LineInput(Input):
    """An input that drops what acts on a terminal: Textual's own would send it there when it draws the line."""

    def validate_value(self, value: str) -> str:
        """Return the text as one line without control characters."""
        return strip_control(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Paste all lines as one, as far as there is room: Textual's own drops all but the first, or everything."""
        event.prevent_default().stop()
        start, end = sorted(self.selection)
        text = strip_control(event.text)
        if self.max_length:
            text = text[: max(0, self.max_length - len(self.value) + end - start)]
        self.replace(text, start, end)


class InvalidInput(ValueError):
    """What stands in a field is no value of its kind; the message says what would be."""

    def __init__(self, field: Field, message: str) -> None:
        super().__init__(message)
        self.field = field


class FieldOptions(TypedDict, total=False):
    """What a form may say of any field.

    ``hint`` stands under the field while it has the focus. ``attribute`` names the attribute of the record that the
    field shows: its ``id`` unless given, and ``None`` for a field that shows none. ``required`` is the sentence for a
    field left empty; ``empty`` is what the record holds then, where that is allowed. ``check`` takes the value of the
    field, and returns the sentence for a value that is not allowed, else ``""``.
    """

    hint: str
    attribute: str | None
    required: str
    empty: Any
    check: Callable[[Any], str]


class Field(Vertical):
    """Base of all fields. ``draft_value`` is its content as JSON holds it; ``fill`` sets it from that.

    A subclass says what its ``value`` is, and overrides ``from_record`` where ``fill`` doesn't take that.
    """

    SCOPED_CSS = False  # -narrow is the screen's
    DEFAULT_CSS = """
    Field, Field:focus-within { height: auto; } /* the field has to be named: Textual styles it alone again then */
    Field > Horizontal { height: auto; }
    Field .label { width: 20; padding-right: 1; color: $text-muted; }
    Field:focus-within .label { color: $accent; text-style: bold; }
    Field:focus-within:nocolor .label, Field:focus-within:ansi .label { text-style: bold reverse; }
    Field .hint { display: none; color: $text-muted; padding-left: 20; }
    Field.-brief Input { width: 13; }
    Field.-brief .hint { width: 1fr; height: auto; padding-left: 1; }
    Field:focus-within .hint.-some { display: block; }
    Field .complaint { display: none; color: $text-error; text-style: bold; padding-left: 20; }
    Field .complaint.-shown { display: block; }
    Field Input { width: 1fr; background: $panel; }
    .-narrow Field:focus-within .hint.-anchors { display: block; }
    .-narrow Field .label { width: 18; }
    .-narrow Field .hint, .-narrow Field .complaint { padding-left: 18; }
    .-narrow Field.-brief .hint { padding-left: 1; }
    .-slim Field > Horizontal { layout: vertical; }
    .-slim Field .label, .-slim Field.-brief Input { width: 1fr; }
    .-slim Field .hint, .-slim Field .complaint { padding-left: 1; }
    """

    BRIEF: ClassVar[bool] = False
    """Whether little is typed here: then the hint stands to the right, and what is below stays where it is."""

    def __init__(self, label: str, control: Widget, *, id: str, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        super().__init__(id=id, classes="-brief" if self.BRIEF else None)
        self.control = control
        self.attribute = options.get("attribute", id)
        self._label = label
        self._hint = options.get("hint", "")
        self._options = options
        self._complaint = Plain(classes="complaint")
        self._complained_of: Any = None

    def compose(self) -> ComposeResult:
        anchors = self.control.anchors if isinstance(self.control, Rating) else ""
        shown = "-some" if self._hint else "-anchors" if anchors else ""
        hint = Plain(in_keys_of(self.app, self._hint) or anchors, classes=f"hint {shown}".strip())
        with Horizontal():
            yield Plain(self._label, classes="label")
            yield self.control
            yield from self.beside()
            if self.BRIEF:
                yield hint
        if not self.BRIEF:
            yield hint
        yield self._complaint

    @on(events.DescendantFocus)
    def show_label(self) -> None:
        """With zoomed text the label stands above what has the focus: bring it into view, too."""
        if self.screen.has_class("-slim"):
            self.call_after_refresh(self.scroll_visible, animate=False)

    def beside(self) -> ComposeResult:
        """Yield what stands to the right of the control; most fields have nothing there."""
        yield from ()

    @property
    def draft_value(self) -> Any:
        """The content as JSON holds it; ``None`` where a screen reads the control itself."""
        return None

    def fill(self, value: Any) -> None:
        """Set the content from what ``draft_value`` returned."""

    def from_record(self, value: Any) -> None:
        """Show the value of the record's attribute."""
        self.fill(value)

    def to_record(self) -> Any:
        """Return the value for the record's attribute, empty or not. Raises ``InvalidInput`` for what is no value."""
        return self.value

    @property
    def value(self) -> Any:
        """What is typed or chosen here. Raises ``InvalidInput``."""
        return self.draft_value

    def answer(self) -> Any:
        """Return the value for the record. Raises ``InvalidInput`` where it is missing or not allowed."""
        value, options = self.to_record(), self._options
        if value in (None, "", []):
            if "required" in options:
                raise InvalidInput(self, options["required"])
            value = options.get("empty", value)
        if "check" in options and (problem := options["check"](value)):
            raise InvalidInput(self, problem)
        return value

    def _content(self) -> Any:
        """Return what a complaint is about: it is gone once this differs."""
        return self.draft_value

    def show_error(self, sentence: str) -> None:
        """Say under it what could not be understood, until something else stands in it; nothing takes it back."""
        self._complained_of = self._content()
        self._complaint.show(sentence)
        self._complaint.set_class(bool(sentence), "-shown")

    @on(LineInput.Changed)
    @on(Choice.Chosen)
    @on(Rating.Rated)
    def _answer_anew(self) -> None:
        if self._content() != self._complained_of:  # the message about an earlier change may arrive only now
            self.show_error("")

    def focus(self, scroll_visible: bool = True) -> Field:
        """Focus the control."""
        self.control.focus(scroll_visible)
        return self


class TextField(Field):
    """One line of text."""

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        placeholder: str = "",
        max_length: int = 1000,
        **options: Unpack[FieldOptions],
    ) -> None:
        self.input = LineInput(placeholder=placeholder, max_length=max_length, compact=True, select_on_focus=False)
        super().__init__(label, self.input, id=id, **options)

    @property
    def draft_value(self) -> str:
        """The text as it is typed."""
        return self.input.value

    def fill(self, value: Any) -> None:
        """Put a text into it."""
        self.input.value = str(value)

    @property
    def text(self) -> str:
        """The text without the space around it."""
        return self.input.value.strip()

    @property
    def value(self) -> Any:
        """The text; in a subclass what it stands for. Raises ``InvalidInput``."""
        return self.text
