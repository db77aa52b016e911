"""Standard input: whether someone sits there who can be asked, and the text that comes from it."""

from __future__ import annotations

import sys

from journal.cli.errors import Refused


def is_terminal() -> bool:
    """Whether questions can be asked; without a terminal a default is taken instead."""
    return bool(sys.stdin) and sys.stdin.isatty()


def read_text() -> str:
    """What is left of it, to its end, without the line end of its last line. Raises ``Refused`` unless it is UTF-8."""
    data = sys.stdin.buffer.read() if sys.stdin else b""
    return decoded(data).removesuffix("\n").removesuffix("\r")


def decoded(data: bytes) -> str:
    """Bytes as text. Raises ``Refused`` unless they are UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Refused("This is not UTF-8 text, and nothing was saved; convert it first.") from None
