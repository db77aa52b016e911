"""Measure memory with all entries open, minus the same program with none: the app on a terminal, the stores alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import peers, sample
from tests.benchmarks.gates import Found
from tests.benchmarks.once import figures, resident
from tests.benchmarks.table import OURS
from tests.benchmarks.terminal import Terminal

_MB = 1_000_000
_PLACES = (("Today", f"{sample.PASSPHRASE}\r"), ("Timeline", "2"), ("searched", f"/{sample.RARE}"))


def measure(size: int, place: Path) -> Iterator[str | Found]:
    """Yield megabytes over an empty journal."""
    with sample.filled(0) as empty:
        yield f"memory over an empty journal, {size:,} entries"
        patience = 2 + size / 100_000
        nothing, all_of_it = _app(empty, patience), _app(place, patience)
        for (name, _), base, figure in zip(_PLACES, nothing, all_of_it, strict=True):
            yield f"  the app, {name:<17}{(figure - base) / _MB:9.1f} MB   ({figure / _MB:,.0f} in all)"
            if size == 36_500 and name != "searched":
                yield Found(f"memory-{name.lower()}", (figure - base) / _MB, f"{base / _MB:,.0f} MB")
        for kind in (OURS, *peers.installed()):
            (least,), (most,) = figures("memory", kind, empty), figures("memory", kind, place)
            said = "journal, no screens" if kind == OURS else f"{kind}, all rows"
            yield f"  {said:<26}{(most - least) / _MB:9.1f} MB"


def _app(place: Path, patience: float) -> list[int]:
    """Return bytes of the app once the journal is open, once it showed the timeline, once it searched."""
    with Terminal(place) as terminal:
        terminal.until(b"Passphrase")
        sizes = []
        for number, (_, typed) in enumerate(_PLACES):
            terminal.type(typed)
            if not number:
                terminal.until(b"Today")
            terminal.rest(patience, 3 * patience)
            sizes.append(resident(terminal.pid))
        return sizes
