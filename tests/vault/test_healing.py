"""Check that a damaged journal gets back what it lost, from its own past and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.file_facts import EarlierCopy
from journal.vault.format.payloads import Delete
from journal.vault.lock_holder import Holder
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.journals import (
    CHEAP,
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
)

HOLDER = Holder(1, "here", 0, "a test")


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "state"


def rot(path: Path, *numbers: int) -> bytes:
    """Flip one bit in each record with those numbers, counted from 0; return the file as it is then."""
    data = path.read_bytes()
    places = record_places(data)
    for number in numbers:
        data = flipped(data, places[number][0] + 99)
    path.write_bytes(data)
    return data


def generation(path: Path, number: int) -> Path:
    """Return the path of an earlier generation."""
    return path.with_name(f"{path.name}.{number}")


def gave(vault: Vault) -> dict[str, tuple[int, bool]]:
    """Return for each generation (by the end of its name) how many documents it gives, and whether that is certain."""
    return {copy.path.suffix: (copy.documents, copy.certain) for copy in vault.healable_from}


def put_back(path: Path, anchors: Path) -> None:
    """Make two entries and a backup; delete one, change the other, add one; restore the backup and continue with it."""
    backup = path.with_name("backup.rj")
    with create(path, anchors=anchors) as vault:
        vault.commit([put(1, "deleted since"), put(2, "as it was")])
        vault.backup(backup)
        vault.commit([Delete("entries", uid(1))])
        vault.commit([put(2, "changed since"), put(3, "written since")])
    restore(backup, path, holder=HOLDER)
    with open_vault(path, anchors=anchors) as vault:
        vault.accept_rollback()


# What a restored copy replaced.


def test_damage_brings_back_nothing_that_a_restored_copy_replaced(path: Path, anchors: Path) -> None:
    put_back(path, anchors)
    with open_vault(path, anchors=anchors) as vault:
        for number in (4, 5, 6):
            vault.commit([put(number)])
    rot(path, -2)
    with open_vault(path, anchors=anchors) as vault:
        assert vault.healable_from == []
        vault.accept_damage()
        assert texts(vault) == {1: "deleted since", 2: "as it was", 4: "entry 4", 6: "entry 6"}


def test_what_a_restored_copy_lost_comes_back_as_it_was_in_that_copy(path: Path, anchors: Path) -> None:
    put_back(path, anchors)
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(4)])
    rot(path, 0)
    with open_vault(path, anchors=anchors) as vault:
        assert texts(vault) == entries(range(4, 5))
        assert gave(vault) == {".1": (2, True)}
        vault.accept_damage()
        assert texts(vault) == {1: "deleted since", 2: "as it was", 4: "entry 4"}


def test_it_comes_back_from_what_the_copy_replaced_as_far_as_both_went_the_same_way(path: Path, anchors: Path) -> None:
    put_back(path, anchors)
    generation(path, 1).unlink()
    rot(path, 0)
    with open_vault(path, anchors=anchors) as vault:
        assert gave(vault) == {".2": (2, True)}
        vault.accept_damage()
        assert texts(vault) == {1: "deleted since", 2: "as it was"}


def test_a_damaged_copy_that_is_put_back_is_made_whole_from_the_file_it_replaced(path: Path) -> None:
    backup = path.with_name("backup.rj")
    with create(path) as vault:
        vault.commit([put(1)])
        vault.commit([put(2)])
        vault.commit([put(3)])
        vault.backup(backup)
        vault.commit([put(2, "changed since"), Delete("entries", uid(1)), put(4)])
    rot(backup, 2)
    restore(backup, path, holder=HOLDER, allow_damaged=True)
    with open_vault(path) as vault:
        assert texts(vault) == {1: "entry 1", 3: "entry 3"}
        assert gave(vault) == {".1": (1, True)}
        vault.accept_damage()
        assert texts(vault) == entries(range(1, 4))


# What can be read of the file stays.


def test_what_earlier_generations_still_hold_is_brought_back_after_asking(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.commit([put(1)])
        vault.compact()
        vault.commit([put(2)])
    data = path.read_bytes()
    part = record_places(data)[0][0]
    path.write_bytes(flipped(data, part + 99))
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2, 3))
        assert vault.healable == 2
        assert path.read_bytes() == flipped(data, part + 99)
        vault.accept_damage()
        assert texts(vault) == entries(range(3))
        assert vault.healable == 0
        vault.commit([put(3)])
    with open_vault(path) as vault:
        assert not any(astuple(vault.report))
        assert texts(vault) == entries(range(4))


def test_healing_brings_nothing_back_that_was_deleted_or_changed_since(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0), put(1), put(2)])
        vault.compact()
        vault.commit([put(0, "changed"), Delete("entries", uid(1))])
        vault.commit([put(5)])
        vault.commit([put(6)])
    data = path.read_bytes()
    path.write_bytes(flipped(data, record_places(data)[-2][0] + 99))
    with open_vault(path) as vault:
        assert vault.report.missing == 1
        assert vault.healable == 0
        vault.accept_damage()
        assert texts(vault) == {0: "changed", 2: "entry 2", 6: "entry 6"}


def test_a_bad_first_page_brings_nothing_back(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.compact()
        vault.commit([Delete("entries", uid(0))])
    path.write_bytes(flipped(path.read_bytes(), 50))
    with open_vault(path) as vault:
        assert vault.report.damaged
        assert vault.healable_from == []
        vault.accept_damage()
        assert texts(vault) == {}


def test_a_file_that_went_bad_while_it_was_open_keeps_what_is_in_memory(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0), put(1)])
        vault.compact()
        vault.commit([Delete("entries", uid(0)), put(1, "changed"), put(2)])
        rot(path, 0, 2)
        with pytest.raises(Exception, match="gone-bad"):
            vault.compact()
        assert vault.healable_from == []
        vault.accept_damage()
        assert texts(vault) == {1: "changed", 2: "entry 2"}


def test_where_the_snapshot_is_whole_nothing_comes_back_that_a_merge_put_elsewhere(path: Path, tmp_path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(1)])
    other = copy(path, tmp_path / "other computer")
    with open_vault(path) as vault, open_vault(other) as there:
        vault.commit([put(1, "here")])
        there.commit([put(1, "there")])
        vault.merge(other)
        assert sorted(texts(vault).values()) == ["here", "there"]
        there.commit([Delete("entries", uid(1))])
        vault.merge(other)
        vault.commit([put(2)])
        vault.commit([put(3)])
        assert texts(vault) == {1: "here", 2: "entry 2", 3: "entry 3"}
    rot(path, -2)
    with open_vault(path) as vault:
        assert vault.healable_from == []
        vault.accept_damage()
        assert texts(vault) == {1: "here", 3: "entry 3"}


def test_what_a_newer_copy_says_is_deleted_does_not_come_back_from_an_older_one(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0), put(1)])
        vault.compact()
        vault.commit([Delete("entries", uid(0))])
        vault.compact()
        vault.commit([put(2)])
    rot(path, 0, 1)
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2, 3))
        assert gave(vault) == {".1": (1, False)}
        vault.accept_damage()
        assert texts(vault) == entries(range(1, 3))
        assert ("entries", uid(0)) in vault._file.state.deleted


# Where it comes from.


def test_who_is_asked_knows_which_copy_gives_how_much_and_when_it_was_written(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0), put(1)])
        written = vault.tables["entries"][uid(1)]["updated_at"]
        vault.compact()
        vault.commit([put(2)])
    rot(path, 0)
    with open_vault(path) as vault:
        assert vault.healable_from == [EarlierCopy(generation(path, 1), written, 2)]


def test_what_the_copy_before_lost_as_well_comes_from_the_one_before_that(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0), put(1)])
        vault.compact()
        vault.commit([put(1, "changed"), put(2)])
        vault.compact()
        vault.commit([put(3)])
    rot(path, 0)
    rot(generation(path, 1), 0)
    with open_vault(path) as vault:
        assert gave(vault) == {".1": (2, True), ".2": (1, True)}
        vault.accept_damage()
        assert texts(vault) == {0: "entry 0", 1: "changed", 2: "entry 2", 3: "entry 3"}


def test_what_is_healed_and_damaged_again_comes_back_again(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.compact()
        vault.commit([put(1)])
    for _ in range(2):
        rot(path, 0)
        with open_vault(path) as vault:
            vault.accept_damage()
            assert texts(vault) == entries(range(2))


def test_where_earlier_copies_were_replaced_by_one_of_the_new_file_it_heals(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.change_keys(passphrase="a sober morning", cost=CHEAP, forget_generations=True)
        vault.commit([put(1)])
    rot(path, 0, 1)
    with open_vault(path) as vault:
        assert gave(vault) == {".1": (1, True)}
        vault.accept_damage()
        assert texts(vault) == entries(range(2))


def test_of_an_earlier_copy_that_was_merged_in_all_comes_back(path: Path, anchors: Path) -> None:
    put_back(path, anchors)
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(4)])
        vault.merge(generation(path, 2))
        held = texts(vault)
        vault.commit([put(5)])
    rot(path, 0)
    with open_vault(path, anchors=anchors) as vault:
        assert texts(vault) == entries(range(5, 6))
        assert gave(vault) == {".1": (1, True), ".3": (2, True)}
        vault.accept_damage()
        assert texts(vault) == held | entries(range(5, 6))
        assert held == {2: "changed since", 3: "written since", 4: "entry 4"}


# Where it cannot be known.


def test_without_the_end_of_the_snapshot_each_copy_is_named_with_what_it_adds(path: Path, anchors: Path) -> None:
    put_back(path, anchors)
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([Delete("entries", uid(1)), put(4)])
    data = rot(path, 1)
    with open_vault(path, anchors=anchors) as vault:
        assert texts(vault) == {2: "as it was", 4: "entry 4"}
        assert gave(vault) == {".2": (1, False)}
        assert path.read_bytes() == data
        vault.accept_damage()
        assert texts(vault) == {2: "as it was", 3: "written since", 4: "entry 4"}


def test_when_the_file_before_is_gone_the_older_ones_are_named(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.compact()
        vault.commit([put(1)])
        vault.compact()
        vault.commit([put(2)])
    rot(path, 0)
    generation(path, 1).write_bytes(b"")
    with open_vault(path) as vault:
        assert gave(vault) == {".2": (1, False)}
        vault.accept_damage()
        assert texts(vault) == {0: "entry 0", 2: "entry 2"}


def test_a_later_file_is_no_past_of_an_older_copy(path: Path) -> None:
    backup = path.with_name("backup.rj")
    with create(path) as vault:
        vault.commit([put(0)])
        vault.compact()
        vault.backup(backup)
        vault.compact()
        vault.commit([put(1)])
    rot(backup, 0, 1)
    restore(backup, path, holder=HOLDER, allow_damaged=True)
    with open_vault(path) as vault:
        assert gave(vault) == {".2": (1, False)}
        vault.accept_damage()
        assert texts(vault) == entries(range(1))


def test_a_file_of_which_nothing_can_be_read_takes_what_its_like_has(path: Path) -> None:
    backup = path.with_name("backup.rj")
    with create(path) as vault:
        vault.commit([put(0)])
        vault.backup(backup)
        vault.commit([put(1)])
    rot(backup, 0, 1)
    restore(backup, path, holder=HOLDER, allow_damaged=True)
    with open_vault(path) as vault:
        assert texts(vault) == {}
        assert gave(vault) == {".1": (2, False)}


def test_a_copy_under_another_key_gives_nothing(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.compact()
    with Vault.create(path.with_name("other.rj"), "another", cost=CHEAP, now=now) as other:
        other.commit([put(1)])
    generation(path, 1).write_bytes(path.with_name("other.rj").read_bytes())
    rot(path, 0)
    with open_vault(path) as vault:
        assert vault.healable_from == []
