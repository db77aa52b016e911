"""The same journal, in lines: for scripts, for screen readers, for a quick word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

OpenScreens = Callable[..., int]
"""``open_screens(path, demo=False)`` shows the journal on this terminal and returns the exit code."""


def main(open_screens: OpenScreens, arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. Alone it opens the screens, before anything else is imported."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words:
        from journal.config.settings import default_journal_path

        return open_screens(default_journal_path())
    from journal.cli.commands import run

    return run(open_screens, words)
