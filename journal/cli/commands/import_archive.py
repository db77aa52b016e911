"""``journal import archive``: take over what an archive has and the journal lacks.

``journal.importing.archive`` reads and saves; this module asks first and prints the result.
"""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import to_builtins

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import confirmed, print_lines, print_result
from journal.errors import BadExport
from journal.importing.archive import ImportedArchive, import_archive
from journal.text import archive as archive_text
from journal.text.commands import import_archive as command_text


@command("archive", command_text.HELP)
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help=command_text.DRY_RUN_HELP)
@click.option("--yes", is_flag=True, help=command_text.YES_HELP)
@json_option
def import_archive_command(context: CommandContext, *, path: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Import an archive; on a terminal after saying what would be added."""
    with context.writing() as journal:
        try:
            found = import_archive(journal, path, dry_run=True)
            adds = bool(found.number) and not dry_run
            if adds and not yes:
                _agree(found)
            if adds:
                found = import_archive(journal, path)
        except BadExport as error:
            raise CommandError(str(error)) from None
    print_result(found.report(dry_run=dry_run), _value(found), as_json=as_json)


def _agree(found: ImportedArchive) -> None:
    """Say what would be added, and ask. Raises ``CommandError`` where the answer is no, or nobody can answer."""
    print_lines(found.report(dry_run=True), err=True)
    if not stdin.is_terminal():
        raise CommandError(command_text.NEEDS_YES)
    if not confirmed(archive_text.ask_add(found.number)):
        raise CommandError(command_text.NOT_ADDED)


def _value(found: ImportedArchive) -> dict[str, object]:
    plain: dict[str, object] = to_builtins(found)
    return {**plain, "number": found.number}
