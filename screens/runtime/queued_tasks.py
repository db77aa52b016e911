"""Run tasks in the same order on every version of Python."""

from __future__ import annotations

import asyncio

from textual.app import App


class QueuedTasks(App[int]):
    """An app whose tasks wait for their turn, as they do on Python 3.11.

    From Python 3.12 on, ``App.run`` has each task begin inside the call that makes it. A screen's widgets would then be
    mounted before the screen is on the stack, and the first input field asks for the current screen: on the locked
    screen, where there is none yet, the program would stop. Pilot, which the tests use, never begins tasks early.
    """

    def on_load(self) -> None:
        """Take back the way of making tasks that ``App.run`` has set."""
        asyncio.get_running_loop().set_task_factory(None)
