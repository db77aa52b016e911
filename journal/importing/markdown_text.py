"""Turns a note of Obsidian into plain text, and finds the tags in it. What is in code stays as it is.

``[[Page|label]]`` becomes ``label (Page)``, so that no word is lost; of what is embedded the name stays. A line
``key:: value`` stays as it was written.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

_CODE: Final = r"(?P<code>```.*?(?:```|\Z)|`[^`\n]+`)"
_PARTS: Final = re.compile(
    rf"{_CODE}|(?P<embed>!?)\[\[(?P<page>[^\[\]|\n]{{1,500}})(?:\|(?P<label>[^\[\]\n]{{0,500}}))?\]\]"
    r"|(?P<picture>!\[[^\[\]\n]{0,500}\]\([^()\n]{1,500}\))",
    re.DOTALL,
)
_TAGS: Final = re.compile(rf"{_CODE}|(?<!\S)#(?P<tag>[\w/\-]{{1,200}})", re.DOTALL)
_FIELD: Final = re.compile(r"^[ \t]*(?:[-*][ \t]+)?tags::[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)


class Note(Struct, frozen=True):
    """The text of a note, the tags in it, and how many pictures and notes it embeds."""

    text: str
    tags: tuple[str, ...]
    embeds: int


def plain(markdown: str) -> Note:
    """Return a note as plain text."""
    embeds = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal embeds
        embeds += bool(found["embed"] or found["picture"])
        if found["code"] or found["picture"]:
            return found[0]
        page, label = found["page"].strip(), (found["label"] or "").strip()
        if found["embed"]:
            return f"[{page}]"
        return page if not label or label == page else f"{label} ({page})"

    text = _PARTS.sub(replaced, markdown)
    return Note(text.strip("\n").rstrip(), tuple(_tags(markdown)), embeds)


def _tags(markdown: str) -> list[str]:
    """Return the tags in a text, as ``#walk`` or after ``tags::``; one of digits alone is none."""
    inline = [found["tag"] or "" for found in _TAGS.finditer(markdown)]
    fields = [word for found in _FIELD.finditer(markdown) for word in re.split(r"[\s,]+", found[1])]
    return [tag for tag in (*inline, *fields) if tag.strip("#") and not tag.strip("#").isdigit()]
