"""Run every benchmark and print its ratios."""

from __future__ import annotations

import platform
import sys

from tests.benchmarks import saving, starting


def main() -> None:
    """Print the machine, then a line a figure."""
    print(f"Python {platform.python_version()}, {platform.platform()}")
    for benchmark in (saving, starting):
        for line in benchmark.measure():
            print(line)
            sys.stdout.flush()


main()
