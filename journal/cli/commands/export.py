"""``journal export``: write everything to a folder that other programs can read, or to one encrypted file.

``journal.exporting.export`` writes; this module says what that means, asks and prints the result.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import confirmed, on_one_line, print_error, print_lines, print_result
from journal.passphrase_length import refusal
from journal.passphrase_strength import strength
from journal.store.capture import is_waiting
from journal.text import exporting as exporting_text
from journal.text import sealing as sealing_text
from journal.text.commands import export as command_text
from journal.text.commands import share as share_text

if TYPE_CHECKING:
    from journal.sharing.age import Seal

PASSPHRASE = "passphrase"  # noqa: S105  # the word of the option


@command("export", command_text.EXPORT_HELP)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--encrypt", metavar="KEY|passphrase", help=command_text.ENCRYPT_HELP)
@click.option("--yes", is_flag=True, help=command_text.YES_HELP)
@json_option
def export(context: CommandContext, *, folder: Path, encrypt: str | None, yes: bool, as_json: bool) -> None:
    """Write all of the journal for other programs, after asking."""
    from journal.errors import NotSealed
    from journal.exporting.export import export as write
    from journal.exporting.export import target

    path = target(folder, sealed=encrypt is not None)
    _refuse(path, encrypt)
    if not yes and not stdin.is_terminal():
        raise CommandError(command_text.NEEDS_YES)
    with context.reading(takes_in=True) as journal:
        if is_waiting(journal.path):
            print_error(exporting_text.STILL_WAITING)
        _agree(path, encrypt, yes=yes)
        try:
            done = write(journal, folder, _seal(context, encrypt))
        except FileExistsError:
            raise CommandError(exporting_text.TAKEN) from None
        except NotSealed as error:
            raise CommandError(exporting_text.export_failed(str(error))) from None
        for one in done.unfinished:
            print_error(exporting_text.unfinished(str(one)))
        value = {"path": str(done.path), "records": done.records, "files": done.files}
        said = [exporting_text.written(done.records), on_one_line(str(done.path))]
        print_result(said, value, as_json=as_json)


def _refuse(path: Path, encrypt: str | None) -> None:
    """Refuse a place that is taken and a key that is none, before the passphrase is asked for."""
    from journal.sharing.age import available, is_key

    if encrypt is not None and not available():
        raise CommandError(exporting_text.export_failed(sealing_text.AGE_MISSING))
    if encrypt not in (None, PASSPHRASE) and not is_key(encrypt or ""):
        raise click.UsageError(sealing_text.NOT_A_KEY)
    if path.resolve() == Path.cwd():
        raise CommandError(exporting_text.CURRENT_FOLDER)
    if os.path.lexists(path) and not (path.is_dir() and not path.is_symlink() and not any(path.iterdir())):
        raise CommandError(exporting_text.TAKEN)


def _agree(path: Path, encrypt: str | None, *, yes: bool) -> None:
    """Say who can read it, and ask unless ``yes``. Raises ``CommandError`` where the answer is no."""
    means = {None: exporting_text.OPEN, PASSPHRASE: exporting_text.SEALED_BY_PASSPHRASE}
    print_lines([means.get(encrypt, exporting_text.SEALED_TO_KEY), exporting_text.LEFT_OUT], err=True)
    if not yes and not confirmed(command_text.asks(on_one_line(path.name))):
        raise CommandError(command_text.NOT_SAVED)


def _seal(context: CommandContext, encrypt: str | None) -> Seal | None:
    """Return how the file is encrypted; ``None`` for a folder. Raises ``click.UsageError``."""
    from journal.sharing.age import Seal

    if encrypt is None:
        return None
    if encrypt != PASSPHRASE:
        return Seal(key=encrypt)
    words = context.secret(share_text.ASK_FILE_PASSPHRASE)
    if not words:
        raise click.UsageError(share_text.EMPTY_SEAL)
    if refused := refusal(words):
        raise click.UsageError(refused)
    print_error(share_text.file_passphrase(strength(words)))
    return Seal(passphrase=words)


COMMANDS = {command.name: command for command in (export,)}
