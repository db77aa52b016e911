"""Measure the worst moment: from the key to the breath on the locked screen, and a craving noted from a shell."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.table import OURS, duration, rows
from tests.benchmarks.terminal import OURS as APP
from tests.benchmarks.terminal import Terminal

ROUNDS = 15
TO_THE_BREATH = 0.1
TO_HAVE_NOTED = 0.3
"""Our aims, in seconds."""

F8 = "\x1b[19~"
BARE = "python -c pass"


def measure() -> Iterator[str]:
    """Yield the median and the slowest of each."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=home).close()
        breaths = [_breath(home) for _ in range(ROUNDS)]
        commands = {OURS: (*APP, "craving", "7", "--trigger", "stress"), BARE: (sys.executable, "-c", "pass")}
        rounds = [{name: _run(home, command) for name, command in commands.items()} for _ in range(ROUNDS)]
    yield "from the key on the locked screen, a second after it was painted, until the breath is painted"
    yield _row(breaths, TO_THE_BREATH)
    medians = {name: statistics.median(each[name] for each in rounds) for name in commands}
    yield from rows("a craving noted from a shell without the passphrase, from start to exit", medians, BARE)
    yield _row([each[OURS] for each in rounds], TO_HAVE_NOTED)


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


def _run(home: Path, command: Sequence[str]) -> float:
    environment = {**os.environ, "HOME": str(home), "JOURNAL_FILE": f"{home}/journal.rj"}
    start = perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return perf_counter() - start
