"""A choice from a short list: one or several, by digit or by arrows and enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from screens.keymap import bindings
from screens.widgets.question import Question
from screens.widgets.text_fit import truncate

T = TypeVar("T")

DIGITS = "1234567890"

BESIDE = 3
"""Cells of an option without its label: a sign before it, one after it, and room."""


class Choice(Question, Generic[T]):
    """``1 stress  ▐2 alone▌ ›3 Dan``: options with what is said of each; the first ten have a digit.

    A label longer than a line ends with ``…``. While the choice has the focus, ``›`` stands at the cursor and the
    digits are shown; otherwise their room stays empty, so that nothing moves. ``chosen`` holds the places of the chosen
    options, the first chosen first, at most one unless ``multiple``. ``digits`` are the keys of the options, in their
    order; with ``column`` each option has a line of its own.

    Enter chooses the option at the cursor and goes on. A digit or space goes on as well where one option is chosen;
    where several may be, only if a digit ``advances``. Choosing a chosen option again takes it back and stays. Then no
    cursor is shown, and enter chooses nothing, until an arrow moves it.
    """

    KEY_SCOPE = "choices"
    BINDINGS = bindings("choices")
    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    Choice:focus { background: $block-cursor-background; }
    """

    chosen: reactive[tuple[int, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)
    points: reactive[bool] = reactive(True)

    class Chosen(Message):
        """The person chose ``value``, or took it back."""

        def __init__(self, choice: Choice[Any], value: Any) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice[Any]:
            """The widget, for ``@on(Choice.Chosen, "#id")``."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        *,
        multiple: bool = False,
        column: bool = False,
        advances: bool = False,
        digits: str = DIGITS,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.options = list(options)
        self.multiple = multiple
        self.column = column
        self.advances = advances or not multiple
        self.digits = digits
        self.keeps_one = False
        """Whether one option is always chosen: choosing it again is an answer, too."""

    @property
    def values(self) -> list[T]:
        """What is chosen, in the order of the list."""
        return [self.options[place][0] for place in sorted(self.chosen)]

    def choose(self, *values: T) -> None:
        """Choose these, and nothing else; what is not in the list is passed over."""
        self.chosen = tuple(place for place, (value, _) in enumerate(self.options) if value in values)
        self.cursor = self.chosen[0] if self.chosen else 0

    def offer(self, options: Sequence[tuple[T, str]]) -> None:
        """Replace the options; what was chosen stays where it is still offered."""
        values = self.values
        self.options = list(options)
        self.choose(*values)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options take."""
        return max(1, len(self.rows(width)))

    def render(self) -> Content:
        """The options, wrapped between words of no option."""
        return Content("\n").join(self.rows(self.content_size.width))

    def rows(self, width: int) -> list[Content]:
        """Return the lines of at most ``width`` cells that all options together take."""
        rows: list[list[Content]] = []
        room = 0
        for place in range(len(self.options)):
            option = self._option(place, width)
            if self.column or option.cell_length > room:
                rows.append([])
                room = width
            rows[-1].append(option)
            room -= option.cell_length
        return [Content("").join(row) for row in rows]

    def _option(self, place: int, width: int) -> Content:
        key = f"{self.digits[place]} " if place < len(self.digits) else ""
        room, digit = ("", key) if self.has_focus else (" " * len(key), "")
        label = digit + truncate(self.options[place][1], width - len(key) - BESIDE)
        cursor = "›" if place == self.cursor and self.has_focus and self.points else ""
        if place in self.chosen:
            return Content.assemble(
                room, (cursor or "▐", "$accent"), (label, "$accent bold reverse"), ("▌ ", "$accent")
            )
        return Content.assemble(room, (cursor or " ", "$accent bold"), label, "  ")

    def on_key(self, event: events.Key) -> None:
        """Choose by digit, or take the choice back."""
        if (
            event.character
            and event.character in self.digits
            and (place := self.digits.index(event.character)) < len(self.options)
        ):
            event.stop()
            self._toggle(place)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.points = True

    def action_left(self) -> None:
        """Move to the option before."""
        self._move(-1)

    def action_right(self) -> None:
        """Move to the option after."""
        self._move(1)

    def _move(self, way: int) -> None:
        if self.points:
            self.cursor = min(max(0, self.cursor + way), max(0, len(self.options) - 1))
        self.points = True

    def action_mark(self) -> None:
        """Choose the option at the cursor, or take it back."""
        if self.options:
            self._toggle(self.cursor)

    def action_answer(self) -> None:
        """Choose the option at the cursor, if it is not chosen yet, and go on."""
        if self.options and self.points and self.cursor not in self.chosen:
            self._choose(self.cursor)
        self.go_on(is_final=True)

    def _toggle(self, place: int) -> None:
        self.cursor = place
        if place in self.chosen and not self.keeps_one:
            self.chosen = tuple(other for other in self.chosen if other != place)
            self.points = False
            self._tell(place)
        else:
            self.points = True
            self._choose(place)
            if self.advances:
                self.go_on(is_final=False)

    def _choose(self, place: int) -> None:
        self.chosen = (*self.chosen, place) if self.multiple else (place,)
        self._tell(place)

    def _tell(self, place: int) -> None:
        self.post_message(self.Chosen(self, self.options[place][0]))
