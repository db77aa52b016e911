"""A durable save of one entry, against a plain append and fsync of the same bytes."""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from journal.book import Cost, Journal
from journal.domain.entries import Entry

ROUNDS = 400
SIZES = (1_000, 20_000)
TEXT = "Made tea and sat on the stairs until it passed. " * 6


def measure() -> list[str]:
    """Lines to print: the ratio for each size of journal, and how it grows."""
    lines, ratios = [], []
    for size in SIZES:
        save, append, record = _pair(size)
        ratios.append(save / append)
        lines.append(
            f"save, {size:>6,} entries   {save * 1e6:7.0f} µs   append + fsync of its {record} bytes"
            f"   {append * 1e6:7.0f} µs   ratio {save / append:.2f}   (aim 1.20)"
        )
    lines.append(f"save, growth          {ratios[-1] / ratios[0]:.2f}   (aim 1.15)")
    return lines


def _pair(size: int) -> tuple[float, float, int]:
    """Median seconds of a save and of an append of as many bytes, in turn on the same disk, and that many bytes."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        place = Path(name)
        with Journal.create(place / "j.rj", "p", cost=Cost(64, 1, 1), anchors=place) as journal:
            journal.entries.add_many([Entry(text=TEXT) for _ in range(size)])
            journal.compact()
            before = journal.path.stat().st_size
            journal.entries.add(Entry(text=TEXT))
            record = journal.path.stat().st_size - before
            data = os.urandom(record)
            saves, appends = [], []
            descriptor = os.open(place / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            for _ in range(ROUNDS):
                start = perf_counter()
                journal.entries.add(Entry(text=TEXT))
                middle = perf_counter()
                os.write(descriptor, data)
                os.fdatasync(descriptor)
                appends.append(perf_counter() - middle)
                saves.append(middle - start)
            os.close(descriptor)
    return statistics.median(saves), statistics.median(appends), record
