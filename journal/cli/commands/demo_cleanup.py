"""Stands by while a sample journal is open: when standard input ends, its directory is removed.

Run as a file in a process of its own, with the directory as its argument. Whoever started it holds the other end of
standard input, which ends with that process in whatever way it does.
"""

from __future__ import annotations

import shutil
import sys

if __name__ == "__main__":
    sys.stdin.buffer.read()
    shutil.rmtree(sys.argv[1], ignore_errors=True)
