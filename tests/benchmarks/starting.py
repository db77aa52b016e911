"""Measure the locked screen on a real terminal, against the smallest Textual app that shows a line."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.table import OURS, rows
from tests.benchmarks.terminal import OURS as APP
from tests.benchmarks.terminal import Terminal

ROUNDS = 15
AIM = 1.3
SHOWN = b"Passphrase"
SMALLEST = "minimal Textual app"
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App[None]):
    def compose(self):
        yield Static("Passphrase")
Minimal().run()
"""


def measure() -> Iterator[str]:
    """Yield the median seconds of each from process start to the first paint, and their ratio."""
    commands = {OURS: APP, SMALLEST: (sys.executable, "-c", MINIMAL)}
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=home).close()
        for command in commands.values():
            _painted(home, command)  # warm up
        rounds = [{name: _painted(home, command) for name, command in commands.items()} for _ in range(ROUNDS)]
    medians = {name: statistics.median(each[name] for each in rounds) for name in commands}
    yield from rows("locked screen painted, from the start of the process", medians, SMALLEST, AIM)


def _painted(home: Path, command: Sequence[str]) -> float:
    """Return the seconds from the start of a process until the text is on its terminal."""
    start = perf_counter()
    with Terminal(home, command) as terminal:
        terminal.until(SHOWN)
        return perf_counter() - start
