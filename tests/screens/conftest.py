"""Fixtures for screens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import pytest

from screens.app import JournalApp
from tests.support.quick_textual import use_quick_textual

use_quick_textual()

MEMORY: Final = Path("/dev/shm")
ROOM: Final = 1 << 30
"""Bytes."""


class Asked(NamedTuple):
    """The screens that were opened, by name, with their options."""

    names: list[str]
    options: list[dict[str, object]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Record which screens are opened instead of pushing them."""
    found = Asked([], [])

    def show(_: JournalApp, name: str, **options: object) -> None:
        found.names.append(name)
        found.options.append(options)

    monkeypatch.setattr(JournalApp, "show", show)
    return found


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """Return a directory in memory, if there is room: tests of screens wait for the disk and test nothing of it."""
    if not (os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM):
        yield tmp_path
        return
    with TemporaryDirectory(prefix="journal-", dir=MEMORY, ignore_cleanup_errors=True) as place:
        yield Path(place)
