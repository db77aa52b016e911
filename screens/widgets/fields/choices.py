"""Fields to choose in: one or several of a list, yes or no, a rating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Generic, TypeVar, Unpack

from journal.text import kinds as kinds_text
from screens.widgets.choice import Choice
from screens.widgets.fields.base import Field, FieldOptions
from screens.widgets.rating import Rating

T = TypeVar("T")

YES_NO: Final = ((True, kinds_text.YES), (False, kinds_text.NO))
"""The options of a question with yes or no."""


class Picks(Field):
    """Texts to pick from, a line each. Its draft holds the texts: a list that changed picks nothing else."""

    def __init__(
        self,
        label: str,
        texts: Iterable[tuple[str, str]],
        *,
        id: str,  # noqa: A002
        **options: Unpack[FieldOptions],
    ) -> None:
        self.choice: Choice[str] = Choice(list(texts), multiple=True, column=True)
        super().__init__(label, self.choice, id=id, **options)

    @property
    def draft_value(self) -> list[str]:
        """What is picked."""
        return self.choice.values

    def fill(self, value: Any) -> None:
        """Pick these, as far as they are there."""
        self.choice.choose(*value)


class ChoiceField(Field, Generic[T]):
    """One of a list, or with ``multiple`` several of it; ``default`` is chosen to begin with."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[T, str]],
        *,
        id: str,  # noqa: A002
        multiple: bool = False,
        default: T | None = None,
        **others: Unpack[FieldOptions],
    ) -> None:
        self.choice: Choice[T] = Choice(options, multiple=multiple)
        self._multiple = multiple
        super().__init__(label, self.choice, id=id, **others)
        if default is not None:
            self.choice.choose(default)
            self.choice.keeps_one = not multiple

    @property
    def draft_value(self) -> list[int]:
        """The places of what is chosen."""
        return list(self.choice.chosen)

    def fill(self, value: Any) -> None:
        """Choose by place."""
        self.choice.chosen = tuple(place for place in value if place < len(self.choice.options))

    def from_record(self, value: Any) -> None:
        """Choose what the record holds."""
        self.choice.choose(*(value if self._multiple else [value]))

    def to_record(self) -> Any:
        """Return what is chosen: a list with ``multiple``, else one value or ``None``."""
        return self.values if self._multiple else self.value

    @property
    def values(self) -> list[T]:
        """What is chosen."""
        return self.choice.values

    @property
    def value(self) -> T | None:
        """The one that is chosen, or ``None``."""
        return next(iter(self.values), None)


class RatingField(Field):
    """A rating from ``minimum`` to ``maximum``; ``anchors`` says what these two mean."""

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        minimum: int = 0,
        maximum: int = 10,
        anchors: str = "",
        **options: Unpack[FieldOptions],
    ) -> None:
        self.rating = Rating(minimum, maximum, anchors=anchors)
        super().__init__(label, self.rating, id=id, **options)

    @property
    def draft_value(self) -> int | None:
        """The rating, or ``None``."""
        return self.rating.value

    def fill(self, value: Any) -> None:
        """Set the rating."""
        self.rating.value = value

    @property
    def value(self) -> int | None:
        """The rating, or ``None``."""
        return self.rating.value


class YesNoField(ChoiceField[bool]):
    """Yes or no; ``default`` stands in it until something else is chosen, and where nothing is.

    ``inverted``: the record holds the opposite, as in “show in a craving” for ``archived``.
    """

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        default: bool,
        inverted: bool = False,
        **others: Unpack[FieldOptions],
    ) -> None:
        super().__init__(label, YES_NO, id=id, default=default, **others)
        self._default = default
        self._inverted = inverted

    def from_record(self, value: Any) -> None:
        """Choose yes or no, as the record says."""
        self.choice.choose(value != self._inverted)

    def to_record(self) -> bool:
        """Return what the record is to say."""
        return self.yes != self._inverted

    @property
    def yes(self) -> bool:
        """The answer."""
        return self._default if self.value is None else self.value
