"""Run the benchmarks and print their ratios: ``python -m tests.benchmarks [SIZE…] [NAME…]``."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import deriving, first_help, memory, opening, page, peers, sample, scrolling, searching, starting
from tests.benchmarks.saving import Saving

SIZES = (1_000, 36_500)
SIZED: dict[str, Callable[[int, Path], Iterator[str]]] = {
    "opening": opening.measure,
    "searching": searching.measure,
    "memory": memory.measure,
}
OTHERS: dict[str, Callable[[], Iterator[str]]] = {
    "starting": starting.measure,
    "first-help": first_help.measure,
    "deriving": deriving.measure,
    "page": page.measure,
    "scrolling": scrolling.measure,
}


def main(arguments: list[str]) -> None:
    """Print the machine, then the figures. Saving comes last of those on one set of files: it changes them."""
    saving = Saving()
    sized = {**SIZED, "saving": saving.measure}
    sizes = [int(each.replace(",", "")) for each in arguments if each[0].isdigit()] or SIZES
    names = [each for each in arguments if not each[0].isdigit()] or [*sized, *OTHERS]
    _print([*_machine(), *peers.missing()])
    for size in sizes if sized.keys() & set(names) else ():
        with sample.filled(size) as place:
            for name, measure in sized.items():
                if name in names:
                    _print(measure(size, place))
    _print(saving.growth())
    for name, alone in OTHERS.items():
        if name in names:
            _print(alone())


def _machine() -> Iterator[str]:
    cpu = Path("/proc/cpuinfo")
    model = cpu.read_text().partition("model name")[2].partition("\n")[0].strip("\t: ") if cpu.exists() else ""
    yield f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.platform()}, {model}"


def _print(lines: Iterator[str] | list[str]) -> None:
    for number, line in enumerate(lines):
        print(line if number else f"\n{line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
