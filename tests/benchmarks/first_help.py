"""Measure the worst moment: from the key to the breath on the locked screen, and a craving noted from a shell."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.gates import Found
from tests.benchmarks.table import OURS, duration, rows
from tests.benchmarks.terminal import Terminal

ROUNDS = 15
TO_THE_BREATH = 0.1
TO_HAVE_NOTED = 0.3
"""Our aims, in seconds."""

F8 = "\x1b[19~"
BARE = "python -c pass"
SCRIPT = str(Path(sys.executable).with_name("journal"))
"""What a person starts."""


def measure() -> Iterator[str | Found]:
    """Yield the median and the slowest of each."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=home).close()
        breaths = [_breath(home) for _ in range(ROUNDS)]
        commands = {OURS: (SCRIPT, "craving", "7"), BARE: (sys.executable, "-c", "pass")}
        for command in commands.values():
            _run(home, command)  # warm up
        rounds = [{name: _run(home, command) for name, command in commands.items()} for _ in range(ROUNDS)]
    yield "from the key on the locked screen, a second after it was painted, until the breath is painted"
    yield _row(breaths, TO_THE_BREATH)
    taken, busy = ({name: [each[name][which] for each in rounds] for name in commands} for which in range(2))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    yield from rows("a craving noted from a shell without the passphrase, from start to exit", medians, BARE)
    yield _row(taken[OURS], TO_HAVE_NOTED)
    least = {name: min(each) for name, each in taken.items()}
    yield from rows("the same, the quickest round", least, BARE)
    yield from rows("the same, the least time of the processor", {name: min(each) for name, each in busy.items()}, BARE)
    yield Found("craving", least[OURS] / least[BARE], duration(least[BARE]))


def _row(seconds: Sequence[float], aim: float) -> str:
    return (
        f"  half within {duration(statistics.median(seconds))}, the slowest of {len(seconds)} {duration(max(seconds))}"
        f"   aim {duration(aim)}"
    )


def _breath(home: Path) -> float:
    with Terminal(home) as terminal:
        terminal.until(b"last saved")
        terminal.rest(1.0, 1.0)
        start = perf_counter()
        terminal.type(F8)
        terminal.until(b"reathe")
        return perf_counter() - start


def _run(home: Path, command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of a command from start to exit, and those that it kept the processor busy."""
    environment = {**os.environ, "HOME": str(home), "JOURNAL_FILE": f"{home}/journal.rj"}
    start, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    taken, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
