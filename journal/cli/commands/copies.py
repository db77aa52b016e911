"""``journal backup``, ``restore`` and ``merge``: make a copy, put one back, bring two together.

``journal check`` takes ``copy_words`` from here. Asking happens only on a terminal; a script gets the safe default.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import confirmed, print_error, print_result
from journal.config.settings import Settings
from journal.errors import Damaged, ErrorCode, WrongPassphrase
from journal.file_facts import Copy, MergeResult
from journal.store.journal import Journal
from journal.store.locked import check, look, saved_at
from journal.store.maintenance import restore
from journal.text import backups as backups_text
from journal.text import errors as errors_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import copies as command_text

_FILE = click.Path(path_type=Path)


@command("backup", command_text.BACKUP_HELP)
@click.argument("to", metavar="DEST", type=_FILE)
@click.option("--replace", "replace_it", is_flag=True, help=command_text.REPLACE_HELP)
@json_option
def backup(context: CommandContext, *, to: Path, replace_it: bool, as_json: bool) -> None:
    """Copy the journal to a file or into a folder, and read the copy back."""
    with context.writing() as journal:
        place = journal.backup(to.absolute(), replace_it=replace_it)
        size = place.stat().st_size
    print_result([command_text.copied(place, size)], {"file": str(place), "bytes": size}, as_json=as_json)


@command("restore", command_text.RESTORE_HELP)
@click.argument("source", metavar="SRC", type=_FILE)
@click.option("--even-damaged", is_flag=True, help=command_text.EVEN_DAMAGED_HELP)
@json_option
def restore_(context: CommandContext, *, source: Path, even_damaged: bool, as_json: bool) -> None:
    """Put a copy in the place of the journal, which is kept as an earlier copy."""
    _look(source, even_damaged=even_damaged)
    asks = os.path.lexists(context.path) and stdin.is_terminal()
    if asks:
        print_error(backups_text.found(source.name, saved_at(source)))
    if look(source).has_key_file:
        print_error(backups_text.KEY_FILE_AGAIN)
    if asks and not confirmed(command_text.restore_asks(context.path)):
        raise CommandError(all_commands_text.NOTHING_CHANGED)
    there = restore(source, context.path, holder=context.command, allow_damaged=even_damaged)
    if there:
        print_error(command_text.kept_earlier(f"{context.path.name}.1"))
    print_error(command_text.RESTORED_PASSPHRASE)
    if not Settings.load().region:
        print_error(command_text.NO_REGION)
    print_result(
        [command_text.restored(context.path)], {"file": str(context.path), "kept_earlier": there}, as_json=as_json
    )


@command("merge", command_text.MERGE_HELP)
@click.argument("other", metavar="OTHER", type=_FILE)
@json_option
def merge(context: CommandContext, *, other: Path, as_json: bool) -> None:
    """Merge another copy of the journal into this one."""
    with context.opened() as journal:
        result = _merge(context, journal, other)
    print_result(_merged_lines(result), _merged_value(result), as_json=as_json)


def _look(source: Path, *, even_damaged: bool) -> None:
    """Check the backup before anything is asked.

    Raises ``CommandError`` where there is no file, and what ``check`` does; damage only without ``even_damaged``.
    """
    if not os.path.lexists(source):
        raise CommandError(backups_text.no_such_file(source.name))
    try:
        if check(source).damaged:
            raise Damaged(ErrorCode.DAMAGED_COPY)
    except Damaged:
        if not even_damaged:
            raise


COMMANDS = {command.name: command for command in (backup, restore_, merge)}


def copy_words(copy: Copy) -> str:
    """Say what another copy in the folder of the journal holds that the journal does not."""
    if copy.added is None:  # it opens with another passphrase, so it was not compared
        return command_text.copy_of_its_own(copy.path.name)
    return command_text.copy_has_news(copy.path.name, copy.added, copy.changed or 0, copy.deleted or 0)


def _merge(context: CommandContext, journal: Journal, other: Path) -> MergeResult:
    try:
        return journal.merge(other)
    except WrongPassphrase as error:
        if context.descriptor is None:
            print_error(errors_text.error_text(error))
        return journal.merge(other, context.passphrase(command_text.ASK_COPY_PASSPHRASE))


def _merged_lines(result: MergeResult) -> list[str]:
    if not result.is_news:
        return [command_text.NOTHING_NEW]
    lines = [command_text.merged(len(result.added), len(result.changed), len(result.deleted))]
    return [*lines, command_text.kept_twice(len(result.both))] if result.both else lines


def _merged_value(result: MergeResult) -> dict[str, int]:
    return {
        "added": len(result.added),
        "changed": len(result.changed),
        "deleted": len(result.deleted),
        "kept_twice": len(result.both),
    }
