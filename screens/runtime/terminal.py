"""What kind of terminal the screens need, and how they tell sizes apart."""

from __future__ import annotations

import os
import sys
from typing import Final

COLUMNS: Final = 60
ROWS: Final = 20

SIZES_ACROSS: Final = [(0, "-tiny"), (COLUMNS, "-narrow"), (80, "-normal"), (120, "-wide")]
"""Least columns → the class that screens get; ``-tiny`` is too small for any of them."""

SIZES_DOWN: Final = [(0, "-flat"), (ROWS, "-short"), (24, "-medium"), (40, "-tall")]
"""Least rows → the class that screens get; ``-flat`` is too small for any of them."""

TOO_SMALL: Final = f"The journal needs a window of {COLUMNS} columns and {ROWS} rows."


def unsupported_reason() -> str:
    """Why the screens can't be shown on this terminal, in one sentence; nothing when they can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The journal's screens need a terminal; journal --help lists what works without one."
    if os.environ.get("TERM", "dumb") == "dumb":
        return "This terminal can't show screens (TERM is dumb); journal --help lists what works without them."
    size = os.get_terminal_size(sys.stdout.fileno())  # not COLUMNS and LINES, which may be of another window
    if size.columns < COLUMNS or size.lines < ROWS:
        return f"{TOO_SMALL} This one has {size.columns} × {size.lines}; make it larger and start again."
    return ""


def size_class(cells: int, sizes: list[tuple[int, str]]) -> str:
    """Return the class of the largest of ``sizes`` that this many columns or rows reach; they begin with 0."""
    return max((least, name) for least, name in sizes if cells >= least)[1]


def forget_size() -> None:
    """Forget ``COLUMNS`` and ``LINES``, which Textual would believe: they may be of another window."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
