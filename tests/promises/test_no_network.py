"""Check that nothing uses a network, only the journal's own files are written, and no other process can read along.

Checked with the kernel: every system call of a whole evening, and what it says about the process.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.window import CTRL_L, CTRL_Q, CTRL_R, CTRL_S, ESC, JOURNAL, ROOT, window

CALLS = "trace=network,execve,execveat,open,openat,openat2,creat"
OUTWARD = re.compile(r"\b(?:socket|connect|bind|listen|accept4?|sendmsg|sendmmsg|socketpair)\(.*")
OPENED = re.compile(r'\b(?:openat2?\(\S+ |open\(|creat\()"(?P<path>[^"]+)", (?P<how>.*)')
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|0[0-7]{3}$")
ENTRY = "a quiet evening at home"

COMMANDS = {
    "new": ["--show-recovery-words"],
    "note": [],
    "entries": ["--json"],
    "summary": ["--to", "page.html", "--format", "html"],
    "check": ["--deep"],
    "backup": ["copy.rj"],
}

PRYING = """
import ctypes, sys
process = int(sys.argv[1])
def reads(name):
    try:
        with open(f"/proc/{process}/{name}", "rb") as file:
            return name == "mem" or bool(file.read(1))
    except OSError:
        return False
read = [name for name in ("mem", "environ", "maps") if reads(name)]
print(*read, *["attach"] if ctypes.CDLL(None).ptrace(16, process, None, None) == 0 else [])
"""
"""A program that prints what it can read of another process of the same user; 16 is PTRACE_ATTACH."""

STANDING_STILL = "import signal, sys; print('ready', flush=True); signal.pause()"


def tracing(to: Path) -> list[str]:
    """Return the ``strace`` command for a program and everything that it starts."""
    return ["strace", "-f", "-qq", "-e", CALLS, "-o", str(to)]


def may_trace() -> bool:
    """Return whether ``strace`` is installed and allowed."""
    return shutil.which("strace") is not None and not subprocess.call([*tracing(Path(os.devnull)), "true"])


traced = pytest.mark.skipif(not may_trace(), reason="strace is missing, or may not trace here")
linux = pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")


def reached_out(trace: str) -> list[str]:
    """Return the calls that connect to something, without asyncio's own pair, which leads from itself to itself."""
    return [call for call in OUTWARD.findall(trace) if not call.startswith("socketpair(AF_UNIX, ")]


def programs(trace: str) -> int:
    """Return how many programs were started."""
    return len(re.findall(r"\bexecve(?:at)?\(.* = 0$", trace, re.MULTILINE))


def written(trace: str) -> set[str]:
    """Return the files that were opened for writing."""
    return {call["path"] for call in OPENED.finditer(trace) if WRITING.search(call["how"])}


def assert_stays_at_home(trace: str, home: Path) -> None:
    """Assert: no socket, no other program, no file written outside the home directory but the terminal."""
    assert programs(trace) == 1
    assert reached_out(trace) == []
    files = {path for path in written(trace) if not path.startswith(("/dev/tty", "/dev/pts/", "/dev/null"))}
    assert {path for path in files if not (home / path).is_relative_to(home)} == set()


@pytest.fixture
def environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return an environment in which nothing is compiled next to the sources, as that would be a written file."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("JOURNAL_FILE", str(home / "kept" / "journal.rj"))
    return dict(os.environ)


@pytest.fixture
def journal_path(home: Path, environment: dict[str, str]) -> Path:
    """Make a journal where the program looks for it."""
    path = home / "kept" / "journal.rj"
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.entries.add(Entry(text=ENTRY))
    return path


@traced
def test_a_trace_shows_what_a_program_does(tmp_path: Path) -> None:
    program = """
import os, socket, sys
socket.socketpair()
socket.socket().connect_ex(("127.0.0.1", 9))
socket.socket(socket.AF_INET6)
open(sys.argv[1], "w").close()
os.execvp("true", ["true"])
"""
    command = [*tracing(tmp_path / "trace"), sys.executable, "-c", program, str(tmp_path / "left")]
    subprocess.run(command, check=True, timeout=60)
    trace = (tmp_path / "trace").read_text()
    assert [call.partition("(")[0] for call in reached_out(trace)] == ["socket", "connect", "socket"]
    assert programs(trace) == 2
    assert written(trace) == {str(tmp_path / "left")}


@traced
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stays_at_home(name: str, journal_path: Path, home: Path, tmp_path: Path) -> None:
    if name == "new":
        journal_path.unlink()
    command = [*JOURNAL, name, *COMMANDS[name], "--passphrase-fd", "0"]
    run = subprocess.run(
        [*tracing(tmp_path / "trace"), *command],
        input=f"{PASSPHRASE}\nwritten from a script\n",
        capture_output=True,
        text=True,
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert_stays_at_home((tmp_path / "trace").read_text(), home)


@traced
def test_an_evening_with_the_screens_stays_at_home(journal_path: Path, home: Path, tmp_path: Path) -> None:
    with window([*tracing(tmp_path / "trace"), *JOURNAL]) as seen:
        seen.shows("last saved")
        seen.press(f"{PASSPHRASE}\r", "2 Timeline")
        seen.press("n", "Write here.")
        seen.press(f"a second evening{CTRL_S}", "2 Timeline", "2 entries")
        seen.press(CTRL_R, "How strong is it?")
        seen.press("8", "▱  8", "saved ·")
        seen.press(ESC, "What you noted is saved", "2 Timeline")
        seen.press("p", "Check-in, ", "1 craving")
        seen.press(CTRL_S, "~/check-in-")
        seen.erase("File", "~/check-in-")
        seen.press("~/page.txt\r", "Saved to ~/page.txt")
        seen.press(CTRL_L, "Passphrase", "last saved")
        seen.press(CTRL_Q)
        assert seen.end() == 0
    trace = (tmp_path / "trace").read_text()
    assert str(journal_path) in written(trace)
    assert_stays_at_home(trace, home)


def prying(process: int) -> list[str]:
    """Return what the same user can read; root is allowed no more than anybody else here."""
    run = subprocess.run([*_as_anybody(), sys.executable, "-c", PRYING, str(process)], capture_output=True, check=True)
    return run.stdout.decode().split()


def _as_anybody() -> list[str]:
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []


@linux
def test_a_program_that_does_not_shut_its_door_is_read_by_the_same_user() -> None:
    command = [*_as_anybody(), sys.executable, "-c", STANDING_STILL]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            assert {"environ", "maps"} <= set(prying(child.pid))
        finally:
            child.kill()


@linux
@pytest.mark.parametrize(("arguments", "prompt"), [((), "last saved"), (("entries",), "Passphrase:")])
def test_nobody_reads_its_memory_from_the_first_prompt_on(
    arguments: tuple[str, ...], prompt: str, journal_path: Path
) -> None:
    with window([*_as_anybody(), *JOURNAL, *arguments]) as seen:
        seen.shows(prompt)
        process = seen.process
        limits = Path(f"/proc/{process}/limits").read_text()
        assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE)
        assert prying(process) == []
        assert Path(f"/proc/{process}/environ").stat().st_uid == 0
