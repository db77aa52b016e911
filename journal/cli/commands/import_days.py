"""Taking over what was kept elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import count, on_one_line, print_result, progress
from journal.errors import BadRows, TooMuch
from journal.importing.days_csv import LARGEST_FILE, Imported, import_days, read_rows

MANY_ROWS = 10_000
"""Rows from which on an import may take over a second, so that it is shown how far it is."""

SPLIT = "Nothing was imported. Split it into smaller files and import them one after the other."


@click.group("import")
def import_() -> None:
    """Take over what was kept elsewhere."""


@command("days")
@click.argument("file", metavar="FILE.csv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def import_csv_days(door: CommandContext, *, file: Path, as_json: bool) -> None:
    """Take over day marks from a CSV file.

    Its columns are focus, date, state and, where known, amount. A state is one of clean, used, unknown, mixed, na, or
    the letters - + o * _. If any row is wrong, none is imported. A file has at most 100,000 rows, 100 focuses and
    16 MiB.
    """
    text = _text(file)
    with door.writing() as journal:
        try:
            rows = read_rows(text, latest=journal.local(journal.now()).date())
            shown = not as_json and len(rows) >= MANY_ROWS
            with progress(f"Importing {count(len(rows), 'row')}", 2 * len(rows), shown=shown) as done:
                imported = import_days(journal, rows, done)
        except BadRows as error:
            raise CommandError(f"{error} Nothing was imported.") from None
        except TooMuch as error:
            raise CommandError(f"{error} {SPLIT}") from None
        print_result(_imported_lines(imported), _imported(imported), as_json=as_json)


import_.add_command(import_csv_days)
COMMANDS = {command.name: command for command in (import_,)}


def _text(file: Path) -> str:
    """What is in a file. Raises ``Refused`` where that is too much or no text, ``OSError``."""
    with file.open("rb") as opened:
        data = opened.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise CommandError(f"The file is larger than {LARGEST_FILE // 1024**2} MiB. {SPLIT}")
    return stdin.decoded(data)


def _imported(imported: Imported) -> dict[str, object]:
    return {
        "imported": imported.marks,
        "skipped": imported.skipped,
        "focuses_made": imported.made,
        "starts_moved": {label: day.isoformat() for label, day in imported.moved.items()},
    }


def _imported_lines(imported: Imported) -> list[str]:
    lines = [f"Imported {count(imported.marks, 'day')}; {imported.skipped:,} were there already."]
    lines += [f"Made a focus: {on_one_line(label)}." for label in imported.made]
    return lines + [f"{on_one_line(label)} now starts on {day}." for label, day in imported.moved.items()]
