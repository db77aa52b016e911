"""Measure opening: every entry verified and in memory, against SQLCipher reading all rows as dicts."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import peers
from tests.benchmarks.gates import Found
from tests.benchmarks.once import figures
from tests.benchmarks.table import OURS, duration, rows

ROUNDS = 7


def measure(size: int, place: Path) -> Iterator[str | Found]:
    """Measure each in turn, in a fresh process; return medians, and the least."""
    kinds = [OURS, *peers.installed()]
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(3 if size > 100_000 else ROUNDS):
        for kind in kinds:
            times[kind] += figures("open", kind, place)
    medians = {kind: statistics.median(taken) for kind, taken in times.items()}
    yield from rows(f"open and verify, {size:,} entries", medians, peers.CIPHER)
    least = {kind: min(taken) for kind, taken in times.items()}
    yield from rows(f"open and verify, {size:,} entries, the least of all rounds", least, peers.CIPHER)
    if size == 36_500 and peers.CIPHER in medians:
        yield Found("open", medians[OURS] / medians[peers.CIPHER], duration(medians[peers.CIPHER]))
