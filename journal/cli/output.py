"""Prints what commands have to say: lines for people, or JSON for scripts.

Every command prints through this module. Text of the person goes through ``on_one_line`` or ``columns``, which remove
control characters, so that nothing they wrote can steer the terminal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import Enum
from typing import Any

import click

from journal.cells import cell_width
from journal.sharing.sanitize import sanitize


def on_one_line(text: str) -> str:
    """Return a text without control characters, its line ends as spaces."""
    return sanitize(text).replace("\n", " ")


def columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield rows of cells as lines, padded so that the cells of a column start at the same place."""
    cells = [[on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(_padded, row, widths)).rstrip()


def print_result(lines: Iterable[str], value: Any, *, as_json: bool, otherwise: str = "") -> None:
    """Print ``value`` as JSON, or else the lines, or ``otherwise`` when there are no lines.

    Both may be iterators; only the one that is printed is consumed.
    """
    if as_json:
        plain_value = list(value) if isinstance(value, Iterator) else value
        click.echo(json.dumps(plain_value, indent=2, default=_plain_value))
        return
    said = False
    for line in lines:
        click.echo(line)
        said = True
    if otherwise and not said:
        click.echo(otherwise)


def print_error(sentence: str) -> None:
    """Print a sentence to standard error, so that it never mixes with the output."""
    click.echo(on_one_line(sentence), err=True)


@contextmanager
def progress(label: str, length: int, *, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """Show a progress bar on standard error, if that is a terminal; yields a function to call with each step."""
    hidden = not (shown and sys.stderr.isatty())
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def _plain_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return float(value)  # type: ignore[arg-type]  # only decimals are left
