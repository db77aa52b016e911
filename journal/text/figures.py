"""How the figures about the days of a focus are written."""

from __future__ import annotations

from journal.domain.day_statistics import ENOUGH_COVERAGE, Figures


def format_percent(figures: Figures) -> str:
    """Return ``98.7 %``, with bounds if fewer than 95 % of the days are known; ``–`` if none is known."""
    if figures.pda is None or figures.coverage is None:
        return "–"
    words = f"{figures.pda:.1f} %"
    if figures.coverage >= ENOUGH_COVERAGE:
        return words
    return f"{words} ({figures.pda_low:.1f}–{figures.pda_high:.1f} %)"


def format_run(figures: Figures) -> str:
    """Return the longest run, with the strict one in brackets if they differ: ``62``, ``64 (62)``."""
    claimed, strict = figures.longest_run, figures.longest_run_strict
    return f"{claimed}" if claimed == strict else f"{claimed} ({strict})"
