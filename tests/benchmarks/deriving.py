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
SIZE = 36_500
AT_ONCE = 365
OPEN = b"Today"
CLOSED = b"last saved"
LOCK = "\x0c"
"""Ctrl+L."""


def measure() -> Iterator[str | Found]:
    """Measure the derivation alone, the cost this computer would choose, and the answers to keys meanwhile."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=Cost.STANDARD, anchors=home).close()
        alone = [_derivation() for _ in range(ROUNDS)]
        answers = [_answers(home, OPEN) for _ in range(ROUNDS)]
    cost = calibrated()
    yield "key derivation"
    yield f"  standard (256 MiB, 3 iterations, 4 lanes)   {duration(statistics.median(alone))}"
    yield f"  calibrated here: {cost.memory_kib // 1024} MiB, {cost.iterations} iterations, {cost.lanes} lanes"
    tried = [one for each in answers for one in each[:-1]]
    yield f"  {_said(tried)}   aim {duration(AIM)}"
    yield Found("keys-deriving", max(tried), f"half within {duration(statistics.median(tried))}")
    yield f"  the key during which Today was made: {duration(statistics.median(each[-1] for each in answers))}"
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        home = Path(name)
        _fill(home)
        yield f"opening {SIZE:,} entries, without the key derivation"
        yield f"  {_said(_answers(home, OPEN)[:-1])}   aim {duration(AIM)}"
        yield f"compacting {SIZE:,} entries after a lock"
        compacting = _answers(home, CLOSED, lock=True)
        yield f"  {_said(compacting)}   aim {duration(AIM)}"
        if compacting:
            yield Found("keys-compacting", max(compacting), f"half within {duration(statistics.median(compacting))}")


def _fill(home: Path) -> None:
    """Make a journal that has outgrown its snapshot, so that the lock compacts it."""
    with Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=home) as journal:
        new = list(sample.entries(SIZE))
        for start in range(0, SIZE, AT_ONCE):
            journal.entries.add_many(new[start : start + AT_ONCE])


def _said(answers: list[float]) -> str:
    if not answers:
        return "over before a key was painted"
    middle, slowest = duration(statistics.median(answers)), duration(max(answers))
    return f"{len(answers)} keys typed meanwhile, until each was painted: half within {middle}, the slowest {slowest}"


def _derivation() -> float:
    start = perf_counter()
    from_passphrase(sample.PASSPHRASE, bytes(16), Cost.STANDARD)
    return perf_counter() - start


def _answers(home: Path, end: bytes, *, lock: bool = False) -> list[float]:
    """Return the seconds from each key to its dot in the field, one key after the other, until ``end`` is painted.

    The keys are typed while the journal opens, or while it closes after a lock. The last one may wait for what is
    painted next.
    """
    with Terminal(home) as terminal:
        terminal.until(b"Passphrase")
        terminal.rest(0.4, 2.0)
        terminal.type(f"{sample.PASSPHRASE}\r")
        terminal.until(OPEN if lock else b"Opening")
        if lock:
            terminal.rest(0.4, 2.0)
            terminal.type(LOCK)
            terminal.until(b"Passphrase")
        taken, painted = [], b""
        while end not in painted:
            start = perf_counter()
            terminal.type("x")
            painted = terminal.answer()
            taken.append(perf_counter() - start)
        return taken
