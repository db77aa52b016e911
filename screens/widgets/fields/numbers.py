"""Fields for numbers: any, whole ones, amounts with a unit, the steps of a taper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from journal.domain.focuses import TaperStep, parse_taper, taper_words
from journal.domain.uses import Amount, amount_words, parse_amount
from journal.text.slips import SLIP_AMOUNT
from screens.widgets.fields.base import InvalidInput, TextField

TAPER_EXAMPLE = "today 6; 1 Dec 4; 15 Dec 2"


class NumberField(TextField):
    """A number that is not negative; empty is ``None``."""

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
            raise InvalidInput(self, "Not a number: 3 and 2.5 are understood.")
        return number

    def set_value(self, number: Decimal | None) -> None:
        """Put a number into it."""
        self.write("" if number is None else f"{number.normalize():f}")


class WholeField(NumberField):
    """``whole`` is the number; it has to be there."""

    def __init__(self, label: str, *, id: str, least: int, most: int, hint: str = "") -> None:  # noqa: A002
        super().__init__(label, id=id, hint=hint or f"{least} to {most}")
        self.least = least
        self.most = most

    @property
    def whole(self) -> int:
        """The number. Raises ``InvalidInput``."""
        number = self.value
        if number is None or number != int(number) or not self.least <= number <= self.most:
            raise InvalidInput(self, f"A whole number from {self.least} to {self.most} goes here.")
        return int(number)


class AmountField(TextField):
    """A number and, where it is said, of what; empty is ``None``."""

    @property
    def value(self) -> Amount | None:
        """The amount. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (amount := parse_amount(self.text)) is None:
            raise InvalidInput(self, SLIP_AMOUNT)
        return amount

    def set_value(self, number: Decimal | None, unit: str) -> None:
        """Put an amount into it."""
        self.write("" if number is None else amount_words(number, unit))


class TaperField(TextField):
    """``today 6; 1 Dec 4``: from which date on, at most how much a day."""

    def __init__(self, label: str, *, id: str, today: date) -> None:  # noqa: A002
        super().__init__(label, id=id, hint=f"From when, at most how much a day: {TAPER_EXAMPLE}")
        self.today = today

    @property
    def value(self) -> list[TaperStep]:
        """The steps; none when nothing is typed. Raises ``InvalidInput``."""
        if (steps := parse_taper(self.text, self.today)) is None:
            raise InvalidInput(self, f"Not steps: {TAPER_EXAMPLE} is understood.")
        return steps

    def set_value(self, steps: list[TaperStep]) -> None:
        """Put steps into it."""
        self.write(taper_words(steps))
