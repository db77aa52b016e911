"""Test changing the passphrase, the recovery words and the key by command."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from journal.errors import VaultError
from journal.passphrase_length import NEW_TOO_LONG
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command
from tests.support.long_passphrases import NEARLY, OLDER, OVER

BOTH = f"{PASSPHRASE}\nanother one"
"""The current passphrase and the new one."""


@pytest.fixture(autouse=True)
def cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a new key cost next to nothing."""
    monkeypatch.setattr("journal.store.maintenance.calibrated", lambda: CHEAP)


def opens(path: Path, passphrase: str | None = None, words: str | None = None) -> bool:
    try:
        Journal.open(path, passphrase, recovery_words=words, read_only=True).close()
    except VaultError:
        return False
    return True


def earlier(path: Path) -> Path:
    return path.with_name(path.name + ".1")


def test_the_passphrase_is_changed_and_says_what_still_opens_with_the_old_one(command: Command, path: Path) -> None:
    ended = command("passphrase", passphrase=BOTH)
    assert ended.code == 0
    assert "still open with your previous passphrase" in ended.err
    assert opens(path, "another one")
    assert not opens(path, PASSPHRASE)
    assert opens(earlier(path), PASSPHRASE)


def test_earlier_copies_are_replaced_when_asked_for(command: Command, path: Path) -> None:
    ended = command("passphrase", "--forget-copies", passphrase=BOTH)
    assert "Backups elsewhere" in ended.err
    assert opens(earlier(path), "another one")
    assert not opens(earlier(path), PASSPHRASE)


def test_the_passphrase_of_now_is_needed(command: Command, path: Path) -> None:
    assert command("passphrase", passphrase="a guess\nanother one").code == 3
    assert opens(path, PASSPHRASE)


def test_an_empty_new_passphrase_changes_nothing(command: Command, path: Path) -> None:
    assert command("passphrase", passphrase=f"{PASSPHRASE}\n").code == 2
    assert opens(path, PASSPHRASE)


def test_a_new_passphrase_may_have_nearly_ten_thousand_characters_and_not_more(command: Command, path: Path) -> None:
    refused = command("passphrase", passphrase=f"{PASSPHRASE}\n{OVER}")
    assert (refused.code, refused.err.rstrip("\n")) == (2, NEW_TOO_LONG)
    assert opens(path, PASSPHRASE)
    assert not earlier(path).exists()
    assert command("passphrase", passphrase=f"{PASSPHRASE}\n{NEARLY}").code == 0
    assert opens(path, NEARLY)


def test_a_longer_passphrase_of_before_is_kept_where_everything_is_sealed_anew(path: Path, command: Command) -> None:
    with Journal.open(path, PASSPHRASE) as journal:
        journal.set_passphrase(OLDER)
    assert command("passphrase", "--master-key", "--keep-passphrase", passphrase=OLDER).code == 0
    assert opens(path, OLDER)


def test_recovery_words_are_made_anew_and_shown_once(command: Command, path: Path) -> None:
    first = command("passphrase", "--recovery-words", "--keep-passphrase")
    assert first.code == 0
    words = first.out.strip()
    assert len(words.split()) == 24
    assert opens(path, words=words)
    second = command("passphrase", "--recovery-words", "--keep-passphrase", "--json").value["recovery_words"]
    assert opens(path, words=second)
    assert not opens(path, words=words)
    assert opens(path, PASSPHRASE)


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.html"])
def test_recovery_words_go_on_a_sheet_instead(command: Command, path: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    ended = command("passphrase", "--recovery-words", "--keep-passphrase", "--sheet", str(file), "--json")
    assert ended.value["recovery_words"] is None
    assert "not encrypted" in ended.err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = command("passphrase", "--recovery-words", "--keep-passphrase", "--sheet", str(file))
    assert again.code == 1
    assert "Nothing was changed" in again.err


def test_a_sheet_that_cannot_be_written_shows_the_words(command: Command, path: Path, tmp_path: Path) -> None:
    ended = command("passphrase", "--recovery-words", "--keep-passphrase", "--sheet", str(tmp_path / "no" / "sheet"))
    assert "couldn't be saved" in ended.err
    assert opens(path, words=ended.out.strip())


def test_a_new_master_key_removes_the_earlier_copies(command: Command, fill: Filling, path: Path) -> None:
    command("compact")
    command("compact")
    ended = command("passphrase", "--master-key", "--keep-passphrase", "--recovery-words")
    assert ended.code == 0
    assert opens(path, PASSPHRASE)
    assert opens(path, words=ended.out.strip())
    assert not path.with_name(path.name + ".2").exists()
    assert "The master key is replaced" in ended.err


def test_nothing_to_change_is_said(command: Command) -> None:
    ended = command("passphrase", "--keep-passphrase")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
