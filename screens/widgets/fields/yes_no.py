"""A question with two answers."""

from __future__ import annotations

from screens.widgets.fields.base import ChoiceField


class YesNoField(ChoiceField[bool]):
    """Yes or no; ``usual`` stands in it until something else is chosen, and where nothing is."""

    def __init__(self, label: str, *, id: str, usual: bool, hint: str = "") -> None:  # noqa: A002
        super().__init__(label, [(True, "yes"), (False, "no")], id=id, hint=hint)
        self._usual = usual
        self.choice.choose(usual)

    @property
    def yes(self) -> bool:
        """The answer."""
        return self._usual if self.value is None else self.value
