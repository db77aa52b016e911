"""Measure the locked screen on a real terminal, from the start of the process: its first frame, and its first key.

The peers are the smallest Textual app with a line and a field for a passphrase, and ``python -c pass``.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.gates import Found
from tests.benchmarks.table import OURS, duration, rows
from tests.benchmarks.terminal import OURS as APP
from tests.benchmarks.terminal import Terminal

ROUNDS = 15
AIM_OF_THE_FRAME = 0.05
AIM_OF_THE_KEY = 1.2
END = b"\x1b[24;1H"
"""What stands before the last row of a frame: the whole frame is there once that row is, too."""
SHOWN = b"Passphrase"
DOT = "•".encode()
SMALLEST = "minimal Textual app"
NOTHING = "python -c pass"
MINIMAL = """
from textual.app import App
from textual.widgets import Input, Static
class Minimal(App[None]):
    def compose(self):
        yield Static("Passphrase")
        yield Input(password=True)
Minimal().run()
"""

Seconds = dict[str, list[float]]


def measure() -> Iterator[str | Found]:
    """Yield the median seconds of each until its first frame, and until a letter is painted as a dot; the ratios."""
    frames: Seconds = {OURS: [], SMALLEST: [], NOTHING: []}
    keys: Seconds = {OURS: [], SMALLEST: []}
    commands = {OURS: APP, SMALLEST: (sys.executable, "-c", MINIMAL)}
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=home).close()
        for number in range(ROUNDS + 1):  # the first one warms up
            for program, command in commands.items():
                frame, key = _started(home, command)
                frames[program] += [frame] * bool(number)
                keys[program] += [key] * bool(number)
            frames[NOTHING] += [_ended(home)] * bool(number)
    medians = {program: statistics.median(each) for program, each in frames.items()}
    aim = AIM_OF_THE_FRAME / medians[NOTHING]
    yield from rows("locked screen, the whole first frame, from the start of the process", medians, NOTHING, aim)
    yield Found("frame", medians[OURS], duration(medians[NOTHING]))
    medians = {program: statistics.median(each) for program, each in keys.items()}
    yield from rows("the same until the first letter is painted as a dot", medians, SMALLEST, AIM_OF_THE_KEY)
    yield Found("ready", medians[OURS] / medians[SMALLEST], duration(medians[SMALLEST]))


def _started(home: Path, command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds until the first frame is there, and until the dot of a letter typed then is."""
    start = perf_counter()
    with Terminal(home, command) as terminal:
        terminal.until(END if command == APP else SHOWN)
        frame = perf_counter() - start
        terminal.type("x")
        terminal.until(DOT)
        return frame, perf_counter() - start


def _ended(home: Path) -> float:
    """Return the seconds until a process that does nothing has closed its terminal."""
    start = perf_counter()
    with Terminal(home, (sys.executable, "-c", "pass")) as terminal:
        with suppress(OSError):  # what reading raises once the other side is closed
            while terminal.answer():
                pass
        return perf_counter() - start
