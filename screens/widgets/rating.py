"""The one widget for a rating: a row of digits, chosen by a digit or the arrows."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.keymap import bindings
from screens.widgets.question import Question

FULL: Final = "▰"
EMPTY: Final = "▱"
"""The parts of the bar that an unfocused rating shows."""

GAP: Final = 2
"""Cells between the digits and ``anchors``."""


class Rating(Question):
    """``0  1  2 ▐3▌ 4 …`` with the focus, else ``▰▰▰▱▱▱▱▱▱▱  3``; ``value`` is ``None`` until something is chosen.

    A digit chooses and goes on. ``1`` waits where 10 can be chosen: ``0`` makes it 10, enter keeps it at 1, and any
    other digit is chosen in its place. ``anchors`` says what the lowest and the highest mean (``0 none, 10 worst``); it
    stands beside the digits where there is room, and else the field shows it under them.
    """

    KEY_SCOPE = "ratings"
    BINDINGS = bindings("ratings")
    DEFAULT_CSS = """
    Rating { height: 1; width: 1fr; }
    Rating:focus { background: $block-cursor-background; }
    """

    value: reactive[int | None] = reactive(None)

    class Rated(Message):
        """Another value was chosen by the person."""

        def __init__(self, rating: Rating, value: int) -> None:
            super().__init__()
            self.rating = rating
            self.value = value

        @property
        def control(self) -> Rating:
            """The widget, for ``@on(Rating.Rated, "#id")``."""
            return self.rating

    def __init__(
        self,
        minimum: int = 0,
        maximum: int = 10,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
        anchors: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.anchors = anchors
        self.minimum = minimum
        self.maximum = maximum
        self._one_typed = False

    def render(self) -> Content:
        """The digits, the chosen one between bars: by shape, not by colour alone; without the focus, a bar."""
        if not self.has_focus:
            full = self.value or 0
            number = "" if self.value is None else f"  {self.value}"
            return Content.assemble((FULL * full, "$accent"), EMPTY * (self.maximum - full), (number, "bold"))
        digits = Content("").join(self._digit(number) for number in range(self.minimum, self.maximum + 1))
        room = self.content_size.width - digits.cell_length - GAP
        return Content.assemble(digits, " " * GAP, (self.anchors, "$foreground-muted")) if self._fits(room) else digits

    def _fits(self, room: int) -> bool:
        return bool(self.anchors) and len(self.anchors) < room

    def _digit(self, number: int) -> Content:
        if number == self.value:
            return Content.assemble((f"▐{number}▌", "$accent bold reverse"))
        return Content(f" {number} ")

    def on_key(self, event: events.Key) -> None:
        """Choose by digit; ``0`` right after ``1`` makes it 10."""
        if event.character is None or event.character not in "0123456789":
            self._one_typed = False
            return
        event.stop()
        number = int(event.character)
        if number == 0 and self._one_typed:
            number = 10
        if not self.minimum <= number <= self.maximum:
            return
        self._one_typed = number == 1 and self.maximum >= 10
        self._choose(number)
        if not self._one_typed:
            self.go_on(is_final=False)

    def on_blur(self) -> None:
        """Forget a typed ``1``: a ``0`` after coming back is a 0."""
        self._one_typed = False

    def action_less(self) -> None:
        """Choose one less."""
        self._choose(self.minimum if self.value is None else self.value - 1)

    def action_more(self) -> None:
        """Choose one more."""
        self._choose(self.minimum if self.value is None else self.value + 1)

    def action_answer(self) -> None:
        """Keep the answer, if there is one, and go on."""
        self.go_on(is_final=True)

    def _choose(self, number: int) -> None:
        if self.minimum <= number <= self.maximum and number != self.value:
            self.value = number
            self.post_message(self.Rated(self, number))
