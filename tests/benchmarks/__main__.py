"""Run the benchmarks: ``python -m tests.benchmarks [gates] [SIZE…] [NAME…] [--markdown]``.

Prints the ratios of each measurement, and at the end the table of gates; with ``gates`` only the table, as Markdown
with ``--markdown``.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import (
    deriving,
    first_help,
    gates,
    memory,
    opening,
    page,
    peers,
    sample,
    scrolling,
    searching,
    starting,
    unlocking,
)
from tests.benchmarks.gates import Found
from tests.benchmarks.saving import Saving

SIZES = (1_000, 36_500)
Lines = Iterator[str | Found]
SIZED: dict[str, Callable[[int, Path], Lines]] = {
    "opening": opening.measure,
    "searching": searching.measure,
    "memory": memory.measure,
}
"""Measured on a journal and its peers with the same entries."""

OTHERS: dict[str, Callable[[], Lines]] = {
    "starting": starting.measure,
    "first-help": first_help.measure,
    "deriving": deriving.measure,
    "page": page.measure,
    "scrolling": scrolling.measure,
}


def main(arguments: list[str]) -> None:
    """Print the machine, then the figures. Saving comes last of those on one set of files: it changes them."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled
    saving = Saving()
    sized = {**SIZED, "saving": saving.measure}
    words = [each for each in arguments if each not in ("gates", "--markdown")]
    sizes = [int(each.replace(",", "")) for each in words if each[0].isdigit()] or SIZES
    known = [*sized, "unlocking", *OTHERS]
    names = [each for each in words if not each[0].isdigit()] or known
    if unknown := set(names) - set(known):
        sys.exit(f"no such measurement: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    printed = Printed(only_gates="gates" in arguments)
    printed.show([*_machine(arguments), *peers.missing()])
    for size in sizes if sized.keys() & set(names) else ():
        with sample.filled(size) as place:
            for name, measure in sized.items():
                if name in names:
                    printed.show(measure(size, place))
    printed.show(saving.growth())
    for size in sizes if "unlocking" in names else ():
        if size > SIZES[0]:  # ten entries are measured beside every other size
            printed.show(unlocking.measure(size))
    for name, alone in OTHERS.items():
        if name in names:
            printed.show(alone())
    table = gates.markdown if "--markdown" in arguments else gates.plain
    print("", *table(printed.found), sep="\n", flush=True)


class Printed:
    """Prints lines as they come, and keeps what was found for the table."""

    def __init__(self, *, only_gates: bool) -> None:
        self.found: list[Found] = []
        self._only_gates = only_gates

    def show(self, lines: Iterable[str | Found]) -> None:
        """Print the lines after an empty one."""
        first = True
        for line in lines:
            if isinstance(line, Found):
                self.found.append(line)
            elif not self._only_gates:
                print(f"\n{line}" if first else line, flush=True)
                first = False


def _machine(arguments: list[str]) -> Iterator[str]:
    cpu = Path("/proc/cpuinfo")
    model = cpu.read_text().partition("model name")[2].partition("\n")[0].strip("\t: ") if cpu.exists() else ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.platform()}, {model}"
    yield f"python -m tests.benchmarks {' '.join(arguments)}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
