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
from journal.cli.output import print_error, print_result
from journal.errors import WrongPassphrase
from journal.file_facts import Copy, MergeResult
from journal.store.journal import Journal
from journal.store.maintenance import restore
from journal.text.commands.common import NOTHING_CHANGED
from journal.text.commands.copies import (
    ASK_COPY_PASSPHRASE,
    BACKUP_HELP,
    EVEN_DAMAGED_HELP,
    MERGE_HELP,
    NOTHING_NEW,
    REPLACE_HELP,
    RESTORE_HELP,
    RESTORED_PASSPHRASE,
    copied,
    copy_has_news,
    copy_of_its_own,
    kept_earlier,
    kept_twice,
    merged,
    restore_asks,
    restored,
)
from journal.text.errors import error_text

_FILE = click.Path(path_type=Path)


@command("backup", BACKUP_HELP)
@click.argument("to", metavar="DEST", type=_FILE)
@click.option("--replace", "replace_it", is_flag=True, help=REPLACE_HELP)
@json_option
def backup(door: CommandContext, *, to: Path, replace_it: bool, as_json: bool) -> None:
    """Copy the journal to a file or into a folder, and read the copy back."""
    with door.writing() as journal:
        place = journal.backup(to.absolute(), replace_it=replace_it)
        size = place.stat().st_size
    print_result([copied(place, size)], {"file": str(place), "bytes": size}, as_json=as_json)


@command("restore", RESTORE_HELP)
@click.argument("source", metavar="SRC", type=_FILE)
@click.option("--even-damaged", is_flag=True, help=EVEN_DAMAGED_HELP)
@json_option
def restore_(door: CommandContext, *, source: Path, even_damaged: bool, as_json: bool) -> None:
    """Put a copy in the place of the journal, which is kept as an earlier copy."""
    asks = os.path.lexists(door.path) and stdin.is_terminal()
    if asks and not click.confirm(restore_asks(door.path), err=True):
        raise CommandError(NOTHING_CHANGED)
    there = restore(source, door.path, holder=door.command, allow_damaged=even_damaged)
    if there:
        print_error(kept_earlier(f"{door.path.name}.1"))
    print_error(RESTORED_PASSPHRASE)
    print_result([restored(door.path)], {"file": str(door.path), "kept_earlier": there}, as_json=as_json)


@command("merge", MERGE_HELP)
@click.argument("other", metavar="OTHER", type=_FILE)
@json_option
def merge(door: CommandContext, *, other: Path, as_json: bool) -> None:
    """Merge another copy of the journal into this one."""
    with door.opened() as journal:
        result = _merge(door, journal, other)
    print_result(_merged_lines(result), _merged_value(result), as_json=as_json)


COMMANDS = {command.name: command for command in (backup, restore_, merge)}


def copy_words(copy: Copy) -> str:
    """Say what another copy in the folder of the journal holds that the journal does not."""
    if copy.added is None:  # it opens with another passphrase, so it was not compared
        return copy_of_its_own(copy.path.name)
    return copy_has_news(copy.path.name, copy.added, copy.changed or 0, copy.deleted or 0)


def _merge(door: CommandContext, journal: Journal, other: Path) -> MergeResult:
    try:
        return journal.merge(other)
    except WrongPassphrase as error:
        if door.descriptor is None:
            print_error(error_text(error))
        return journal.merge(other, door.passphrase(ASK_COPY_PASSPHRASE))


def _merged_lines(result: MergeResult) -> list[str]:
    if not result.is_news:
        return [NOTHING_NEW]
    lines = [merged(len(result.added), len(result.changed), len(result.deleted))]
    return [*lines, kept_twice(len(result.both))] if result.both else lines


def _merged_value(result: MergeResult) -> dict[str, int]:
    return {
        "added": len(result.added),
        "changed": len(result.changed),
        "deleted": len(result.deleted),
        "kept_twice": len(result.both),
    }
