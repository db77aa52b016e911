"""Turns the HTML of notes into plain text; a text without tags is left alone, whatever signs it has."""

from __future__ import annotations

import html
import re
from typing import Final

_TAG: Final = re.compile(
    r"<(?P<closes>/?)(?P<name>p|div|br|b|i|u|s|em|strong|span|font|ul|ol|li|h[1-6]|a|blockquote|strike|del|big|small"
    r"|sub|sup|tt)\b[^<>]*>",
    re.IGNORECASE,
)
_BETWEEN_LINES: Final = re.compile(r"</div>\s{0,20}<div\b[^<>]*>", re.IGNORECASE)
_BLOCKS: Final = re.compile(r"p|div|ul|ol|h[1-6]|blockquote", re.IGNORECASE)


def to_plain(text: str) -> str:
    """Return a note without tags: blocks and line breaks become lines, items start with a dash."""
    if not _TAG.search(text):
        return text
    lines = _TAG.sub(_instead, _BETWEEN_LINES.sub("\n", text))
    plain = html.unescape(lines).replace("\xa0", " ")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in plain.split("\n"))).strip()


def _instead(tag: re.Match[str]) -> str:
    """Return what stands for a tag."""
    name = tag["name"].lower()
    if name == "br":
        return "\n"
    if name == "li":
        return "" if tag["closes"] else "\n- "
    return "\n" if _BLOCKS.fullmatch(name) else ""
