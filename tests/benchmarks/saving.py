"""Measure a durable save of one entry, against a plain append and fdatasync of as many bytes, and against its peers."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from journal.store.journal import Journal
from tests.benchmarks import peers, sample
from tests.benchmarks.gates import Found
from tests.benchmarks.table import OURS, duration, rows

ROUNDS = 300
BASE = "append + fdatasync"
RECORD = 4096
SLOW = "TinyDB"


class Saving:
    """Measures saves at each size it is given, and remembers how they compared to a plain append."""

    def __init__(self) -> None:
        self.ratios: list[float] = []

    def measure(self, size: int, place: Path) -> Iterator[str | Found]:
        """Measure each in turn on the same disk, so that other users of the disk slow all of them."""
        others = {kind: peers.opened(kind, place) for kind in peers.installed()}
        times = _in_turn(place, {kind: peer for kind, peer in others.items() if kind != SLOW})
        rounds = max(1, min(9, 100_000 // size))
        times[SLOW] = [_taken(lambda: others[SLOW].add(sample.one_more()[1])) for _ in range(rounds)]
        for peer in others.values():
            peer.close()
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        self.ratios.append(medians[OURS] / medians[BASE])
        yield from rows(f"durable save of one entry (a record of {RECORD:,} bytes), {size:,} entries", medians, BASE)
        quick = {name: sorted(taken)[len(taken) // 10] for name, taken in times.items()}
        yield from rows(f"the same, of each the quickest tenth of {ROUNDS} rounds, {size:,} entries", quick, BASE)
        yield Found(f"save-{size}", self.ratios[-1], duration(medians[BASE]))

    def growth(self) -> Iterator[str | Found]:
        """Yield how much a save grows with the journal, by the sizes that were measured."""
        if len(self.ratios) > 1:
            grown = max(self.ratios) / min(self.ratios)
            yield f"durable save, the ratio of all sizes, largest by smallest: {grown:.2f}"
            yield Found("growth", grown)


def _in_turn(place: Path, others: dict[str, peers.Peer]) -> dict[str, list[float]]:
    """Return the seconds of each save, by store."""
    times: dict[str, list[float]] = {name: [] for name in (OURS, BASE, *others)}
    order, chance = list(times), Random(1)
    descriptor = os.open(place / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with Journal.open(place / "journal.rj", sample.PASSPHRASE, anchors=place) as journal:
        for _ in range(ROUNDS):
            entry, document = sample.one_more()
            journal.do_upkeep()  # between saves, as the screens do it
            saves: dict[str, Callable[[], object]] = {
                OURS: partial(journal.entries.add, entry),
                BASE: partial(_append, descriptor, os.urandom(RECORD)),
                **{kind: partial(peer.add, document) for kind, peer in others.items()},
            }
            chance.shuffle(order)  # what the disk was left with by the one before is for all the same
            for name in order:
                times[name].append(_taken(saves[name]))
    os.close(descriptor)
    return times


def _append(descriptor: int, data: bytes) -> None:
    os.write(descriptor, data)
    os.fdatasync(descriptor)


def _taken(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
