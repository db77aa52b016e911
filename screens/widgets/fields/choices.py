"""Several of a list of texts, each to be chosen one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from screens.widgets.choice import Choice
from screens.widgets.fields.base import AnyField


class Picks(AnyField):
    """Texts to pick from, a line each. What is written of it are the texts: a list that changed picks nothing else."""

    def __init__(self, label: str, texts: Iterable[tuple[str, str]], *, id: str, hint: str = "") -> None:  # noqa: A002
        self.choice: Choice[str] = Choice(list(texts), many=True, column=True)
        super().__init__(label, self.choice, id=id, hint=hint)

    @property
    def written(self) -> list[str]:
        """What is picked."""
        return self.choice.values

    def write(self, written: Any) -> None:
        """Pick these, as far as they are there."""
        self.choice.choose(*written)
