"""Check what happens between the first frame and Textual: nothing typed is lost or shown, the terminal is restored."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal.hardening import STOPPED
from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.first_frame import cells
from tests.support.window import CTRL_C, CTRL_Q, ESC, SECONDS, Window, scrollback, window

PROGRAM = """
import os, sys
import journal.__main__ as front_door
from screens.runtime import first_frame

paint = first_frame.paint

def paint_and_wait(path, **options):
    paint(path, **options)
    with open(os.environ["GATE"]) as gate:
        gate.read()
    MISSING

first_frame.paint = paint_and_wait
front_door.main()
"""
"""A program that imports Textual only once somebody has opened and closed the named pipe."""

SIZE = (80, 24)


class Waiting:
    """The program after its first frame; ``go_on`` lets it import Textual."""

    def __init__(self, seen: Window, gate: Path) -> None:
        self.seen = seen
        self._gate = gate
        self._terminal = os.dup(seen.child.child_fd)

    def go_on(self) -> None:
        with self._gate.open("w"):
            pass

    def close(self) -> None:
        os.close(self._terminal)

    def has_input(self, seconds: float = 0) -> bool:
        """Return whether typed keys still wait to be read, after so many seconds at most."""
        shell = os.open(f"/proc/{self.seen.process}/fd/0", os.O_RDONLY | os.O_NOCTTY)
        try:
            return bool(select.select([shell], [], [], seconds)[0])
        finally:
            os.close(shell)

    @property
    def flags(self) -> int:
        """Return the flags of the terminal that matter: does it show what is typed, and does ctrl+c end?"""
        local: int = termios.tcgetattr(self._terminal)[3]
        return local & (termios.ECHO | termios.ICANON | termios.ISIG)


@contextmanager
def waiting(path: Path, tmp_path: Path, missing: str = "", **environment: str) -> Iterator[Waiting]:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    program = PROGRAM.replace("MISSING", missing)
    place = {"JOURNAL_FILE": str(path), "GATE": str(gate), **environment}
    with window((sys.executable, "-c", program), environment=place) as seen:
        seen.wait(lambda: "\x1b[24;1H" in seen.raw and seen.raw.endswith(" "), "the first frame")
        between = Waiting(seen, gate)
        try:
            yield between
        finally:
            between.close()


@pytest.fixture
def journal_file(path: Path) -> Path:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    return path


@pytest.mark.parametrize(
    "typed",
    [PASSPHRASE, f"wrong\x15{PASSPHRASE}", f"{ESC}[200~{PASSPHRASE}\nmore{ESC}[201~"],
    ids=["letters", "deleted", "pasted"],
)
def test_what_is_typed_before_textual_opens_the_journal(journal_file: Path, tmp_path: Path, typed: str) -> None:
    with waiting(journal_file, tmp_path) as between:
        seen = between.seen
        assert "Passphrase" in seen.text
        between.seen.child.send(f"{typed}\r")
        between.go_on()
        seen.shows("2 Timeline")
        assert PASSPHRASE not in seen.raw
        assert not seen.outside


def test_textual_paints_the_same_and_clears_nothing(journal_file: Path, tmp_path: Path) -> None:
    with waiting(journal_file, tmp_path) as between:
        seen = between.seen
        first = seen.raw
        between.go_on()
        seen.shows("last saved")
        rest = seen.raw.removeprefix(first)
        assert "?1049h" not in rest
        assert f"{ESC}[2J" not in rest
        before, after = cells(first, SIZE), cells(seen.raw, SIZE)
        differ = {row for row in range(SIZE[1]) if before[row] != after[row]}
        assert differ <= {11, 14}, seen.text  # the blinking cursor, and when it was saved last


def test_ctrl_c_ends_nothing_and_quitting_restores_the_terminal(journal_file: Path, tmp_path: Path) -> None:
    with waiting(journal_file, tmp_path) as between:
        assert not between.flags
        between.seen.child.send(f"{PASSPHRASE[:3]}{CTRL_C}{PASSPHRASE[3:]}\r")
        between.go_on()
        between.seen.shows("2 Timeline")
        between.seen.child.send(CTRL_Q)
        assert between.seen.end() == 0
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        assert not scrollback(between.seen.outside)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_restores_the_terminal(journal_file: Path, tmp_path: Path, number: signal.Signals) -> None:
    with waiting(journal_file, tmp_path) as between:
        os.kill(between.seen.process, number)
        assert between.seen.end() == -number
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        assert between.seen.raw.count("?1049l") == 1
        said = "Interrupted." if number == signal.SIGINT else ""
        assert scrollback(between.seen.outside) == said


HANG = """
    import threading
    import screens.app, screens.runtime.shutdown
    def hang(*_, **__):
        os.write(2, b"it hangs")
        threading.Event().wait()
    screens.app.JournalApp._build_driver = hang
    screens.runtime.shutdown.GRACE_SECONDS = 0.1
