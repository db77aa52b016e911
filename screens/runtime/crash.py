"""An app that can crash without printing what a person wrote.

Textual prints a traceback with local variables: the passphrase, the key, an entry. All of its ways to print are
closed here; ``tests/screens/runtime/test_crash.py`` fails when Textual renames one.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from typing import TYPE_CHECKING, Any

from textual.app import App

from journal.hardening import STOPPED

if TYPE_CHECKING:
    from rich.console import RenderableType

    from screens.runtime.shutdown import Shutdown


class CrashSafeApp(App[int]):
    """Ends on an unhandled error with one sentence and the exit code 1.

    ``exit_code`` is set once the app ends or crashes; ``ending`` then makes sure that the process ends.
    """

    crashed = False
    exit_code: int | None = None
    ending: Shutdown | None = None
    _said = False

    def install_handlers(self) -> None:
        """Handle errors in threads and in tasks of the loop like all others."""
        asyncio.get_running_loop().set_exception_handler(self._task_died)
        threading.excepthook = self._thread_died

    def _thread_died(self, arguments: threading.ExceptHookArgs) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._fatal_error)

    def _task_died(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if context.get("exception") is not None:
            self._fatal_error()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Exit as Textual does; if the screens hang, the process still ends."""
        super().exit(result, return_code, message)
        self._begin_to_end(return_code)

    def _fatal_error(self) -> None:
        if self.exit_code is None:  # errors of screens that are removed while they are mounted are no crash
            self.crashed = True
            self._return_code = 1
            self._begin_to_end(1)
        self._close_messages_no_wait()

    def _begin_to_end(self, code: int) -> None:
        self.exit_code = code
        if self.ending is not None:
            self.ending.begin(code)

    def panic(self, *renderables: object) -> None:
        """End without printing what Textual wanted to."""
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
        if self.crashed and not self._said and sys.__stderr__ is not None:
            self._said = True
            print(STOPPED, file=sys.__stderr__)
