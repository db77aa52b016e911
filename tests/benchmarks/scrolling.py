"""Measure the Timeline on a real terminal with ten years of records, against one with few records in the same run."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

from journal.store.journal import Journal
from tests.benchmarks import sample
from tests.benchmarks.gates import Found
from tests.benchmarks.table import duration, rows
from tests.benchmarks.terminal import Terminal

FEW: Final = 100
"""Records of a few screens: with fewer nothing would scroll, and a key would repaint two lines, not all of them."""

MANY: Final = 36_500
ROUNDS: Final = 5
_KEYS: Final = {"a line down": ("j", "k"), "a page down": ("\x1b[6~", "\x1b[5~"), "to the last line": ("G", "g")}
"""What is measured → its key, and the one that goes back: a key that moves nothing paints nothing."""

_BYTES: Final = "bytes of a line down"
_QUIET: Final = 0.3
"""Seconds without output after which the screen is complete."""
_BASE: Final = f"{FEW} records"


def measure(many: int = MANY, rounds: int = ROUNDS) -> Iterator[str | Found]:
    """Yield the median seconds until the first paint of the Timeline, and until each key is answered."""
    ours = f"{many:,} records"
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        places = {_BASE: _filled(Path(name) / "few", FEW), ours: _filled(Path(name) / "many", many)}
        runs = [{said: _times(place) for said, place in places.items()} for _ in range(rounds)]
    medians = {
        what: {said: statistics.median(each[said][what] for each in runs) for said in places} for what in runs[0][ours]
    }
    painted = medians.pop(_BYTES)
    for what, taken in medians.items():
        yield from rows(f"Timeline, {what}", taken, _BASE)
    yield f"Timeline, {_BYTES}: {painted[ours]:,.0f}"
    first = medians["first paint"]
    yield Found("timeline-paint", first[ours] / first[_BASE], duration(first[_BASE]))
    yield Found("timeline-key", max(medians[key][ours] / medians[key][_BASE] for key in _KEYS))
    yield Found("timeline-bytes", painted[ours])


def _filled(place: Path, size: int) -> Path:
    """Make a journal with so many entries, ten a day."""
    place.mkdir()
    with Journal.create(place / "journal.rj", sample.PASSPHRASE, cost=sample.CHEAP, anchors=place) as journal:
        journal.entries.add_many(sample.entries(size))
        journal.compact()
    return place


def _times(place: Path) -> dict[str, float]:
    """Return the seconds of each step in one run of the app."""
    with Terminal(place) as terminal:
        terminal.until(b"Passphrase")
        terminal.rest(2, 6)
        terminal.type(f"{sample.PASSPHRASE}\r")
        terminal.until(b"Today")
        terminal.rest(2, 6)
        times = {"first paint": _answered(terminal, "2", b"newest first")[0]}
        times[_BYTES] = statistics.median(_answered(terminal, "j")[1] for _ in range(4))
        _answered(terminal, "g")
        times |= {what: _there_and_back(terminal, *keys) for what, keys in _KEYS.items()}
        _answered(terminal, "1")
        times["shown again"] = _answered(terminal, "2")[0]
        return times


def _there_and_back(terminal: Terminal, key: str, back: str) -> float:
    """Return the median seconds until a key is answered, after which another goes back."""
    taken = []
    for _ in range(4):
        taken.append(_answered(terminal, key)[0])
        _answered(terminal, back)
    return statistics.median(taken)


def _answered(terminal: Terminal, key: str, shown: bytes = b"") -> tuple[float, int]:
    """Return the seconds from a key to the first paint after it, or until something is shown; and the bytes of all."""
    start = perf_counter()
    terminal.type(key)
    if shown:
        terminal.until(shown)
    painted = 0 if shown else len(terminal.answer(3))
    taken = perf_counter() - start
    return taken, painted + terminal.rest(_QUIET, 3)
