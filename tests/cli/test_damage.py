"""Check what commands report about a damaged file."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from pathlib import Path

import pytest
from tinydb.table import Table

from journal.domain.entries import Entry
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command

MARK = b"\xa7RJ1"
"""The first bytes of a record on disk."""

READING = ("entries", "days", "cravings", "coping", "goals")


def records(data: bytes) -> list[int]:
    """Return where records begin."""
    return [at for at in range(8192, len(data), 4096) if data[at : at + 4] == MARK]


@pytest.fixture
def three(command: Command, fill: Filling, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make a journal of three entries, on a computer that has not seen it before."""
    fill(lambda journal: [journal.entries.add(Entry(text=text)) for text in ("one", "two", "three")])
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another computer"))
    return path


def texts(command: Command) -> list[str]:
    return [entry["text"] for entry in command("entries", "--json").value]


@pytest.fixture
def damaged(three: Path) -> Path:
    """Flip a bit in the second entry."""
    data = bytearray(three.read_bytes())
    data[records(bytes(data))[-2] + 200] ^= 1
    three.write_bytes(data)
    return three


@pytest.mark.parametrize("name", READING)
def test_reading_a_damaged_file_prints_the_rest_and_says_damage(command: Command, damaged: Path, name: str) -> None:
    ended = command(name, "--json")
    assert ended.code == 4
    assert "damage" in ended.err
    assert isinstance(json.loads(ended.out), list)


def test_all_but_what_is_damaged_is_there(command: Command, damaged: Path) -> None:
    assert texts(command) == ["three", "one"]


@pytest.mark.parametrize("words", [("note",), ("craving", "5"), ("compact",)])
def test_nothing_is_written_in_a_damaged_file(command: Command, damaged: Path, words: tuple[str, ...]) -> None:
    before = damaged.read_bytes()
    ended = command(*words, stdin=b"more")
    assert ended.code == 4
    assert "Nothing was saved" in ended.err
    assert damaged.read_bytes() == before


def test_check_says_damage_with_and_without_the_passphrase(command: Command, damaged: Path) -> None:
    for ended in (command("check", "--json", passphrase=None), command("check", "--deep", "--json")):
        assert (ended.code, ended.value["damaged"], ended.value["missing"]) == (4, True, 1)
        assert ended.value["missing_at_least"] is False
        assert "There is damage: 1 record can't be read. Everything else is here." in ended.err
        assert ended.err.count("damage") == 1


def test_where_nobody_can_know_how_much_is_missing_check_says_at_least(command: Command, three: Path) -> None:
    data = bytearray(three.read_bytes())
    for start in records(bytes(data))[-2:]:
        data[start + 200] ^= 1
    three.write_bytes(data)
    for ended in (command("check", "--json", passphrase=None), command("check", "--deep", "--json")):
        assert (ended.code, ended.value["missing"], ended.value["missing_at_least"]) == (4, 1, True)
        assert "There is damage: at least 1 record can't be read. Everything else is here." in ended.err


def test_of_a_whole_journal_check_says_nothing_of_the_kind(command: Command, three: Path) -> None:
    for ended in (command("check", "--json", passphrase=None), command("check", "--deep", "--json")):
        assert (ended.code, ended.value["missing"], ended.value["missing_at_least"]) == (0, 0, False)


def test_a_wrong_passphrase_is_told_as_such_even_then(command: Command, damaged: Path) -> None:
    assert command("entries", passphrase="wrong").code == 3


def test_a_bad_first_page_is_damage_and_compacting_mends_it(command: Command, three: Path) -> None:
    data = bytearray(three.read_bytes())
    data[100] ^= 1
    three.write_bytes(data)
    ended = command("entries", "--json")
    assert (ended.code, len(ended.value)) == (4, 3)
    assert "damage" in ended.err
    assert command("compact").code == 0
    assert command("entries").code == 0


def test_two_bad_first_pages_are_damage_and_no_wrong_passphrase(command: Command, three: Path) -> None:
    data = bytearray(three.read_bytes())
    data[100] ^= 1
    data[4196] ^= 1
    three.write_bytes(data)
    for copy in (False, True):
        if copy:
            three.with_name(f"{three.name}.1").touch()
        for words in (("entries",), ("note",), ("check",), ("recover",)):
            ended = command(*words, stdin=b"x")
            assert ended.code == 4
            assert "damage" in ended.err
            assert ("ends in .1 is the one before" in ended.err) == copy


@pytest.fixture
def unfinished(three: Path) -> Path:
    """Cut the last save in half."""
    data = three.read_bytes()
    three.write_bytes(data[: records(data)[-1] + 100])
    return three


@pytest.mark.parametrize("name", [*READING, "check"])
def test_an_unfinished_save_is_told_and_no_error(command: Command, unfinished: Path, name: str) -> None:
    before = unfinished.read_bytes()
    ended = command(name)
    assert ended.code == 0
    assert "didn't finish" in ended.err
    assert unfinished.read_bytes() == before


def test_writing_goes_on_after_an_unfinished_save(command: Command, unfinished: Path) -> None:
    ended = command("note", stdin=b"four")
    assert (ended.code, "didn't finish" in ended.err) == (0, True)
    assert set(texts(command)) == {"one", "two", "four"}
    assert list(unfinished.parent.glob("*.torn-*"))


def test_an_older_copy_is_read_but_not_written(command: Command, fill: Filling, path: Path) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    shutil.copy(path, path.with_suffix(".copy"))
    fill(lambda journal: journal.entries.add(Entry(text="two")))
    shutil.copy(path.with_suffix(".copy"), path)
    ended = command("entries", "--json")
    assert (ended.code, len(ended.value)) == (0, 1)
    assert "older" in ended.err
    refused = command("note", stdin=b"three")
    assert refused.code == 1
    assert "`journal go-on`" in refused.err
    assert texts(command) == ["one"]


def test_a_newer_format_is_told_and_untouched(command: Command, path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in (0, 4096):
        data[page + 8 : page + 10] = (99).to_bytes(2)
        data[page + 4092 : page + 4096] = zlib.crc32(data[page : page + 4092]).to_bytes(4)
    path.write_bytes(data)
    for words in (("entries",), ("check",), ("note",)):
        ended = command(*words, stdin=b"x")
        assert ended.code == 6
        assert "newer" in ended.err
    assert path.read_bytes() == bytes(data)


def test_what_is_no_journal_is_told(command: Command, path: Path) -> None:
    path.write_text("x" * 10_000)
    ended = command("entries")
    assert ended.code == 1
    assert "not a journal" in ended.err


def test_a_missing_journal_says_how_to_make_one(command: Command, path: Path) -> None:
    path.unlink()
    for words in (("entries",), ("check",), ("note",), ("compact",), ("recover",)):
        ended = command(*words)
        assert ended.code == 1
        assert "journal new" in ended.err


def test_who_has_it_open_is_told(command: Command, path: Path, fill: Filling) -> None:
    def while_open(journal: Journal) -> None:
        for words in (("entries",), ("inbox",), ("compact",)):
            ended = command(*words, stdin=b"x", passphrase=None)
            assert ended.code == 5
            assert f"is open elsewhere (a script, process {os.getpid()} on " in ended.err
        assert command("check", passphrase=None).code == 0

    fill(while_open)


def test_a_tinydb_that_lacks_what_is_needed_is_refused_on_the_command_line(
    command: Command, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.delattr(Table, "_get_next_id")
    ended = command("days")
    assert ended.code == 1
    assert ended.err.count("Install the tested version: pip install tinydb==4.9.0.") == 1
    assert path.read_bytes() == before
