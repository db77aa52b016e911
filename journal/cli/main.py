"""The commands: found by name, imported when they are used, and ended with an exit code and a sentence."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from journal.cli.context import OpenScreens, RootContext
from journal.cli.errors import EXPECTED, Code, exit_code_and_message
from journal.cli.output import print_error
from journal.config.settings import default_journal_path

FAMILIES = {
    "records": ("days", "cravings", "coping", "goals", "entries"),
    "mentor": ("commitments", "due", "needs", "agreement"),
    "capture": ("craving", "note"),
    "safety": ("safety",),
    "inbox": ("inbox",),
    "import_days": ("import",),
    "journal_file": ("new", "check", "go-on", "compact", "erase"),
    "copies": ("backup", "restore", "merge"),
    "keys": ("passphrase", "recover"),
    "share": ("summary", "card", "calendar", "given"),
    "demo": ("demo",),
}
"""Modules and the commands in them, in the order in which help lists them; imported when asked for."""

_MODULES = {name: module for module, names in FAMILIES.items() for name in names}


class Commands(click.Group):
    """The commands of all families, each imported when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        family: dict[str, click.Command] = import_module(f"journal.cli.commands.{module}").COMMANDS
        return family[cmd_name]


@click.command(
    "journal", cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--journal", "place", type=click.Path(path_type=Path), metavar="PATH", help="Where the journal is.")
@click.pass_context
def front_door(context: click.Context, place: Path | None) -> int | None:
    """A recovery journal that stays on this computer. Without a command it opens on this terminal.

    Every command but demo takes --journal PATH and --passphrase-fd N after its name.
    """
    front = context.obj = RootContext(context.obj.open_screens, place)
    if context.invoked_subcommand:
        return None
    return front.open_screens(place or default_journal_path())


def main(open_screens: OpenScreens, arguments: Sequence[str] | None = None) -> int:
    """Run the command of this process, or these arguments, and return its exit code."""
    return run(open_screens, sys.argv[1:] if arguments is None else arguments)


def run(open_screens: OpenScreens, arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever went wrong is one sentence on standard error."""
    _bear_every_letter()
    try:
        code = front_door.main(arguments, "journal", standalone_mode=False, obj=RootContext(open_screens))
        if sys.stdout:
            sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        print_error("Interrupted.")
        return Code.INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except (click.ClickException, *EXPECTED) as error:
        return _told(error)
    return code or Code.DONE


def _told(error: Exception) -> int:
    code, sentence = exit_code_and_message(error)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(sentence, err=True)
    else:
        print_error(sentence)
    return code


def _bear_every_letter() -> None:
    """Print a letter that this terminal has not as ``?``, instead of ending."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _reader_left() -> int:
    """Whoever read our output has enough: go quietly, also when Python flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Code.COULD_NOT
