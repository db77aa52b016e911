"""The locked screen on a real terminal, against the smallest Textual app that shows a line."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path
from time import perf_counter

from journal.book import Cost, Journal

ROUNDS = 15
SHOWN = b"Passphrase"
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App[None]):
    def compose(self):
        yield Static("Passphrase")
Minimal().run()
"""


def measure() -> list[str]:
    """One line: the median seconds of each from process start to the first paint, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "journal.rj"
        Journal.create(path, "p", cost=Cost(64, 1, 1), anchors=Path(name)).close()
        ours = [sys.executable, "-m", "journal"]
        smallest = [sys.executable, "-c", MINIMAL]
        for command in (ours, smallest):
            _painted(command, name)  # warm up
        pairs = [(_painted(ours, name), _painted(smallest, name)) for _ in range(ROUNDS)]
    locked, minimal = (statistics.median(times) for times in zip(*pairs, strict=True))
    return [
        f"locked screen painted {locked * 1e3:5.0f} ms   minimal Textual app {minimal * 1e3:5.0f} ms"
        f"   ratio {locked / minimal:.2f}   (aim 1.30)"
    ]


def _painted(command: list[str], home: str) -> float:
    """Seconds from the start of a process on a terminal of its own until the text is on it."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": home, "JOURNAL_FILE": f"{home}/journal.rj"}
    start = perf_counter()
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    seen = b""
    while SHOWN not in seen:
        seen = seen[-len(SHOWN) :] + os.read(master, 65536)
    elapsed = perf_counter() - start
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.close(master)
    return elapsed
