"""The front door and console script: makes the process keep quiet, then hands over to the command line.

The one place that knows both sides; standard library only at import.
"""

from __future__ import annotations

import sys
from pathlib import Path

from journal.quiet import drop_textual_variables, forbid_dumps, keep_quiet


def open_screens(path: Path, *, demo: bool = False) -> int:
    """Open the journal at ``path`` on this terminal and return the exit code; ``demo`` shows its passphrase."""
    from screens.app import run

    return run(path, demo=demo)


def main() -> None:
    """Run the command ``journal``."""
    drop_textual_variables()
    forbid_dumps()
    keep_quiet()
    from journal.cli import main as command_line

    sys.exit(command_line(open_screens))


if __name__ == "__main__":
    main()
