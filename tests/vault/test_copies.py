"""Test copies of a journal: made and verified, restored, merged, used for healing, found, and erased."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.errors import (
    AlreadyExists,
    Damaged,
    InUse,
    NewerFormat,
    NoJournal,
    NotAJournal,
    NotErased,
    NotSaved,
    ReadOnly,
    Replaced,
    WrongPassphrase,
)
from journal.file_facts import Copy
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.erase_file import erase
from journal.vault.files.contents import Contents
from journal.vault.format.payloads import Delete
from journal.vault.lock_holder import Holder
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.disks import FailingDisk, no_links
from tests.support.vault.journals import (
    CHEAP,
    PASSPHRASE,
    copy,
    create,
    entries,
    flipped,
    now,
    open_vault,
    put,
    record_places,
    texts,
    uid,
    write_entries,
)

HOLDER = Holder(1, "here", 0, "a test")


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "state"


def notes(path: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """Return the notes in a file, read by the independent reader."""
    from tests.support.vault.reader import read_journal

    found: list[str] = read_journal(path.read_bytes(), passphrase=passphrase)["notes"]
    return found


# Backups.


def test_a_backup_is_the_journal_and_opens_by_itself(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with create(path) as vault:
        vault.commit([put(0)])
        vault.backup(stick / "copy.rj")
        vault.commit([put(1)])
    with open_vault(stick / "copy.rj") as backup:
        assert texts(backup) == entries(range(1))
    assert (stick / "copy.rj").stat().st_mode & 0o777 == 0o600


def test_a_backup_is_never_over_something_else(path: Path, tmp_path: Path) -> None:
    letter, older = tmp_path / "letter.txt", tmp_path / "older.rj"
    letter.write_bytes(b"dear")
    with create(path) as vault:
        vault.backup(older)
        vault.commit([put(0)])
        for place, replacing in ((letter, False), (letter, True), (older, False), (path, True)):
            before = place.read_bytes()
            with pytest.raises(AlreadyExists):
                vault.backup(place, replace=replacing)
            assert place.read_bytes() == before
        vault.backup(older, replace=True)
    with open_vault(older) as backup:
        assert texts(backup) == entries(range(1))


@pytest.mark.parametrize("operation", ["create", "write", "sync", "rename"])
def test_a_backup_that_the_disk_refuses_leaves_the_earlier_one(path: Path, tmp_path: Path, operation: str) -> None:
    backup, disk = tmp_path / "copy.rj", FailingDisk()
    with create(path, disk=disk) as vault:
        vault.backup(backup)
        before = backup.read_bytes()
        vault.commit([put(0)])
        with disk.refusing(operation, errno.ENOSPC), pytest.raises(NotSaved, match="space"):
            vault.backup(backup, replace=True)
        assert backup.read_bytes() == before
        vault.backup(backup, replace=True)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_backup_on_a_disk_that_rots_is_not_kept(path: Path, tmp_path: Path) -> None:
    class Rotting(FailingDisk):
        def write(self, descriptor: int, data: bytes, offset: int) -> None:
            super().write(descriptor, flipped(data, len(data) // 2), offset)

    write_entries(path, range(2))
    with open_vault(path, disk=Rotting(), read_only=True) as vault, pytest.raises(NotSaved, match="not-read-back"):
        vault.backup(tmp_path / "copy.rj")
    assert not (tmp_path / "copy.rj").exists()


def test_a_backup_on_a_stick_without_hard_links(path: Path, tmp_path: Path) -> None:
    with create(path, disk=no_links()) as vault:
        vault.commit([put(0)])
        vault.backup(tmp_path / "copy.rj")
        vault.backup(tmp_path / "copy.rj", replace=True)
    with open_vault(tmp_path / "copy.rj") as backup:
        assert texts(backup) == entries(range(1))


def test_a_journal_that_went_bad_is_not_copied_over_a_good_backup(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "copy.rj"
    with create(path) as vault:
        vault.commit([put(0)])
        vault.commit([put(1)])
        vault.backup(backup)
        good = backup.read_bytes()
        path.write_bytes(flipped(path.read_bytes(), len(good) - 5000))
        with pytest.raises(Damaged):
            vault.backup(backup, replace=True)
    assert backup.read_bytes() == good


# Putting back.


def test_a_copy_is_put_back_without_a_passphrase_and_what_stood_there_is_kept(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(2))
    backup = copy(path, tmp_path / "stick")
    with open_vault(path) as vault:
        vault.commit([put(2)])
    assert restore(backup, path, holder=HOLDER)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
    with open_vault(path.with_name(path.name + ".1"), read_only=True) as vault:
        assert texts(vault) == entries(range(3))


def test_a_copy_is_put_back_where_nothing_is(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(2))
    place = tmp_path / "new" / "home" / "journal.rj"
    assert not restore(path, place, holder=HOLDER)
    with open_vault(place) as vault:
        assert texts(vault) == entries(range(2))
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_the_latest_generation_can_be_put_back(path: Path) -> None:
    write_entries(path, range(2))
    with open_vault(path) as vault:
        vault.compact()
    path.write_bytes(b"\x89RJRNL\r\n" + b"rot" * 5000)
    assert restore(path.with_name(path.name + ".1"), path, holder=HOLDER)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


def test_a_damaged_copy_or_none_or_a_newer_one_changes_nothing(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(3))
    before = path.read_bytes()
    bad = copy(path, tmp_path / "bad", flipped(before, record_places(before)[1][0] + 99))
    other = tmp_path / "letter"
    other.write_bytes(b"dear")
    for source, error in ((bad, Damaged), (other, NotAJournal), (tmp_path / "none", NoJournal)):
        with pytest.raises(error):
            restore(source, path, holder=HOLDER)
    assert path.read_bytes() == before
    assert restore(bad, path, holder=HOLDER, allow_damaged=True)
    assert path.read_bytes() == bad.read_bytes()


def test_nothing_is_put_back_over_an_open_journal_or_something_else(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(1))
    backup = copy(path, tmp_path / "stick")
    with open_vault(path), pytest.raises(InUse):
        restore(backup, path, holder=HOLDER)
    letter = tmp_path / "letter.rj"
    letter.write_bytes(b"dear")
    with pytest.raises(AlreadyExists):
        restore(backup, letter, holder=HOLDER)
    assert letter.read_bytes() == b"dear"


@pytest.mark.parametrize("operation", ["create", "write", "sync", "rename"])
def test_a_copy_that_the_disk_does_not_take_back_changes_nothing(path: Path, tmp_path: Path, operation: str) -> None:
    write_entries(path, range(1))
    backup = copy(path, tmp_path / "stick")
    with open_vault(path) as vault:
        vault.commit([put(1)])
    disk = FailingDisk()
    with disk.refusing(operation, errno.ENOSPC), pytest.raises(NotSaved):
        restore(backup, path, holder=HOLDER, disk=disk)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


def test_what_is_put_back_is_told_to_be_older_and_by_how_much(path: Path, tmp_path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    backup = copy(path, tmp_path / "stick")
    with open_vault(path, anchors=anchors) as vault:
        for number in range(2, 5):
            vault.commit([put(number)])
    restore(backup, path, holder=HOLDER)
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.behind == 3
        vault.accept_rollback()
        vault.commit([put(9)])
    assert notes(path) == ["went on with a copy that is 3 saves older than the one seen last"]


# Merging.


def apart(path: Path, tmp_path: Path) -> Path:
    """Make a diverged copy of the journal at `path`: each has an entry of its own."""
    write_entries(path, range(2))
    other = copy(path, tmp_path / "stick")
    with open_vault(path) as vault:
        vault.commit([put(2), put(0, "changed here")])
    with open_vault(other) as vault:
        vault.commit([put(3), Delete("entries", uid(1))])
    return other


def test_copies_that_went_apart_come_together(path: Path, tmp_path: Path) -> None:
    other = apart(path, tmp_path)
    theirs = other.read_bytes()
    with open_vault(path) as vault:
        merged = vault.merge(other)
        assert texts(vault) == {0: "changed here", 2: "entry 2", 3: "entry 3"}
        assert (merged.added, merged.deleted) == ([("entries", uid(3))], [("entries", uid(1))])
        vault.commit([put(4)])
    assert other.read_bytes() == theirs
    with open_vault(path) as vault:
        assert not any(astuple(vault.report))
        assert sorted(texts(vault)) == [0, 2, 3, 4]
    assert notes(path) == ["merged with another copy"]
    with open_vault(path.with_name(path.name + ".1"), read_only=True) as vault:
        assert sorted(texts(vault)) == [0, 1, 2]


def test_a_merge_that_brings_nothing_writes_nothing(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(3))
    other = copy(path, tmp_path / "stick")
    with open_vault(path) as vault:
        vault.commit([put(3)])
        before = path.read_bytes()
        assert not vault.merge(other).is_news
        assert path.read_bytes() == before


def test_both_ways_of_merging_hold_the_same(path: Path, tmp_path: Path) -> None:
    other = apart(path, tmp_path)
    copies = copy(path, tmp_path / "a"), copy(other, tmp_path / "b")
    held = []
    for place, with_ in (copies, copies[::-1]):
        aside = copy(with_, tmp_path / "aside")
        with open_vault(place) as vault:
            vault.merge(aside)
            held.append(texts(vault))
        place.write_bytes(path.read_bytes() if place == copies[0] else place.read_bytes())
    assert held[0] == held[1]


def test_what_the_other_computer_saw_is_known_after_a_merge(path: Path, tmp_path: Path, anchors: Path) -> None:
    write_entries(path, range(2))
    other = copy(path, tmp_path / "stick")
    with open_vault(other, anchors=anchors) as vault:
        vault.commit([put(3)])
    with open_vault(path) as vault:
        vault.commit([put(2)])
        vault.merge(other)
    other.write_bytes(path.read_bytes())
    with open_vault(other, anchors=anchors) as vault:
        assert not any(astuple(vault.report))
        assert sorted(texts(vault)) == [0, 1, 2, 3]


def test_an_older_copy_catches_up_by_merging_what_this_computer_saw(path: Path, tmp_path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    older = path.read_bytes()
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(2)])
    newer = copy(path, tmp_path / "conflicted copy")
    unrelated = copy(path, tmp_path / "unrelated", older)
    path.write_bytes(older)
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.behind == 1
        with pytest.raises(ReadOnly):
            vault.merge(unrelated)
        vault.merge(newer)
        vault.commit([put(3)])
    with open_vault(path, anchors=anchors) as vault:
        assert not any(astuple(vault.report))
        assert texts(vault) == entries(range(4))


def test_another_journal_needs_its_own_passphrase(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(1))
    other = tmp_path / "other.rj"
    with Vault.create(other, "another one", cost=CHEAP, now=now) as vault:
        vault.commit([put(7)])
    with open_vault(path) as vault:
        with pytest.raises(WrongPassphrase, match="other-key"):
            vault.merge(other)
        with pytest.raises(WrongPassphrase):
            vault.merge(other, "a guess")
        vault.merge(other, "another one")
        assert sorted(texts(vault)) == [0, 7]


def test_a_copy_is_merged_as_far_as_it_can_be_read_and_a_newer_one_not(path: Path, tmp_path: Path) -> None:
    from tests.vault.test_damage import later_record

    write_entries(path, range(1))
    other = copy(path, tmp_path / "stick")
    with open_vault(other) as vault:
        for number in range(1, 4):
            vault.commit([put(number)])
        newer = copy(other, tmp_path / "newer", other.read_bytes() + later_record(vault, 9, 0))
    data = other.read_bytes()
    other.write_bytes(flipped(data, record_places(data)[-2][0] + 50))
    with open_vault(path) as vault:
        with pytest.raises(NewerFormat):
            vault.merge(newer)
        vault.merge(other)
        assert sorted(texts(vault)) == [0, 1, 3]


def test_a_fork_is_found_and_brought_back(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        there = path.read_bytes()
        path.write_bytes(there + there[-4096:])
        with pytest.raises(Replaced) as caught:
            vault.commit([put(1)])
    path.write_bytes(there)
    with open_vault(path) as vault:
        [found] = vault.copies()
        assert found.path == caught.value.fork
        assert (found.added, found.changed, found.deleted) == (1, 0, 0)
        vault.merge(found.path)
        assert texts(vault) == entries(range(2))
        assert vault.copies() == []


@pytest.mark.parametrize(
    "name",
    [
        "journal (Ana's conflicted copy 2026-11-25).rj",
        "journal.sync-conflict-20261125-101500-ABCDEFG.rj",
        "journal (conflicted copy 2026-11-25 101500).rj",
        "journal-LAPTOP.rj",
        "journal (1).rj",
        "journal.rj.bak",
    ],
)
def test_conflict_copies_of_sync_tools_are_found(path: Path, tmp_path: Path, name: str) -> None:
    other = apart(path, tmp_path)
    conflict = path.with_name(name)
    conflict.write_bytes(other.read_bytes())
    (path.parent / "journal-old.rj").write_bytes(b"no journal")
    with open_vault(path) as vault:
        [found] = vault.copies()
        assert (found.path, found.added, found.changed, found.deleted) == (conflict, 1, 0, 1)


def test_copies_with_nothing_new_in_them_are_not_offered(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.backup(path.with_name("journal-2026-11-25.rj"))
        vault.commit([put(1)])
        vault.compact()
        assert vault.copies() == []


def test_a_copy_under_another_master_key_is_found_without_telling_what_is_in_it(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        older = path.with_name("old.rj")
        vault.backup(older)
        vault.change_master_key("a new one", cost=CHEAP)
        assert [(found.path, found.added) for found in vault.copies()] == [(older, None)]
        vault.merge(older, PASSPHRASE)
    assert Copy(older, 0).changed is None


# Keys.


def test_a_new_master_key_shuts_out_who_kept_the_old_one(path: Path, tmp_path: Path, anchors: Path) -> None:
    words = new_recovery_words()
    write_entries(path, range(2), anchors=anchors)
    with open_vault(path, anchors=anchors) as vault:
        vault.compact()
        old_key = vault._file.keys.master
        vault.change_master_key("a new one", recovery_words=words, cost=CHEAP)
        assert vault._file.keys.master != old_key
        vault.commit([put(2)])
    for way in ({"passphrase": "a new one"}, {"recovery_words": words}):
        with Vault.open(path, **way, anchors=anchors) as vault:  # type: ignore[arg-type]
            assert texts(vault) == entries(range(3))
            assert not any(astuple(vault.report))
    for file in (path, path.with_name(path.name + ".1")):
        with pytest.raises(WrongPassphrase):
            Vault.open(file, PASSPHRASE, read_only=True)
    assert not path.with_name(path.name + ".2").exists()


def test_without_recovery_words_for_the_new_master_key_there_are_none(path: Path) -> None:
    with create(path, recovery_words=new_recovery_words()) as vault:
        vault.change_master_key(PASSPHRASE, cost=CHEAP)
        assert not vault.has_recovery


def test_it_knows_its_passphrase(path: Path) -> None:
    with create(path) as vault:
        assert vault.opens_with(PASSPHRASE)
        assert not vault.opens_with("a guess")


# Erasing.


def test_what_was_deleted_is_in_no_file_after_a_new_master_key(path: Path) -> None:
    with create(path) as vault:
        for number in range(3):
            vault.commit([put(number)])
            vault.compact()
        key, file_id = vault._file.keys.record, vault._file.header.file_id
        vault.commit([Delete("entries", uid(1))])
        vault.change_master_key(PASSPHRASE, cost=CHEAP)
    assert all(key_opens_nothing(file, key, file_id) for file in path.parent.glob(path.name + "*"))


def key_opens_nothing(file: Path, key: bytes, file_id: bytes) -> bool:
    """Return whether no record in a file opens with a record key, in any epoch."""
    from journal.vault.format.frames import Sealer, walk
    from journal.vault.format.header import HEADERS

    data = Contents.of(file.read_bytes())
    return not any(list(walk(data, HEADERS, Sealer(key, file_id, epoch).read)) for epoch in range(1, 9))


def test_a_journal_is_erased_with_everything_beside_it(path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    with open_vault(path, anchors=anchors) as vault:
        vault.compact()
        vault.commit([put(2)])
    path.write_bytes(path.read_bytes()[:-9])
    (path.parent / "letter.txt").write_bytes(b"dear")
    open_vault(path).close()
    before = {file.name for file in path.parent.iterdir()}
    erase(path, holder=HOLDER, anchors=anchors)
    left = {file.name for file in path.parent.iterdir()}
    assert {name for name in left if name.startswith((path.name, "."))} == set()
    assert "letter.txt" in left
    assert any(".torn-" in name for name in before)
    assert list(anchors.iterdir()) == []


@pytest.mark.parametrize("how", ["erase", "forget", "compact"])
def test_a_fourth_copy_that_a_crash_left_does_not_stay(path: Path, how: str) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        for _ in range(3):
            vault.compact()
        left = path.with_name(path.name + ".4")
        left.write_bytes(path.read_bytes())
        if how == "forget":
            vault.change_keys(passphrase="a new one", cost=CHEAP, forget_generations=True)
        elif how == "compact":
            vault.compact()
    if how == "erase":
        erase(path, holder=HOLDER)
    assert not left.exists()


def test_the_key_slots_are_overwritten_before_the_name_goes(path: Path) -> None:
    write_entries(path, range(1))
    held = path.open("rb")
    erase(path, holder=HOLDER)
    with held:
        assert not held.read().startswith(b"\x89RJRNL")


def test_an_open_journal_or_something_else_is_not_erased(path: Path) -> None:
    with create(path) as vault:
        with pytest.raises(InUse):
            erase(path, holder=HOLDER)
        vault.commit([put(0)])
    letter = path.with_name("letter")
    letter.write_bytes(b"dear")
    with pytest.raises(NotAJournal):
        erase(letter, holder=HOLDER)
    assert letter.read_bytes() == b"dear"


def test_what_could_not_be_erased_is_told(path: Path) -> None:
    write_entries(path, range(1))
    disk = FailingDisk()
    with disk.refusing("unlink", errno.EROFS), pytest.raises(NotErased, match="partly-erased"):
        erase(path, holder=HOLDER, disk=disk)


# Other names for the file.


def test_a_file_with_a_second_name_is_only_read_and_compaction_makes_one_apart(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(2))
    planted = tmp_path / "elsewhere"
    os.link(path, planted)
    before = planted.read_bytes()
    with open_vault(path) as vault:
        with pytest.raises(ReadOnly, match="second-name"):
            vault.commit([put(2)])
        vault.compact()
        vault.commit([put(2)])
    assert planted.read_bytes() == before
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(3))


@pytest.mark.parametrize("ending", [".lock", ".reserve", ".new", ".1"])
@pytest.mark.parametrize("how", ["link", "symlink_to"])
def test_nothing_is_ever_written_through_a_planted_name(path: Path, tmp_path: Path, ending: str, how: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"somebody's" * 1000)
    write_entries(path, range(1))
    place = path.with_name(path.name + ending)
    place.unlink(missing_ok=True)
    if how == "link":
        os.link(victim, place)
    else:
        place.symlink_to(victim)
    with open_vault(path) as vault:
        if not vault.read_only:
            vault.commit([put(1)])
            vault.compact()
            vault.change_keys(passphrase="another", cost=CHEAP, forget_generations=True)
    assert victim.read_bytes() == b"somebody's" * 1000


def test_what_an_interrupted_replacement_left_is_tidied(path: Path) -> None:
    write_entries(path, range(2))
    os.link(path, path.with_name(path.name + ".1"))
    passing = [path.with_name(f".{path.name}.0123abcd"), path.with_name(f".{path.name}.torn-1-2-abc.0123abcd")]
    for file in passing:
        file.write_bytes(b"sealed")
    with open_vault(path) as vault:
        assert not vault.read_only
        vault.commit([put(2)])
    assert not any(file.exists() for file in passing)
