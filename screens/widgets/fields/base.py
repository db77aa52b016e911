"""The questions of a form: a label, something to type or choose, and a place for what could not be understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from journal.domain.dates import parse_day, parse_time
from screens.widgets.choice import Choice
from screens.widgets.fields.line_input import LineInput
from screens.widgets.plain_text import Plain
from screens.widgets.rating import Rating

T = TypeVar("T")


class NotUnderstood(ValueError):
    """What stands in a field is no value of its kind; the message says what would be."""

    def __init__(self, field: AnyField, message: str) -> None:
        super().__init__(message)
        self.field = field


class AnyField(Vertical):
    """Base of all fields. ``written`` is what stands in it as JSON holds it; ``write`` puts that back."""

    SCOPED_CSS = False  # -narrow is the screen's
    DEFAULT_CSS = """
    AnyField { height: auto; }
    AnyField > Horizontal { height: auto; }
    AnyField .label { width: 20; padding-right: 1; color: $text-muted; }
    AnyField:focus-within .label { color: $accent; text-style: bold; }
    AnyField:focus-within:nocolor .label { text-style: bold reverse; }
    AnyField .hint { display: none; color: $text-muted; padding-left: 20; }
    AnyField:focus-within .hint.-some { display: block; }
    AnyField .complaint { display: none; color: $text-error; text-style: bold; padding-left: 20; }
    AnyField .complaint.-shown { display: block; }
    AnyField Input { width: 1fr; background: $panel; }
    .-narrow AnyField .label { width: 18; }
    .-narrow AnyField .hint, .-narrow AnyField .complaint { padding-left: 18; }
    """

    def __init__(self, label: str, control: Widget, *, id: str, hint: str = "") -> None:  # noqa: A002
        super().__init__(id=id)
        self.control = control
        self._label = label
        self._hint = hint
        self._complaint = Plain(classes="complaint")
        self._complained_of: Any = None

    def compose(self) -> ComposeResult:
        """The label beside the control, hint and complaint under it."""
        with Horizontal():
            yield Plain(self._label, classes="label")
            yield self.control
        yield Plain(self._hint, classes="hint -some" if self._hint else "hint")
        yield self._complaint

    @property
    def written(self) -> Any:
        """What stands in it, as JSON holds it; nothing where a screen reads the control itself."""
        return None

    def write(self, written: Any) -> None:
        """Put back what ``written`` gave."""

    def complain(self, sentence: str) -> None:
        """Say under it what could not be understood, until something else stands in it; nothing takes it back."""
        self._complained_of = self.written
        self._complaint.show(sentence)
        self._complaint.set_class(bool(sentence), "-shown")

    @on(LineInput.Changed)
    @on(Choice.Chosen)
    @on(Rating.Rated)
    def _answer_anew(self) -> None:
        if self.written != self._complained_of:  # a change of before the complaint may be told only now
            self.complain("")

    def focus(self, scroll_visible: bool = True) -> AnyField:
        """Focus the control."""
        self.control.focus(scroll_visible)
        return self


class TextField(AnyField):
    """One line of text."""

    def __init__(self, label: str, *, id: str, hint: str = "", placeholder: str = "", longest: int = 1000) -> None:  # noqa: A002
        self.input = LineInput(placeholder=placeholder, max_length=longest, compact=True, select_on_focus=False)
        super().__init__(label, self.input, id=id, hint=hint)

    @property
    def written(self) -> str:
        """The text as it stands."""
        return self.input.value

    def write(self, written: Any) -> None:
        """Put a text into it."""
        self.input.value = str(written)

    @property
    def text(self) -> str:
        """The text without the space around it."""
        return self.input.value.strip()


class DayField(TextField):
    """A date, typed as people type them; empty is ``None``."""

    def __init__(self, label: str, *, id: str, today: date, hint: str = "", ahead: bool = False) -> None:  # noqa: A002
        super().__init__(label, id=id, hint=hint or "today, yesterday, -3, 19 Nov, 2026-11-19")
        self.today = today
        self.ahead = ahead

    @property
    def value(self) -> date | None:
        """The date. Raises ``NotUnderstood``."""
        if not self.text:
            return None
        if (day := parse_day(self.text, self.today, ahead=self.ahead)) is None:
            raise NotUnderstood(self, "Not a date: today, yesterday, -3, 19 Nov and 2026-11-19 are understood.")
        return day

    def set_value(self, day: date | None) -> None:
        """Put a date into it."""
        self.write("" if day is None else "today" if day == self.today else day.isoformat())


class TimeField(TextField):
    """A time of day; empty is ``None``."""

    @property
    def value(self) -> time | None:
        """The time. Raises ``NotUnderstood``."""
        if not self.text:
            return None
        if (moment := parse_time(self.text)) is None:
            raise NotUnderstood(self, "Not a time of day: 19:30, 7pm and noon are understood.")
        return moment

    def set_value(self, moment: time | None) -> None:
        """Put a time into it."""
        self.write("" if moment is None else f"{moment:%H:%M}")


class NumberField(TextField):
    """A number that is not negative; empty is ``None``."""

    @property
    def value(self) -> Decimal | None:
        """The number. Raises ``NotUnderstood``."""
        if not self.text:
            return None
        try:
            number = Decimal(self.text.replace(",", "."))
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or not 0 <= number < Decimal("1e12"):
            raise NotUnderstood(self, "Not a number: 3 and 2.5 are understood.")
        return number

    def set_value(self, number: Decimal | None) -> None:
        """Put a number into it."""
        self.write("" if number is None else f"{number.normalize():f}")


class ChoiceField(AnyField, Generic[T]):
    """One of a list, or several of it."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[T, str]],
        *,
        id: str,  # noqa: A002
        many: bool = False,
        hint: str = "",
    ) -> None:
        self.choice: Choice[T] = Choice(options, many=many)
        super().__init__(label, self.choice, id=id, hint=hint)

    @property
    def written(self) -> list[int]:
        """The places of what is chosen."""
        return list(self.choice.chosen)

    def write(self, written: Any) -> None:
        """Choose by place."""
        self.choice.chosen = tuple(place for place in written if place < len(self.choice.options))

    @property
    def values(self) -> list[T]:
        """What is chosen."""
        return self.choice.values

    @property
    def value(self) -> T | None:
        """The one that is chosen, or ``None``."""
        return next(iter(self.values), None)


class RatingField(AnyField):
    """A rating from ``least`` to ``most``."""

    def __init__(self, label: str, *, id: str, least: int = 0, most: int = 10, hint: str = "") -> None:  # noqa: A002
        self.rating = Rating(least, most)
        super().__init__(label, self.rating, id=id, hint=hint)

    @property
    def written(self) -> int | None:
        """The rating, or ``None``."""
        return self.rating.value

    def write(self, written: Any) -> None:
        """Set the rating."""
        self.rating.value = written

    @property
    def value(self) -> int | None:
        """The rating, or ``None``."""
        return self.rating.value
