"""Check that the directories of the user are those that platformdirs knows, without importing it on Linux."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from journal.config.directories import user_directory

KINDS = {"data": "XDG_DATA_HOME", "config": "XDG_CONFIG_HOME", "state": "XDG_STATE_HOME"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("named", [None, "", "/elsewhere", "/with/end/", "relative/path", "~/below"])
@pytest.mark.parametrize("home", ["/home/a b", "/home/end/", "/", "relative", "", None])
def test_it_is_the_directory_that_platformdirs_knows(
    monkeypatch: pytest.MonkeyPatch, kind: str, named: str | None, home: str | None
) -> None:
    for variable, value in ((KINDS[kind], named), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    system = PlatformDirs("journal", appauthor=False)
    assert user_directory(kind) == Path(getattr(system, f"user_{kind}_dir"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems ask platformdirs")
def test_on_linux_platformdirs_is_not_imported() -> None:
    program = (
        "import sys; from journal.config.directories import user_directory; user_directory('data');"
        "print('platformdirs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "False\n"
