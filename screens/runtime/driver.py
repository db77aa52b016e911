"""The driver for a terminal that can go away, be stopped, or block. Not for Windows, which has no ``termios``."""

from __future__ import annotations

import os
import select
import signal
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any, Final, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

from screens.runtime import early_terminal
from screens.runtime.paste import PasteParser

WAIT_SECONDS: Final = 0.1
"""How long the reading thread waits for a key before it checks whether to end."""

CHUNK: Final = 64 * 1024

LEAVE: Final = b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
"""What ``LinuxDriver`` writes to give a terminal back as it was: no mouse, the normal screen, a cursor."""


class LastingFile:
    """A terminal to write to; once it is gone, what is written is dropped and no error is raised."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write the text, if there is still a terminal."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Flush, if there is still a terminal."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, made safe for a terminal that goes away.

    When that happens the kernel sends SIGHUP and SIGCONT. Textual (8.2.8) takes SIGCONT as the end of a stop and
    starts a second pair of threads on the dead terminal. The first reader never ends, and reads without a pause; the
    writer dies, and the main thread waits for it.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self._file is not None:
            self._file = cast("Any", LastingFile(self._file))
        self._suspended = False
        self._given_back = False
        self._is_alternate = False

    def run_input_thread(self) -> None:
        """Read what is typed until the driver ends; if the terminal goes away, send SIGHUP."""
        parser, decode = PasteParser(), getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], WAIT_SECONDS)[0]:
                if not (data := self._read()):
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                if text := decode(data):  # the data may end inside a character
                    for message in parser.feed(text):
                        self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, CHUNK)
        except OSError:
            return b""

    def suspend_application_mode(self) -> None:
        """Give the terminal to the shell until the app resumes."""
        self._suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal back, also after a stop without warning (SIGSTOP): the shell had it meanwhile."""
        if not os.isatty(self.fileno):
            return
        if not self._suspended:
            self._must_signal_resume = True
            super().suspend_application_mode()
        self._suspended = False
        super().resume_application_mode()

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        super().stop_application_mode()
        self._given_back = True

    def start_application_mode(self) -> None:
        """Take the terminal; the first frame stays on it until the app paints."""
        self._given_back = False
        self._is_alternate = early_terminal.is_taken()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's is not typed
        self._is_alternate = False
        if (before := early_terminal.hand_over()) is not None:
            self.attrs_before = before

    def write(self, data: str) -> None:
        """Write, but don't ask for the alternate screen where it is shown: some terminals would clear it."""
        if not (self._is_alternate and data == early_terminal.ALTERNATE):
            super().write(data)

    def give_back(self) -> None:
        """Restore the terminal without waiting for it, unless that was done. Safe in any thread."""
        if self._given_back or self._file is None:
            return
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            terminal = self._file.fileno()
            os.set_blocking(terminal, False)
            try:
                os.write(terminal, LEAVE)
            finally:
                os.set_blocking(terminal, True)
