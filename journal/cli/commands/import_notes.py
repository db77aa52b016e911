"""``journal import notes``: put a text file of a phone into the inbox, a line each, without opening the journal."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import print_result, progress
from journal.clock import SystemClock
from journal.errors import BadExport
from journal.importing.found import Present
from journal.importing.phone_notes import add_notes, read_notes
from journal.text import phone_notes as notes_text
from journal.text.commands import imports as command_text

MANY_NOTES: Final = 100
"""Notes from which on sealing can take over a second, so that progress is shown."""


@command("notes", notes_text.COMMAND_HELP)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def import_notes(context: CommandContext, *, file: Path, as_json: bool) -> None:
    """Put the lines of a file into the inbox, without opening the journal."""
    clock = SystemClock()
    try:
        notes = read_notes(file, Present(clock.now(), clock.zone(), 0))
    except BadExport as error:
        raise CommandError(command_text.bad_export(str(error))) from None
    whole, last = len(notes.captures), 0
    with progress(notes_text.label(whole), whole, shown=not as_json and whole >= MANY_NOTES) as done:

        def step(number: int) -> None:
            nonlocal last
            done(number - last)
            last = number

        add_notes(context.path, notes, step)
    value = {"added": [one.uid for one in notes.captures], "without_date": notes.undated}
    print_result([notes_text.added(whole, notes.undated)], value, as_json=as_json)
