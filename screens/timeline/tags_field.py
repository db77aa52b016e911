"""The field for the tags of an entry, which completes them from those that the person used before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Unpack

from textual.suggester import Suggester

from journal.domain.tags import LONGEST_TAG, MOST_TAGS, completed, format_tags, joined
from journal.text import entries as entries_text
from screens.widgets.fields.base import FieldOptions, InvalidInput, TextField


class TagSuggester(Suggester):
    """Completes the last tag of a line to the most used one that begins so; → accepts it."""

    def __init__(self, field: TagsField) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._field = field

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last tag completed, or ``None``."""
        return completed(value, self._field.known)


class TagsField(TextField):
    """Tags on one line. ``known`` returns the tags used before, most used first; it is called once, when needed."""

    def __init__(
        self,
        label: str,
        known: Callable[[], list[str]],
        *,
        id: str,  # noqa: A002
        **options: Unpack[FieldOptions],
    ) -> None:
        super().__init__(label, id=id, **options)
        self.input.suggester = TagSuggester(self)
        self._ask_known = known
        self._loaded: list[str] = []

    @cached_property
    def known(self) -> list[str]:
        """The tags used before."""
        return self._ask_known()

    def from_record(self, value: Any) -> None:
        """Show the tags of an entry."""
        self._loaded = list(value)
        self.fill(format_tags(value))

    @property
    def value(self) -> list[str]:
        """The tags, each once. Raises ``InvalidInput`` for too many or too long ones."""
        if self.text == format_tags(self._loaded):
            return self._loaded  # as it was, whatever another program wrote there
        if not self.text:
            return []
        tags = joined(self.text, self.known)
        if len(tags) > MOST_TAGS:
            raise InvalidInput(self, entries_text.too_many_tags(len(tags), MOST_TAGS))
        if any(len(tag) > LONGEST_TAG for tag in tags):
            raise InvalidInput(self, entries_text.tag_too_long(LONGEST_TAG))
        return tags