"""


def test_a_signal_restores_the_terminal_while_textual_hangs_before_it_takes_it(
    journal_file: Path, tmp_path: Path
) -> None:
    with waiting(journal_file, tmp_path, HANG.strip()) as between:
        between.go_on()
        between.seen.wait(lambda: "it hangs" in between.seen.raw, "the wait before Textual takes the terminal")
        os.kill(between.seen.process, signal.SIGTERM)
        assert between.seen.end() == 128 + signal.SIGTERM
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        assert between.seen.raw.count("?1049l") == 1


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("sys.modules['screens.app'] = None", STOPPED),
        ("sys.modules['textual'] = None", "textual=="),
        ("import screens.app; screens.app.JournalApp.CSS = '}'", STOPPED),
    ],
    ids=["screens", "textual", "crash"],
)
def test_a_failing_start_restores_the_terminal_and_says_so(
    journal_file: Path, tmp_path: Path, missing: str, said: str
) -> None:
    with waiting(journal_file, tmp_path, missing) as between:
        between.go_on()
        assert between.seen.end() == 1
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        assert said in between.seen.outside
        assert between.seen.outside.count("\n") == 1


def test_a_stopped_program_gives_the_terminal_to_the_shell_and_paints_again(journal_file: Path, tmp_path: Path) -> None:
    with waiting(journal_file, tmp_path) as between:
        seen = between.seen
        seen.child.send(PASSPHRASE)
        assert between.has_input(SECONDS)
        os.kill(seen.process, signal.SIGTSTP)
        os.waitpid(seen.process, os.WUNTRACED)
        assert not between.has_input()  # the shell would show it
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        seen.wait(lambda: "?1049l" in seen.raw, "the normal screen")
        os.kill(seen.process, signal.SIGCONT)
        seen.wait(lambda: seen.raw.count("?1049h") == 2 and seen.text.endswith("quit"), "the first frame again")
        assert not between.flags
        seen.child.send(f"{PASSPHRASE}\r")
        between.go_on()
        seen.shows("2 Timeline")


def test_a_window_resized_meanwhile_is_painted_right(journal_file: Path, tmp_path: Path) -> None:
    with waiting(journal_file, tmp_path) as between:
        between.seen.child.setwinsize(30, 100)
        between.go_on()
        seen = between.seen
        seen.wait(lambda: "last saved" in seen.raw, "Textual's frame")
        rows = ["".join(str(cell[0]) for cell in row) for row in cells(seen.raw, (100, 30))]
        assert [row[99] for row in rows[:29]] == ["╮", *"│" * 27, "╯"]
        assert sum("Passphrase" in row for row in rows) == 1


def test_a_window_made_too_small_meanwhile_is_said_on_the_normal_screen(journal_file: Path, tmp_path: Path) -> None:
    with waiting(journal_file, tmp_path) as between:
        between.seen.child.setwinsize(8, 30)
        between.go_on()
        assert between.seen.end() == 2
        assert between.flags == termios.ECHO | termios.ICANON | termios.ISIG
        assert "30" in between.seen.outside
        assert between.seen.outside.count("\n") == 1


def test_without_a_journal_nothing_is_shown_until_welcome(path: Path, tmp_path: Path) -> None:
    with waiting(path, tmp_path) as between:
        assert not between.seen.text.strip()
        assert not between.flags
        between.go_on()
        between.seen.shows("1 of 6")
