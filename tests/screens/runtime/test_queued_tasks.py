"""Test that a Python that begins tasks early (3.12 and later) opens the locked screen as 3.11 does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SHOWN = """
import asyncio, sys
from pathlib import Path
from screens.app import JournalApp
if not hasattr(asyncio, "eager_task_factory"):
    asyncio.eager_task_factory = lambda loop, coroutine, **options: asyncio.Task(coroutine, loop=loop, **options)
class Painted(JournalApp):
    def _display(self, screen, renderable):
        if renderable is not None and screen.is_mounted:
            print("painted", asyncio.get_running_loop().get_task_factory(), file=sys.__stdout__)
            self.exit(return_code=0)
app = Painted(Path(sys.argv[1]))
app.run(headless=True)
"""


def test_tasks_wait_for_their_turn_on_every_python(path: Path) -> None:
    path.write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines()[0] == "painted None", done.stderr
