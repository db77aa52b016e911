"""Where a passphrase comes from: a file descriptor, or this terminal; never from standard input by itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from journal.cli.hidden_input import read_unseen
from journal.cli.stdin import is_terminal
from journal.passphrase_length import LONGEST, TOO_LONG, is_too_long

NO_TERMINAL = "There is no terminal to ask for the passphrase on; give it with --passphrase-fd N."


def read_line(descriptor: int) -> str:
    """The first line of a file descriptor, without its end; what follows it stays there to be read.

    Raises ``click.UsageError`` when the descriptor can't be read, or holds no text or too much of it.
    """
    line = bytearray()
    try:
        while len(line) <= LONGEST + 1 and (byte := os.read(descriptor, 1)) and byte != b"\n":
            line += byte
    except OSError:
        raise click.UsageError(f"The passphrase can't be read from file descriptor {descriptor}.") from None
    line = line.removesuffix(b"\r")
    if len(line) > LONGEST:
        raise click.UsageError(TOO_LONG)
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise click.UsageError(f"The passphrase on file descriptor {descriptor} is not UTF-8 text.") from None


def ask(question: str) -> str:
    """What is typed on this terminal, unseen. Raises ``click.UsageError`` without a terminal, or if it is too long."""
    if not _has_terminal():
        raise click.UsageError(NO_TERMINAL)
    try:
        typed = read_unseen(f"{question}: ", LONGEST)
    except UnicodeDecodeError:
        raise click.UsageError("What was typed is not text in the encoding of this terminal.") from None
    if is_too_long(typed):
        raise click.UsageError(TOO_LONG)
    return typed


def ask_twice(question: str) -> str:
    """As ``ask``, until the same was typed twice in a row, or nothing."""
    while typed := ask(question):
        if ask("The same once more") == typed:
            return typed
        click.echo("These two differ. Once again.", err=True)
    return ""


def _has_terminal() -> bool:
    """Whether there is a terminal to ask on; standard input is never taken for one."""
    if sys.platform == "win32":
        return is_terminal()
    try:
        with Path("/dev/tty").open("rb+", buffering=0):
            return True
    except OSError:
        return False
