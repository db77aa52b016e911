"""Run long work that releases the GIL without slowing down what the person does meanwhile.

`keys` derives passphrase keys with it. Imports nothing of the project.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

T = TypeVar("T")

_STEPS: Final = 5
"""By how much the nice value is raised: of a core that both want, the screen's thread then gets three quarters."""


def run_at_low_priority(work: Callable[[], T]) -> T:
    """Run `work` in a thread of its own with a low priority; wait, and return or raise what it returns or raises.

    The threads that `work` starts have that priority, too. On Linux a nice value belongs to one thread and can't be
    lowered again, so the thread is used once. On other systems it belongs to the whole program: there it is left alone.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        if sys.platform == "linux":
            with suppress(OSError):
                os.nice(_STEPS)
        try:
            done.append(work())
        except BaseException as error:  # raised below, in the thread that waits
            failed.append(error)

    thread = threading.Thread(target=run, name="low priority")
    try:
        thread.start()
    except RuntimeError:  # no more threads are allowed
        return work()
    thread.join()
    if failed:
        raise failed.pop()
    return done.pop()
