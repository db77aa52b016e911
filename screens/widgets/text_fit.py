"""Text on so many cells: truncated, padded, and a progress bar."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from screens.widgets.plain_text import one_line

BAR: Final = 9


def progress_bar(part: float | None, cells: int = BAR) -> str:
    """Return a part of 0–1 as a bar, ``███████░░``; spaces where there is nothing to measure."""
    if part is None:
        return " " * cells
    full = round(part * cells)
    return "█" * full + "░" * (cells - full)


def truncate(text: str, cells: int) -> str:
    """Return the text on one line of at most ``cells`` cells, with ``…`` where something is left out."""
    shown = Content(one_line(text, max(1, cells)))
    return shown.truncate(max(1, cells), ellipsis=True).plain


def pad(text: str, cells: int) -> str:
    """Return the text on exactly so many cells."""
    shown = truncate(text, cells)
    return shown + " " * (cells - Content(shown).cell_length)
