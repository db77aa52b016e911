"""Templates for entries: questions or headings that are inserted into a text, to be answered there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from journal.domain.record import Label, Record, Sensitivity, Text

LONGEST_TITLE: Final = 60
"""Characters of a title that is made from a text."""


class Template(Record, kw_only=True, frozen=True):
    """A template of the person's own; an archived one is listed last."""

    table: ClassVar[str] = "templates"

    title: Label
    text: Text
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.NEVER


def in_order(templates: Iterable[Template]) -> list[Template]:
    """Return the templates by title, archived ones last."""
    return sorted(templates, key=lambda one: (one.archived, one.title.casefold(), one.uid))


def title_of(title: str, text: str) -> str:
    """Return a title for a template: that of the entry, else the first line of its text, shortened."""
    first = title.strip() or next((line.strip() for line in text.splitlines() if line.strip()), "")
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1].rstrip()}…"


def fitted(template: str, before: str, after: str) -> str:
    """Return a template as it is inserted between what stands ``before`` and ``after`` the cursor on its line.

    It begins and ends on lines of its own; what was written stays as it is.
    """
    apart, end = "\n\n" if before.strip() else "", "\n" if after.strip() else ""
    return f"{apart}{template.strip()}\n{end}"
