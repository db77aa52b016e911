"""Reads the simple keys of YAML front matter: words, dates and lists of words. No other YAML is needed here.

Whole YAML would take another package, and could hold what no journal wants: references, types, text of any depth.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

WANTED: Final = frozenset({"date", "created", "title", "tags", "tag"})
"""The keys that are read."""

_KEY: Final = re.compile(r"([^\s:#\-\[\]{},&*!|>'\"%@`][^:\n]{0,100}?)[ \t]{0,100}:(?:[ \t]+(.*)|)$")
_ITEM: Final = re.compile(r"[ \t]*-(?:[ \t]+(.*)|)$")
_NESTED: Final = re.compile(r"[ \t]+\S|[ \t]*#|[ \t]*$|[\]}]")
_COMMENT: Final = re.compile(r"(?<=[ \t])#.*$")
_SINGLE: Final = re.compile(r"'((?:[^']|'')*+)'(?:\s+#.*)?")
_DOUBLE: Final = re.compile(r'"((?:[^"\\]|\\.)*+)"(?:\s+#.*)?')
_ESCAPED: Final = re.compile(r"\\(.)")


class FrontMatter(Struct, frozen=True):
    """The words of the wanted keys, and how many ``others`` there are. A single value is a list of one."""

    values: dict[str, list[str]] = {}
    others: int = 0

    def first(self, key: str) -> str:
        """Return the first value of a key, or an empty string."""
        return next(iter(self.values.get(key, [])), "")


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of a note and the text after it.

    What does not look like front matter from its first line to its last is part of the text.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(), text
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    found = _parsed(lines[1:end]) if end else None
    return (found, "\n".join(lines[end + 1 :])) if found else (FrontMatter(), text)


def _parsed(lines: list[str]) -> FrontMatter | None:
    """Return the keys in these lines, or None where a line is none of YAML."""
    values: dict[str, list[str]] = {}
    key, others = "", 0
    for line in lines:
        if found := _KEY.match(line):
            key = found[1].strip().lower()
            others += key not in WANTED
            values[key] = _words(found[2] or "")
        elif item := _ITEM.match(line):
            if not key:
                return None
            values[key] += [word] if (word := _word(item[1] or "")) else []
        elif not _NESTED.match(line):
            return None
        elif key in WANTED and not line.strip().startswith("#"):
            values[key] += [word] if (word := _word(line)) else []
    return FrontMatter({name: found for name, found in values.items() if name in WANTED}, others)


def _words(value: str) -> list[str]:
    """Return the words of a value: one, or those of ``[a, b]``."""
    value = _COMMENT.sub("", value).strip() if not value.startswith(("'", '"')) else value.strip()
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [word for part in value[1:-1].split(",") if (word := _word(part))]
    return [word] if (word := _word(value)) else []


def _word(value: str) -> str:
    """Return a single value without its quotes, and a link without its brackets.

    What means nothing is empty; in quotes it is a word.
    """
    value = value.strip()
    if value in ("~", "null", "|", ">", "|-", ">-"):
        return ""
    if found := _SINGLE.fullmatch(value):
        value = found[1].replace("''", "'").strip()
    elif found := _DOUBLE.fullmatch(value):
        value = _ESCAPED.sub(r"\1", found[1]).strip()
    if value.startswith("[[") and value.endswith("]]"):
        value = value[2:-2].partition("|")[0]
    return value
