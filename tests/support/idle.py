"""Wait until an app has nothing left to do, not until the processor was quiet for a time.

After each step, Textual's Pilot waits for 20 ms without processor time, or one second. On an idle machine this is most
of the time of a screen test. On a busy machine it is not enough, because a computing thread gets no processor. Before
that it sends a message to each widget of the screen and waits for all of them: those were two of five in a test.
"""

from __future__ import annotations

import asyncio
from itertools import chain
from time import monotonic, process_time

import textual.app
import textual.pilot
from textual._context import active_app
from textual._queue import Queue
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout

_SOON = 0.02
"""Seconds. A timer that is due within this time belongs to the step."""

_LOOK = 0.003
"""Seconds after which a worker that uses no processor time counts as waiting."""


def use_this_wait() -> None:
    """Make Textual's Pilot wait this way in this process."""
    textual.app.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]
    textual.pilot.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]
    Pilot._wait_for_screen = _wait_for_screen  # type: ignore[assignment, method-assign]


async def _wait_for_screen(self: Pilot[object], timeout: float = 30.0) -> bool:
    """Wait until the app, its screen and every widget on it have handled their messages; return False after an error.

    Raises WaitForScreenTimeout after `timeout` seconds.
    """
    app, end = self.app, monotonic() + timeout
    failed: asyncio.Event = app._exception_event
    while app._screen_stack and not failed.is_set():
        if not any(map(_is_handling, chain([app], app.screen.walk_children(with_self=True)))):
            return True
        if monotonic() > end:
            raise WaitForScreenTimeout("Timed out while waiting for widgets to process pending messages.")
        await asyncio.sleep(0)
    return False


def _is_handling(pump: MessagePump) -> bool:
    """Return whether a message is being handled or waits to be; not if no more are accepted."""
    queue: Queue[Message | None] = pump._message_queue
    return not (pump._closing or pump._closed) and (bool(queue.values) or not queue.ready_event._waiters)


async def wait_for_idle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Return when nothing is ready to run, due soon, unpainted or being computed.

    An app that never rests is left after `max_sleep` seconds of processor time, or ten times as long by the clock.
    """
    start, end = process_time(), monotonic() + 10 * max_sleep
    app = active_app.get()
    quiet = 0
    while quiet < 3 and process_time() - start < max_sleep and monotonic() < end:
        await asyncio.sleep(0)
        if _has_something_to_do(app):
            quiet = 0
            await asyncio.sleep(0.001)
        elif quiet == 2 and _has_running_workers(app) and await _computes():
            quiet = 0
        else:
            quiet += 1


def _has_something_to_do(app: App[object]) -> bool:
    loop = asyncio.get_running_loop()
    if loop._ready:  # type: ignore[attr-defined]
        return True
    soon = loop.time() + _SOON
    if any(handle._when < soon and not handle._cancelled for handle in loop._scheduled):  # type: ignore[attr-defined]
        return True
    screen = app._screen_stack[-1] if app._screen_stack else None
    return screen is not None and bool(
        screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks
    )


def _has_running_workers(app: App[object]) -> bool:
    return any(worker.is_running for worker in app.workers)


async def _computes() -> bool:
    before = process_time()
    await asyncio.sleep(_LOOK)
    return process_time() - before > _LOOK / 10
