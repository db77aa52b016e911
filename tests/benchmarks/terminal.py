"""Run the app, or another program, on a terminal of its own: what a person would see and type."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

OURS = (sys.executable, "-m", "journal")
PATIENCE = 120.0


class Terminal:
    """A program that runs on 80×24 with ``home`` as its home directory; killed at the end of the block."""

    def __init__(self, home: Path, command: Sequence[str] = OURS) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        environment = {**kept, "TERM": "xterm-256color", "HOME": str(home), "JOURNAL_FILE": f"{home}/journal.rj"}
        self._process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._process.pid

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self._master, text.encode())

    def answer(self, seconds: float = PATIENCE) -> bytes:
        """Return what comes next; empty if nothing comes in that time."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        return os.read(self._master, 65536) if ready else b""

    def until(self, text: bytes) -> None:
        """Wait until the text was painted."""
        seen, start = b"", perf_counter()
        while text not in seen:
            seen = seen[-len(text) :] + self.answer()
            assert perf_counter() - start < PATIENCE

    def rest(self, seconds: float, longest: float = PATIENCE) -> int:
        """Wait until nothing was painted for a while, at most for the longest time, as a cursor goes on blinking.

        Returns how many bytes were painted meanwhile.
        """
        start, painted = perf_counter(), 0
        while (part := self.answer(seconds)) and perf_counter() - start < longest:
            painted += len(part)
        return painted

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)
