"""Removes from a text what acts on a terminal or a page instead of being read.

Every output goes through it: the lines of ``journal.cli``, the pages of this package, the screens.
"""

from __future__ import annotations

import unicodedata

_STACKED = 4
"""Combining marks that may follow one another: enough for every script, too few to cover the line above."""

_JOINERS = "\u200c\u200d"


def sanitize(text: str) -> str:
    """Return a text that can only be read.

    Control characters become U+FFFD, tabs a space, line and paragraph separators line ends. Direction overrides and
    other invisible characters are removed, except joiners, which some scripts need. Stacks of combining marks are cut.
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
