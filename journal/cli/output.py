"""What commands print: lines for people, or JSON; a person's text never steers the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import Enum
from typing import Any
from unicodedata import east_asian_width

import click

from journal.sharing.sanitize import sanitize

UNDEFINED = "–"
"""Stands where a figure is undefined."""


def on_one_line(text: str) -> str:
    """A text without what steers a terminal, its line ends as blanks."""
    return sanitize(text).replace("\n", " ")


def columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows of cells as lines, the cells of each column under each other."""
    cells = [[on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(_padded, row, widths)).rstrip()


def print_result(lines: Iterable[str], value: Any, *, as_json: bool, otherwise: str = "") -> None:
    """Print ``value`` as JSON, or else the lines, or what is said ``otherwise`` when there is none.

    Both may be iterators; only what is printed is worked out.
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
    """Say something beside the output, on standard error."""
    click.echo(on_one_line(sentence), err=True)


@contextmanager
def progress(label: str, length: int, *, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """Show on standard error, where that is a terminal, how much of ``length`` is done; yields what is told of more."""
    hidden = not (shown and sys.stderr.isatty())
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update


def count(number: int, noun: str) -> str:
    """``1 record``, ``3 records``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def or_undefined(value: object) -> str:
    """A figure, or the sign for none."""
    return UNDEFINED if value is None else str(value)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _plain_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return float(value)  # type: ignore[arg-type]  # what is left are decimals
