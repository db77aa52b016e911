"""Finds a command by its name, runs it, and turns every error into an exit code and one sentence.

``journal.__main__`` calls ``main``. A family of commands is imported when one of its commands is used;
``journal --help`` needs only their texts.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click
from msgspec.structs import replace

from journal.cli import accessible
from journal.cli.context import CommandContext, CommandLine, OpenScreens, RootContext, accessible_option
from journal.cli.errors import EXPECTED, Code, exit_code_and_message
from journal.cli.output import print_error
from journal.config.places import default_journal_path
from journal.text.commands import all_commands as all_commands_text
from journal.version import VERSION

FAMILIES = {
    "records": ("days", "cravings", "coping", "goals", "entries"),
    "milestones": ("milestones",),
    "patterns": ("patterns",),
    "scores": ("score",),
    "mentor": ("commitments", "due", "needs", "agreement"),
    "capture": ("craving", "note"),
    "meeting": ("meeting",),
    "daily": ("checkin", "slip", "day"),
    "goal": ("goal",),
    "medicine": ("medicine",),
    "safety": ("safety",),
    "doctor": ("doctor",),
    "inbox": ("inbox",),
    "bin": ("bin",),
    "imports": ("import",),
    "export": ("export",),
    "journal_file": ("new", "check", "go-on", "compact", "erase"),
    "copies": ("backup", "restore", "merge"),
    "keys": ("passphrase", "recover"),
    "key_file": ("key-file",),
    "share": ("summary", "card", "calendar", "attendance", "given"),
    "demo": ("demo",),
    "guide": ("guide",),
    "completion": ("completion",),
}
"""Module of ``journal.cli.commands`` → its commands, in the order in which ``journal --help`` lists them."""

_MODULES = {name: module for module, names in FAMILIES.items() for name in names}


class _Listed(click.Group):
    """A group that lists its commands in their order, not by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class Commands(click.Group):
    """The group of all commands, which imports each family when it is used."""

    context_class = CommandLine

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by their help alone: importing all of them takes longer than the rest of the help."""
        _Listed(commands=[click.Command(name, help=help_of(name)) for name in _MODULES]).format_commands(ctx, formatter)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        family: dict[str, click.Command] = import_module(f"journal.cli.commands.{module}").COMMANDS
        return family[cmd_name]


def help_of(name: str) -> str:
    """Return the help of a command, from the texts of its family."""
    texts = import_module(f"journal.text.commands.{_MODULES[name]}")
    words: str = getattr(texts, f"{name.upper().replace('-', '_')}_HELP")
    return words


@click.command(
    "journal",
    cls=Commands,
    help=all_commands_text.JOURNAL_HELP,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--journal", "place", type=click.Path(path_type=Path), metavar="PATH", help=all_commands_text.PLACE_HELP)
@accessible_option
@click.version_option(VERSION, message="%(prog)s %(version)s", help=all_commands_text.VERSION_HELP)
@click.pass_context
def front_door(context: click.Context, place: Path | None) -> int | None:
    """Open the screens, unless a command was named."""
    front: RootContext = replace(context.obj, place=place or context.obj.place)
    context.obj = front
    if context.invoked_subcommand:
        return None
    return open_journal(front, front.place or default_journal_path())


def open_journal(front: RootContext, path: Path) -> int:
    """Open the journal on the screens, in accessible mode in the plain menu, and return the exit code."""
    if not accessible.is_on():
        return front.open_screens(path)
    from journal.cli.menu import Menu

    if news := accessible.take_news():
        click.echo(news)
    front = replace(front, place=path)
    return Menu(front, CommandContext(path, None, "journal"), _run_item, list(_MODULES)).go()


def _run_item(root: RootContext, words: Sequence[str]) -> int:
    """Run a command of the menu; ctrl+c ends it, not the menu."""
    try:
        return _run(root, words)
    except (click.Abort, KeyboardInterrupt):
        print_error(all_commands_text.INTERRUPTED)
        return Code.INTERRUPTED


def main(open_screens: OpenScreens, arguments: Sequence[str] | None = None) -> int:
    """Run the command of this process, or these arguments, and return its exit code."""
    return run(open_screens, sys.argv[1:] if arguments is None else arguments)


def run(open_screens: OpenScreens, arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; errors become one sentence on standard error."""
    _replace_unprintable_letters()
    accessible.start()
    try:
        return _run(RootContext(open_screens), arguments)
    except (click.Abort, KeyboardInterrupt):
        print_error(all_commands_text.INTERRUPTED)
        return Code.INTERRUPTED
    except BrokenPipeError:
        return _close_output()
    finally:
        accessible.stop()


def _run(root: RootContext, arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code. Raises what ends the program: an interruption, a broken pipe."""
    try:
        code = front_door.main(arguments, "journal", standalone_mode=False, obj=root)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (click.ClickException, *EXPECTED) as error:
        return _print_exception(error)
    return code or Code.DONE


def _print_exception(error: Exception) -> int:
    code, sentence = exit_code_and_message(error)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(sentence, err=True)
    else:
        print_error(sentence)
    return code


def _replace_unprintable_letters() -> None:
    """Print ``?`` for a letter that the encoding of the terminal lacks, instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _close_output() -> int:
    """Send the rest of the output nowhere: its reader has gone, and Python flushes once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Code.COULD_NOT
