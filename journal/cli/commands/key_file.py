"""``journal key-file new`` and ``remove``: let a file on a USB drive open the journal, or no longer.

Opening with one is in ``journal.cli.context``, because every command can. Who can open the journal afterwards is said
each time on standard error.
"""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli import stdin
from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import Code, CommandError
from journal.cli.output import confirmed, print_error, print_result
from journal.store.key_files import is_next_to, is_readable_by_others, place_for
from journal.text import key_file as key_file_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import key_file as command_text


@command("key-file", command_text.KEY_FILE_HELP)
@click.argument("action", type=click.Choice(["new", "remove"]))
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--forget-copies", is_flag=True, help=command_text.FORGET_HELP)
@click.option("--next-to-journal", "next_to", is_flag=True, help=command_text.NEXT_TO_HELP)
@json_option
def key_file(
    context: CommandContext, *, action: str, path: Path | None, forget_copies: bool, next_to: bool, as_json: bool
) -> None:
    """Make a key file at ``path``, or end the one there is; a terminal is asked before that."""
    if action == "remove":
        if path is not None:
            raise click.UsageError(command_text.NO_PATH)
        _remove(context, forget_copies=forget_copies, as_json=as_json)
    elif path is None:
        raise click.UsageError(command_text.PATH_NEEDED)
    else:
        _make(context, place_for(path), forget_copies=forget_copies, next_to=next_to, as_json=as_json)


COMMANDS = {command.name: command for command in (key_file,)}


def _make(context: CommandContext, place: Path, *, forget_copies: bool, next_to: bool, as_json: bool) -> None:
    context.look()
    if not next_to and is_next_to(place, context.path):
        _confirm_next_to_journal()
    with context.writing() as journal:
        had = journal.has_key_file
        forget = had and (forget_copies or _asked_to_forget())
        journal.make_key_file(place, forget_generations=forget)
    print_error(key_file_text.WHOEVER_HAS_IT)
    if had:
        print_error(key_file_text.ONE_AT_A_TIME)
        _print_left_open(forget=forget)
    if is_readable_by_others(place):
        print_error(key_file_text.OTHERS_READ)
    value = {"done": True, "path": str(place), "replaced": had}
    print_result([key_file_text.made(str(place))], value, as_json=as_json)


def _confirm_next_to_journal() -> None:
    """Warn of a key next to what it opens; without a terminal, or with no as the answer, nothing is changed."""
    if not stdin.is_terminal():
        raise CommandError(f"{key_file_text.NEXT_TO_JOURNAL} {command_text.NOT_THERE}", Code.USAGE)
    print_error(key_file_text.NEXT_TO_JOURNAL)
    if not confirmed(command_text.SAVE_THERE):
        raise CommandError(all_commands_text.NOTHING_CHANGED, Code.COULD_NOT)


def _remove(context: CommandContext, *, forget_copies: bool, as_json: bool) -> None:
    with context.writing() as journal:
        if not journal.has_key_file:
            raise CommandError(command_text.NONE_TO_REMOVE)
        if stdin.is_terminal() and not confirmed(key_file_text.REMOVE):
            raise CommandError(all_commands_text.NOTHING_CHANGED)
        forget = forget_copies or _asked_to_forget()
        journal.end_key_file(forget_generations=forget)
    print_error(key_file_text.FILE_STAYS)
    _print_left_open(forget=forget)
    print_result([key_file_text.REMOVED], {"done": True}, as_json=as_json)


def _asked_to_forget() -> bool:
    return stdin.is_terminal() and confirmed(command_text.REPLACE_COPIES)


def _print_left_open(*, forget: bool) -> None:
    """Say what the old key file still opens, and what keeps out someone who copied it."""
    print_error(key_file_text.COPIES_ELSEWHERE if forget else key_file_text.EARLIER_COPIES)
    print_error(key_file_text.IF_COPIED)
