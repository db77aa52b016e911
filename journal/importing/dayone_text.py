"""Turns the Markdown of Day One into plain text: backslashes before signs go, pictures go and are counted.

What is in code stays as it is. A first line ``# Title`` is the title; no other line is taken for one.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

_SIGNS: Final = re.escape(r"\`*_{}[]()<>#+-.!|~")
_ESCAPES: Final = re.compile(rf"(?P<code>```.*?(?:```|\Z)|`[^`\n]+`)|\\(?P<sign>[{_SIGNS}])", re.DOTALL)
_MEDIA: Final = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,200}\)[ \t]*+")
_LINE_ENDS: Final = re.compile("\r\n|[\r\u2028\u2029]")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_HEADING: Final = re.compile(r"#{1,6}[ \t]")


class Plain(Struct, frozen=True):
    """A text without Markdown of Day One's own; ``media`` is the number of pictures and recordings in it."""

    title: str
    text: str
    media: int


def plain(markdown: str) -> Plain:
    """Return title and text of an entry."""
    text, media = _MEDIA.subn("", _LINE_ENDS.sub("\n", markdown))
    if media:
        text = _BLANK_LINES.sub("\n\n", text)
    first, _, rest = text.lstrip("\n").partition("\n")
    title = first.lstrip("#").strip() if _HEADING.match(first) else ""
    return Plain(_unescaped(title), _unescaped(rest if title else text).strip("\n").rstrip(), media)


def _unescaped(text: str) -> str:
    return _ESCAPES.sub(lambda found: found["code"] or found["sign"], text)
