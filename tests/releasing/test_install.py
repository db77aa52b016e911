"""Install the wheel with pipx and uv on each Python, and use the program as somebody does who has just installed it.

All of it needs the package index, so it is long, and skipped where the index can't be reached.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from journal.version import VERSION
from tests.conftest import PASSPHRASE
from tests.support.dist import Dist
from tests.support.window import CTRL_Q, window

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="the installers are run on POSIX")]

PYTHONS = ("3.11", "3.12", "3.13")
MINUTES = 15 * 60


def python(version: str) -> Path:
    """Return an interpreter of this version. It skips the test where there is none."""
    for place in (shutil.which(f"python{version}"), *_pyenv().glob(f"{version}.*/bin/python{version}")):
        if place and subprocess.run([place, "-c", ""], capture_output=True, check=False).returncode == 0:
            return Path(place)
    pytest.skip(f"Python {version} is not here")


def _pyenv() -> Path:
    import pwd

    return Path(os.environ.get("PYENV_ROOT", Path(pwd.getpwuid(os.getuid()).pw_dir) / ".pyenv")) / "versions"


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install pipx and uv into an environment of their own, and return its directory of programs."""
    place = tmp_path_factory.mktemp("tools")
    subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True, timeout=MINUTES)
    asked = [str(place / "bin" / "pip"), "install", "--quiet", "pipx", "uv"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=MINUTES, check=False)
    if done.returncode:
        pytest.skip(f"the package index can't be reached: {done.stderr.strip().splitlines()[-1]}")
    return place / "bin"


def by_pipx(tools: Path, wheel: str, interpreter: Path, place: Path) -> Path:
    """Install with pipx; return the directory of the program."""
    places = {"PIPX_HOME": place / "home", "PIPX_BIN_DIR": place / "bin", "PIPX_MAN_DIR": place / "man"}
    run(
        [str(tools / "pipx"), "install", "--python", str(interpreter), wheel],
        {name: str(at) for name, at in places.items()},
    )
    return place / "bin"


def by_uv(tools: Path, wheel: str, interpreter: Path, place: Path) -> Path:
    """Install with uv; return the directory of the program."""
    places = {"UV_TOOL_DIR": place / "tools", "UV_TOOL_BIN_DIR": place / "bin", "UV_CACHE_DIR": place / "cache"}
    asked = [str(tools / "uv"), "tool", "install", "--no-python-downloads", "--python", str(interpreter), wheel]
    run(asked, {name: str(at) for name, at in places.items()})
    return place / "bin"


def run(command: Sequence[str], extra: dict[str, str]) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **extra}, timeout=MINUTES, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def journal(program: Path, home: Path, *words: str, typed: str = "") -> str:
    """Run a command of the installed program in an empty home; return what it printed."""
    done = subprocess.run(
        [program, *words],
        input=typed,
        capture_output=True,
        text=True,
        cwd=home,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        start_new_session=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("install", [by_pipx, by_uv])
def test_an_installed_journal_works(
    install: Callable[[Path, str, Path, Path], Path], version: str, dist: Dist, tools: Path, tmp_path: Path, home: Path
) -> None:
    program = install(tools, f"{dist.wheel}[share]", python(version), tmp_path / "installed") / "journal"
    assert journal(program, home, "--version").split()[-1] == VERSION
    assert "  entries  " in journal(program, home, "--help")
    secret = ("--passphrase-fd", "0")
    journal(program, home, "new", "--show-recovery-words", *secret, typed=f"{PASSPHRASE}\n")
    assert (home / ".local/share/journal/journal.rj").exists()
    journal(program, home, "note", *secret, typed=f"{PASSPHRASE}\nwritten after installing\n")
    assert "written after installing" in journal(program, home, "entries", *secret, typed=f"{PASSPHRASE}\n")
    journal(program, home, "summary", "--to", "page.pdf", "--format", "pdf", *secret, typed=f"{PASSPHRASE}\n")
    assert (home / "page.pdf").read_bytes().startswith(b"%PDF")
    with window([str(program), "demo"]) as seen:
        seen.shows("Passphrase")
        seen.press("demo\r", "1 Today")
        seen.press(CTRL_Q)
        assert seen.end() == 0
