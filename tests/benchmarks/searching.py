"""Measure the search for a rare word among all entries, against SQLCipher's LIKE."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import peers
from tests.benchmarks.gates import Found
from tests.benchmarks.once import figures
from tests.benchmarks.table import OURS, duration, rows

ROUNDS = 5
AIM = 0.4


def measure(size: int, place: Path) -> Iterator[str | Found]:
    """Measure each in turn, in a fresh process; return medians of the first search in it, and of later ones."""
    kinds = [OURS, *(kind for kind in peers.installed() if kind != "TinyDB" or size <= 100_000)]
    times: dict[str, list[list[float]]] = {kind: [] for kind in kinds}
    for _ in range(3 if size > 100_000 else ROUNDS):
        for kind in kinds:
            times[kind].append(figures("search", kind, place))
    for which, said in enumerate(("the first search since opening", "a later one, as while typing")):
        medians = {kind: statistics.median(each[which] for each in taken) for kind, taken in times.items()}
        yield from rows(f"rare word, {size:,} entries, {said}", medians, peers.CIPHER, AIM if which else None)
        if size == 36_500 and peers.CIPHER in medians:
            name = "search-later" if which else "search-first"
            yield Found(name, medians[OURS] / medians[peers.CIPHER], duration(medians[peers.CIPHER]))
