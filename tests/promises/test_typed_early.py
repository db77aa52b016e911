"""Check that nothing is lost of what is typed on the locked screen before it has looked at a large file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.window import ESC, window

PROGRAM = """
import threading

import journal.__main__ as front_door

def open_screens(path, *, demo=False):
    from journal.store import locked
    from screens import app

    typed, check = threading.Event(), locked.check

    def check_late(path):
        typed.wait()
        return check(path)

    class Watched(app.JournalApp):
        async def on_event(self, event):
            await super().on_event(event)
            if getattr(event, "key", "") == "enter":
                typed.set()

    locked.check, app.JournalApp = check_late, Watched
    return app.run(path, demo=demo)

front_door.open_screens = open_screens
front_door.main()
"""
"""A program that has looked at the file only after the enter key has arrived, however small the file is."""


@pytest.mark.parametrize(
    "typed",
    [PASSPHRASE, f"x\x7f{PASSPHRASE}", f"wrong\x15{PASSPHRASE}", f"{ESC}[200~{PASSPHRASE}{ESC}[201~"],
    ids=["letters", "backspace", "all deleted", "pasted"],
)
def test_a_passphrase_sent_before_the_file_was_looked_at_opens_the_journal(path: Path, typed: str) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    with window((sys.executable, "-c", PROGRAM), environment={"JOURNAL_FILE": str(path)}) as seen:
        seen.shows("Passphrase")
        seen.press(f"{typed}\r", "2 Timeline")
