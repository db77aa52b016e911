"""Check that the app answers keys while a key is derived at its full cost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from textual import events
from textual.pilot import Pilot

from journal.file_facts import Cost
from journal.store.journal import Journal
from journal.vault.crypto import keys
from screens.locked.lock_screen import Locked
from screens.routes import screen_class
from screens.today.today import Today
from screens.widgets.fields.passphrase import Secret
from tests.conftest import PASSPHRASE
from tests.support.driving import locked, open_app, settle
from tests.support.welcoming import paste, same_words, welcome

FEWEST_BEATS = 10


class Watch:
    """Records when a key was derived, and when the event loop was free."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.running = False
        self.spans: list[tuple[float, float]] = []
        self._beats: list[float] = []
        self._derive: Callable[[str, bytes, Cost], bytes] = keys.from_passphrase
        monkeypatch.setattr(keys, "from_passphrase", self._timed)

    def _timed(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        assert cost.memory_kib >= Cost.STANDARD.memory_kib
        self.running, start = True, perf_counter()
        try:
            return self._derive(passphrase, salt, cost)
        finally:
            self.spans.append((start, perf_counter()))
            self.running = False

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Let the event loop beat, at most every five milliseconds. A beating app never rests: `settle` waits long."""
        heart = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            heart.cancel()
            with suppress(asyncio.CancelledError):
                await heart

    async def _beat(self) -> None:
        while True:
            self._beats.append(perf_counter())
            await asyncio.sleep(0.005)

    def assert_free(self) -> None:
        """Assert that the loop was never blocked for a good part of a derivation, and beat many times in it.

        How long a beat takes depends on who else is on this computer; a loop that waits misses all of them.
        """
        assert self.spans
        for start, end in self.spans:
            beats = [beat for beat in self._beats if start <= beat <= end]
            assert len(beats) >= FEWEST_BEATS
            assert max(later - earlier for earlier, later in pairwise([start, *beats, end])) < (end - start) / 2


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


@pytest.fixture
def dear(path: Path) -> Path:
    """Make a journal whose passphrase costs what it costs a person."""
    Journal.create(path, PASSPHRASE, cost=Cost.STANDARD).close()
    return path


def strike(pilot: Pilot[int], key: str) -> None:
    """Send a key. The pilot's own press waits until no thread computes, which here is too long."""
    pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def until(so: Callable[[], object]) -> None:
    """Wait until the condition is true."""
    async with asyncio.timeout(60):
        while not so():
            await asyncio.sleep(0.001)


async def give(pilot: Pilot[int], watch: Watch) -> Secret:
    """Type the passphrase, and return while the key is being derived."""
    field = pilot.app.screen.query_one(Secret)
    field.value = PASSPHRASE
    strike(pilot, "end")
    strike(pilot, "enter")
    await until(lambda: watch.running)
    return field


async def test_the_loop_is_free_while_the_passphrase_is_tried(dear: Path, watch: Watch) -> None:
    async with locked(open_app(dear)) as pilot:
        async with watch.beating():
            await give(pilot, watch)
            await until(lambda: not watch.running)
        await settle(pilot)
        assert isinstance(pilot.app.screen, Today)
    watch.assert_free()


async def test_keys_are_answered_while_the_passphrase_is_tried(dear: Path, watch: Watch) -> None:
    async with locked(open_app(dear)) as pilot:
        field = await give(pilot, watch)
        for key in "xyz":
            strike(pilot, key)
        await until(lambda: field.value == PASSPHRASE + "xyz")
        strike(pilot, "f4")
        await until(lambda: isinstance(pilot.app.screen, screen_class("safety")))
        strike(pilot, "escape")
        await until(lambda: isinstance(pilot.app.screen, Locked))
        assert watch.running
        await settle(pilot)
        assert isinstance(pilot.app.screen, Today)


async def test_the_first_questions_go_on_while_the_new_journal_gets_its_key(
    path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    same_words(monkeypatch)
    app = open_app(path)
    app.cost = Cost.STANDARD
    async with locked(app) as pilot:
        for field in ("new", "again"):
            await paste(pilot, field, PASSPHRASE)
        async with watch.beating():
            strike(pilot, "enter")
            await until(lambda: watch.running)
            await until(lambda: welcome(app).current == "words")
            assert watch.running
            await until(lambda: not watch.running)
        await settle(pilot)
        assert app.journal is not None
    watch.assert_free()
