"""Test what this computer saw last: older copies and forks are reported, and the person decides to accept them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.errors import ReadOnly
from journal.file_facts import Report, format_older
from journal.vault.files.disk import Disk
from journal.vault.format.frames import Point
from journal.vault.rollback_anchor import Anchor, AnchorState
from tests.support.vault.journals import copy, create, entries, flipped, open_vault, put, texts, write_entries


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "state" / "anchors"


def seen(epoch: int, seq: int) -> AnchorState:
    return AnchorState(Point(epoch, seq, bytes([seq]) * 32), 1000 + seq)


def an_anchor(anchors: Path, key: bytes = bytes(32)) -> Anchor:
    return Anchor(Disk(), anchors, bytes(16), key)


def test_the_later_point_counts_and_the_other_place_is_written_next(anchors: Path) -> None:
    anchor = an_anchor(anchors)
    anchor.make(seen(1, 1))
    for seq in range(2, 6):
        anchor.note(seen(1, seq))
        assert an_anchor(anchors).read() == seen(1, seq)
    file = anchors / bytes(16).hex()
    good = file.read_bytes()
    for at in (10, 4096 + 10):
        file.write_bytes(flipped(good, at))
        assert an_anchor(anchors).read() in (seen(1, 4), seen(1, 5))
    file.write_bytes(flipped(flipped(good, 10), 4096 + 10))
    assert an_anchor(anchors).read() is None


def test_a_torn_point_leaves_the_one_before(anchors: Path) -> None:
    anchor = an_anchor(anchors)
    anchor.make(seen(1, 1))
    anchor.note(seen(1, 2))
    again = an_anchor(anchors)
    assert again.read() == seen(1, 2)
    file = anchors / bytes(16).hex()
    file.write_bytes(bytes(50) + file.read_bytes()[50:])
    assert an_anchor(anchors).read() == seen(1, 2)


def test_an_anchor_of_another_key_or_file_is_not_at_hand(anchors: Path) -> None:
    an_anchor(anchors).make(seen(1, 1))
    assert an_anchor(anchors, b"\1" * 32).read() is None
    other = Anchor(Disk(), anchors, b"\1" * 16, bytes(32))
    (anchors / bytes(16).hex()).rename(anchors / (b"\1" * 16).hex())
    assert other.read() is None


def test_an_older_copy_is_told_with_how_much_older_it_is(path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    older = path.read_bytes()
    with open_vault(path, anchors=anchors) as vault:
        for number in range(2, 5):
            vault.commit([put(number)])
        vault.compact()
        vault.commit([put(5)])
    path.write_bytes(older)
    with open_vault(path, anchors=anchors) as vault:
        assert (vault.report.behind, vault.report.rewritten) == (6, True)
        assert format_older(vault.report) == "up to 6 saves"
        assert vault.report.anchor_time
        assert not vault.report.damaged
        assert texts(vault) == entries(range(2))
        with pytest.raises(ReadOnly, match="rolled-back"):
            vault.commit([put(9)])
    assert path.read_bytes() == older


def test_an_older_copy_is_not_told_where_the_anchor_was_deleted_too(path: Path, anchors: Path) -> None:
    # what docs/security.md says plainly: nothing else tells the older file from the newest
    write_entries(path, range(2), anchors=anchors)
    older = path.read_bytes()
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(2)])
    path.write_bytes(older)
    for anchor in anchors.iterdir():
        anchor.unlink()
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report == Report()
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("compacted", [False, True])
def test_going_on_with_an_older_copy_is_a_choice_and_is_noted(path: Path, anchors: Path, *, compacted: bool) -> None:
    write_entries(path, range(2), anchors=anchors)
    older = path.read_bytes()
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(2)])
        if compacted:
            vault.compact()
    path.write_bytes(older)
    with open_vault(path, anchors=anchors) as vault:
        vault.accept_rollback()
        assert not vault.report.behind
        assert path.with_name(path.name + ".1").read_bytes() == older
        vault.commit([put(9)])
        vault.compact()
    with open_vault(path, anchors=anchors) as vault:
        assert not any(astuple(vault.report))
        assert sorted(texts(vault)) == [0, 1, 9]


def test_a_copy_that_went_another_way_is_a_fork(path: Path, anchors: Path, tmp_path: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    other = copy(path, tmp_path / "other computer")
    with open_vault(path, anchors=anchors) as vault:
        vault.commit([put(2)])
    with open_vault(other) as vault:
        for number in range(3, 6):
            vault.commit([put(number)])
    path.write_bytes(other.read_bytes())
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.forked
        assert vault.read_only
        vault.accept_rollback()
        vault.commit([put(9)])
    with open_vault(path, anchors=anchors) as vault:
        assert not vault.report.forked
        assert sorted(texts(vault)) == [0, 1, 3, 4, 5, 9]


def test_a_copy_that_only_went_further_elsewhere_is_no_fork(path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    for _ in range(2):
        with open_vault(path) as vault:  # another computer, without our anchor
            vault.commit([put(2)])
            vault.compact()
            vault.commit([put(3)])
    with open_vault(path, anchors=anchors) as vault:
        assert not any(astuple(vault.report))
        vault.commit([put(4)])


def test_an_anchor_that_lags_behind_a_compaction_is_found_in_a_generation(path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    with open_vault(path) as vault:
        for number in (2, 3):
            vault.commit([put(number)])
            vault.compact()
    with open_vault(path, anchors=anchors) as vault:
        assert not any(astuple(vault.report))


def test_without_the_generation_that_the_anchor_saw_it_is_a_fork(path: Path, anchors: Path) -> None:
    write_entries(path, range(2), anchors=anchors)
    with open_vault(path) as vault:
        vault.commit([put(2)])
        vault.compact()
    path.with_name(path.name + ".1").unlink()
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.forked


def test_damage_that_is_accepted_stands_above_all_that_was_seen(path: Path, anchors: Path) -> None:
    write_entries(path, range(4), anchors=anchors)
    path.write_bytes(path.read_bytes()[:-5000])
    with open_vault(path, anchors=anchors) as vault:
        assert vault.report.missing == 2
        vault.accept_damage()
        vault.commit([put(9)])
    with open_vault(path, anchors=anchors) as vault:
        assert not any(astuple(vault.report))
        assert sorted(texts(vault)) == [0, 1, 9]


def test_without_anchors_nothing_is_written_outside_the_folder(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(1)])
        vault.sync_anchor()
    beside = {file.name.removeprefix("journal.rj") for file in path.parent.glob("*.rj*")}
    assert beside == {"", ".inbox", ".lock", ".reserve"}
