"""Test copies by command: backup, restore, merge, and everything restored from paper and a stick."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.store.journal import Journal
from journal.store.new_secrets import new_recovery_words
from tests.cli.conftest import Filling
from tests.conftest import CHEAP, PASSPHRASE
from tests.support.commands import Command, in_shell
from tests.support.vault.journals import flipped, record_places


def texts(journal: Journal) -> list[str]:
    return sorted(entry.text for entry in journal.entries)


def held(path: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """Return the texts of the entries of the journal at ``path``."""
    with Journal.open(path, passphrase, read_only=True) as journal:
        return texts(journal)


def rot(path: Path, number: int) -> None:
    """Flip one bit in the record with that number, counted from 0."""
    data = path.read_bytes()
    path.write_bytes(flipped(data, record_places(data)[number][0] + 99))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_a_lost_computer_costs_three_commands(tmp_path: Path, home: Path, stick: Path) -> None:
    """Start with nothing but a backup and the recovery words: the third command reads the first entry."""
    words = new_recovery_words()
    lost = tmp_path / "lost"
    with Journal.create(lost / "journal.rj", "forgotten", words, cost=CHEAP, anchors=lost) as journal:
        journal.entries.add(Entry(text="the first evening"))
        backup = journal.backup(stick)
    shutil.rmtree(lost)
    assert list(home.iterdir()) == []
    new = tmp_path / "passphrase"
    new.write_text(f"{PASSPHRASE}\n")

    restored = in_shell("restore", str(backup))
    assert (restored.code, "No country is chosen on this computer" in restored.err) == (0, True)
    with new.open() as file:
        recovered = in_shell(
            "recover", "--passphrase-fd", str(file.fileno()), stdin=words.encode(), pass_fds=(file.fileno(),)
        )
    assert recovered.code == 0, recovered.err
    read = in_shell("entries", "--passphrase-fd", "0", stdin=f"{PASSPHRASE}\n".encode())
    assert "the first evening" in read.out


def test_a_backup_in_a_folder_bears_the_date_and_the_next_one_of_that_day_its_name(
    command: Command, fill: Filling, stick: Path
) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    first = command("backup", str(stick), "--json")
    assert Path(first.value["file"]).name == "journal-2026-11-23.rj"
    fill(lambda journal: journal.entries.add(Entry(text="two")))
    assert command("backup", str(stick)).code == 0
    assert [file.name for file in stick.iterdir()] == ["journal-2026-11-23.rj"]
    assert held(stick / "journal-2026-11-23.rj") == ["one", "two"]


def test_a_backup_goes_over_nothing_unasked_and_over_no_other_thing(command: Command, stick: Path) -> None:
    letter, backup = stick / "letter", stick / "copy.rj"
    letter.write_text("dear")
    assert command("backup", str(backup)).code == 0
    assert command("backup", str(backup)).code == 1
    assert command("backup", str(backup), "--replace").code == 0
    ended = command("backup", str(letter), "--replace")
    assert (ended.code, letter.read_text()) == (1, "dear")
    assert ended.err.count("\n") == 1


def test_a_backup_where_no_folder_is_makes_none(command: Command, stick: Path) -> None:
    ended = command("backup", str(stick / "not mounted" / "copy.rj"))
    assert ended.code == 1
    assert "No backup was made" in ended.err
    assert list(stick.iterdir()) == []


def test_the_journal_knows_when_it_was_copied_last(command: Command, path: Path, stick: Path) -> None:
    command("backup", str(stick))
    with Journal.open(path, PASSPHRASE) as journal:
        assert journal.preferences.backed_up_at == journal.now()


def test_a_copy_is_put_back_and_what_stood_there_is_kept(
    command: Command, fill: Filling, path: Path, stick: Path
) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    command("backup", str(stick / "copy.rj"))
    fill(lambda journal: journal.entries.add(Entry(text="two")))
    ended = command("restore", str(stick / "copy.rj"), "--json")
    assert ended.value == {"file": str(path), "kept_earlier": True}
    assert held(path) == ["one"]
    assert held(path.with_name(path.name + ".1")) == ["one", "two"]


def test_an_older_copy_says_how_much_older_and_is_gone_on_with(
    command: Command, fill: Filling, path: Path, stick: Path
) -> None:
    command("backup", str(stick / "copy.rj"))
    fill(lambda journal: [journal.entries.add(Entry(text=text)) for text in ("one", "two")])
    command("restore", str(stick / "copy.rj"))
    refused = command("note", stdin=b"three")
    assert refused.code == 1
    assert "3 saves older" in refused.err  # the two entries, and when it was copied
    assert "go-on" in refused.err
    assert command("go-on").code == 1
    assert command("go-on", "--yes").code == 0
    assert command("note", stdin=b"three").code == 0
    assert command("go-on", "--yes").code == 1


def test_the_newer_copy_is_brought_in_instead(command: Command, fill: Filling, path: Path, stick: Path) -> None:
    command("backup", str(stick / "copy.rj"))
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    newer = shutil.copy(path, stick / "newer.rj")
    command("restore", str(stick / "copy.rj"))
    assert command("merge", str(newer)).code == 0
    assert command("note", stdin=b"two").code == 0
    assert held(path) == ["one", "two"]


def test_two_computers_come_together_and_what_both_changed_is_kept_twice(
    command: Command, fill: Filling, path: Path, stick: Path
) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="both know it")))
    other = Path(shutil.copy(path, stick / "other.rj"))
    for place, text in ((path, "here"), (other, "there")):
        with Journal.open(place, PASSPHRASE, anchors=stick / text) as journal:
            [entry] = journal.entries
            journal.entries.replace(entry.uid, Entry(text=f"reworded {text}"))
            journal.entries.add(Entry(text=f"new {text}"))
    ended = command("merge", str(other), "--json")
    assert (ended.value["added"], ended.value["kept_twice"]) == (1, 1)
    assert held(path) == ["new here", "new there", "reworded here", "reworded there"]
    assert "already has everything in it" in command("merge", str(other)).out


def test_another_passphrase_is_the_second_line(command: Command, path: Path, stick: Path) -> None:
    with Journal.create(stick / "other.rj", "theirs", cost=CHEAP, anchors=stick) as journal:
        journal.entries.add(Entry(text="from elsewhere"))
    assert command("merge", str(stick / "other.rj"), passphrase=f"{PASSPHRASE}\na guess").code == 3
    ended = command("merge", str(stick / "other.rj"), passphrase=f"{PASSPHRASE}\ntheirs")
    assert (ended.code, ended.out) == (
        0,
        "Merged: 1 new record, 0 changed, 0 deleted. The file from before is kept next to it.\n",
    )
    assert held(path) == ["from elsewhere"]


def test_what_is_no_journal_is_not_merged(command: Command, stick: Path) -> None:
    (stick / "letter").write_text("dear")
    assert command("merge", str(stick / "letter")).code == 1
    assert command("merge", str(stick / "none")).code == 1


def test_half_typed_in_both_copies_is_kept_twice(path: Path, stick: Path) -> None:
    with Journal.create(path, PASSPHRASE, cost=CHEAP) as journal:
        journal.drafts.save("entry:new", {"text": "to begin with"})
    other = Path(shutil.copy(path, stick / "other.rj"))
    for place, text in ((other, "there"), (path, "here")):
        with Journal.open(place, PASSPHRASE, anchors=stick / text) as journal:
            journal.drafts.save("entry:new", {"text": text})
    with Journal.open(path, PASSPHRASE, anchors=stick / "here") as journal:
        journal.merge(other)
        drafts = journal.drafts.all()
        assert sorted(draft["text"] for draft in drafts.values()) == ["here", "there"]
        [second] = drafts.keys() - {"entry:new"}
        journal.drafts.drop(second)
        assert list(journal.drafts.all()) == ["entry:new"]


def test_deep_check_names_other_copies_and_bad_earlier_ones(command: Command, fill: Filling, path: Path) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    shutil.copy(path, path.with_name("journal (conflicted copy).rj"))
    fill(lambda journal: journal.entries.add(Entry(text="two")))
    with Journal.open(path.with_name("journal (conflicted copy).rj"), PASSPHRASE, anchors=path.parent) as journal:
        journal.entries.add(Entry(text="there"))
    command("compact")
    earlier = path.with_name(path.name + ".1")
    data = bytearray(earlier.read_bytes())
    data[8300] ^= 1
    earlier.write_bytes(data)
    ended = command("check", "--deep", "--json")
    assert ended.code == 0
    assert ended.value["other_copies"] == ["journal (conflicted copy).rj"]
    assert ended.value["damaged_copies"] == [earlier.name]
    assert "journal merge" in ended.err


def test_damage_is_healed_from_the_copies_beside_it_after_asking(command: Command, fill: Filling, path: Path) -> None:
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    command("compact")
    fill(lambda journal: journal.entries.add(Entry(text="two")))
    data = bytearray(path.read_bytes())
    data[8300] ^= 1
    path.write_bytes(data)
    found = command("check", "--deep", "--json")
    before = [{"file": "journal.rj.1", "last_saved": "2026-11-23T11:00:00+00:00", "records": 1, "certain": True}]
    assert (found.code, found.value["healable"], found.value["healable_from"]) == (4, 1, before)
    assert "go-on" in found.err
    assert path.read_bytes() == bytes(data)
    asked = command("go-on")
    assert asked.code == 1
    assert "1 lost record can be restored from this earlier copy" in asked.err
    assert "journal.rj.1, last saved Mon 23 Nov 2026" in asked.err
    assert path.read_bytes() == bytes(data)
    healed = command("go-on", "--yes", "--json")
    assert healed.value == {"brought_back": 1, "brought_back_from": before}
    assert held(path) == ["one", "two"]


def test_going_on_after_damage_keeps_what_a_copy_that_was_put_back_holds(
    command: Command, fill: Filling, path: Path, stick: Path
) -> None:
    """Check that the restored copy wins: what was deleted since is there, and what was changed since is as it was."""
    fill(lambda journal: [journal.entries.add(Entry(text=text)) for text in ("to be deleted", "to be changed")])
    command("backup", str(stick / "copy.rj"))

    def delete_and_change(journal: Journal) -> None:
        for entry in list(journal.entries):
            if entry.text == "to be deleted":
                journal.entries.remove(entry.uid)
            else:
                journal.entries.replace(entry.uid, Entry(text="changed"))

    fill(delete_and_change)
    command("restore", str(stick / "copy.rj"))
    command("go-on", "--yes")
    assert held(path) == ["to be changed", "to be deleted"]
    fill(lambda journal: [journal.entries.add(Entry(text=text)) for text in ("one", "two", "three")])
    rot(path, -2)
    found = command("go-on", "--yes", "--json")
    assert found.value == {"brought_back": 0, "brought_back_from": []}
    assert "hold nothing of what was lost" in found.err
    assert held(path) == ["one", "three", "to be changed", "to be deleted"]


def test_where_the_past_cannot_be_read_each_earlier_copy_is_named_with_what_it_adds(
    command: Command, fill: Filling, path: Path, stick: Path
) -> None:
    command("backup", str(stick / "copy.rj"))
    fill(lambda journal: journal.entries.add(Entry(text="written after the backup")))
    command("restore", str(stick / "copy.rj"))
    command("go-on", "--yes")
    fill(lambda journal: journal.entries.add(Entry(text="one")))
    rot(path, 0)
    asked = command("go-on")
    assert "no longer says which earlier copies it was made from" in asked.err
    assert "deleted or replaced" in asked.err
    assert "journal.rj.2, last saved Mon 23 Nov 2026" in asked.err
    assert "Nothing that can be read is changed or deleted" in asked.err
    found = command("go-on", "--yes", "--json")
    [copy] = found.value["brought_back_from"]
    assert (copy["file"], copy["certain"]) == ("journal.rj.2", False)
    assert held(path) == ["one", "written after the backup"]


def test_erasing_asks_and_leaves_nothing_beside(command: Command, path: Path, home: Path) -> None:
    command("compact")
    assert command("erase", passphrase=None).code == 1
    assert path.exists()
    assert command("erase", "--yes", passphrase=None).code == 0
    assert list(path.parent.glob("*.rj*")) == []
    assert [file for file in home.rglob("*") if file.is_file()] == []
    assert command("erase", "--yes", passphrase=None).code == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no file nofile.rj here. Nothing was changed.\n"),
        (b"dear Ana", "This file is not a journal.\n"),
    ],
)
def test_a_backup_is_looked_for_before_anything_is_asked(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, told: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    monkeypatch.setattr("journal.cli.commands.copies.confirmed", asked.append)
    if content is not None:
        (tmp_path / "nofile.rj").write_bytes(content)
    ended = command("restore", str(tmp_path / "nofile.rj"), passphrase=None)
    assert (ended.code, ended.err, asked) == (1, told, [])


def test_what_was_found_is_said_before_it_is_asked(
    command: Command, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("backup", str(tmp_path / "copy.rj"))
    asked: list[str] = []
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    monkeypatch.setattr("journal.cli.commands.copies.confirmed", asked.append)
    ended = command("restore", str(tmp_path / "copy.rj"), passphrase=None)
    assert "copy.rj is a journal, last saved" in ended.err
    assert (ended.code, len(asked)) == (1, 1)
