"""Tags of entries: how they are typed, which one is the same as another, and how a typed beginning is completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from journal.domain.entries import Entry
from journal.domain.labels import without_accents

MOST_TAGS: Final = 20
"""Tags at most on one entry."""

LONGEST_TAG: Final = 40
"""Characters of a tag at most."""

SIGN: Final = "#"
"""What stands before a tag. It may be left out when typing."""

_SEPARATORS: Final = re.compile(r"[\s,;]+")


def split_tags(typed: str) -> list[str]:
    """Return the tags in a line as they were typed; spaces and commas separate them, ``#`` is dropped."""
    words = (word.lstrip(SIGN) for word in _SEPARATORS.split(typed))
    return [word for word in words if word]


def joined(typed: str, known: Iterable[str]) -> list[str]:
    """Return the tags in a line, each once, in the order typed.

    A tag that differs from one in ``known`` only by case or accents becomes that one.
    """
    spelled: dict[str, str] = {}
    for tag in known:
        spelled.setdefault(without_accents(tag), tag)
    found: dict[str, str] = {}
    for tag in split_tags(typed):
        key = without_accents(tag)
        found.setdefault(key, spelled.get(key, tag))
    return list(found.values())


def format_tags(tags: Iterable[str]) -> str:
    """Return ``#family #work``."""
    return " ".join(f"{SIGN}{tag}" for tag in tags)


def tags_by_use(entries: Iterable[Entry]) -> list[str]:
    """Return the tags of these entries, those on most entries first, then by name; the latest spelling counts."""
    uses: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for entry in entries:
        own = {without_accents(tag): tag for tag in entry.tags}
        uses.update(own.keys())
        spelled |= own
    return [spelled[key] for key in sorted(uses, key=lambda key: (-uses[key], key))]


def completed(typed: str, known: Iterable[str]) -> str | None:
    """Return the line with its last tag completed to the first in ``known`` that begins so; ``None`` if none does.

    A tag that the line already has is not suggested again.
    """
    before, last = _at_last_tag(typed)
    if not last:
        return None
    there = {without_accents(tag) for tag in split_tags(before)}
    wanted = without_accents(last)
    for tag in known:
        longer = len(tag) > len(last) and without_accents(tag[: len(last)]) == wanted
        if longer and without_accents(tag) not in there:
            return f"{before}{tag}"
    return None


def _at_last_tag(typed: str) -> tuple[str, str]:
    """Return the line up to its last tag, with a ``#`` before it, and that tag as far as it is typed."""
    last = _SEPARATORS.split(typed)[-1].lstrip(SIGN)
    return typed[: len(typed) - len(last)], last
