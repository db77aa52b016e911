"""Measure one figure of one store in a process of its own, so that nothing another left in memory matters."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from journal.file_facts import Cost
from journal.search import Search
from journal.store.journal import Journal
from journal.vault.crypto.keys import from_passphrase
from tests.benchmarks import peers, sample
from tests.benchmarks.table import OURS

AGAIN = 15


def figures(what: str, kind: str, place: Path) -> list[float]:
    """Run this file for one of ``open``, ``search``, ``memory`` and ``derive``, and return what it prints."""
    command = [sys.executable, "-m", "tests.benchmarks.once", what, kind, str(place)]
    return [float(figure) for figure in subprocess.check_output(command, text=True).split()]


def _journal(place: Path) -> Journal:
    return Journal.open(place / "journal.rj", sample.PASSPHRASE, anchors=place)


def _search(kind: str, place: Path) -> Callable[[], list[object]]:
    if kind == OURS:
        search = Search(_journal(place))
        return lambda: list(search.find(sample.RARE))
    peer = peers.opened(kind, place)
    return lambda: list(peer.holding(sample.RARE))


def _warm(kind: str) -> None:
    """Import what opening needs, as the app does while the passphrase is typed."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        if kind == OURS:
            Journal.create(place / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=place).close()
        else:
            peers.opened(kind, place).close()


def opening(kind: str, place: Path) -> list[float]:
    """Return the seconds until every entry is verified and in memory as a dict."""
    _warm(kind)
    start = perf_counter()
    held = _journal(place) if kind == OURS else peers.opened(kind, place).rows()
    taken = perf_counter() - start
    assert held is not None
    return [taken]


def search(kind: str, place: Path) -> list[float]:
    """Return the seconds of the first search for a rare word, and the median of later ones."""
    find, times = _search(kind, place), []
    for _ in range(1 + AGAIN):
        start = perf_counter()
        found = find()
        times.append(perf_counter() - start)
        assert len(found) == 3
    return [times[0], statistics.median(times[1:])]


def memory(kind: str, place: Path) -> list[float]:
    """Return the bytes of this process with every entry in memory."""
    held = _journal(place) if kind == OURS else peers.opened(kind, place).rows()
    assert held is not None
    return [float(resident("self"))]


def derive(cost: str, place: Path) -> list[float]:
    """Return the seconds of deriving one key at a cost: its KiB, iterations and lanes."""
    from_passphrase("", bytes(16), sample.CHEAP)  # imports first
    start = perf_counter()
    from_passphrase(sample.PASSPHRASE, bytes(16), Cost(*map(int, cost.split(","))))
    return [perf_counter() - start]


def resident(process: int | str) -> int:
    """Return the bytes of memory that a process has now (Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


if __name__ == "__main__":
    measured = {"open": opening, "search": search, "memory": memory, "derive": derive}[sys.argv[1]]
    print(*measured(sys.argv[2], Path(sys.argv[3])))
