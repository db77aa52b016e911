"""Remove the directory of a sample journal when standard input ends.

``journal.cli.commands.demo`` runs this file in a process of its own, with the directory as its argument. It imports
nothing of the journal. The folder build has no Python to run a file with: there the program starts itself with
``CLEAN_UP`` and the directory, and ``journal.__main__`` calls this module.

The process that started it holds the other end of standard input, which is closed however that process ends, SIGKILL
included.
"""

from __future__ import annotations

import shutil
import sys

CLEAN_UP = "--remove-demo"


def remove_at_end(directory: str) -> None:
    """Wait until standard input ends, and remove the directory."""
    sys.stdin.buffer.read()
    shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    remove_at_end(sys.argv[1])
