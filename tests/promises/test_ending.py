"""Check that the process always ends: half-typed text is saved, the journal closed, and no thread keeps it running."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.window import CTRL_S, F12, Window, window

PROGRAM = """
import os, signal, sys, threading

def never_ends():
    threading.Event().wait()

threading.Thread(target=never_ends).start()

import journal.__main__ as front_door

def open_screens(path, *, demo=False):
    from textual.binding import Binding
    from screens import app; from screens.runtime import shutdown, journal_worker

    shutdown.GRACE_SECONDS = 0.5

    def told_again(keeper, drafts):
        os.kill(os.getpid(), signal.SIGTERM)
        end(keeper, drafts)

    end, journal_worker.JournalWorker.shutdown = journal_worker.JournalWorker.shutdown, told_again

    class Standing(app.JournalApp):
        BINDINGS = [Binding("f12", "stand_still", priority=True)]

        def action_stand_still(self):
            print("standing still", file=sys.__stderr__, flush=True)
            never_ends()

    app.JournalApp = Standing
    return app.run(path, demo=demo)

front_door.open_screens = open_screens
front_door.main()
"""
"""A program that shows the journal while a thread never ends, with a key at which the main thread hangs.

A second signal comes when the first has ended the screens and nothing is saved yet.
"""


@contextmanager
def writing(path: Path) -> Iterator[Window]:
    """Open a terminal with an entry half-written in it."""
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    with window((sys.executable, "-c", PROGRAM), environment={"JOURNAL_FILE": str(path)}) as seen:
        seen.shows("last saved")
        seen.press(f"{PASSPHRASE}\r", "2 Timeline")
        seen.press("n", "a new entry")
        seen.press("canary", "canary")
        yield seen


def sealed(path: Path) -> bool:
    """Return whether the journal can be opened and holds the half-written entry."""
    with Journal.open(path, PASSPHRASE) as journal:
        return "canary" in str(journal.drafts.get("entry:new"))


def test_it_ends_when_its_terminal_goes_away(path: Path) -> None:
    with writing(path) as seen:
        assert seen.hang_up() == 128 + signal.SIGHUP
    assert sealed(path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_it_ends_when_its_terminal_takes_nothing_any_more(path: Path, number: signal.Signals) -> None:
    with writing(path) as seen:
        terminal = termios.tcgetattr(seen.child.child_fd)
        terminal[0] |= termios.IXON  # ctrl+s stops its output from now on
        termios.tcsetattr(seen.child.child_fd, termios.TCSANOW, terminal)
        seen.child.send(CTRL_S)
        os.kill(seen.process, number)
        assert seen.ended() == 128 + number
    assert sealed(path)


def test_it_ends_when_its_main_thread_stands_still(path: Path) -> None:
    with writing(path) as seen:
        before = termios.tcgetattr(seen.child.child_fd)
        seen.child.send(F12)
        seen.wait(lambda: "standing still" in seen.raw, "a main thread that stands still")
        os.kill(seen.process, signal.SIGTERM)
        assert seen.ended() == 128 + signal.SIGTERM
        assert termios.tcgetattr(seen.child.child_fd) != before  # the shell's again
    assert sealed(path)
