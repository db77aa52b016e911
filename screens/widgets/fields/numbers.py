"""A whole number between two bounds."""

from __future__ import annotations

from screens.widgets.fields.base import NotUnderstood, NumberField


class WholeField(NumberField):
    """``whole`` is the number; it has to be there."""

    def __init__(self, label: str, *, id: str, least: int, most: int, hint: str = "") -> None:  # noqa: A002
        super().__init__(label, id=id, hint=hint or f"{least} to {most}")
        self.least = least
        self.most = most

    @property
    def whole(self) -> int:
        """The number. Raises ``NotUnderstood``."""
        number = self.value
        if number is None or number != int(number) or not self.least <= number <= self.most:
            raise NotUnderstood(self, f"A whole number from {self.least} to {self.most} goes here.")
        return int(number)
