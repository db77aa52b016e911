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
from tests.benchmarks.table import rows
from tests.benchmarks.terminal import Terminal

FEW: Final = 100
"""Records of a few screens: with fewer nothing would scroll, and a key would repaint two lines, not all of them."""

MANY: Final = 36_500
ROUNDS: Final = 3
_KEYS: Final = {"a line down": ("j", "k"), "a page down": ("\x1b[6~", "\x1b[5~"), "to the last line": ("G", "g")}
"""What is measured → its key, and the one that goes back: a key that moves nothing paints nothing."""

_QUIET: Final = 0.3
"""Seconds without output after which the screen is complete."""
_BASE: Final = f"{FEW} records"
_OURS: Final = f"{MANY:,} records"


def measure() -> Iterator[str]:
    """Yield the median seconds until the first paint of the Timeline, and until each key is answered."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        places = {_BASE: _filled(Path(name) / "few", FEW), _OURS: _filled(Path(name) / "many", MANY)}
        rounds = [{said: _times(place) for said, place in places.items()} for _ in range(ROUNDS)]
    for what in rounds[0][_BASE]:
        medians = {said: statistics.median(each[said][what] for each in rounds) for said in places}
        yield from rows(f"Timeline, {what}", medians, _BASE)


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
        times = {"first paint": _answered(terminal, "2", b"newest first")}
        times |= {what: _there_and_back(terminal, *keys) for what, keys in _KEYS.items()}
        _answered(terminal, "1")
        times["shown again"] = _answered(terminal, "2")
        return times


def _there_and_back(terminal: Terminal, key: str, back: str) -> float:
    """Return the median seconds until a key is answered, after which another goes back."""
    taken = []
    for _ in range(4):
        taken.append(_answered(terminal, key))
        _answered(terminal, back)
    return statistics.median(taken)


def _answered(terminal: Terminal, key: str, shown: bytes = b"") -> float:
    """Return the seconds from a key to the first paint after it, or until something is shown."""
    start = perf_counter()
    terminal.type(key)
    if shown:
        terminal.until(shown)
    else:
        terminal.answer(3)
    taken = perf_counter() - start
    terminal.rest(_QUIET, 3)
    return taken
