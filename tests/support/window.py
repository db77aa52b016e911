"""Run the program in a terminal of its own, as a person sees it, and keep everything it sends there."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

import pexpect
import pyte
import pytest

ROOT = Path(__file__).parents[2]
JOURNAL = (sys.executable, "-m", "journal")
SECONDS = 60
"""How long to wait for something to be shown, on a machine that is busy with other tests."""

ESC, CTRL_C, CTRL_L, CTRL_Q, CTRL_R, CTRL_S = "\x1b", "\x03", "\x0c", "\x11", "\x12", "\x13"
CTRL_U, CTRL_X, F6, F12 = "\x15", "\x18", "\x1b[17~", "\x1b[24~"
HOME, SHIFT_END = "\x1b[H", "\x1b[1;2F"

_OTHER_SCREEN = re.compile(r"\x1b\[\?1049[hl]")


class Window:
    """The program in a terminal of 80×24, and what a person sees in it. ``raw`` is everything that it ever sent."""

    def __init__(self, child: pexpect.spawn[str]) -> None:
        self.child = child
        self.raw = ""
        self._terminal = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._terminal)
        self._drawn = 0

    @property
    def text(self) -> str:
        """Return what is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def _screen(self) -> pyte.Screen:
        """Return the terminal. It draws what was sent only when someone looks."""
        sent, self._drawn = self.raw[self._drawn :], len(self.raw)
        self._stream.feed(sent)
        return self._terminal

    @property
    def process(self) -> int:
        """Return the process id."""
        assert self.child.pid is not None
        return self.child.pid

    @property
    def outside(self) -> str:
        """Return what was sent to the normal screen, before the journal's own screen and after it."""
        return "".join(_OTHER_SCREEN.split(self.raw)[::2])

    def emphasises(self, text: str) -> bool:
        """Return whether this text is shown in bold, as the focused widget is."""
        screen = self._screen
        for row, line in enumerate(screen.display):
            if (start := line.find(text)) >= 0 and screen.buffer[row][start].bold:
                return True
        return False

    def wait(self, seen: Callable[[], bool], what: str) -> None:
        """Read until ``seen`` returns true."""
        deadline = monotonic() + SECONDS
        while not seen():
            try:
                self._read(max(0, deadline - monotonic()))
            except (pexpect.TIMEOUT, pexpect.EOF):
                pytest.fail(f"{what} did not come:\n{self.text}")

    def shows(self, *texts: str) -> None:
        """Wait until all of these texts are on the screen at once."""
        self.wait(lambda: all(text in self.text for text in texts), f"{texts}")

    def press(self, keys: str, *then: str) -> None:
        """Type keys, and wait for the texts in ``then``."""
        self.child.send(keys)
        self.shows(*then)

    def erase(self, label: str, text: str) -> None:
        """Remove the text from a field. Nothing else is typed until it is gone."""
        self.child.send(CTRL_U)
        self.wait(lambda: not re.search(rf"{label} +{text}", self.text), f"an empty {label!r}")

    def mark(self, first: str, last: str) -> None:
        """Drag the mouse from the beginning of ``first`` to the end of ``last``."""
        (left, top), (right, bottom) = self._place(first), self._place(last)
        self.child.send(f"{ESC}[<0;{left};{top}M{ESC}[<32;{right + len(last)};{bottom}M")
        self.child.send(f"{ESC}[<0;{right + len(last)};{bottom}m")

    def go(self, *labels: str) -> None:
        """Press Tab from one field or button to the next, waiting for the focus each time."""
        for label in labels:
            self.child.send("\t")
            self.wait(lambda: self.emphasises(label), f"the focus on {label!r}")  # noqa: B023  # waited for at once

    def end(self) -> int:
        """Read until the program has ended; return its exit code, or minus the signal that ended it."""
        try:
            while True:
                self._read(SECONDS)
        except pexpect.EOF:
            pass
        self.child.close()
        return -(self.child.signalstatus or 0) if self.child.exitstatus is None else self.child.exitstatus

    def hang_up(self) -> int | None:
        """Close the terminal, as closing its window does; return what ``ended`` returns."""
        self._terminal_process.fileobj.close()
        self.child.closed = self._terminal_process.closed = True
        return self.ended()

    def ended(self) -> int | None:
        """Wait for the end without reading; return the exit code, or None if it did not end in time."""
        process = self._terminal_process
        waiting = Thread(target=process.wait, daemon=True)
        waiting.start()
        waiting.join(SECONDS)
        if waiting.is_alive():
            os.kill(self.process, signal.SIGKILL)
            waiting.join()
            return None
        return -process.signalstatus if process.exitstatus is None else int(process.exitstatus)

    @property
    def _terminal_process(self) -> Any:
        return self.child.ptyproc  # type: ignore[attr-defined]  # pexpect's stubs leave it out

    def _place(self, text: str) -> tuple[int, int]:
        row, line = next((row, line) for row, line in enumerate(self._screen.display) if text in line)
        return line.index(text) + 1, row + 1

    def _read(self, seconds: float) -> None:
        self.raw += self.child.read_nonblocking(65536, timeout=seconds)


@contextmanager
def window(
    command: Sequence[str] = JOURNAL, *, environment: Mapping[str, str] | None = None, size: int | None = None
) -> Iterator[Window]:
    """Run ``journal`` as typed into a shell; ``size`` limits the size of every file.

    Python compiles nothing then: it would leave half a file next to the sources.
    """
    limited = {} if size is None else {"PYTHONDONTWRITEBYTECODE": "1"}
    child: pexpect.spawn[str] = pexpect.spawn(
        command[0],
        list(command[1:]),
        dimensions=(24, 80),
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", **(environment or {}), **limited},
        encoding="utf-8",
        preexec_fn=None if size is None else lambda: _no_file_beyond(size),
    )
    try:
        yield Window(child)
    finally:
        child.close(force=True)


class _Scrolling(pyte.Screen):
    """A terminal with only one screen, and the lines ``above`` that have scrolled out of it."""

    def __init__(self, sent: str) -> None:
        super().__init__(80, 24)
        self.above: list[str] = []
        pyte.Stream(self).feed(sent)

    def index(self) -> None:
        """Scroll as pyte's own terminal does, which would make every event slow if it kept these lines."""
        top, bottom = self.margins or (0, self.lines - 1)
        if self.cursor.y == bottom:
            line = self.buffer[top]
            self.above.append("".join(line[column].data for column in sorted(line)))
        super().index()


def scrollback(sent: str) -> str:
    """Return what is on a terminal that was sent this, and what has scrolled out at the top."""
    screen = _Scrolling(sent)
    return "\n".join(line.rstrip() for line in ("\n".join(screen.above), *screen.display)).strip()


def scrolled_out(sent: str) -> str:
    """Return what can be scrolled back to, on a terminal with only one screen."""
    return "\n".join(_Scrolling(sent).above)


def _no_file_beyond(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
