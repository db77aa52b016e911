"""Measure deriving the key of a passphrase: how long it takes, and how soon the app answers keys meanwhile."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from journal.file_facts import Cost
from journal.store.journal import Journal
from journal.vault.crypto.keys import calibrated, from_passphrase
from tests.benchmarks import sample
from tests.benchmarks.gates import Found
from tests.benchmarks.table import duration
from tests.benchmarks.terminal import Terminal

ROUNDS = 5
AIM = 0.1
OPEN = b"Today"


def measure() -> Iterator[str | Found]:
    """Measure the derivation alone, the cost this computer would choose, and the answers to keys meanwhile."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=Cost.STANDARD, anchors=home).close()
        alone = [_derivation() for _ in range(ROUNDS)]
        answers = [answer for _ in range(ROUNDS) for answer in _answers(home)]
    cost = calibrated()
    yield "key derivation"
    yield f"  standard (256 MiB, 3 iterations, 4 lanes)   {duration(statistics.median(alone))}"
    yield f"  calibrated here: {cost.memory_kib // 1024} MiB, {cost.iterations} iterations, {cost.lanes} lanes"
    yield (
        f"  {len(answers)} keys typed meanwhile, until each was painted: half within"
        f" {duration(statistics.median(answers))}, the slowest {duration(max(answers))}   aim {duration(AIM)}"
    )
    yield Found("keys-deriving", max(answers), f"half within {duration(statistics.median(answers))}")


def _derivation() -> float:
    start = perf_counter()
    from_passphrase(sample.PASSPHRASE, bytes(16), Cost.STANDARD)
    return perf_counter() - start


def _answers(home: Path) -> Iterator[float]:
    """Yield the seconds from each key to its dot in the field, one key after the other, until the journal is open."""
    with Terminal(home) as terminal:
        terminal.until(b"Passphrase")
        terminal.rest(0.4, 2.0)
        terminal.type(f"{sample.PASSPHRASE}\r")
        terminal.until(b"Opening")
        while True:
            start = perf_counter()
            terminal.type("x")
            painted = terminal.answer()
            if OPEN in painted:
                return
            yield perf_counter() - start
