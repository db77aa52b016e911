"""How much it was, with a unit or without."""

from __future__ import annotations

from decimal import Decimal

from journal.domain.uses import Amount, amount_words, parse_amount
from journal.text.slips import SLIP_AMOUNT
from screens.widgets.fields.base import NotUnderstood, TextField


class AmountField(TextField):
    """A number and, where it is said, of what; empty is ``None``."""

    @property
    def value(self) -> Amount | None:
        """The amount. Raises ``NotUnderstood``."""
        if not self.text:
            return None
        if (amount := parse_amount(self.text)) is None:
            raise NotUnderstood(self, SLIP_AMOUNT)
        return amount

    def set_value(self, number: Decimal | None, unit: str) -> None:
        """Put an amount into it."""
        self.write("" if number is None else amount_words(number, unit))
