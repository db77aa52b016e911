"""Test ``journal doctor``: what it finds, what it says to do, and that it tells nothing personal."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

import pytest

from journal.config.places import settings_path
from journal.file_facts import Cost
from journal.store.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command


def findings(command: Command) -> dict[str, dict[str, Any]]:
    told = command("doctor", "--json", passphrase=None)
    assert told.code == 0
    return {finding["what"]: finding for finding in told.value["findings"]}


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY", "SSH_CONNECTION", "NO_COLOR", "VTE_VERSION", "TERM_PROGRAM", "KONSOLE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


def test_where_all_is_well_every_line_says_so(command: Command, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "STANDARD", CHEAP)
    path.parent.chmod(0o700)
    ended = command("doctor", passphrase=None)
    *lines, last = ended.out.splitlines()
    assert (ended.code, ended.err, last) == (0, "", "Everything is fine.")
    assert len(lines) > 12
    assert {line.split("  ")[0] for line in lines} == {"ok"}


def test_a_passphrase_that_was_set_with_little_memory_is_told_with_what_to_do(command: Command, path: Path) -> None:
    def guess() -> tuple[str, bool]:
        found = findings(command)["guess at the passphrase"]
        return found["found"], found["ok"]

    for cost, told in (
        (Cost.FLOOR, ("takes 64 MB of memory", False)),
        (Cost.STANDARD, ("takes 256 MB of memory", True)),
    ):
        with Journal.open(path, PASSPHRASE) as journal:
            journal.set_passphrase(PASSPHRASE, cost=cost)
        assert guess() == told


def test_rights_that_let_others_in_are_told_with_what_to_do(command: Command, path: Path) -> None:
    path.parent.chmod(0o755)
    path.with_name(f"{path.name}.inbox").chmod(0o644)
    found = findings(command)
    assert found["folder of the journal"]["do"] == "Run chmod 700 on that folder."
    assert found["files of the journal"]["do"] == "Run chmod 600 on the journal and the files beside it."
    assert (
        "look at this  folder of the journal: other accounts may read it. Run chmod 700"
        in command("doctor", passphrase=None).out
    )


@pytest.mark.parametrize(
    ("variable", "value", "what", "word"),
    [
        ("TMUX", "/tmp/x", "inside", "tmux"),
        ("STY", "1.x", "inside", "ctrl+a"),
        ("TERM", "dumb", "terminal", "xterm-256color"),
        ("VTE_VERSION", "7600", "function keys", "F10"),
    ],
)
def test_what_takes_keys_is_told(
    command: Command, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, what: str, word: str
) -> None:
    monkeypatch.setenv(variable, value)
    found = findings(command)[what]
    assert word in f"{found['found']} {found['do']}"
    assert not found["ok"]


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, "16 million"),
        ({"NO_COLOR": "1"}, "none (NO_COLOR is set)"),
        ({"COLORTERM": ""}, "256"),
        ({"COLORTERM": "", "TERM": "xterm"}, "16 or fewer"),
    ],
)
def test_colours(command: Command, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert findings(command)["colours"]["found"] == told


def test_it_needs_no_journal_and_tells_nothing_personal(command: Command, path: Path, home: Path) -> None:
    words = (str(path.parent), path.name, str(home), home.name, getpass.getuser())
    for gone in (False, True):
        if gone:
            path.unlink()
        told = command("doctor", passphrase=None)
        assert told.code == 0
        assert [word for word in words if len(word) > 4 and word in told.out] == []
    assert findings(command)["files of the journal"]["found"] == "none there yet"


def test_a_line_of_the_settings_that_can_not_be_used_is_told_without_what_it_says(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cost, "STANDARD", CHEAP)
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('region = "IE"\ncanary = 1\nidle_minutes = "canary"\n', encoding="utf-8")
    told = command("doctor", passphrase=None)
    assert "settings.toml, line 3: idle_minutes must be 1 to 60. The default, 3, is used." in told.out
    assert "settings.toml, line 2: this version has no such setting." in told.out
    assert "1 thing to look at" in told.out
    assert "canary" not in told.out
