"""Reads one line from this terminal without showing it, however long it is.

``journal.cli.passphrase`` calls it. ``getpass`` leaves the line to the terminal, which keeps 4,096 bytes of it (1,024
on macOS) and silently drops the rest, so a longer passphrase would never be right. This module reads the bytes one by
one and handles the few keys that correct a line.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Final

ERASE: Final = b"\x08\x7f"
KILL: Final = b"\x15"
END: Final = b"\x04"


def read_unseen(prompt: str, most: int) -> str:
    """Read the line that is typed after a prompt, without its end; of a line over ``most`` bytes only its beginning.

    Backspace deletes a character, ctrl+u the line. Raises ``OSError`` without a terminal, ``UnicodeDecodeError``,
    ``EOFError`` on ctrl+d in an empty line, ``KeyboardInterrupt``.
    """
    if sys.platform == "win32":
        from getpass import getpass

        return getpass(prompt)
    from locale import getpreferredencoding

    encoding = getpreferredencoding(do_setlocale=False)
    with Path("/dev/tty").open("rb+", buffering=0) as terminal, _raw(terminal):
        terminal.write(prompt.encode(encoding, "replace"))
        line = _line(terminal, most, encoding)
        terminal.write(b"\n")
    return line.decode(encoding, "strict" if len(line) <= most else "replace")  # it may be cut inside a character


def _line(terminal: FileIO, most: int, encoding: str) -> bytes:
    """Read the bytes of the line, at most one over ``most``, by which the caller sees that there were more."""
    line = bytearray()
    while (byte := terminal.read(1)) not in (b"\n", b"\r", b""):
        if byte in ERASE:
            text = line.decode(encoding, "surrogateescape")
            line[:] = text[:-1].encode(encoding, "surrogateescape")
        elif byte == KILL:
            line.clear()
        elif byte == END and not line:
            raise EOFError
        elif byte != END and len(line) <= most:
            line += byte
    if not byte and not line:
        raise EOFError
    return bytes(line)


@contextlib.contextmanager
def _raw(terminal: FileIO) -> Iterator[None]:
    """Make the terminal show nothing and pass on every byte at once; ctrl+c and ctrl+z keep their meaning."""
    import termios

    before = termios.tcgetattr(terminal)
    unseen = before.copy()
    unseen[3] &= ~(termios.ECHO | termios.ICANON)
    unseen[6] = [*before[6]]
    unseen[6][termios.VMIN], unseen[6][termios.VTIME] = 1, 0
    try:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, unseen)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
