"""Write the scripts with which a shell completes ``journal``: its commands, options, fixed values, and file names.

They are made from the commands as click has them, and are complete in themselves: to complete a word no program is
started and no journal is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import Final

import click

FILE: Final = "<file>"
"""Stands among the values for the name of a file."""

ANY: Final = "<any>"
"""Stands for a value that nothing is proposed for."""

SHELLS: Final = ("bash", "zsh", "fish")


def script(shell: str, top: click.Command) -> str:
    """Return the script for one of ``SHELLS``."""
    if shell == "fish":
        return "".join(f"{line}\n" for line in _fish(top))
    frame = Path(__file__).with_name(f"completion.{shell}").read_text(encoding="utf-8")
    return frame.replace("@tables@\n", _tables(top))


def walk(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[click.Context]:
    """Yield the context of a command, then those of its subcommands, in the order of the help."""
    context = type(command).context_class(command, parent, name, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            if (under := command.get_command(context, word)) is not None:
                yield from walk(under, word, context)


def _tables(top: click.Command) -> str:
    """Return the functions of a POSIX shell that print what may stand where, one on a line."""
    commands: dict[str, list[str]] = {}
    options, values, arguments = commands.copy(), commands.copy(), commands.copy()
    for context in walk(top, "journal"):
        path, command = " ".join(_words(context)), context.command
        commands[path] = command.list_commands(context) if isinstance(command, click.Group) else []
        found = [one for one in command.get_params(context) if isinstance(one, click.Option)]
        options[path] = [name for option in found for name in (*option.opts, *option.secondary_opts)]
        arguments[path] = [value for one in command.params if isinstance(one, click.Argument) for value in _values(one)]
        values |= {f"{path} {name}": _values(one) for one in found if not one.is_flag for name in one.opts}
    head = f"_journal_file={quote(FILE)}\n_journal_any={quote(ANY)}\n"
    tables = {"commands": commands, "options": options, "arguments": arguments, "values": values}
    return head + "".join(_function(name, table) for name, table in tables.items())


def _function(name: str, table: Mapping[str, Iterable[str]]) -> str:
    rows = "".join(
        f"    {quote(key)}) printf '%s\\n' {' '.join(map(quote, values))} ;;\n"
        for key, values in table.items()
        if values
    )
    return f'_journal_{name}() {{\n    case "$*" in\n{rows}    esac\n}}\n'


def _words(context: click.Context) -> list[str]:
    """Return the words of the command line up to the command: ``journal``, ``import``, ``days``."""
    return [*(_words(context.parent) if context.parent else []), context.info_name or ""]


def _values(parameter: click.Parameter) -> list[str]:
    match parameter.type:
        case click.Choice(choices=choices):
            return [str(choice) for choice in choices]
        case click.Path() | click.File():
            return [FILE]
    return [ANY]


def _fish(top: click.Command) -> Iterator[str]:
    """Yield the lines of the script for fish, which shows the first sentence of the help beside each word."""
    yield "complete -c journal -f"
    for context in walk(top, "journal"):
        *groups, name = _words(context)
        where = f"__fish_seen_subcommand_from {name}" if groups else "__fish_use_subcommand"
        if len(groups) > 1:
            where = f"{where}; and __fish_seen_subcommand_from {groups[-1]}"
        for option in (one for one in context.command.get_params(context) if isinstance(one, click.Option)):
            yield f"complete -c journal -n {quote(where)} {_fish_option(option)}"
        for argument in (one for one in context.command.params if isinstance(one, click.Argument)):
            if words := _fish_values(argument):
                yield f"complete -c journal -n {quote(where)} {words}"
        if isinstance(context.command, click.Group):
            for word in context.command.list_commands(context):
                under = context.command.get_command(context, word)
                about = _fish_quoted(under.get_short_help_str(70) if under else "")
                yield f"complete -c journal -n {quote(where)} -a {word} -d {about}"


def _fish_option(option: click.Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
        for name in (*option.opts, *option.secondary_opts)
    )
    takes = "-r -F" if FILE in _values(option) else f"-x {_fish_values(option)}"  # -r: a value follows; -x: and no file
    return " ".join((names, *([] if option.is_flag else [takes.strip()]), "-d", _fish_quoted(option.help or "")))


def _fish_values(parameter: click.Parameter) -> str:
    values = _values(parameter)
    if values == [FILE]:
        return "-F"
    return "" if values == [ANY] else f"-a {_fish_quoted(' '.join(_fish_quoted(value) for value in values))}"


def _fish_quoted(text: str) -> str:
    """Return a text in quotes as fish reads them: there a backslash before a quote keeps it."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
