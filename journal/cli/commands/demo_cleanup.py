"""Remove the directory of a sample journal when standard input ends.

``journal.cli.commands.demo`` runs this file in a process of its own, with the directory as its argument. It imports
nothing of the journal. The process that started it holds the other end of standard input, which is closed however that
process ends, SIGKILL included.
"""

from __future__ import annotations

import shutil
import sys

if __name__ == "__main__":
    sys.stdin.buffer.read()
    shutil.rmtree(sys.argv[1], ignore_errors=True)
