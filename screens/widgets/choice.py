"""A choice from a short list: one or several, by digit or by arrows and space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.keys import bindings
from screens.widgets.plain import line

T = TypeVar("T")

DIGITS = "1234567890"
LONGEST = 40


class Choice(Widget, Generic[T], can_focus=True):
    """``1 stress  ▐2 alone▌  3 Dan``: options with what is said of each; the first ten have a digit.

    ``chosen`` holds the places of the chosen options, the first chosen first, at most one unless ``many``. ``digits``
    are the keys of the options, in their order; with ``column`` each option has a line of its own.
    """

    WHERE = "choices"
    BINDINGS = bindings("choices")
    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; }
    Choice:focus { background: $accent 15%; }
    """

    chosen: reactive[tuple[int, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """The person chose otherwise."""

        def __init__(self, choice: Choice[Any]) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice[Any]:
            """The widget, for ``@on(Choice.Chosen, "#id")``."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        *,
        many: bool = False,
        column: bool = False,
        digits: str = DIGITS,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.options = list(options)
        self.many = many
        self.column = column
        self.digits = digits

    @property
    def values(self) -> list[T]:
        """What is chosen, in the order of the list."""
        return [self.options[place][0] for place in sorted(self.chosen)]

    def choose(self, *values: T) -> None:
        """Choose these, and nothing else; what is not in the list is passed over."""
        self.chosen = tuple(place for place, (value, _) in enumerate(self.options) if value in values)
        self.cursor = self.chosen[0] if self.chosen else 0

    def offer(self, options: Sequence[tuple[T, str]]) -> None:
        """Other options in their place; what was chosen stays where it is still offered."""
        values = self.values
        self.options = list(options)
        self.choose(*values)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options take."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """The options, wrapped between words of no option."""
        rows = [Content("").join(self._option(place) for place in row) for row in self._lines(self.content_size.width)]
        return Content("\n").join(rows)

    def _label(self, place: int) -> str:
        digit = f"{self.digits[place]} " if place < len(self.digits) else ""
        room = self.content_size.width - len(digit) - 3 if self.column else LONGEST
        return digit + line(self.options[place][1], room)

    def _option(self, place: int) -> Content:
        label = self._label(place)
        style = "underline" if place == self.cursor and self.has_focus else ""
        if place in self.chosen:
            return Content.assemble(("▐", "$accent"), (label, f"$accent bold reverse {style}"), ("▌ ", "$accent"))
        return Content.assemble(" ", (label, style), "  ")

    def _lines(self, width: int) -> list[list[int]]:
        if self.column:
            return [[place] for place in range(len(self.options))]
        rows: list[list[int]] = []
        room = 0
        for place in range(len(self.options)):
            needed = len(self._label(place)) + 3
            if needed > room:
                rows.append([])
                room = width
            rows[-1].append(place)
            room -= needed
        return rows

    def on_key(self, event: events.Key) -> None:
        """A digit chooses, or takes back."""
        if (
            event.character
            and event.character in self.digits
            and (place := self.digits.index(event.character)) < len(self.options)
        ):
            event.stop()
            self._toggle(place)

    def action_left(self) -> None:
        """To the option before."""
        self.cursor = max(0, self.cursor - 1)

    def action_right(self) -> None:
        """To the option after."""
        self.cursor = min(len(self.options) - 1, self.cursor + 1)

    def action_mark(self) -> None:
        """Choose the option under the cursor, or take it back."""
        if self.options:
            self._toggle(self.cursor)

    def action_on(self) -> None:
        """On to what comes next."""
        self.screen.focus_next()

    def action_before(self) -> None:
        """Back to what was before."""
        self.screen.focus_previous()

    def _toggle(self, place: int) -> None:
        self.cursor = place
        if place in self.chosen:
            self.chosen = tuple(other for other in self.chosen if other != place)
        else:
            self.chosen = (*self.chosen, place) if self.many else (place,)
        self.post_message(self.Chosen(self))
