"""Checks whether the terminal can show the screens, and names sizes of windows."""

from __future__ import annotations

import os
import sys
from typing import Final

from journal.text import app as app_text

COLUMNS: Final = 60
ROWS: Final = 20

SIZES_ACROSS: Final = [(0, "-tiny"), (COLUMNS, "-narrow"), (80, "-normal"), (120, "-wide")]
"""Minimum columns → the class that screens get; ``-tiny`` is too small for all of them."""

SIZES_DOWN: Final = [(0, "-flat"), (ROWS, "-short"), (24, "-medium"), (40, "-tall")]
"""Minimum rows → the class that screens get; ``-flat`` is too small for all of them."""

ZOOMED_COLUMNS: Final = 40
ZOOMED_ROWS: Final = 12

ZOOMED_ACROSS: Final = [(0, "-tiny"), (ZOOMED_COLUMNS, "-narrow"), *SIZES_ACROSS[2:]]
"""The same for the screens of a bad hour, which work with zoomed text as well."""

ZOOMED_DOWN: Final = [(0, "-flat"), (ZOOMED_ROWS, "-short"), *SIZES_DOWN[2:]]
"""The same for the screens of a bad hour."""

SLIM: Final = "-slim"
"""The class that a screen with less than ``COLUMNS`` columns has as well: labels stand above their fields."""

TOO_SMALL: Final = app_text.too_small_for_all(COLUMNS, ROWS)
"""What a screen says that needs a larger window; the keys of first help work there."""

TOO_SMALL_ZOOMED: Final = app_text.too_small(ZOOMED_COLUMNS, ZOOMED_ROWS)
"""The same for the screens of a bad hour."""


def unsupported_reason() -> str:
    """Return why the screens can't be shown on this terminal, in one sentence; empty if they can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return app_text.NO_TERMINAL
    if os.environ.get("TERM", "" if sys.platform == "win32" else "dumb") == "dumb":  # Windows sets none
        return app_text.DUMB_TERMINAL
    size = os.get_terminal_size(sys.stdout.fileno())  # not COLUMNS and LINES, which may be of another window
    if size.columns < ZOOMED_COLUMNS or size.lines < ZOOMED_ROWS:
        return app_text.make_larger(TOO_SMALL_ZOOMED, size.columns, size.lines)
    return ""


def size_class(cells: int, sizes: list[tuple[int, str]]) -> str:
    """Return the class of the largest of ``sizes`` that this many columns or rows reach; the first is 0."""
    return max((least, name) for least, name in sizes if cells >= least)[1]


def forget_size() -> None:
    """Forget ``COLUMNS`` and ``LINES``, which Textual would believe: they may be of another window."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
