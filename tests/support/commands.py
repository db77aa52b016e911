"""Run commands: in this process for speed, or in a process of their own as a person's shell does."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from journal.cli.main import main
from tests.conftest import PASSPHRASE

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """Return its JSON output."""
        return json.loads(self.out)


class Command(Protocol):
    """Runs one command line in this process."""

    def __call__(
        self, *words: str, stdin: bytes = b"", passphrase: str | None = PASSPHRASE, screens: Callable[..., int] = ...
    ) -> Ended: ...


class Typed(io.TextIOWrapper):
    """Standard input that is not a terminal."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


def no_screens(path: Path, *, demo: bool = False) -> int:
    """Fail: nobody should have opened the screens."""
    raise AssertionError("the screens were opened")


def in_process(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path) -> Command:
    """Return a ``Command`` on the journal at ``path``. The passphrase comes through a pipe, unless it is ``None``."""
    monkeypatch.setenv("JOURNAL_FILE", str(path))

    def run(
        *words: str,
        stdin: bytes = b"",
        passphrase: str | None = PASSPHRASE,
        screens: Callable[..., int] = no_screens,
    ) -> Ended:
        monkeypatch.setattr(sys, "stdin", Typed(stdin))
        capsys.readouterr()
        if passphrase is None:
            return Ended(main(screens, words), *capsys.readouterr())
        reading, writing = os.pipe()
        os.write(writing, f"{passphrase}\n".encode())
        os.close(writing)
        try:
            code = main(screens, [*words, "--passphrase-fd", str(reading)])
        finally:
            os.close(reading)
        return Ended(code, *capsys.readouterr())

    return run


def in_shell(
    *words: str, stdin: bytes = b"", extra: dict[str, str] | None = None, pass_fds: tuple[int, ...] = ()
) -> Ended:
    """Run the command in a process of its own, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "journal", *words],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(extra or {})},
        start_new_session=True,
        pass_fds=pass_fds,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
