"""Fixtures that every test needs: a cheap key, a fixed clock, and a journal in a directory of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.file_facts import Cost
from journal.store.journal import Journal
from tests.support.extent import load_profile

load_profile()

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "a sober morning on the canal"
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ZONE = "Europe/Vienna"


def pytest_collection_finish() -> None:
    """Exclude what was imported from garbage collection, and collect less often: it took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty home directory, so that no test reads or writes the real one."""
    place = tmp_path / "home"
    place.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "JOURNAL_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock fixed to Monday 23 November 2026, noon in Vienna."""
    return FixedClock(NOON, ZONE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of the test's journal."""
    return tmp_path / "journal.rj"


@pytest.fixture
def journal(path: Path, clock: FixedClock) -> Iterator[Journal]:
    """Return an open, empty journal."""
    with Journal.create(path, PASSPHRASE, clock=clock, cost=CHEAP) as made:
        yield made
