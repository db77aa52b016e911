"""The table of what a use changes: the numbers before and with it, side by side under their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journal.domain.day_amounts import Within
from journal.domain.day_statistics import Figures
from journal.domain.focuses import Focus
from journal.slip_support import numbers
from journal.text import slips as slips_text
from screens.widgets.text_fit import center

if TYPE_CHECKING:
    from journal.store.journal import Journal

COLUMN: Final = 16
"""Cells of one of the three numbers."""


def effect_table(
    journal: Journal, focus: Focus, before: Figures, now: Figures, limits: tuple[Within, Within] | None
) -> list[str]:
    """Return the table of the numbers before and with a use; nothing where some use is wanted and no limit is set."""
    rows = numbers(journal, focus, before, now, limits)
    if not rows:
        return []
    names, was, will = zip(*rows, strict=True)
    lines = (_row("", *names), _row(slips_text.SLIP_BEFORE, *was), _row(slips_text.SLIP_NOW, *will))
    return ["\n".join(lines)]


def _row(*cells: str) -> str:
    return f"{cells[0]:<8}" + "".join(center(cell, COLUMN) for cell in cells[1:])
