"""Compare screens as text with ``tests/golden/``.

Rewrite the files with ``UPDATE_GOLDEN=1 pytest …`` and review them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens.app import JournalApp
from tests.support.driving import settle
from tests.support.extent import ALL, only
from tests.support.painting import paint

PLACE = Path(__file__).parent.parent / "golden"
SIZES = [(60, 20), (80, 24), (120, 40)]
"""Every screen must be complete at these sizes."""
SMALLEST = SIZES[0]

AT_EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
"""Sizes for one screen of each kind."""
AT_SIZES = pytest.mark.parametrize("size", only(SIZES, (80, 24)))
"""Sizes for all others: one, and in `make test-all` all of them."""


def picture(app: JournalApp) -> str:
    """Return what the terminal shows now, line by line, without trailing spaces."""
    lines = paint(app)
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines) + "\n"


def assert_golden(app: JournalApp, name: str) -> None:
    """Assert that the screen equals its golden file; the size is part of the file's name."""
    assert_kept(picture(app), f"{name}-{app.size.width}x{app.size.height}")


def assert_kept(shown: str, name: str) -> None:
    """Assert that a text equals its golden file."""
    kept = PLACE / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert kept.exists(), f"{kept.name} is missing: run with UPDATE_GOLDEN=1 and look at it"
    assert shown == kept.read_text(encoding="utf-8")


async def assert_goldens(pilot: Pilot[int], name: str, *, always: bool = False) -> None:
    """Compare the screen at every size as its window is resized; set it back to its size afterwards.

    In `make test` only its own size is compared, unless `always`: for one screen of each kind, and where resizing has
    scrolled what is compared.
    """
    app = pilot.app
    assert isinstance(app, JournalApp)
    size = (app.size.width, app.size.height)
    if not (always or ALL or os.environ.get("UPDATE_GOLDEN")):
        await settle(pilot)
        assert_golden(app, name)
        return
    for other in (*(each for each in SIZES if each != size), size):
        await pilot.resize_terminal(*other)
        await settle(pilot)
        assert_golden(app, name)
