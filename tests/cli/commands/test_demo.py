"""Check that the sample journal of ``journal demo`` is removed however the program ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.cli.commands import demo as sample
from journal.cli.main import main
from journal.demo import PASSPHRASE
from journal.store.journal import Journal
from tests.support.commands import ROOT, no_screens


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Put samples into directories of their own, away from those of others."""
    base = tmp_path / "memory"
    base.mkdir()
    monkeypatch.setattr(sample, "_places", lambda: [base])
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return [base]


def until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        os.sched_yield()
    return holds()


def test_the_sample_opens_with_its_passphrase_and_leaves_nothing(places: list[Path], home: Path) -> None:
    seen = []

    def screens(path: Path, *, demo: bool = False) -> int:
        with Journal.open(path, PASSPHRASE) as journal:
            seen.append((demo, len(journal.checkins) > 20, stat.S_IMODE(path.parent.stat().st_mode)))
        return 0

    assert main(screens, ["demo", "--days", "30"]) == 0
    assert seen == [(True, True, 0o700)]
    assert list(places[0].iterdir()) == []
    assert [place for place in home.rglob("*") if place.is_file()] == []


def test_a_number_of_days_out_of_range_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(no_screens, ["demo", "--days", "0"]) == 2
    assert capsys.readouterr().err == "--days goes from 1 to 3650.\n"


def test_a_crash_leaves_nothing(places: list[Path]) -> None:
    def screens(path: Path, *, demo: bool = False) -> int:
        raise RuntimeError("a mistake")

    with pytest.raises(RuntimeError):
        main(screens, ["demo", "--days", "1"])
    assert list(places[0].iterdir()) == []


PROGRAM = """
import os, signal, sys
from pathlib import Path
from journal.cli.main import main; from journal.cli.commands import demo
demo._places = lambda: [Path(sys.argv[1])]

def screens(path, *, demo):
    print(path, flush=True)
    signal.pause()

main(screens, ["demo", "--days", "1"])
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_killed_it_leaves_nothing(places: list[Path], how: signal.Signals) -> None:
    running = subprocess.Popen([sys.executable, "-c", PROGRAM, str(places[0])], stdout=subprocess.PIPE, cwd=ROOT)
    assert running.stdout is not None
    with running:
        path = Path(running.stdout.readline().decode().strip())
        assert path.exists()
        running.send_signal(how)
    assert until(lambda: not list(places[0].iterdir()))


def left_by(process: int, base: Path) -> Path:
    place = base / f"journal-demo-{process}-abc"
    place.mkdir()
    (place / "journal.rj").touch()
    return place


def test_what_a_dead_process_left_is_removed_at_the_next_start(places: list[Path]) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    gone, kept = left_by(dead.pid, places[0]), left_by(os.getpid(), places[0])
    sample.remove_left_over()
    assert (gone.exists(), kept.exists()) == (False, True)


def test_a_link_is_never_followed(places: list[Path], tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (places[0] / "journal-demo-999999999-x").symlink_to(mine)
    sample.remove_left_over()
    assert mine.exists()
