"""Text of a person without what acts instead of being read."""

from __future__ import annotations

import unicodedata

_STACKED = 4
"""Combining marks that may follow one another: enough for every script, too few to run over the lines above."""

_JOINERS = "\u200c\u200d"


def sanitize(text: str) -> str:
    """A person's text without what acts instead of being read, in every form and on every screen.

    Control characters become U+FFFD, tabs a space; direction overrides and other invisible ones go (joiners, which
    scripts need, stay); line and paragraph separators become line ends; stacks of combining marks are cut short.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    stacked = 0
    for character in text.replace("\r\n", "\n").replace("\t", " "):
        kind = unicodedata.category(character)
        if kind != "Cf":
            stacked = stacked + 1 if kind in ("Mn", "Me") else 0
        if stacked <= _STACKED:
            kept.append(_seen(character, kind))
    return "".join(kept)


def _seen(character: str, kind: str) -> str:
    if character == "\n" or kind in ("Zl", "Zp"):
        return "\n"
    if kind in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if kind == "Cf" and character not in _JOINERS else character
