"""Check a real terminal: what happens when the program is told to end, is stopped, or its window made too small."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE

PROGRAM = """
import sys, pathlib
from screens import routes
routes.ROUTES |= {"goal": "tests.support.small_form:SmallGoal", "entry": "tests.support.small_form:SmallGoal"}
from screens.app import run
sys.exit(run(pathlib.Path(sys.argv[1])))
"""


@contextmanager
def terminal(path: Path) -> Iterator[pexpect.spawn[str]]:
    """Start the app in a terminal of its own, unlocked, with something half-typed."""
    with Journal.create(path, PASSPHRASE, cost=CHEAP):
        pass
    child = pexpect.spawn(
        sys.executable,
        ["-c", PROGRAM, str(path)],
        dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm-256color"},
        timeout=30,
        encoding="utf-8",
    )
    try:
        child.expect("last saved")
        child.send(PASSPHRASE + "\r")
        child.expect("2 Timeline")
        child.send("n")
        child.expect("How sure")
        child.send("canary")
        child.expect("canary")
        yield child
    finally:
        child.close(force=True)


def draft(path: Path) -> str:
    with Journal.open(path, PASSPHRASE) as journal:
        return str((journal.drafts.get("goal:new") or {}).get("title"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_seals_the_draft_and_ends(path: Path, number: signal.Signals) -> None:
    with terminal(path) as child:
        child.kill(number)
        left = child.read()
        child.close()
        assert child.exitstatus == 128 + number
        assert "canary" not in left.rpartition("\x1b[?1049l")[2]
    assert draft(path) == "canary"


def test_a_closed_terminal_seals_the_draft(path: Path) -> None:
    with terminal(path) as child:
        process = child.ptyproc  # type: ignore[attr-defined]  # pexpect's stubs leave it out
        process.fileobj.close()
        child.closed = process.closed = True
        process.wait()
    assert draft(path) == "canary"


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_coming_back_from_being_stopped_is_locked(path: Path, number: signal.Signals) -> None:
    with terminal(path) as child:
        assert child.pid is not None
        child.kill(number)
        if number == signal.SIGTSTP:
            child.expect_exact("\x1b[?1049l")
        os.waitpid(child.pid, os.WUNTRACED)
        child.kill(signal.SIGCONT)
        child.expect("last saved")
        child.send(PASSPHRASE + "\r")
        child.expect("canary")
        child.send("\x11")
        child.expect(pexpect.EOF)
        assert child.getecho()  # the terminal is as it was before the program
