"""An app that can crash without telling what a person wrote.

Textual prints a traceback with local variables: the passphrase, the key, an entry. All of its ways to print are
closed here; ``tests/screens/test_crash.py`` fails when Textual renames one.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from typing import Any

from textual.app import App

from journal.quiet import STOPPED


class QuietApp(App[int]):
    """Ends on an unhandled error with one sentence and the return code 1."""

    crashed = False
    _said = False

    def hush(self) -> None:
        """Send what dies in a thread or in a task of the loop the same way as all else."""
        asyncio.get_running_loop().set_exception_handler(self._task_died)
        threading.excepthook = self._thread_died

    def _thread_died(self, arguments: threading.ExceptHookArgs) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._fatal_error)

    def _task_died(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if context.get("exception") is not None:
            self._fatal_error()

    def _fatal_error(self) -> None:
        self.crashed = True
        self._return_code = 1
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """End; whatever Textual wanted to print is dropped."""
        self._fatal_error()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
        if self.crashed and not self._said and sys.__stderr__ is not None:
            self._said = True
            print(STOPPED, file=sys.__stderr__)
