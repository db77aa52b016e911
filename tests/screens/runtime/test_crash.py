"""Check that any crash shows one sentence, and nothing that a person wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App

CANARY = "canary-in-a-cage"

PROGRAM = f"""
import asyncio, sys, threading
from pathlib import Path
from journal.hardening import silence_tracebacks
silence_tracebacks()
from screens.app import JournalApp

class Crashing(JournalApp):
    def on_mount(self):
        super().on_mount()
        self.set_timer(0.05, self.crash)
    def on_ready(self):
        self.secret = "{CANARY}"
    def crash(self):
        secret = "{CANARY}"
        HOW

    async def work(self, text):
        raise ValueError(text)
    def work_in_thread(self):
        local = "{CANARY}"
        raise ValueError(local)

app = Crashing(Path(sys.argv[1]))
app.run(headless=True)
app.keeper.shutdown(app.exit_drafts)
sys.exit(app.return_code)
"""

WAYS = {
    "handler": "raise ValueError(secret)",
    "markup": "self.query_one('#nothing ' + secret + ' [/')",
    "worker": "self.run_worker(self.work(secret))",
    "thread worker": "self.run_worker(self.work_in_thread, thread=True)",
    "thread": "threading.Thread(target=self.work_in_thread).start()",
    "task": "asyncio.get_running_loop().call_soon(self.work_in_thread)",
    "panic": "self.panic(secret)",
}


def run(how: str, path: Path) -> subprocess.CompletedProcess[str]:
    path.write_bytes(b"no journal")
    program = PROGRAM.replace("HOW", how)
    return subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=60)


def test_a_run_that_does_not_crash_says_nothing(path: Path) -> None:
    done = run("self.exit(return_code=0)", path)
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("way", WAYS)
def test_a_crash_prints_no_personal_text(way: str, path: Path) -> None:
    done = run(WAYS[way], path)
    assert CANARY not in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert (
        done.stderr.strip() == "The journal stopped because of a mistake in the program. What was saved is in the file."
    )
    assert done.returncode == 1


@pytest.mark.parametrize("hook", ["_fatal_error", "panic", "_print_error_renderables", "_close_messages_no_wait"])
def test_textual_still_has_the_hooks_that_are_overridden(hook: str) -> None:
    assert callable(getattr(App, hook))


def test_textual_still_keeps_what_it_prints_where_it_is_dropped() -> None:
    assert App()._exit_renderables == []
