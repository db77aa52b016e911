"""Fields to choose in: one or several of a list, yes or no, a rating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field
from screens.widgets.rating import Rating

T = TypeVar("T")


class Picks(Field):
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


class ChoiceField(Field, Generic[T]):
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


class RatingField(Field):
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
