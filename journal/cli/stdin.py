"""Standard input: whether someone sits there who can be asked, and the text that comes from it."""

from __future__ import annotations

import sys

from journal.cli.errors import CommandError

_LONGEST = 8 << 20
"""Bytes of text at most: what one record holds."""


def is_terminal() -> bool:
    """Whether questions can be asked; without a terminal a default is taken instead."""
    return bool(sys.stdin) and sys.stdin.isatty()


def read_text() -> str:
    """Read it to its end, without the last line end. Raises ``Refused`` unless it is UTF-8 and at most 8 MiB."""
    data = sys.stdin.buffer.read(_LONGEST + 1) if sys.stdin else b""
    if len(data) > _LONGEST:
        raise CommandError(f"That is more text than a journal takes at once ({_LONGEST >> 20} MB); nothing was saved.")
    return decoded(data).removesuffix("\n").removesuffix("\r")


def decoded(data: bytes) -> str:
    """Bytes as text. Raises ``Refused`` unless they are UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise CommandError("This is not UTF-8 text, and nothing was saved; convert it first.") from None
