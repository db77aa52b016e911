"""Test ``journal key-file`` and opening with a key file: what is said, what is refused, and that nothing is lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from journal.text import backups as backups_text
from journal.text import key_file as key_file_text
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that stands for a drive; no environment variable names a key file."""
    monkeypatch.delenv("JOURNAL_KEY_FILE", raising=False)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def key(command: Command, path: Path, stick: Path) -> Path:
    """Make a key file for a journal with one entry."""
    with Journal.open(path, PASSPHRASE) as journal:
        journal.entries.add(Entry(text="quiet"))
    assert command("key-file", "new", str(stick)).code == 0
    return stick / "journal-key.txt"


def entry(command: Command, *options: str) -> bool:
    """Return whether the entry is there, without a passphrase."""
    ended = command("entries", *options, passphrase=None)
    assert ended.code == 0, ended.err
    return "quiet" in ended.out


def test_a_new_key_file_is_told_honestly_and_only_this_account_can_read_it(command: Command, stick: Path) -> None:
    ended = command("key-file", "new", str(stick / "mine"))
    assert ended.out == f"The key file {stick / 'mine'} now opens the journal.\n"
    assert ended.err == f"{key_file_text.WHOEVER_HAS_IT}\n"
    if os.name == "posix":
        assert stat.S_IMODE((stick / "mine").stat().st_mode) == 0o600


def test_it_opens_by_an_option_and_by_the_environment(
    command: Command, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert entry(command, "--key-file", str(key))
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(key))
    assert entry(command)
    assert command("entries", passphrase="a guess").code == 3, "the passphrase that is given comes first"


def test_a_named_key_file_lets_a_command_write_unasked(command: Command, path: Path, key: Path) -> None:
    assert command("note", "--key-file", str(key), stdin=b"by the key", passphrase=None).code == 0
    with Journal.open(path, PASSPHRASE) as journal:
        assert "by the key" in [entry.text for entry in journal.entries.all()]


def test_without_the_drive_the_environment_is_told_about_and_the_passphrase_is_asked(
    command: Command, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(key.with_name("gone")))
    ended = command("entries", passphrase=None)
    assert ended.code == 2  # there is no terminal to ask on
    assert f"There is no key file at {key.with_name('gone')}" in ended.err
    assert "Use the passphrase." in ended.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no key file at"),
        (b"a letter", "This is not a key file."),
        (b"", "This is not a key file."),
        (b"x" * 2000, "This file is too large to be a key file."),
        (b"journal-key 2 abc", "A newer version made this key file."),
        (b"journal-key 1 " + b"00" * 32 + b" 00000000\n", "The key file is damaged"),
    ],
    ids=["missing", "other", "empty", "large", "newer", "damaged"],
)
def test_a_file_that_is_no_key_file_is_one_sentence_and_loses_nothing(
    command: Command, path: Path, key: Path, content: bytes | None, said: str
) -> None:
    before, place = path.read_bytes(), key.with_name("wrong")
    if content is not None:
        place.write_bytes(content)
        place.chmod(0o600)
    ended = command("entries", "--key-file", str(place), passphrase=None)
    assert (ended.code, ended.out, ended.err.count("\n")) == (3, "", 1)
    assert ended.err.startswith(said)
    assert path.read_bytes() == before


def test_the_key_file_of_another_journal_is_told(command: Command, path: Path, key: Path, stick: Path) -> None:
    other, key_of_other = path.with_name("other.rj"), stick / "other"
    with Journal.create(other, PASSPHRASE, cost=CHEAP) as journal:
        journal.make_key_file(key_of_other)
    ended = command("entries", "--key-file", str(key_of_other), passphrase=None)
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert ended.err.startswith("This key file does not open this journal.")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_key_file_that_others_can_read_opens_with_a_warning(command: Command, key: Path) -> None:
    key.chmod(0o644)
    ended = command("entries", "--key-file", str(key), passphrase=None)
    assert (ended.code, ended.err) == (0, f"{key_file_text.OTHERS_READ}\n")


def test_it_never_replaces_a_file_and_changes_nothing_then(command: Command, path: Path, key: Path) -> None:
    letter, before, content = key.with_name("letter"), path.read_bytes(), key.read_bytes()
    letter.write_text("dear", encoding="utf-8")
    for place in (letter, key, key.parent, key.parent / "no" / "folder"):
        ended = command("key-file", "new", str(place))
        assert (ended.code, ended.out) == (1, ""), place
    assert letter.read_text(encoding="utf-8") == "dear"
    assert (path.read_bytes(), key.read_bytes()) == (before, content)


def test_next_to_the_journal_it_is_refused_unless_the_person_insists(command: Command, path: Path, stick: Path) -> None:
    place = path.with_name("key")
    ended = command("key-file", "new", str(place))
    assert (ended.code, place.exists()) == (2, False)
    assert ended.err.startswith(key_file_text.NEXT_TO_JOURNAL)
    assert command("key-file", "new", str(path.with_name(f"{path.name}.1")), "--next-to-journal").code == 1
    assert command("key-file", "new", str(place), "--next-to-journal").code == 0
    assert command("entries", "--key-file", str(place), passphrase=None).code == 0


def test_a_second_key_file_ends_the_first(command: Command, path: Path, key: Path, stick: Path) -> None:
    ended = command("key-file", "new", str(stick / "second"), "--json")
    assert ended.value == {"done": True, "path": str(stick / "second"), "replaced": True}
    for sentence in (key_file_text.ONE_AT_A_TIME, key_file_text.EARLIER_COPIES, key_file_text.IF_COPIED):
        assert sentence in ended.err
    assert entry(command, "--key-file", str(stick / "second"))
    assert command("entries", "--key-file", str(key), passphrase=None).code == 3
    assert entry(command, "--key-file", str(key), "--journal", str(path.with_name(f"{path.name}.1")))


