"""Take the terminal before Textual is imported, and give it back if Textual never takes it over.

From ``take`` on nothing that is typed is shown: it waits in the kernel until Textual's reader starts, in order, ctrl+c
and ctrl+z included. ``TerminalDriver`` takes over with ``hand_over``; every other end calls ``give_back``, which drops
what was typed. Not for Windows, which has no ``termios``.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

ALTERNATE: Final = "\x1b[?1049h"
"""Shows the alternate screen, cleared; Textual's driver writes it too, and some terminals would clear it again."""

_ENTER: Final = f"{ALTERNATE}\x1b[?25l\x1b[?2004h"
"""No cursor; and a paste is told from typing, so that a line end in it is no enter key."""

_LEAVE: Final = "\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[?25h"

_ENDS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""The signals that would end the process and leave the terminal as it is; SIGINT raises ``KeyboardInterrupt``."""

_before: list[Any] | None = None
"""The attributes of the terminal before it was taken; ``None`` while it is not."""


def take(picture: Callable[[], str]) -> None:
    """Turn echo off, and show the picture on the alternate screen.

    Nothing is done if this process is in the background, or the terminal is gone.
    """
    try:
        if os.isatty(_output()) and not _is_in_background():
            _take(picture)
    except (OSError, termios.error):
        give_back()


def is_taken() -> bool:
    """Return whether the terminal is taken, and not handed over yet."""
    return _before is not None


def hand_over() -> list[Any] | None:
    """Return the attributes to restore at the end, once somebody else has taken the terminal over."""
    global _before
    before, _before = _before, None
    return before


def give_back() -> None:
    """Restore the terminal, if it is taken, and drop what was typed: the shell would show a passphrase."""
    before = hand_over()
    if before is not None:
        try:
            termios.tcsetattr(_input(), termios.TCSANOW, before)
            termios.tcflush(_input(), termios.TCIFLUSH)
            _write(_LEAVE)
        except (OSError, termios.error):
            pass  # it is gone
        for number in (*_ENDS, signal.SIGTSTP, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)


def _is_in_background() -> bool:
    try:
        return os.tcgetpgrp(_input()) != os.getpgrp()
    except OSError:  # without job control there is no background
        return False


def _take(picture: Callable[[], str]) -> None:
    global _before
    terminal = _input()
    attributes = termios.tcgetattr(terminal)
    if _before is None:
        _before = [*attributes[:6], [*attributes[6]]]
    termios.tcsetattr(terminal, termios.TCSANOW, _raw(attributes))
    for number in _ENDS:
        signal.signal(number, _end)
    signal.signal(signal.SIGTSTP, _stop)
    signal.signal(signal.SIGCONT, lambda *_: take(picture))  # the shell had the terminal meanwhile
    _write(_ENTER + picture())


def _raw(attributes: list[Any]) -> list[Any]:
    """Return the attributes as Textual's driver sets them."""
    attributes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    attributes[6][termios.VMIN] = 1
    return attributes


def _input() -> int:
    assert sys.__stdin__ is not None
    return sys.__stdin__.fileno()


def _output() -> int:
    """Return the descriptor that Textual writes to."""
    assert sys.__stderr__ is not None
    return sys.__stderr__.fileno()


def _write(text: str) -> None:
    left = text.encode()
    while left:
        left = left[os.write(_output(), left) :]


def _end(number: int, frame: FrameType | None) -> None:
    give_back()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _stop(number: int, frame: FrameType | None) -> None:
    """Give the terminal to the shell; SIGCONT takes it again."""
    again = signal.getsignal(signal.SIGCONT)
    give_back()
    signal.signal(signal.SIGCONT, again)
    os.kill(os.getpid(), signal.SIGSTOP)
