"""Test exit codes, one sentence for every error, and ``journal`` without a command."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from journal.cli.main import FAMILIES, front_door, main
from journal.domain.entries import Entry
from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import ROOT, Command, in_shell, no_screens


def opened_with(words: list[str]) -> list[tuple[Path, bool]]:
    """Return the list of calls that open the screens."""
    calls = []

    def screens(path: Path, *, demo: bool = False) -> int:
        calls.append((path, demo))
        return 7

    assert main(screens, words) == 7
    return calls


def test_the_bare_command_opens_the_screens_and_ends_as_they_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened_with([]) == [(home / ".local/share/journal/journal.rj", False)]
    monkeypatch.setenv("JOURNAL_FILE", "/somewhere/mine.rj")
    assert opened_with([]) == [(Path("/somewhere/mine.rj"), False)]
    assert opened_with(["--journal", "/other.rj"]) == [(Path("/other.rj"), False)]


def test_the_version_is_that_of_the_package_and_loads_no_journal(capsys: pytest.CaptureFixture[str]) -> None:
    packaged = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert main(no_screens, ["--version"]) == 0
    assert capsys.readouterr().out == f"journal {packaged}\n"
    program = (
        "import sys\nfrom journal.cli.main import main\nmain(print, ['--version'])\n"
        "print({'journal.store.journal', 'cryptography', 'textual', 'tinydb', 'importlib.metadata'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "set()"


def test_the_journal_may_be_named_before_the_command(command: Command, tmp_path: Path) -> None:
    assert command("--journal", str(tmp_path / "none.rj"), "entries").code == 1
    assert command("entries", "--journal", str(tmp_path / "none.rj")).code == 1
    assert command("entries").code == 0


@pytest.mark.parametrize("words", [("nonsense",), ("days", "--nonsense"), ("craving",), ("summary",), ("import",)])
def test_wrong_usage_ends_with_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(no_screens, words) == 2
    assert capsys.readouterr().err


def test_every_command_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(no_screens, ["--help"]) == 0
    listed = capsys.readouterr().out
    for name in (name for names in FAMILIES.values() for name in names):
        assert f"\n  {name} " in listed
        assert main(no_screens, [name, "--help"]) == 0
    assert "..." not in listed.partition("Commands:")[2]


def test_help_says_which_command_takes_no_journal(capsys: pytest.CaptureFixture[str]) -> None:
    main(no_screens, ["--help"])
    assert "Most commands take --journal PATH" in capsys.readouterr().out
    assert main(no_screens, ["demo", "--journal", "x.rj"]) == 2


def test_every_command_on_a_journal_takes_the_common_options() -> None:
    context = front_door.make_context("journal", ["check"], obj=None)
    for name in set(front_door.list_commands(context)) - {"demo", "import", "completion", "guide"}:
        found = front_door.get_command(context, name)
        assert found is not None
        options = {option for parameter in found.params for option in parameter.opts}
        assert {"--journal", "--passphrase-fd", "--json"} <= options


def test_a_file_that_can_not_be_opened_is_one_sentence(command: Command, path: Path) -> None:
    path.unlink()
    path.mkdir()
    ended = command("entries")
    assert (ended.code, ended.err.count("\n")) == (1, 1)


def test_a_terminal_without_our_letters_gets_others(path: Path) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="a → –"))
    done = in_shell(
        *("entries", "--passphrase-fd", "0", "--journal", str(path)),
        stdin=PASSPHRASE.encode(),
        extra={"PYTHONIOENCODING": "latin-1"},
    )
    assert (done.code, "a ? ?" in done.out) == (0, True)


def test_a_reader_that_has_enough_is_no_crash(path: Path) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="line\n" * 200_000))
    command = (
        f"echo '{PASSPHRASE}' | {sys.executable} -m journal entries --passphrase-fd 0 --journal '{path}' | head -1"
    )
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, b"")


def test_closed_standard_streams_are_no_crash(path: Path) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    command = f"exec <&- >&-; {sys.executable} -m journal check --journal '{path}'"
    done = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["--help"], ["note", "--passphrase-fd", "0"]])
def test_commands_load_nothing_of_the_screens(path: Path, words: list[str]) -> None:
    Journal.create(path, PASSPHRASE, cost=CHEAP).close()
    program = (
        "import sys\nfrom journal.cli.main import main\n"
        f"code = main(print, {words!r})\n"
        "heavy = {'textual', 'rich', 'jinja2', 'zxcvbn', 'mnemonic', 'screens'} & set(sys.modules)\n"
        "sys.exit(code or (f'loaded {heavy}' if heavy else 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=f"{PASSPHRASE}\ntext".encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "JOURNAL_FILE": str(path)},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