def test_remove_ends_it_here_and_with_forget_copies_in_the_copies_too(command: Command, path: Path, key: Path) -> None:
    before = key.read_bytes()
    ended = command("key-file", "remove", "--forget-copies")
    assert (ended.code, ended.out) == (0, f"{key_file_text.REMOVED}\n")
    assert key_file_text.FILE_STAYS in ended.err
    assert key.read_bytes() == before
    for place in (path, path.with_name(f"{path.name}.1")):
        ended = command("entries", "--key-file", str(key), "--journal", str(place), passphrase=None)
        assert ended.err.startswith("No key file opens this journal.")
    again = command("key-file", "remove")
    assert (again.code, again.err) == (1, "No key file opens this journal. Nothing was changed.\n")


@pytest.mark.parametrize(("answers", "opens"), [(b"\n", True), (b"n\n", True), (b"y\nn\n", False)])
def test_on_a_terminal_remove_asks_first(
    command: Command, key: Path, monkeypatch: pytest.MonkeyPatch, answers: bytes, opens: bool
) -> None:
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    ended = command("key-file", "remove", stdin=answers)
    assert ended.err.startswith(f"{key_file_text.REMOVE} [y/N]: ")
    assert ended.code == (1 if opens else 0)
    assert (command("entries", "--key-file", str(key), passphrase=None).code == 0) is opens


def test_a_backup_that_a_removed_key_file_opens_says_so_when_it_is_restored(
    command: Command, path: Path, key: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "copy.rj"
    assert command("backup", str(backup)).code == 0
    assert command("key-file", "remove", "--forget-copies").code == 0
    ended = command("restore", str(backup))
    assert (ended.code, backups_text.KEY_FILE_AGAIN in ended.err) == (0, True)
    assert entry(command, "--key-file", str(key))
    assert command("go-on", "--yes").code == 0
    assert command("key-file", "remove", "--forget-copies").code == 0
    assert command("backup", str(backup), "--replace").code == 0
    assert backups_text.KEY_FILE_AGAIN not in command("restore", str(backup)).err


@pytest.mark.parametrize("words", [("new",), ("remove", "somewhere"), ("copy", "somewhere"), ()])
def test_wrong_usage_ends_with_2_and_changes_nothing(
    command: Command, path: Path, key: Path, words: tuple[str, ...]
) -> None:
    before = path.read_bytes()
    assert command("key-file", *words).code == 2
    assert path.read_bytes() == before


def test_recover_sets_a_new_passphrase_with_it(command: Command, path: Path, key: Path) -> None:
    ended = command("recover", "--key-file", str(key), passphrase="a new passphrase")
    assert (ended.code, ended.out) == (0, "The journal has a new passphrase. The key file still opens it, too.\n")
    assert command("entries", passphrase="a new passphrase").code == 0
    assert entry(command, "--key-file", str(key))
    without = command("recover", passphrase="a newer passphrase")
    assert (without.code, "journal recover --key-file PATH" in without.err) == (1, True)
    refused = command("passphrase", "--key-file", str(key))
    assert refused.code == 2
    assert "journal recover --key-file" in refused.err


def test_a_new_master_key_tells_that_the_key_file_no_longer_opens(command: Command, path: Path, key: Path) -> None:
    ended = command("passphrase", "--master-key", "--keep-passphrase")
    assert key_file_text.ENDED in ended.err
    assert command("entries", "--key-file", str(key), passphrase=None).code == 3
    assert key_file_text.ENDED not in command("passphrase", "--master-key", "--keep-passphrase").err


def test_new_recovery_words_and_a_new_passphrase_keep_it(command: Command, path: Path, key: Path) -> None:
    with Journal.open(path, PASSPHRASE) as journal:
        journal.set_recovery_words(new_recovery_words())
        journal.set_passphrase("another passphrase", cost=CHEAP)
    assert entry(command, "--key-file", str(key))


def test_doctor_tells_whether_one_opens_it_and_what_the_environment_names(
    command: Command, path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(what: str) -> tuple[str, str | None]:
        value = command("doctor", "--json", passphrase=None).value
        return next((one["found"], one["do"]) for one in value["findings"] if one["what"] == what)

    assert found("key file") == ("one opens this journal", None)
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(key))
    assert found("JOURNAL_KEY_FILE") == ("the file it names is there", None)
    key.chmod(0o644)
    assert "chmod 600" in str(found("JOURNAL_KEY_FILE")[1])
    near = path.with_name("near")
    near.write_bytes(key.read_bytes())
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(near))
    assert "USB drive" in str(found("JOURNAL_KEY_FILE")[1])
    monkeypatch.setenv("JOURNAL_KEY_FILE", str(key.with_name("gone")))
    assert found("JOURNAL_KEY_FILE") == ("the file it names is not there now", None)
    command("key-file", "remove")
    assert found("key file") == ("none opens this journal", None)


def test_the_secret_is_nowhere_on_the_disk_but_in_the_key_file(
    command: Command, path: Path, key: Path, tmp_path: Path
) -> None:
    digits = key.read_bytes().split()[2]
    entry(command, "--key-file", str(key))
    command("note", "--key-file", str(key), stdin=b"written", passphrase=None)
    command("backup", str(tmp_path / "copy.rj"))
    command("passphrase", "--master-key", "--keep-passphrase")
    command("key-file", "remove")
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file != key]
    assert path in files
    for file in files:
        content = file.read_bytes()
        assert digits not in content.lower(), file
        assert bytes.fromhex(digits.decode()) not in content, file
