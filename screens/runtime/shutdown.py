"""The end of the program on a signal: drafts are saved, the journal is closed and the process ends, whatever hangs.

``screens.app.run`` starts it; it knows the app only as ``ClosableApp``.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from queue import SimpleQueue
from types import FrameType
from typing import Any, Final, Protocol, runtime_checkable

from screens.runtime import first_frame
from screens.runtime.journal_worker import JournalWorker

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name))
"""The signals that end the program; Windows has only the first."""

GRACE_SECONDS: Final = 5.0
"""How long the screens may take to end; a system that shuts down often waits no longer than 10 s."""


@runtime_checkable
class GivesBack(Protocol):
    """A driver that can restore the terminal without waiting for it."""

    def give_back(self) -> None:
        """Restore the terminal."""


class ClosableApp(Protocol):
    """The part of an app that is needed to end it from outside."""

    exit_code: int | None
    exit_drafts: dict[str, Any]
    _loop: Any
    _driver: Any

    @property
    def keeper(self) -> JournalWorker:
        """Return the worker that has the journal open."""

    def drafts(self) -> dict[str, Any]:
        """Return the drafts as they are now."""

    def end_on_signal(self, number: int) -> None:
        """End on this signal."""

    def _context(self) -> Any:
        """Return Textual's own context of the app, for a thread."""


class Shutdown:
    """Ends the process after ``GRACE_SECONDS`` if the app has not ended by itself.

    The app may wait for a terminal that blocks, or for a thread. Then a thread of this class saves the drafts, closes
    the journal, and restores the terminal.
    """

    def __init__(self, app: ClosableApp) -> None:
        self._app = app
        self._begun: SimpleQueue[int] = SimpleQueue()  # safe to use in a signal handler

    def watch(self) -> None:
        """Handle the signals until the process ends: a second one must not kill it while it saves."""
        for number in SIGNALS:
            signal.signal(number, self._take_signal)
        threading.Thread(target=self._watch, name="ending", daemon=True).start()

    def begin(self, code: int) -> None:
        """Count the seconds from now on; ``code`` is the exit code if the app sets none."""
        self._begun.put(code)

    def _take_signal(self, number: int, frame: FrameType | None) -> None:
        """Run in the main thread, even if that waits and its loop is blocked."""
        app, loop = self._app, self._app._loop
        if loop is not None:
            self.begin(128 + number)
            loop.call_soon_threadsafe(app.end_on_signal, number)
        elif app.exit_code is None:  # before the first screen: nothing is open
            first_frame.give_back()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    def _watch(self) -> None:
        code = self._begun.get()
        threading.Event().wait(GRACE_SECONDS)
        with suppress(Exception):
            self._close()
        if isinstance(self._app._driver, GivesBack):
            self._app._driver.give_back()
        with suppress(ValueError):  # what signals do can only be set in the main thread
            first_frame.give_back()  # if the driver has not taken the terminal over yet
        os._exit(code if self._app.exit_code is None else self._app.exit_code)

    def _close(self) -> None:
        app = self._app
        if app.exit_code is None:  # the main thread is blocked, and never collected the drafts
            with suppress(Exception), app._context():
                app.exit_drafts = app.drafts()
        app.keeper.shutdown(app.exit_drafts)
