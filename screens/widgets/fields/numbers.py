"""Fields for numbers: any, whole ones, amounts with a unit, the steps of a taper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, Unpack

from textual import on
from textual.app import ComposeResult

from journal.date_order import is_month_first
from journal.domain.focus_goals import format_taper, parse_taper
from journal.domain.focuses import TaperStep
from journal.domain.savings import parse_minutes
from journal.domain.uses import Amount, format_amount, parse_amount
from journal.text import amounts as amounts_text
from journal.text import fields as fields_text
from journal.text import slips as slips_text
from screens.widgets.fields.base import FieldOptions, InvalidInput, LineInput, TextField
from screens.widgets.plain_text import Plain

MINUTES_OF_A_DAY: Final = 1440


class NumberField(TextField):
    """A number that is not negative; empty is ``None``."""

    BRIEF = True

    @property
    def value(self) -> Decimal | None:
        """The number. Raises ``InvalidInput``."""
        if not self.text:
            return None
        try:
            number = Decimal(self.text.replace(",", "."))
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or not 0 <= number < Decimal("1e12"):
            raise InvalidInput(self, fields_text.NOT_A_NUMBER)
        return number

    def from_record(self, number: Decimal | int | None) -> None:
        """Show a number."""
        self.fill("" if number is None else f"{Decimal(number).normalize():f}")


class WholeField(NumberField):
    """A whole number from ``minimum`` to ``maximum``; it has to be there, unless it is ``optional``."""

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        minimum: int,
        maximum: int,
        optional: bool = False,
        **options: Unpack[FieldOptions],
    ) -> None:
        options.setdefault("hint", fields_text.between(minimum, maximum))
        super().__init__(label, id=id, **options)
        self._minimum, self._maximum, self._optional = minimum, maximum, optional

    def to_record(self) -> int | None:
        """Return the number. Raises ``InvalidInput``."""
        number = self.value
        if number is None and self._optional:
            return None
        if number is None or number != int(number) or not self._minimum <= number <= self._maximum:
            refused = fields_text.whole_number(self._minimum, self._maximum, optional=self._optional)
            raise InvalidInput(self, refused)
        return int(number)


class MinutesField(NumberField):
    """Minutes, at most a day of them; what is behind the point is dropped, and empty is ``None``."""

    def to_record(self) -> int | None:
        """Return the minutes. Raises ``InvalidInput``."""
        minutes = self.value
        if minutes is not None and minutes > MINUTES_OF_A_DAY:
            raise InvalidInput(self, fields_text.TOO_MANY_MINUTES)
        return None if minutes is None else int(minutes)


class AmountField(TextField):
    """A number and, where it is said, of what; empty is ``None``. What was understood stands beside it at once.

    The placeholder is the unit of a number alone.
    """

    DEFAULT_CSS = """
    AmountField Input { width: 20; }
    AmountField .understood { width: 1fr; height: 1; padding-left: 1; color: $text-muted; }
    """

    def __init__(self, label: str, *, id: str, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        super().__init__(label, id=id, **options)
        self._understood = Plain(classes="understood")

    def beside(self) -> ComposeResult:
        yield self._understood

    def on_mount(self) -> None:
        """Show what was understood whenever the amount or its unit changes."""
        self.watch(self.input, "value", self.show_understood)
        self.watch(self.input, "placeholder", self.show_understood)

    def show_understood(self) -> None:
        """Show the amount with its unit; nothing while it can't be understood."""
        amount = parse_amount(self.text) if self.text else None
        said = format_amount(amount.number, amount.unit or str(self.input.placeholder)) if amount else ""
        self._understood.show(said)

    @property
    def value(self) -> Amount | None:
        """The amount. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (amount := parse_amount(self.text)) is None:
            raise InvalidInput(self, slips_text.SLIP_AMOUNT)
        return amount

    def set_value(self, number: Decimal | None, unit: str) -> None:
        """Put an amount into it."""
        self.fill("" if number is None else format_amount(number, unit))


class DurationField(AmountField):
    """A time with its unit, ``90 min`` or ``2 h``, in minutes; empty is ``None``. What was understood stands beside it.

    A number alone is refused: it may be minutes or hours.
    """

    def show_understood(self) -> None:
        """Show the hours and minutes; nothing while they can't be understood."""
        minutes = parse_minutes(self.text) if self.text else None
        self._understood.show("" if minutes is None else fields_text.format_duration(minutes))

    def to_record(self) -> int | None:
        """Return the minutes. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (minutes := parse_minutes(self.text)) is None:
            raise InvalidInput(self, fields_text.NOT_A_DURATION)
        return minutes

    def from_record(self, minutes: int | None) -> None:
        """Show minutes, in a form that can be typed."""
        self.fill("" if minutes is None else fields_text.format_duration(minutes))


class TaperField(TextField):
    """``1 Nov 6; 1 Dec 4``: from which date on, at most how much a day. What was understood stands under it."""

    DEFAULT_CSS = """
    TaperField .understood { padding-left: 20; color: $text-muted; }
    .-narrow TaperField .understood { padding-left: 18; }
    """

    def __init__(self, label: str, *, id: str, today: date, **options: Unpack[FieldOptions]) -> None:  # noqa: A002
        options.setdefault("hint", fields_text.TAPER_HINT)
        super().__init__(label, id=id, **options)
        self.today = today
        self._understood = Plain(classes="understood")
        self._understood.display = False

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._understood

    @on(LineInput.Changed)
    def show_understood(self) -> None:
        """Show the steps as understood, with the year of those that are not in this one."""
        steps = parse_taper(self.text, self.today, month_first=is_month_first()) or []
        self._understood.show(amounts_text.format_steps(steps, self.today))
        self._understood.display = bool(steps)

    @property
    def value(self) -> list[TaperStep]:
        """The steps; none when nothing is typed. Raises ``InvalidInput``."""
        if (steps := parse_taper(self.text, self.today, month_first=is_month_first())) is None:
            raise InvalidInput(self, fields_text.NOT_A_TAPER)
        return steps

    def from_record(self, steps: list[TaperStep]) -> None:
        """Show steps."""
        self.fill(format_taper(steps))
