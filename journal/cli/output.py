"""Prints what commands have to say: lines for people, or JSON for scripts.

Every command prints through this module. Text of the person goes through ``on_one_line`` or ``columns``, which remove
control characters, so that nothing they wrote can steer the terminal. On a terminal, lines break between words. In
accessible mode every line is flat: ``heading: words``, without columns or frames.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import Enum
from typing import Any, Final, TextIO

import click

from journal.cells import cell_width
from journal.cli import accessible
from journal.sharing.sanitize import sanitize

_DRAWN: Final = re.compile("[\u2500-\u259f]+")
"""Box drawing and blocks, which a screen reader spells out."""


def on_one_line(text: str) -> str:
    """Return a text without control characters, its line ends as spaces."""
    return sanitize(text).replace("\n", " ")


def columns(rows: Iterable[Sequence[str]], headings: Sequence[str] = ()) -> Iterator[str]:
    """Yield rows of cells as lines, padded so that the cells of a column start at the same place.

    In accessible mode each cell that is not empty is a line of its own after its heading, with an empty line between
    rows. Without headings a row is one line, its first cell in place of a heading.
    """
    cells = [[on_one_line(cell) for cell in row] for row in rows]
    if accessible.is_on():
        yield from _flat_rows(cells, headings)
        return
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(_padded, row, widths)).rstrip()


def numbered(labels: Iterable[str]) -> Iterator[str]:
    """Yield labels with their numbers, from 1: ``1  Dan``, in accessible mode ``1: Dan``."""
    gap = ": " if accessible.is_on() else "  "
    return (f"{number}{gap}{on_one_line(label)}" for number, label in enumerate(labels, 1))


def print_result(lines: Iterable[str], value: Any, *, as_json: bool, otherwise: str = "") -> None:
    """Print ``value`` as JSON, or else the lines, or ``otherwise`` when there are no lines.

    Both may be iterators; only the one that is printed is consumed.
    """
    if as_json:
        import json

        plain_value = list(value) if isinstance(value, Iterator) else value
        click.echo(json.dumps(plain_value, indent=2, default=_plain_value))
        return
    if not print_lines(lines) and otherwise:
        print_lines([otherwise])


def print_lines(lines: Iterable[str], *, err: bool = False) -> int:
    """Print lines that hold no control characters, and return how many they were."""
    number = 0
    for line in lines:
        for part in fitted(line, err=err):
            click.echo(part, err=err)
        number += 1
    return number


def print_error(sentence: str) -> None:
    """Print a sentence to standard error, so that it never mixes with the output."""
    print_lines([on_one_line(sentence)], err=True)


def fitted(line: str, *, err: bool) -> list[str]:
    """Return a line as those that fit the terminal, flat in accessible mode; whole where it is not printed to one."""
    line = _flat(line) if accessible.is_on() else line
    stream: TextIO | None = sys.stderr if err else sys.stdout
    if stream is None or not stream.isatty():
        return [line]
    return wrapped(line, terminal_size(stream)[0])


def terminal_size(stream: TextIO) -> tuple[int, int]:
    """Return the columns and rows of the terminal, 80 by 24 if they are unknown.

    ``COLUMNS`` may make it narrower, not wider: it may be that of another window.
    """
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((80, 24))
    named = os.environ.get("COLUMNS", "")
    asked = int(named) if named.isdecimal() else 0
    return min(asked or 1000, size.columns or 80), size.lines or 24


def wrapped(line: str, width: int) -> list[str]:
    """Return a line broken between words, so that each part takes at most ``width`` cells; a longer word stays whole.

    Parts after the first are indented as the line is; those of a row of columns by two cells more.
    """
    if cell_width(line) <= width:
        return [line]
    words = line.lstrip(" ")
    indent = " " * (len(line) - len(words))
    hanging = indent + ("  " if "  " in words else "")
    parts, current = [], indent
    for gap, word in re.findall(r"( *)([^ ]+)", words):
        longer = f"{current}{gap}{word}"
        if current.strip() and cell_width(longer) > width:
            parts.append(current)
            longer = f"{hanging}{word}"
        current = longer
    return [*parts, current]


def confirmed(question: str) -> bool:
    """Ask a question with yes or no on the terminal, and return the answer; enter is no."""
    from journal.text import prompts as prompts_text

    suffix = f" [{prompts_text.YES_OR_ENTER}]: "
    asked = "\n".join(fitted(question, err=True))
    return bool(click.prompt(asked, "", prompt_suffix=suffix, show_default=False, value_proc=_answer, err=True))


def _answer(typed: str) -> bool:
    """Return whether an answer is yes; enter is no. Raises ``click.UsageError``, after which it is asked again."""
    from journal.text import prompts as prompts_text

    if (answer := yes_in(typed or "n")) is None:
        raise click.UsageError(prompts_text.YES_OR_NO_ONLY)
    return answer


def yes_in(typed: str) -> bool | None:
    """Return whether an answer is yes or no."""
    answers = {"y": True, "yes": True, "n": False, "no": False} | {"s": True, "si": True, "sí": True}
    return answers.get(typed.strip().lower())


@contextmanager
def progress(label: str, length: int, *, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """Show a progress bar on standard error, if that is a terminal; yields a function to call with each step.

    A bar moves the cursor, so accessible mode has none.
    """
    hidden = accessible.is_on() or not (shown and sys.stderr.isatty())
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update


def _flat_rows(rows: Iterable[Sequence[str]], headings: Sequence[str]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if not headings:
            first, *rest = [cell for cell in row if cell] or [""]
            yield f"{first}: {', '.join(rest)}" if rest else first
            continue
        if number:
            yield ""
        yield from (f"{heading}: {cell}" for heading, cell in zip(headings, row, strict=True) if cell)


def _flat(line: str) -> str:
    return " ".join(_DRAWN.sub(" ", line).split())


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def _plain_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return float(value)  # type: ignore[arg-type]  # only decimals are left
