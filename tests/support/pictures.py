"""Make the README's picture: Today in the sample journal, on a fixed day. Run ``make screenshots``."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from journal import demo
from journal.clock import FixedClock
from journal.config.settings import Settings
from screens.app import JournalApp
from tests.conftest import NOON, ZONE
from tests.support.driving import locked, unlock

PICTURE = Path(__file__).parents[2] / "docs" / "today.svg"
SIZE = (100, 30)


async def today() -> str:
    """Return the Today screen of the sample journal as SVG that requests no font from a server."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "journal.rj"
        demo.make(path, NOON, ZONE, anchors=Path(name))
        app = JournalApp(path, clock=FixedClock(NOON, ZONE), settings=Settings(motion=False, key_pause_ms=0))
        app.anchors = Path(name)
        async with locked(app, SIZE) as pilot:
            await unlock(pilot, demo.PASSPHRASE)
            await pilot.press("escape")
            return re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="journal"), flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(today()), encoding="utf-8")
