"""Provide a journal with a cheap key, commands on it, and one fixed clock for both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.clock import FixedClock
from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command, in_process

Filling = Callable[[Callable[[Journal], object]], None]
"""Lets a function fill the journal that commands then run on."""


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path, clock: FixedClock
) -> Command:
    """Return a function that runs commands on an empty journal, on Monday 23 November 2026 at noon."""
    monkeypatch.setattr("journal.store.journal.SystemClock", lambda: clock)
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    return in_process(monkeypatch, capsys, path)


@pytest.fixture
def fill(command: Command, path: Path) -> Filling:
    """Return a function that opens the journal, lets a function fill it, and closes it again."""

    def filled(filling: Callable[[Journal], object]) -> None:
        with Journal.open(path, PASSPHRASE) as journal:
            filling(journal)

    return filled
