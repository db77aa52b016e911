"""Run ``journal`` as its entry point does, plus one thing that the argument names.

``walk N/M``: go every M-th way of ``everywhere.py``, starting with the N-th, and paste a canary into every text field.
Anything else is one of the crashes in ``crashes.py``; F12 triggers it.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import journal.__main__ as front_door

if TYPE_CHECKING:
    from textual.pilot import Pilot


def crashing(way: str) -> type[Any]:
    """Return the app, in which F12 crashes it with everything that a person wrote and the open journal."""
    from textual.binding import Binding

    from screens.app import JournalApp
    from tests.support.canary.crashes import CRASHES

    class Strange(JournalApp):
        BINDINGS = [Binding("f12", "crash", priority=True)]

        async def action_crash(self) -> None:
            await CRASHES[way](self)

    return Strange


async def walk(part: int, parts: int, pilot: Pilot[int]) -> None:
    """Go each way, paste, press the keys that copy, and return to Today."""
    from datetime import timedelta

    from textual import events

    from journal.domain.sessions import Session
    from screens.app import JournalApp
    from tests.conftest import NOON
    from tests.support.canary import DRAFT, PASSPHRASE_WORDS
    from tests.support.driving import lock, settle, unlock
    from tests.support.everywhere import WAYS

    app = pilot.app
    assert isinstance(app, JournalApp)
    await unlock(pilot, PASSPHRASE_WORDS)
    await app.save_and_wait(Session(planned_at=NOON + timedelta(days=3)))
    for keys in list(WAYS.values())[part::parts]:
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await app.run_action("app.place('today')")
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        app.screen.post_message(events.Paste(DRAFT))
        await settle(pilot)
    await lock(pilot)
    app.exit(return_code=app.return_code or 0)


def walking(part: int, parts: int) -> type[Any]:
    """Return the app on the day of the other tests' journals; it walks by itself."""
    from journal.clock import FixedClock
    from journal.config.settings import Settings
    from screens.app import JournalApp
    from tests.conftest import CHEAP, NOON, ZONE
    from tests.support.parsing import parse_once

    parse_once()

    class Walking(JournalApp):
        def __init__(self, path: Path, *, demo: bool = False) -> None:
            super().__init__(
                path, clock=FixedClock(NOON, ZONE), settings=Settings(motion=False, key_pause_ms=0), demo=demo
            )
            self.cost = CHEAP

        def run(self, *arguments: Any, **options: Any) -> int | None:
            return super().run(*arguments, **{**options, "auto_pilot": partial(walk, part, parts)})

    return Walking


def open_strangely(path: Path, *, demo: bool = False) -> int:
    """Do what ``journal.__main__.open_screens`` does, with our app."""
    from screens import app

    what, *more = ARGUMENTS
    app.JournalApp = walking(*map(int, more[0].split("/"))) if what == "walk" else crashing(what)  # type: ignore[misc]
    return app.run(path, demo=demo)


if __name__ == "__main__":
    ARGUMENTS, sys.argv[1:] = sys.argv[1:], []
    front_door.open_screens = open_strangely
    front_door.main()
