"""Standard input: whether it is a terminal on which questions can be asked, and the text that comes from it."""

from __future__ import annotations

import sys

from journal.cli.errors import CommandError
from journal.text.commands import all_commands as all_commands_text

_LONGEST = 8 << 20
"""Bytes of text at most: as many as one record holds."""


def is_terminal() -> bool:
    """Return whether questions can be asked; without a terminal commands take a default instead."""
    return bool(sys.stdin) and sys.stdin.isatty()


def read_text() -> str:
    """Read all of it, without the last line end. Raises ``CommandError`` unless it is UTF-8 and at most 8 MiB."""
    data = sys.stdin.buffer.read(_LONGEST + 1) if sys.stdin else b""
    if len(data) > _LONGEST:
        raise CommandError(all_commands_text.too_much_text(_LONGEST >> 20))
    return decoded(data).removesuffix("\n").removesuffix("\r")


def decoded(data: bytes) -> str:
    """Decode bytes. Raises ``CommandError`` unless they are UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise CommandError(all_commands_text.NOT_UTF_8) from None
