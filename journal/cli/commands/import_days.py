"""``journal import days``: take over day marks from a CSV file.

``journal.importing.days_csv`` reads and saves the rows; this module reads the file, shows progress and prints the
result.
"""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import on_one_line, print_result, progress
from journal.errors import BadRows, TooMuch
from journal.importing.days_csv import LARGEST_FILE, Imported, import_days, preview_days, read_rows
from journal.text.commands import import_days as command_text
from journal.text.commands import imports as imports_text

MANY_ROWS = 10_000
"""Rows from which on an import can take over a second, so that progress is shown."""


@command("days", command_text.DAYS_HELP)
@click.argument("file", metavar="FILE.csv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help=imports_text.DRY_RUN_HELP)
@click.option("--yes", is_flag=True, help=imports_text.DAYS_YES_HELP)
@json_option
def import_csv_days(context: CommandContext, *, file: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Import day marks from a CSV file: all rows, or none if any is wrong."""
    text = _text(file)
    with context.reading() if dry_run else context.writing() as journal:
        try:
            rows = read_rows(text, latest=journal.local(journal.now()).date())
            if dry_run:
                found = preview_days(journal, rows)
                print_result(_preview_lines(found), _value(found), as_json=as_json)
                return
            shown = not as_json and len(rows) >= MANY_ROWS
            with progress(command_text.importing(len(rows)), 2 * len(rows), shown=shown) as done:
                result = import_days(journal, rows, done, file=file.name)
        except BadRows as error:
            raise CommandError(command_text.bad_rows(str(error))) from None
        except TooMuch as error:
            raise CommandError(command_text.too_much(str(error))) from None
        print_result(_lines(result), _value(result), as_json=as_json)


def _text(file: Path) -> str:
    """Read a file. Raises ``CommandError`` where it is too large or not text, and ``OSError``."""
    with file.open("rb") as opened:
        data = opened.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise CommandError(command_text.file_too_large(LARGEST_FILE // 1024**2))
    return stdin.decoded(data)


def _value(result: Imported) -> dict[str, object]:
    return {
        "imported": result.marks,
        "skipped": result.skipped,
        "focuses_made": result.made,
        "starts_moved": {label: day.isoformat() for label, day in result.moved.items()},
    }


def _preview_lines(found: Imported) -> list[str]:
    lines = [command_text.would_import(found.marks, found.skipped)]
    lines += [command_text.would_make(on_one_line(label)) for label in found.made]
    return lines + [command_text.would_move(on_one_line(label), day) for label, day in found.moved.items()]


def _lines(result: Imported) -> list[str]:
    lines = [command_text.imported(result.marks, result.skipped)]
    lines += [command_text.focus_made(on_one_line(label)) for label in result.made]
    return lines + [command_text.start_moved(on_one_line(label), day) for label, day in result.moved.items()]
