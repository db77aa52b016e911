"""Check what a save leaves for later: the note in the anchor is written soon, and a crash before it loses nothing."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.errors import NotSaved
from journal.vault.files.disk import Disk
from journal.vault.rollback_anchor import Anchor
from journal.vault.vault import Vault
from tests.support.vault.disks import FailingDisk
from tests.support.vault.journals import create, entries, open_vault, put, texts


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "state" / "anchors"


def noted(vault: Vault, anchors: Path) -> int:
    """Return by how many records the anchor is behind the journal."""
    (file,) = anchors.iterdir()
    seen = Anchor(Disk(), anchors, bytes.fromhex(file.name), vault._file.keys.anchor).read()
    assert seen
    return vault._file.point.seq - seen.point.seq


def test_the_anchor_is_one_save_behind_until_upkeep(path: Path, anchors: Path) -> None:
    with create(path, anchors=anchors) as vault:
        for number in range(5):
            vault.commit([put(number)])
            assert noted(vault, anchors) == 1
            assert vault.needs_upkeep
        vault.do_upkeep()
        assert noted(vault, anchors) == 0
        assert not vault.needs_upkeep


@pytest.mark.parametrize("act", [Vault.sync_anchor, Vault.close, Vault.compact, Vault.do_upkeep])
def test_locking_closing_compacting_and_upkeep_update_the_anchor(
    path: Path, anchors: Path, act: Callable[[Vault], object]
) -> None:
    with create(path, anchors=anchors) as vault:
        vault.commit([put(0)])
        act(vault)
        assert noted(vault, anchors) == 0


@pytest.mark.parametrize("upkeep", [False, True])
def test_after_a_kill_the_journal_opens_without_a_warning(path: Path, anchors: Path, upkeep: bool) -> None:
    vault = create(path, anchors=anchors)
    for number in range(3):
        vault.commit([put(number)])
    if upkeep:
        vault.do_upkeep()
    assert vault._lock
    vault._lock.release()  # as the end of the process does, and nothing else
    with open_vault(path, anchors=anchors) as again:
        assert not any(astuple(again.report))
        assert texts(again) == entries(range(3))


def test_a_copy_two_saves_older_is_noticed_without_upkeep(path: Path, anchors: Path) -> None:
    vault = create(path, anchors=anchors)
    vault.commit([put(0)])
    older = path.read_bytes()
    vault.commit([put(1)])
    vault.commit([put(2)])
    assert vault._lock
    vault._lock.release()
    path.write_bytes(older)
    with open_vault(path, anchors=anchors) as again:
        assert again.report.behind == 1


def test_a_save_that_fails_leaves_the_anchor_at_the_one_before(path: Path, anchors: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk, anchors=anchors) as vault:
        vault.commit([put(0)])
        vault.do_upkeep()
        with disk.refusing("write", errno.EIO), pytest.raises(NotSaved):
            vault.commit([put(1)])
        vault.do_upkeep()
        assert noted(vault, anchors) == 0


def test_upkeep_makes_room_and_a_journal_opened_for_reading_needs_none(path: Path, anchors: Path) -> None:
    with create(path, anchors=anchors) as vault:
        vault.commit([put(0)])
        vault.do_upkeep()
        assert not vault.needs_preallocation
    before = path.stat().st_mtime_ns
    with open_vault(path, anchors=anchors, read_only=True) as vault:
        assert not vault.needs_upkeep
        vault.do_upkeep()
    assert path.stat().st_mtime_ns == before
