"""Measure unlocking on a real terminal at the standard cost: from Enter on the passphrase to Today, to the Timeline."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from journal.domain.entries import Entry
from journal.file_facts import Cost
from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.gates import Found
from tests.benchmarks.once import figures
from tests.benchmarks.table import duration
from tests.benchmarks.terminal import Terminal

FEW = 10
ROUNDS = 5
NEWEST = "marigold"
"""A word of the newest entry alone: Today does not show it, the newest page of the Timeline does."""

ALONE = "key derivation alone"


def measure(size: int, cost: Cost = Cost.STANDARD, rounds: int = ROUNDS) -> Iterator[str | Found]:
    """Yield medians, as ratios to deriving the same key in a process of its own in the same rounds."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        homes = {count: _filled(Path(name) / str(count), count, cost) for count in dict.fromkeys((FEW, size))}
        times: dict[str, list[float]] = {ALONE: [], "search": []}
        for _ in range(rounds):
            times[ALONE] += figures("derive", f"{cost.memory_kib},{cost.iterations},{cost.lanes}", Path(name))
            for count, home in homes.items():
                for step, taken in _steps(home).items():
                    times.setdefault(step if step == "search" else f"{step}, {count:,} entries", []).append(taken)
    yield f"from Enter on the passphrase, {size:,} entries"
    medians = {said: statistics.median(taken) for said, taken in times.items()}
    alone = medians[ALONE]
    for said, taken in medians.items():
        yield f"  {said:<28}{taken / alone:9.2f} ×  {duration(taken):>10}"
    beside = duration(alone)
    for count in homes:
        yield Found(f"today-{count}", medians[f"Today, {count:,} entries"] / alone, beside)
    if size == 36_500:
        yield Found("timeline", medians[f"Timeline, {size:,} entries"] / alone, beside)
        yield Found("search-shown", medians["search"])


def _filled(home: Path, size: int, cost: Cost) -> Path:
    """Make a journal with so many entries, the newest of which holds a word of its own."""
    home.mkdir()
    with Journal.create(home / "journal.rj", sample.PASSPHRASE, cost=cost, anchors=home) as journal:
        journal.entries.add_many([*sample.entries(size - 1), Entry(text=f"{NEWEST} in the window", at=sample.NEWEST)])
        journal.compact()
    return home


def _steps(home: Path) -> dict[str, float]:
    """Return the seconds to each step in one run of the app; those to the Timeline count from Enter as well."""
    with Terminal(home) as terminal:
        terminal.until(b"last saved")
        terminal.rest(1, 3)
        terminal.type(sample.PASSPHRASE)
        terminal.rest(0.5, 2)
        start = perf_counter()
        terminal.type("\r")
        terminal.until(b"Today")
        times = {"Today": perf_counter() - start}
        terminal.type("2")
        terminal.until(NEWEST.encode())
        times["Timeline"] = perf_counter() - start
        terminal.rest(1, 3)
        terminal.type("/")
        terminal.rest(1, 3)
        start = perf_counter()
        terminal.type(sample.RARE)
        terminal.until(b" found")
        times["search"] = perf_counter() - start
        return times
