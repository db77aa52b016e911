"""Reads a passphrase from a file descriptor or from this terminal, never from standard input.

``journal.cli.context`` and ``journal.cli.commands.keys`` call it. Standard input is left alone because it may hold the
text of a note, or come from a script that has no passphrase to give.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from journal.cli.hidden_input import read_unseen
from journal.cli.output import print_error
from journal.cli.stdin import is_terminal
from journal.passphrase_length import LONGEST, TOO_LONG, asks_for_help, is_too_long
from journal.text import passphrases as passphrases_text


def read_line(descriptor: int) -> str:
    """Read one line of a file descriptor, without its end; the lines after it stay there to be read.

    Raises ``click.UsageError`` when the descriptor can't be read, or holds no text or too much of it.
    """
    line = bytearray()
    try:
        while len(line) <= LONGEST + 1 and (byte := os.read(descriptor, 1)) and byte != b"\n":
            line += byte
    except OSError:
        raise click.UsageError(passphrases_text.unreadable_descriptor(descriptor)) from None
    line = line.removesuffix(b"\r")
    if len(line) > LONGEST:
        raise click.UsageError(TOO_LONG)
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise click.UsageError(passphrases_text.descriptor_not_text(descriptor)) from None


def ask(question: str) -> str:
    """Ask on this terminal, without showing what is typed; ``help`` prints the helplines, and is asked again.

    Raises ``click.UsageError`` without a terminal, or if the answer is too long.
    """
    if not _has_terminal():
        raise click.UsageError(passphrases_text.NO_TERMINAL)
    try:
        while asks_for_help(typed := read_unseen(f"{question}: ", LONGEST)):
            _print_helplines()
    except UnicodeDecodeError:
        raise click.UsageError(passphrases_text.NOT_TERMINAL_TEXT) from None
    if is_too_long(typed):
        raise click.UsageError(TOO_LONG)
    return typed


def ask_twice(question: str) -> str:
    """Ask until the same was typed twice in a row, or nothing, which returns an empty answer."""
    while typed := ask(question):
        if ask(passphrases_text.ASK_AGAIN) == typed:
            return typed
        print_error(passphrases_text.TWO_DIFFER)
    return ""


def _print_helplines() -> None:
    from journal.cli.helplines import helplines
    from journal.config.settings import Settings

    settings = Settings.load()
    click.echo("\n".join(helplines(settings, settings.region)), err=True)


def _has_terminal() -> bool:
    """Return whether there is a terminal to ask on; standard input does not count as one."""
    if sys.platform == "win32":
        return is_terminal()
    try:
        with Path("/dev/tty").open("rb+", buffering=0):
            return True
    except OSError:
        return False
