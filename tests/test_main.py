"""Test the entry point: what is secured before anything is imported, and which terminals are refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from journal.hardening import STOPPED

HEAVY = [
    "cryptography",
    "jinja2",
    "tinydb",
    "mnemonic",
    "zxcvbn",
    "click",
    "journal.domain.focuses",
    "journal.domain.uses",
    "journal.recovery_words",
    "journal.store.journal",
    "journal.vault.vault",
    "screens.today.today",
    "screens.cravings.craving",
    "screens.base.commands",
    "textual.widgets._text_area",
    "textual.widgets._markdown",
]
"""Modules that the locked screen's first paint does without."""

BEFORE_THE_FIRST_FRAME = [
    *("textual", "rich", "asyncio", "click", "msgspec", "platformdirs", "tomllib", "logging", "gettext", "locale"),
    *("datetime", "dataclasses", "inspect", "json", "shutil", "tempfile", "subprocess", "importlib.metadata"),
    *("journal.config.settings", "journal.cli", "journal.domain", "journal.vault", "journal.store", "screens.app"),
    *("screens.keymap", "screens.routes", "screens.theme", "screens.widgets"),
]
"""Modules that must not be imported until the first frame is written."""

FIRST_FRAME = """
import os, sys
from screens.runtime import early_terminal, first_frame
import journal.__main__ as front_door
def take(picture):
    assert picture()
    print(*sys.modules, flush=True)
    os._exit(0)
early_terminal.take = take
first_frame.unsupported_reason = lambda: ""
os.get_terminal_size = lambda terminal: (80, 24)
front_door.main()
"""

FIRST_PAINT = """
import sys
from pathlib import Path
from screens.app import JournalApp
class Painted(JournalApp):
    def _display(self, screen, renderable):
        if renderable is not None and screen.is_mounted:
            print("painted", *[name for name in sys.argv[2:] if name in sys.modules], file=sys.__stdout__)
            self.exit(return_code=0)
app = Painted(Path(sys.argv[1]))
app.run(headless=True)
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
    )


def test_the_front_door_imports_the_standard_library_only() -> None:
    done = python("-c", "import sys, journal.__main__; print(*sys.modules)")
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"textual", "rich", "screens", "click", "msgspec", "cryptography", "platformdirs"}


def test_textual_variables_are_dropped_before_textual_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    from journal.hardening import HARMLESS, drop_textual_variables

    for name in ("TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_DRIVER", "TEXTUAL", "TEXTUAL_DEBUG", "TEXTUAL_FPS"):
        monkeypatch.setenv(name, "1")
    drop_textual_variables()
    assert {name for name in os.environ if name.startswith("TEXTUAL")} <= HARMLESS
    assert os.environ["TEXTUAL_FPS"] == "1"


def test_this_process_leaves_no_core_and_cannot_be_read() -> None:
    program = (
        "import resource; from journal.hardening import disable_core_dumps; disable_core_dumps();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), end=' ');"
        "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    assert python("-c", program).stdout.split() == ["(0,", "0)", "0"]


def test_an_unhandled_error_prints_no_text_and_no_traceback() -> None:
    program = (
        "from journal.hardening import silence_tracebacks; silence_tracebacks(); text = 'canary'; "
        "raise ValueError(text)"
    )
    done = python("-c", program)
    assert done.returncode == 1
    assert "canary" not in done.stderr
    assert "Traceback" not in done.stderr


ENDS = """
import sys, threading
threading.Thread(target=threading.Event().wait).start()
import journal.__main__ as front_door
def open_screens(path):
    print("said", end="")
    HOW
front_door.open_screens = open_screens
sys.argv = ["journal"]
front_door.main()
"""
"""A program with a thread that never ends."""


@pytest.mark.parametrize(
    ("how", "code", "told"),
    [
        ("return 0", 0, ""),
        ("return 129", 129, ""),
        ("raise ValueError('canary')", 1, f"{STOPPED}\n"),
        ("raise KeyboardInterrupt", -signal.SIGINT, "Interrupted.\n"),
    ],
)
def test_the_process_ends_with_its_code_whatever_threads_remain(how: str, code: int, told: str) -> None:
    done = python("-c", ENDS.replace("HOW", how))
    assert (done.returncode, done.stdout, done.stderr) == (code, "said", told)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize("ending", ["front_door.leave", "sys.exit"])
def test_output_that_can_not_be_written_has_the_exit_code_of_python(ending: str) -> None:
    program = ENDS.replace("threading.Thread", "#").replace("HOW", "return 0")
    program = program.replace("front_door.main()", f"front_door.leave = {ending}; front_door.main()")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )
    assert (done.returncode, done.stderr) == (120, b"")


def test_the_first_paint_imports_nothing_it_does_not_need(path: Path) -> None:
    path.write_bytes(b"")
    done = python("-c", FIRST_PAINT, str(path), *HEAVY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "painted"


def test_the_first_frame_is_written_before_anything_large_is_imported() -> None:
    done = python("-c", FIRST_FRAME, LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr
    assert not {name for name in BEFORE_THE_FIRST_FRAME if name in done.stdout.split()}


def test_without_a_terminal_it_says_so_in_one_sentence(path: Path) -> None:
    done = python("-c", "import sys; from screens.app import run; sys.exit(run(__import__('pathlib').Path('x')))")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "terminal" in done.stderr


@pytest.mark.parametrize(
    ("term", "size", "word"), [("dumb", (24, 80), "TERM"), ("xterm", (10, 40), "40 columns and 12 rows")]
)
def test_a_terminal_that_will_not_do_is_told_why(path: Path, term: str, size: tuple[int, int], word: str) -> None:
    program = "import sys, pathlib; from screens.app import run; sys.exit(run(pathlib.Path('x')))"
    environment = {**os.environ, "TERM": term}
    child = pexpect.spawn(
        sys.executable, ["-c", program], dimensions=size, env=environment, timeout=30, encoding="utf-8"
    )
    said = child.read()
    child.close()
    assert child.exitstatus == 2
    assert word in said
    assert "\x1b" not in said


def test_the_size_of_another_window_does_not_count(path: Path) -> None:
    program = "import sys, pathlib; from screens.app import run; sys.exit(run(pathlib.Path(sys.argv[1])))"
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "20", "LINES": "5"}
    child = pexpect.spawn(
        sys.executable,
        ["-c", program, str(path)],
        dimensions=(24, 80),
        env=environment,
        timeout=30,
        encoding="utf-8",
    )
    try:
        assert child.expect(["Passphrase", "needs a"]) == 0
    finally:
        child.close(force=True)
