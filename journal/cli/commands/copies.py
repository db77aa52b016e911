"""Copies of the journal: made and verified, put back, brought together."""

from __future__ import annotations

import os
from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import count, print_error, print_result
from journal.errors import WrongPassphrase
from journal.file_facts import Copy, MergeResult
from journal.store.journal import Journal
from journal.store.maintenance import restore
from journal.text.errors import error_text

_FILE = click.Path(path_type=Path)


@command("backup")
@click.argument("to", metavar="DEST", type=_FILE)
@click.option("--replace", "replace_it", is_flag=True, help="Write over an earlier copy that bears this name.")
@json_option
def backup(door: CommandContext, *, to: Path, replace_it: bool, as_json: bool) -> None:
    """Make a copy of the journal and read it back.

    DEST is a file, or a folder, in which it is named after the journal and the date. The copy opens with the
    passphrase of today, wherever it is.
    """
    with door.writing() as journal:
        place = journal.backup(to.absolute(), replace_it=replace_it)
        size = place.stat().st_size
    said = f"Copied and read back: {place}, {size / 1024:,.0f} KiB. It opens with the passphrase of today."
    print_result([said], {"file": str(place), "bytes": size}, as_json=as_json)


@command("restore")
@click.argument("source", metavar="SRC", type=_FILE)
@click.option("--even-damaged", is_flag=True, help="Put back a copy that is damaged; opening it says what is left.")
@json_option
def restore_(door: CommandContext, *, source: Path, even_damaged: bool, as_json: bool) -> None:
    """Put the journal back from a copy, which needs no passphrase.

    A journal that stands there is kept beside it, as the first of three earlier ones.
    """
    if os.path.lexists(door.path) and stdin.is_terminal():
        said = f"A journal is at {door.path}. It is kept beside, and the copy takes its place. Go on?"
        if not click.confirm(said, err=True):
            raise CommandError("Nothing was changed.")
    there = restore(source, door.path, holder=door.command, allow_damaged=even_damaged)
    if there:
        print_error(f"What stood there is kept in {door.path.name}.1.")
    print_error(
        "It opens with the passphrase it had when the copy was made; `journal recover` takes the recovery words."
    )
    print_result([f"Put back: {door.path}."], {"file": str(door.path), "kept_earlier": there}, as_json=as_json)


@command("merge")
@click.argument("other", metavar="OTHER", type=_FILE)
@json_option
def merge(door: CommandContext, *, other: Path, as_json: bool) -> None:
    """Bring in what another copy of the journal holds.

    Nothing of either is lost: what both changed is kept twice. OTHER is only read. Where it has another passphrase,
    that is asked for, or is the second line of --passphrase-fd.
    """
    with door.opened() as journal:
        merged = _merged(door, journal, other)
    print_result(_merged_lines(merged), _merged_value(merged), as_json=as_json)


COMMANDS = {command.name: command for command in (backup, restore_, merge)}


def copy_words(copy: Copy) -> str:
    """What another copy beside the journal holds that the journal does not, and how to bring it in."""
    if copy.added is None:
        return f"Another copy, {copy.path.name}, has a passphrase of its own; `journal merge` brings it in."
    news = f"{count(copy.added, 'new record')}, {copy.changed} changed, {copy.deleted} deleted"
    return f"Another copy, {copy.path.name}, has {news}; `journal merge` brings it in."


def _merged(door: CommandContext, journal: Journal, other: Path) -> MergeResult:
    try:
        return journal.merge(other)
    except WrongPassphrase as error:
        if door.descriptor is None:
            print_error(error_text(error))
        return journal.merge(other, door.passphrase("Passphrase of that copy"))


def _merged_lines(merged: MergeResult) -> list[str]:
    if not merged.is_news:
        return ["There was nothing in it that the journal lacks."]
    told = [
        f"Merged: {count(len(merged.added), 'new record')}, {len(merged.changed)} changed, "
        f"{len(merged.deleted)} deleted. The file before is kept beside."
    ]
    if merged.both:
        told.append(f"{count(len(merged.both), 'record')} changed in both: each is kept twice, the later one first.")
    return told


def _merged_value(merged: MergeResult) -> dict[str, int]:
    return {
        "added": len(merged.added),
        "changed": len(merged.changed),
        "deleted": len(merged.deleted),
        "kept_twice": len(merged.both),
    }
