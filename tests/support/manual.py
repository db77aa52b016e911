"""Write the manual page ``journal.1`` and the whole help as text, from the commands as click has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import click

from journal.cli.completion import walk
from journal.cli.main import front_door
from journal.version import VERSION

COMMON: Final = ("--journal", "--passphrase-fd", "--accessible", "--json", "--help")
"""Options of most commands, described once."""

EXIT_CODES: Final = (
    ("0", "Done."),
    ("1", "It could not be done; standard error says why."),
    ("2", "The command line has an error."),
    ("3", "The passphrase, a recovery word or the key file is wrong."),
    ("4", "The journal is damaged; what can be read was read."),
    ("5", "The journal is open in another program."),
    ("6", "The journal was written by a newer version."),
    ("130", "Interrupted."),
)

ENVIRONMENT: Final = (
    ("JOURNAL_FILE", "The journal file, instead of the usual one."),
    ("JOURNAL_KEY_FILE", "A key file that opens the journal, as --key-file."),
    ("JOURNAL_LANGUAGE", "en or es: the language, instead of the one in the settings or of the computer."),
    ("ACCESSIBLE", "Set to 1: flat lines and plain questions, as --accessible."),
    ("NO_COLOR", "If set, no colours are shown."),
)

FILES: Final = (
    (
        "~/.local/share/journal/journal.rj",
        "The journal, encrypted. Next to it: its inbox, and up to three earlier copies.",
    ),
    ("~/.config/journal/settings.toml", "The settings of this computer; the file explains each. Not encrypted."),
    ("~/.config/journal/card.toml", "The emergency card, only if one was written. Not encrypted."),
)


def contexts() -> list[click.Context]:
    """Return the contexts of all commands, those of groups included, in the order of the help."""
    return list(walk(front_door, "journal"))


def whole_help(width: int = 80) -> str:
    """Return what ``--help`` prints for each command, in lines of at most ``width`` columns."""
    said = []
    for context in contexts():
        context.terminal_width = context.max_content_width = width
        said.append(f"$ {context.command_path} --help\n{context.get_help()}\n")
    return "\n".join(said)


def page() -> str:
    """Return the manual page, in the macros of man(7)."""
    top, *others = contexts()
    lines = [f'.TH JOURNAL 1 "" "journal {VERSION}" "User Commands"', *_about(top), ".SH COMMANDS"]
    for context in others:
        lines += _command(context)
    for heading, rows in (("EXIT STATUS", EXIT_CODES), ("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        lines.append(f".SH {heading}")
        for name, words in rows:
            lines += [".TP", f".B {escaped(name)}", *_text(words)]
    return "\n".join([*lines, ""])


def _about(top: click.Context) -> Iterator[str]:
    yield ".SH NAME"
    yield "journal \\- an encrypted recovery journal that stays on this computer"
    yield ".SH SYNOPSIS"
    yield ".B journal"
    yield "[OPTIONS] [COMMAND [ARGS]...]"
    yield ".SH DESCRIPTION"
    yield from _paragraphs(top.command.help or "")
    yield ".SH OPTIONS"
    described = {name: option for context in contexts() for option in _options(context) for name in option.opts}
    for name in (*COMMON, "--version"):
        yield from _option(described[name], top)


def _command(context: click.Context) -> Iterator[str]:
    command = context.command
    yield f".SS {escaped(' '.join((context.command_path, *usage(context))))}"
    yield from _paragraphs(command.help or "")
    for option in _options(context):
        if not set(option.opts) & set(COMMON):
            yield from _option(option, context)


def usage(context: click.Context) -> list[str]:
    """Return what stands behind the name of a command: its arguments."""
    return [one.make_metavar(context) for one in context.command.params if isinstance(one, click.Argument)]


def _options(context: click.Context) -> list[click.Option]:
    return [one for one in context.command.get_params(context) if isinstance(one, click.Option)]


def _option(option: click.Option, context: click.Context) -> Iterator[str]:
    record = option.get_help_record(context)
    assert record is not None
    names, words = record
    yield ".TP"
    yield f".B {escaped(names)}"
    yield from _text(words)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield paragraphs; one that begins with ``\\b`` keeps its lines."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            yield ".nf"
            yield from (escaped(line) for line in paragraph.lstrip("\b\n").splitlines())
            yield ".fi"
        else:
            yield from _text(paragraph)


def _text(words: str) -> Iterator[str]:
    """Yield a paragraph, a sentence on a line, as man(7) wants it."""
    yield from (escaped(sentence) for sentence in re.split(r"(?<=[.?!]) +", " ".join(words.split())))


def escaped(text: str) -> str:
    """Return a line in which nothing is taken for a macro, and each hyphen stays one that can be copied."""
    line = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("…", "...")
    line = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in line)
    return f"\\&{line}" if line.startswith((".", "'")) else line
