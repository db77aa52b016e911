"""Put what was found beside what is aimed at: one table, a row for each gate, printed at the end of ``make bench``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.benchmarks.table import duration


class Found(NamedTuple):
    """What a measurement found for the gate with this name; ``beside`` says what the peer took in the same run."""

    name: str
    value: float
    beside: str = ""


class Gate(NamedTuple):
    """A figure and the most it may be, in times of its ``peer`` (``×``), seconds (``s``), ``MB`` or ``bytes``.

    Without ``most`` the figure is told, and nothing is asked of it.
    """

    name: str
    figure: str
    most: float | None
    unit: str
    peer: str

    def said(self, value: float) -> str:
        """Return a value in the unit of this gate."""
        if self.unit == "s":
            return duration(value)
        return f"{value:,.2f} ×" if self.unit == "×" else f"{value:,.0f} {self.unit}"


_ALONE = "the key derivation alone"
_APPEND = "a plain `write` and `fdatasync` of the same bytes"
_LIKE = "SQLCipher `LIKE`"
_EMPTY = "a Timeline of 100 records"
_OVER = "the same program with an empty journal"

GATES = (
    Gate("save-1000", "durable save of one entry, 1,000 entries", 1.3, "×", _APPEND),
    Gate("save-36500", "durable save of one entry, 36,500 entries", 1.3, "×", _APPEND),
    Gate("save-365000", "durable save of one entry, 365,000 entries", 1.3, "×", _APPEND),
    Gate("growth", "durable save, the largest size by the smallest", 1.15, "×", "the ratios above"),
    Gate(
        "open", "open and verify 36,500 entries, without the key derivation", 0.7, "×", "SQLCipher, all rows as dicts"
    ),
    Gate("today-10", "Today after Enter on the passphrase, 10 entries", None, "×", _ALONE),
    Gate("today-36500", "Today after Enter on the passphrase, 36,500 entries", None, "×", _ALONE),
    Gate("today-365000", "Today after Enter on the passphrase, 365,000 entries", None, "×", _ALONE),
    Gate("timeline", "newest page of the Timeline after Enter on the passphrase, 36,500 entries", 1.5, "×", _ALONE),
    Gate("search-first", "rare word in 36,500 entries, first search", 0.6, "×", _LIKE),
    Gate("search-later", "rare word in 36,500 entries, later searches", 0.15, "×", _LIKE),
    Gate("search-shown", "first results of a search in the app, 36,500 entries", 0.05, "s", ""),
    Gate("frame", "locked screen: first frame", 0.05, "s", "`python -c pass`"),
    Gate("ready", "locked screen: ready for keys", 1.2, "×", "a minimal Textual app"),
    Gate("timeline-paint", "Timeline of 36,500 entries: first paint", 1.2, "×", _EMPTY),
    Gate("timeline-key", "Timeline of 36,500 entries: key to repaint, the slowest of three keys", 1.2, "×", _EMPTY),
    Gate("timeline-bytes", "Timeline of 36,500 entries: written to the terminal for a line down", 500, "bytes", ""),
    Gate("html", "twelve weeks as an HTML page, without imports", 0.05, "s", "the page as text"),
    Gate("pdf", "twelve weeks as a PDF, without imports", 0.2, "s", "the page as text"),
    Gate("memory-today", "memory of 36,500 entries, on Today", 40, "MB", _OVER),
    Gate("memory-timeline", "memory of 36,500 entries, on the Timeline", 45, "MB", _OVER),
    Gate("craving", "`journal craving 7`, the whole process", 10, "×", "`python -c pass`"),
    Gate("keys-deriving", "a key typed while the passphrase is tried, the slowest", 0.1, "s", ""),
    Gate("keys-compacting", "a key typed while the file is compacted, the slowest", 0.1, "s", ""),
)
"""The rows, in the order in which they are printed."""

HEADINGS = ("Figure", "Found", "Aim", "Met", "Peer")
NOT_MEASURED = "not measured"


def rows(found: Mapping[str, Found]) -> list[tuple[str, ...]]:
    """Return the cells of each row. Raises ``KeyError`` for a finding that no gate asks for."""
    if unknown := found.keys() - {gate.name for gate in GATES}:
        raise KeyError(*sorted(unknown))
    return [_row(gate, found.get(gate.name)) for gate in GATES]


def _row(gate: Gate, found: Found | None) -> tuple[str, ...]:
    aim = "" if gate.most is None else f"≤ {gate.said(gate.most)}"
    if found is None:
        return gate.figure, NOT_MEASURED, aim, "", gate.peer
    met = "" if gate.most is None else "yes" if found.value <= gate.most else "no"
    peer = ": ".join(part for part in (gate.peer, found.beside) if part)
    return gate.figure, gate.said(found.value), aim, met, peer


def plain(found: Iterable[Found]) -> Iterator[str]:
    """Yield the table for a terminal."""
    yield "Gates"
    cells = [HEADINGS, *rows({one.name: one for one in found})]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield f"  {'  '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))}".rstrip()


def markdown(found: Iterable[Found]) -> Iterator[str]:
    """Yield the table for ``docs/benchmarks.md``."""
    cells = [HEADINGS, tuple("---" for _ in HEADINGS), *rows({one.name: one for one in found})]
    for row in cells:
        yield f"| {' | '.join(row)} |"
