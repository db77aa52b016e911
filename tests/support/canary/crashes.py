"""Make an open journal crash in many ways, each with the person's words in local variables and in the message."""

from __future__ import annotations

import asyncio
import logging
import threading
import warnings
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from functools import partial
from typing import Final, NoReturn

from textual.app import RenderResult
from textual.screen import Screen
from textual.widget import Widget

from screens.app import JournalApp


def fail(text: str) -> NoReturn:
    """Raise the error that all crashes end in."""
    local = text
    raise ValueError(local)


def told(app: JournalApp) -> str:
    """Return everything in the journal, and its passphrase and words."""
    from tests.support.canary import PASSPHRASE_WORDS

    assert app.journal is not None
    written = [entry.text for entry in app.journal.entries.all()]
    return " ".join([PASSPHRASE_WORDS, *written, *map(str, app.drafts().values())])


class Rotten(Widget):
    """A widget that cannot be drawn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self) -> RenderResult:
        fail(self.text)


class Unbuilt(Screen[None]):
    """A screen that cannot be composed."""

    def compose(self) -> NoReturn:
        fail(self.app.title)


async def in_handler(app: JournalApp) -> None:
    fail(told(app))


async def in_worker(app: JournalApp) -> None:
    async def work(text: str) -> None:
        fail(text)

    app.run_worker(work(told(app)))


async def in_thread_worker(app: JournalApp) -> None:
    app.run_worker(partial(fail, told(app)), thread=True)


async def in_thread(app: JournalApp) -> None:
    threading.Thread(target=fail, args=(told(app),), name=told(app)).start()


async def in_journal_thread(app: JournalApp) -> None:
    app.run_worker(app.keeper.run(partial(fail, told(app))))


async def in_task(app: JournalApp) -> None:
    asyncio.get_running_loop().call_soon(fail, told(app))


async def in_timer(app: JournalApp) -> None:
    app.set_timer(0.01, partial(fail, told(app)))


async def in_render(app: JournalApp) -> None:
    await app.screen.mount(Rotten(told(app)))


async def in_compose(app: JournalApp) -> None:
    app.title = told(app)
    app.push_screen(Unbuilt())


async def in_markup(app: JournalApp) -> None:
    app.screen.query_one(f"#{told(app)} [/")


async def in_callback(app: JournalApp) -> None:
    """Fail in the callback of a thread's future: the standard library logs the error and continues."""
    text = told(app)
    future: Future[str] = Future()
    future.add_done_callback(lambda done: fail(done.result()))
    future.set_result(text)
    logging.getLogger("some.library").error(text)
    warnings.warn(text, stacklevel=1)
    fail(text)


async def at_the_end(app: JournalApp) -> None:
    """Fail after the screen was left, when nothing catches output any more."""
    text = told(app)

    def end(drafts: object) -> None:
        logging.getLogger("some.library").error(text)
        warnings.warn(text, stacklevel=1)
        fail(text)

    app.keeper.shutdown = end  # type: ignore[method-assign]
    app.exit(return_code=0)


CRASHES: Final[dict[str, Callable[[JournalApp], Awaitable[None]]]] = {
    "handler": in_handler,
    "worker": in_worker,
    "thread worker": in_thread_worker,
    "thread": in_thread,
    "journal's thread": in_journal_thread,
    "task": in_task,
    "timer": in_timer,
    "render": in_render,
    "compose": in_compose,
    "markup": in_markup,
    "callback": in_callback,
    "end": at_the_end,
}
