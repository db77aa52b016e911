"""Check what can be checked of Windows and macOS on Linux: our own code without what only POSIX or Linux has.

Each test runs a process of its own that looks like Windows or macOS (``tests/support/other_systems.py``). The journal
was never run on a real one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.store.journal import Journal
from journal.text import app as app_text
from screens.runtime.terminal import unsupported_reason
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it pretends, on Linux, to be another system")

WINDOWS = "from tests.support.other_systems import pretend_windows; pretend_windows()\n"
MACOS = "from tests.support.other_systems import pretend_macos; pretend_macos()\n"
POSIX_ONLY = ["screens.runtime.driver", "screens.runtime.early_terminal"]
"""The modules that Windows never imports: ``JournalApp.get_driver_class``, and ``paint`` in ``first_frame``."""

IMPORT_ALL = """
import importlib, pkgutil, sys
import journal, screens
for package in (journal, screens):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        try:
            importlib.import_module(module.name)
        except ImportError:
            print(module.name)
"""

KEEP = """
import os, sys
from functools import partial
from pathlib import Path
from msgspec.structs import replace
from journal.config.places import settings_path
from journal.config.settings import Settings
from journal.domain.entries import Entry
from journal.errors import InUse
from journal.store.capture import capture, fresh_capture
from journal.store.journal import Journal
from journal.store.maintenance import erase, restore
from tests.conftest import CHEAP, PASSPHRASE

home = Path(sys.argv[1])
path, anchors = home / "journal.rj", home / "anchors"
open_it = partial(Journal.open, path, anchors=anchors)
with Journal.create(path, PASSPHRASE, cost=CHEAP, anchors=anchors) as journal:
    journal.entries.add(Entry(text="first"))
    try:
        open_it(PASSPHRASE)
    except InUse:
        print("locked")
    copy, dated = journal.backup(home / "copy.rj"), journal.backup(home)
    capture(path, replace(fresh_capture(), text="quick"))
    journal.set_passphrase("another one of mine", cost=CHEAP)
    journal.set_master_key("another one of mine", cost=CHEAP)
    journal.compact()
    journal.entries.add(Entry(text="second"))
with open_it("another one of mine") as journal:
    journal.inbox.take_in()
    print(*sorted(entry.text for entry in journal.entries), *(one.text for one in journal.inbox.waiting()))
    journal.merge(copy, PASSPHRASE)
restore(copy, path)
with open_it(PASSPHRASE) as journal:
    print(*(entry.text for entry in journal.entries))
for region in ("at", "de"):
    Settings(region=region).save()
print(Settings.load().region)
print("names", *(file.name for file in home.rglob("*")))
erase(path, anchors=anchors)
print("left", *sorted(file.name for file in home.iterdir() if file.is_file()))
"""

SCREENS = """
import asyncio, sys
from pathlib import Path
from screens.runtime.requirements import check_textual
from screens.runtime.shutdown import SIGNALS, Shutdown
from tests.support.driving import lock, make_app, opened, settle, unlock
from tests.support.golden import picture

check_textual()
async def evening():
    app = make_app(Path(sys.argv[1]) / "journal.rj")
    app.ending = Shutdown(app)
    app.ending.watch()
    async with opened(app) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"quiet", "ctrl+s")
        await settle(pilot)
        print(*(entry.text for entry in app.journal.entries))
        await lock(pilot)
        print("Passphrase" in picture(app), len(SIGNALS), app.driver_class.__name__)
        await unlock(pilot)
        print(app.current_mode)
asyncio.run(evening())
"""


def child(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def test_every_module_but_the_driver_is_imported_without_what_posix_alone_has() -> None:
    done = child(WINDOWS + IMPORT_ALL)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == POSIX_ONLY


@pytest.mark.parametrize("system", [WINDOWS, MACOS], ids=["Windows", "macOS"])
def test_a_journal_is_kept_locked_copied_restored_and_erased(system: str, home: Path) -> None:
    done = child(system + KEEP, str(home))
    assert done.returncode == 0, done.stderr
    locked, texts, restored, region, names, left = done.stdout.splitlines()
    assert (locked, texts, restored, region) == ("locked", "first second quick", "first", "de")
    assert_windows_takes(names.split()[1:])
    assert not [name for name in left.split()[1:] if name.startswith("journal.rj")]


def assert_windows_takes(names: list[str]) -> None:
    """Assert that Windows takes these names, and that no two differ by case alone."""
    assert len(names) > 8
    reserved = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
    assert [name for name in names if re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', name) or reserved.match(name)] == []
    assert len({name.lower() for name in names}) == len(set(names))


def test_the_screens_open_write_and_lock_without_what_posix_alone_has(tmp_path: Path) -> None:
    done = child(WINDOWS + SCREENS, str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["quiet", "True 1 HeadlessDriver", "today"]


def test_a_terminal_without_a_name_is_a_terminal_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(stream, "fileno", lambda: 1, raising=False)
    assert unsupported_reason() == app_text.DUMB_TERMINAL
    monkeypatch.setattr(sys, "platform", "win32")
    assert unsupported_reason() == ""


@pytest.fixture
def written(path: Path) -> Path:
    """Make a journal with letters that few encodings have."""
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="grüß dich 日本 ✓"))
    return path


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp1252", "C"],
)
@pytest.mark.parametrize(
    "words", [("entries",), ("entries", "--json"), ("coping", "--help"), ("safety",), ("doctor",)], ids=" ".join
)
def test_a_console_with_few_letters_gets_every_command_whole(
    words: tuple[str, ...], environment: dict[str, str], written: Path
) -> None:
    secret = [] if {"--help", "doctor", "safety"} & {*words} else ["--passphrase-fd", "0"]
    done = subprocess.run(
        [sys.executable, "-m", "journal", *words, *secret],
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "JOURNAL_FILE": str(written), **environment},
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert done.stdout


def test_files_are_written_in_utf_8_with_the_same_line_ends_everywhere(written: Path, home: Path) -> None:
    pages = []
    for place, environment in (("one.html", {"PYTHONUTF8": "1"}), ("two.html", {"LC_ALL": "C", "PYTHONUTF8": "0"})):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "journal",
                "summary",
                "--to",
                str(home / place),
                "--format",
                "html",
                "--passphrase-fd",
                "0",
            ],
            input=f"{PASSPHRASE}\n".encode(),
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "JOURNAL_FILE": str(written), **environment},
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        pages.append((home / place).read_bytes())
    assert pages[0].decode("utf-8")
    assert b"\r" not in pages[0]
    assert len(pages[0]) == len(pages[1])
