"""Drive the app in tests: open it, unlock it, wait until it is at rest."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from journal.clock import FixedClock
from journal.config.settings import Settings
from journal.store.journal import Journal
from screens.app import JournalApp
from screens.widgets.fields.passphrase import Secret
from tests.conftest import CHEAP, NOON, PASSPHRASE, ZONE
from tests.support.extent import ALL
from tests.support.painting import paint

Fill = Callable[[Journal], object]
Size = tuple[int, int]


def make_app(path: Path, *, clock: FixedClock | None = None, fill: Fill | None = None) -> JournalApp:
    """Return the app on a new journal that ``fill`` has filled. The clock is set to noon of 23 November 2026."""
    clock = clock or FixedClock(NOON, ZONE)
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as journal:
        if fill is not None:
            fill(journal)
    return open_app(path, clock=clock)


def open_app(path: Path, *, clock: FixedClock | None = None) -> JournalApp:
    """Return the app on whatever is at ``path``. Its clock stands still, so keys may follow each other at once."""
    settings = Settings(motion=False, key_pause_ms=0)
    app = JournalApp(path, clock=clock or FixedClock(NOON, ZONE), settings=settings)
    app.cost = CHEAP
    return app


async def settle(pilot: Pilot[int]) -> None:
    """Wait until every worker is done; in `make test-all` paint what is shown then."""
    for _ in range(3):
        await pilot.pause()
        with suppress(WorkerCancelled):  # those of a screen that goes: they are done as well
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    if ALL:
        paint(pilot.app)


async def unlock(pilot: Pilot[int], passphrase: str = PASSPHRASE) -> None:
    """Paste the passphrase, and wait until the journal is open or refused."""
    await settle(pilot)
    pilot.app.screen.query_one(Secret).value = passphrase
    await pilot.press("enter")
    await settle(pilot)


@asynccontextmanager
async def locked(app: JournalApp, size: Size = (80, 24), *, toasts: bool = False) -> AsyncIterator[Pilot[int]]:
    """Start the app, locked; at the end paint what is shown and close its journal. ``toasts`` shows short messages."""
    try:
        async with app.run_test(size=size, notifications=toasts) as pilot:
            await settle(pilot)
            yield pilot
            if app.is_running:
                paint(app)
    finally:
        app.keeper.shutdown(app.exit_drafts)


@asynccontextmanager
async def opened(app: JournalApp, size: Size = (80, 24), *, toasts: bool = False) -> AsyncIterator[Pilot[int]]:
    """Start the app with its journal open, on Today."""
    async with locked(app, size, toasts=toasts) as pilot:
        await unlock(pilot)
        assert app.journal is not None
        yield pilot


async def lock(pilot: Pilot[int]) -> None:
    """Press the lock key and wait until the journal is closed."""
    await pilot.press("ctrl+l")
    await settle(pilot)
