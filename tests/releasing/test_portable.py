"""Test the folder build for a USB drive: it works, it is small, and it leaves nothing on the computer it is used on."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from journal.config import places
from journal.version import VERSION
from tests.conftest import PASSPHRASE
from tests.promises.test_no_network import may_trace, reached_out, tracing, written
from tests.support.commands import ROOT
from tests.support.window import CTRL_Q, CTRL_S, window

MOST_MB = 70
DEVICES = re.compile(r"/dev/(tty|pts/|null)")
SAMPLES = (Path("/dev/shm"), Path("/tmp"))
"""Where a sample journal may be while it is shown."""


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this process look like the folder build, in a folder of its own."""
    folder = tmp_path / "drive"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "journal"))
    return folder


def test_with_the_file_portable_everything_is_next_to_the_program(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (drive / places.PORTABLE).touch()
    monkeypatch.setenv("JOURNAL_FILE", "/elsewhere/journal.rj")
    found = places.default_journal_path(), places.state_directory(), places.settings_path()
    assert {place.relative_to(drive).parts[0] for place in found} == {"data"}


def test_without_that_file_the_folder_build_is_like_an_installed_one(drive: Path, home: Path) -> None:
    assert places.default_journal_path().is_relative_to(home)
    assert places.state_directory().is_relative_to(home)


def test_a_sample_keeps_its_settings_apart(drive: Path, tmp_path: Path) -> None:
    (drive / places.PORTABLE).touch()
    with places.kept_in(tmp_path / "sample"):
        assert places.settings_path() == tmp_path / "sample" / "settings.toml"
        assert places.state_directory() == tmp_path / "sample" / "state"
    assert places.settings_path().is_relative_to(drive)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the folder; some minutes."""
    if find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is not here: `make portable` installs it")
    place = tmp_path_factory.mktemp("portable")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(place)]
    command += ["--workpath", str(place / "work"), "releasing/journal.spec"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=1800)
    return place / "journal"


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder, as on a drive."""
    return Path(shutil.copytree(built, tmp_path / "drive", symlinks=True))


@pytest.fixture
def left(home: Path) -> Iterator[None]:
    """Check that nothing is left in the home directory and no sample journal elsewhere."""
    before = samples()
    yield
    assert [place for place in home.rglob("*") if place.is_file()] == []
    assert samples() <= before


def samples() -> set[Path]:
    return {place for base in SAMPLES if base.is_dir() for place in base.glob("journal-demo-*")}


@pytest.mark.long
def test_the_folder_is_small(built: Path) -> None:
    size = sum(file.lstat().st_size for file in built.rglob("*") if file.is_file() or file.is_symlink())
    assert size <= MOST_MB * 1_000_000
    assert (built / places.PORTABLE).exists()


@pytest.mark.long
@pytest.mark.usefixtures("left")
@pytest.mark.skipif(not may_trace(), reason="strace is missing, or may not trace here")
def test_everything_that_is_written_is_in_the_folder(folder: Path, tmp_path: Path) -> None:
    def run(*words: str, typed: str = "") -> str:
        secret = ["--passphrase-fd", "0"] if typed else []
        done = subprocess.run(
            [*tracing(tmp_path / "trace"), str(folder / "journal"), *words, *secret],
            input=typed,
            capture_output=True,
            text=True,
            cwd=folder,
            start_new_session=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        trace = (tmp_path / "trace").read_text()
        assert reached_out(trace) == []
        outside = {file for file in written(trace) if not (folder / file).is_relative_to(folder)}
        assert {file for file in outside if not DEVICES.match(file)} == set()
        return done.stdout

    assert run("--version").split()[-1] == VERSION
    run("new", "--show-recovery-words", typed=f"{PASSPHRASE}\n")
    run("note", typed=f"{PASSPHRASE}\non the drive\n")
    assert "on the drive" in run("entries", typed=f"{PASSPHRASE}\n")
    for name in ("pdf", "html"):
        run("summary", "--to", f"page.{name}", "--format", name, typed=f"{PASSPHRASE}\n")
    run("check", "--deep", typed=f"{PASSPHRASE}\n")
    run("doctor")
    assert (folder / "data" / "journal.rj").exists()
    assert (folder / "page.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.long
@pytest.mark.usefixtures("left")
def test_the_screens_open_and_write_and_the_sample_is_gone_at_the_end(folder: Path) -> None:
    program = str(folder / "journal")
    with window([program, "demo"]) as seen:
        seen.shows("Passphrase")
        seen.press("demo\r", "1 Today")
        seen.press("n", "Write here.")
        seen.press(f"from the drive{CTRL_S}", "1 Today")
        for key, place in (
            ("2", "2 Timeline"),
            ("3", "3 "),
            ("4", "4 Plan"),
            ("5", "5 Mentor"),
            (",", "Words and days"),
        ):
            seen.press(key, place)
        seen.press(CTRL_Q)
        assert seen.end() == 0


@pytest.mark.long
@pytest.mark.usefixtures("left")
def test_a_sample_that_is_killed_is_removed_by_its_watcher(folder: Path) -> None:
    before = samples()
    with window([str(folder / "journal"), "demo"]) as seen:
        seen.shows("Passphrase")
        assert samples() - before
        os.kill(seen.process, signal.SIGKILL)
        end = time.monotonic() + 60
        while samples() - before and time.monotonic() < end:
            os.sched_yield()
    assert samples() <= before
