"""Check what commands import that have to answer at once: nothing they can do without, and nothing new unseen.

``tests/golden/imports.txt`` lists every module of ours and of libraries that each of them imports, so that a new one is
seen in review. Where it is wanted, ``UPDATE_GOLDEN=1`` rewrites the list. Completing a word in a shell starts no
program at all: ``tests/cli/test_completion.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT
from tests.support.golden import assert_kept

NEVER = {
    "textual": "only the screens draw",
    "rich": "only the screens draw",
    "screens": "only the screens draw",
    "tinydb": "no journal is opened",
    "journal.store.journal": "no journal is opened",
    "journal.vault.vault": "no journal is opened",
    "mnemonic": "no recovery words are read",
    "zxcvbn": "no passphrase is chosen",
    "cryptography.hazmat.primitives.kdf": "no key is derived",
    "jinja2": "no page is made",
    "icalendar": "no calendar is made",
    "fpdf": "no PDF is made",
    "platformdirs": "on Linux a few lines of our own know the directories",
    "tzlocal": "/etc/localtime names the zone; tzlocal tries each part of its path as a zone",
    "importlib.metadata": "the version is a constant",
    "importlib.resources": "nothing is read from the package",
    "dataclasses": "making one takes a hundred times as long as a struct of msgspec",
    "json": "only --json prints it, and msgspec reads and writes documents",
    "secrets": "os.urandom is all it would be used for here",
    "calendar": "it knows how long months are, and imports locale",
    "tempfile": "nothing is made outside the journal's directory",
    "tomllib": "settings are parsed only where they may matter",
    "email": "no network, no mail",
    "http": "no network",
    "ssl": "no network",
    "socket": "no network",
    "asyncio": "only the screens wait for several things",
    "sqlite3": "a journal is no database file",
    "subprocess": "no other program is run",
    "multiprocessing": "no other process is started",
    "pydoc": "help is click's",
    "unittest": "it is for tests",
}
"""Module → why no quick command imports it."""

UNLESS_SEALING = {
    "cryptography": "nothing is encrypted",
    "journal.vault": "no journal is looked at",
    "journal.store": "no journal is looked at",
    "hashlib": "nothing is encrypted",
    "ctypes.util": "no library is looked for",
}
"""The same for commands that write nothing."""

LISTED = """
import sys
before = set(sys.modules)
import journal.__main__ as front_door
def leave(code):
    sys.__stderr__.write("\\n".join(sorted(set(sys.modules) - before)))
    sys.__stderr__.flush()
    import os
    os._exit(code)
front_door.leave = leave
sys.argv = ["journal", *sys.argv[1:]]
front_door.main()
"""
"""Runs a command, and prints the names of what was imported instead of errors."""

COMMANDS = {
    "craving 7": NEVER,
    "note": NEVER,
    "--version": NEVER | UNLESS_SEALING,
    "--help": {name: why for name, why in (NEVER | UNLESS_SEALING).items() if name not in ("calendar", "tempfile")},
}
"""Command → what it must not import; ``--help`` shows words in which amounts are counted, by ``statistics``."""

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their directories and zone elsewhere")


def imported(path: Path, *words: str) -> list[str]:
    """Run a command in a process of its own and return what it imported beyond what Python starts with."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED, *words],
        input="a quiet day",
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "JOURNAL_FILE": str(path), "TZ": ""},
        timeout=60,
        check=True,
    )
    assert done.stdout
    return done.stderr.split("\n")


@ON_LINUX
@pytest.mark.parametrize("command", COMMANDS)
def test_a_quick_command_imports_nothing_it_can_do_without(path: Path, command: str) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    names = imported(path, *command.split())
    wrong = {
        f"{name}: {why}"
        for name in names
        for forbidden, why in COMMANDS[command].items()
        if name == forbidden or name.startswith(f"{forbidden}.")
    }
    assert not wrong


@ON_LINUX
def test_the_list_of_what_quick_commands_import_is_up_to_date(path: Path) -> None:
    """Modules of Python itself are left out: which they are differs with its version."""
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    told = []
    for command in COMMANDS:
        names = imported(path, *command.split())
        told += [f"journal {command}", *(f"  {name}" for name in names if _is_counted(name))]
    assert_kept("".join(f"{line}\n" for line in told), "imports")


def _is_counted(name: str) -> bool:
    """Return whether a module is ours or of a library: not of Python, nor compiled parts named for this computer."""
    top = name.partition(".")[0]
    return top not in sys.stdlib_module_names and not top.startswith("_") and top != "org"
