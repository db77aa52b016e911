"""Test ``new``, ``recover``, ``check`` and ``compact``."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.domain.kinds import KINDS, Kind
from journal.domain.record import SCHEMA
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command


@pytest.fixture
def elsewhere(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a place for a new journal whose key is cheap."""
    for method in (Journal.create, Journal.set_passphrase):
        assert method.__kwdefaults__ is not None
        monkeypatch.setitem(method.__kwdefaults__, "cost", CHEAP)
    return tmp_path / "a" / "b" / "other.rj"


def test_new_makes_an_empty_journal_for_its_owner_only(command: Command, elsewhere: Path) -> None:
    ended = command("new", "--journal", str(elsewhere), passphrase="x")
    assert (ended.code, ended.out) == (0, "")
    assert "no recovery words" in ended.err
    assert "weak" in ended.err
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o600
    assert {stat.S_IMODE(place.stat().st_mode) for place in elsewhere.parents[:2]} == {0o700}
    assert command("entries", "--journal", str(elsewhere), "--json", passphrase="x").value == []


def test_new_leaves_what_stands_there(command: Command, path: Path) -> None:
    before = path.read_bytes()
    ended = command("new")
    assert ended.code == 1
    assert "already exists" in ended.err
    assert path.read_bytes() == before


def test_an_empty_passphrase_makes_nothing(command: Command, elsewhere: Path) -> None:
    assert command("new", "--journal", str(elsewhere), passphrase="").code == 2
    assert not elsewhere.exists()


def test_recovery_words_are_all_that_new_prints_when_they_are_asked_for(command: Command, elsewhere: Path) -> None:
    ended = command("new", "--journal", str(elsewhere), "--show-recovery-words")
    words = ended.out.split()
    assert len(words) == 24
    assert not set(words) <= set(ended.err.split())
    with Journal.open(elsewhere, recovery_words=ended.out) as journal:
        assert journal.has_recovery


@pytest.fixture
def recoverable(elsewhere: Path) -> tuple[Path, str]:
    """Make a journal with an entry; return its recovery words."""
    words = new_recovery_words()
    with Journal.create(elsewhere, PASSPHRASE, words, cost=CHEAP) as journal:
        journal.entries.add(Entry(text="still here"))
    return elsewhere, words


def test_recovery_words_give_a_new_passphrase(command: Command, recoverable: tuple[Path, str]) -> None:
    place, words = recoverable
    ended = command("recover", "--journal", str(place), stdin=f"  {words.upper()}\n".encode(), passphrase="another")
    assert ended.code == 0
    assert "previous passphrase" in ended.err
    assert command("entries", "--journal", str(place), passphrase=PASSPHRASE).code == 3
    assert "still here" in command("entries", "--journal", str(place), passphrase="another").out


def test_a_wrong_word_is_named_by_its_place(command: Command, recoverable: tuple[Path, str]) -> None:
    place, words = recoverable
    spoilt = words.split()
    spoilt[6] = "zzz"
    ended = command("recover", "--journal", str(place), stdin=" ".join(spoilt).encode(), passphrase="another")
    assert ended.code == 3
    assert "Word 7 " in ended.err
    assert "zzz" not in ended.err


def test_words_of_another_journal_open_nothing(command: Command, recoverable: tuple[Path, str]) -> None:
    place, _ = recoverable
    ended = command("recover", "--journal", str(place), stdin=new_recovery_words().encode(), passphrase="another")
    assert ended.code == 3
    assert command("entries", "--journal", str(place)).code == 0


def test_without_recovery_words_nothing_is_asked_for(command: Command) -> None:
    ended = command("recover", passphrase=None)
    assert ended.code == 1
    assert "no recovery words" in ended.err


def test_an_empty_new_passphrase_changes_nothing(command: Command, recoverable: tuple[Path, str]) -> None:
    place, words = recoverable
    assert command("recover", "--journal", str(place), stdin=words.encode(), passphrase="").code == 2
    assert command("entries", "--journal", str(place)).code == 0


def test_check_needs_no_passphrase_and_changes_nothing(command: Command, path: Path) -> None:
    before = path.read_bytes()
    ended = command("check", passphrase=None)
    assert (ended.code, ended.err) == (0, "")
    assert "no damage" in ended.out
    told = command("check", "--json", passphrase=None).value
    assert (told["damaged"], told["missing"], told["unfinished"], told["deep"]) == (False, 0, False, False)
    assert path.read_bytes() == before


def test_check_deep_opens_every_record(command: Command, fill: Filling) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="x")))
    told = command("check", "--deep", "--json").value
    assert (told["damaged"], told["unreadable"], told["behind"], told["deep"]) == (False, 0, 0, True)
    assert command("check", "--deep", passphrase="wrong").code == 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_check_deep_tells_of_records_that_only_a_newer_version_can_read(
    command: Command, fill: Filling, kind: Kind
) -> None:
    def from_the_future(journal: Journal) -> None:
        journal._store.table(kind.table).insert({"uid": "0" * 32, "schema": SCHEMA + 1, "sensitivity": 5})

    fill(from_the_future)
    ended = command("check", "--deep", "--json")
    assert ended.value["unreadable"] == 1
    assert "newer version" in ended.err


def test_compact_keeps_everything_and_the_file_before(command: Command, fill: Filling, path: Path) -> None:
    fill(lambda journal: [journal.entries.add(Entry(text=str(n))) for n in range(5)])
    told = command("compact", "--json").value
    assert told["bytes_after"] < told["bytes_before"]
    assert path.with_name(path.name + ".1").exists()
    assert len(command("entries", "--json").value) == 5
    assert "KiB" in command("compact").out
