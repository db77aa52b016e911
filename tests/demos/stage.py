"""The stage on which a demo plays: an app of 80×24, keys, what must be seen, and pictures that are kept.

A picture is the SVG file in ``docs/pictures/`` that the README and the guide show. Playing a demo compares the screen
with it, so that no picture shows a screen that is no longer like that. ``make screenshots`` writes them again.
"""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

from textual.pilot import Pilot
from textual.widgets import Input

from journal import demo
from journal.clock import FixedClock
from journal.config.settings import Settings
from screens.app import JournalApp
from tests.conftest import CHEAP, NOON, ZONE
from tests.support.driving import locked, settle, unlock
from tests.support.golden import picture
from tests.support.painting import export

PICTURES: Final = Path(__file__).parents[2] / "docs" / "pictures"
SIZE: Final = (80, 24)

_KEYS: Final = {" ": "space", "\n": "enter"}
_FONT: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_IDENTIFIER: Final = re.compile(r"terminal-\d+-")


class Stage:
    """The app, and what a demo does with it."""

    def __init__(self, pilot: Pilot[int], home: Path) -> None:
        self.pilot, self.home = pilot, home
        self.shown: list[str] = []
        """The names of the pictures that were compared."""

    @property
    def app(self) -> JournalApp:
        """Return the app, which is ours."""
        assert isinstance(self.pilot.app, JournalApp)
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; the app is at rest after each."""
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    async def write(self, text: str) -> None:
        """Type a text, letter by letter."""
        await self.pilot.press(*(_KEYS.get(letter, letter) for letter in text))
        await settle(self.pilot)

    def sees(self, *texts: str) -> None:
        """Assert that these texts are on the screen; a text may be broken into two rows."""
        shown = picture(self.app)
        plain = " ".join(re.sub(r"[│╭╮╰╯─]", " ", shown).split())
        for text in texts:
            assert text in shown or text in plain, f"{text!r} is not on the screen:\n{shown}"

    def picture(self, name: str) -> None:
        """Compare the screen with a picture in ``docs/pictures/``, or write it with ``UPDATE_GOLDEN=1``."""
        for field in self.app.screen.query(Input):
            field.cursor_blink = False  # or the picture would depend on the moment
            field._cursor_visible = True
        drawn = _FONT.sub("", export(self.app))
        drawn = _IDENTIFIER.sub("terminal-", drawn)
        kept = PICTURES / f"{name}.svg"
        self.shown.append(name)
        if os.environ.get("UPDATE_GOLDEN"):
            PICTURES.mkdir(exist_ok=True)
            kept.write_text(drawn, encoding="utf-8")
        assert kept.exists(), f"{kept.name} is missing: run make screenshots, and look at it"
        assert drawn == kept.read_text(encoding="utf-8"), f"{kept.name} shows another screen: run make screenshots"


Play = Callable[[Stage], Coroutine[None, None, None]]


class Demo(NamedTuple):
    """A walk: its name, whether it starts with the sample journal open or with nothing, and the pictures it makes."""

    name: str
    has_journal: bool
    play: Play
    pictures: tuple[str, ...]


@asynccontextmanager
async def stage(home: Path, *, has_journal: bool) -> AsyncIterator[Stage]:
    """Open the app in an empty home directory, or with the sample journal of the same day, unlocked."""
    path = home / "journal.rj"
    if has_journal:
        demo.make(path, NOON, ZONE, anchors=home)
    settings = Settings(region="US" if has_journal else "", motion=False, key_pause_ms=0)
    app = JournalApp(path, clock=FixedClock(NOON, ZONE), settings=settings)
    app.anchors, app.cost = home, CHEAP
    async with locked(app, SIZE, toasts=True) as pilot:
        if has_journal:
            await unlock(pilot, demo.PASSPHRASE)
            await pilot.press("escape")
            await settle(pilot)
        yield Stage(pilot, home)
