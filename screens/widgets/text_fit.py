"""Text on so many cells: truncated, padded, and a progress bar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.content import Content

from screens.widgets.plain_text import one_line

BAR: Final = 9

CLUSTER: Final = 16
"""Characters that one cell may have: a family with skin tones has eleven, and is two cells wide."""


def progress_bar(part: float | None, cells: int = BAR) -> str:
    """Return a part of 0–1 as a bar, ``███████░░``; spaces where there is nothing to measure."""
    if part is None:
        return " " * cells
    full = round(part * cells)
    return "█" * full + "░" * (cells - full)


def truncate(text: str, cells: int) -> str:
    """Return the text on one line of at most ``cells`` cells, with ``…`` where something is left out."""
    shown = Content(one_line(text, CLUSTER * max(1, cells)))
    return shown.truncate(max(1, cells), ellipsis=True).plain


def pad(text: str, cells: int) -> str:
    """Return the text on exactly so many cells."""
    shown = truncate(text, cells)
    return shown + " " * (cells - Content(shown).cell_length)


def columns(text: str, cells: int, parts: Iterable[str], width: int) -> str:
    """Return the text on at least so many cells, then those of the parts that still fit whole into ``width``.

    A text longer than its cells takes the room that it needs. Of the parts, empty ones are left out, and so are all
    after the first one that doesn't fit.
    """
    line = max(pad(text, min(cells, width)), truncate(text, width), key=lambda shown: Content(shown).cell_length)
    separator = " "
    for part in parts:
        if part:
            longer = f"{line}{separator}{part}"
            if Content(longer).cell_length > width:
                break
            line, separator = longer, " · "
    return line


def center(text: str, cells: int) -> str:
    """Return the text in the middle of exactly so many cells; of an odd rest the larger half stands after it."""
    shown = truncate(text, cells)
    rest = cells - Content(shown).cell_length
    return " " * (rest // 2) + shown + " " * (rest - rest // 2)
