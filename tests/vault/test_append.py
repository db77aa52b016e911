"""Check the zeros written ahead of the last record: a save there changes no size, and no error loses anything."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.domain.entries import Entry
from journal.store.journal import Journal
from tests.conftest import CHEAP
from tests.support.vault.disks import FailingDisk
from tests.support.vault.journals import copy, create, entries, open_vault, put, texts

MIB = 1024 * 1024


def test_saves_fill_the_zeros_in_and_the_size_tells_nothing(path: Path) -> None:
    with create(path) as vault:
        vault.preallocate()
        sizes = set()
        for number in range(40):
            vault.commit([put(number)])
            sizes.add(path.stat().st_size)
        assert sizes == {MIB}
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(40))
        assert not any(astuple(vault.report))
        vault.commit([put(40)])
        assert path.stat().st_size == MIB


def test_it_is_asked_for_before_the_zeros_are_used_up(path: Path) -> None:
    wanted = []
    with create(path) as vault:
        wanted.append(vault.needs_preallocation)
        vault.preallocate()
        wanted.append(vault.needs_preallocation)
        vault.commit([put(1, "x" * 900_000)])
        wanted.append(vault.needs_preallocation)
        vault.preallocate()
    assert wanted == [True, False, True]
    assert path.stat().st_size == 2 * MIB


def test_a_save_into_zeros_is_one_write_and_one_sync(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.preallocate()
        disk.steps.clear()
        vault.commit([put(1)])
    assert disk.steps == ["write", "sync"]


def test_zeros_are_synced_before_a_record_is_written_into_them(path: Path) -> None:
    """Write one sector first, so that whatever a crash exposes in the rest comes after zeros; see the crash states."""
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        size, written = path.stat().st_size, list[tuple[int, int]]()
        write = disk.write

        def noted(descriptor: int, data: bytes, offset: int) -> None:
            written.append((offset - size, len(data)))
            write(descriptor, data, offset)

        disk.write = noted  # type: ignore[method-assign]
        disk.steps.clear()
        vault.commit([put(1)])
        assert disk.steps == ["open", *["write", "sync"] * 3]
        assert written == [(0, 512), (512, 4096 - 512), (0, 4096)]


def test_a_record_that_does_not_fit_gets_its_own_zeros_first(path: Path) -> None:
    long = "x" * (MIB + 5)
    with create(path) as vault:
        vault.preallocate()
        vault.commit([put(1, long)])
        assert path.stat().st_size > MIB
        vault.preallocate()
        assert path.stat().st_size == 2 * MIB
        vault.commit([put(2)])
    with open_vault(path) as vault:
        assert texts(vault) == {1: long, 2: "entry 2"}


def test_an_opened_file_with_zeros_is_not_grown_again(path: Path) -> None:
    with create(path) as vault:
        vault.preallocate()
    with open_vault(path) as vault:
        vault.preallocate()
        assert not vault.needs_preallocation
    assert path.stat().st_size == MIB


@pytest.mark.parametrize(("operation", "error"), [("write", errno.ENOSPC), ("write", errno.EIO), ("sync", errno.EIO)])
def test_growth_that_fails_is_cut_back_and_saves_go_on(path: Path, operation: str, error: int) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        before = path.read_bytes()
        with disk.refusing(operation, error):
            vault.preallocate()
        assert path.read_bytes() == before
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


def test_a_full_disk_takes_a_save_into_the_zeros(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.preallocate()
        with disk.refusing("truncate", errno.ENOSPC):
            vault.commit([put(0)])
        assert path.stat().st_size == MIB


def test_a_file_that_is_not_ours_any_more_is_left_alone(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        path.write_bytes(b"from elsewhere" * 1000)
        vault.preallocate()
        assert path.read_bytes() == b"from elsewhere" * 1000


def test_an_unfinished_save_among_zeros_is_kept_without_them(path: Path, tmp_path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        end = path.stat().st_size
        vault.preallocate()
        vault.commit([put(1, "long " * 3000)])
    data = path.read_bytes()
    torn = data[: end + 5000] + bytes(len(data) - end - 5000)
    broken = copy(path, tmp_path / "broken", torn)
    with open_vault(broken) as vault:
        assert vault.report.unfinished
        assert vault.report.unfinished.stat().st_size <= 5000
        assert texts(vault) == entries(range(1))
        vault.commit([put(2)])


def test_a_closed_journal_has_room_for_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "j.rj"
    with Journal.create(path, "p", cost=CHEAP, anchors=tmp_path) as journal:
        journal.entries.add(Entry(text="one"))
    assert path.stat().st_size == MIB
    before = path.stat().st_mtime_ns
    with Journal.open(path, "p", anchors=tmp_path, read_only=True):
        pass
    assert path.stat().st_mtime_ns == before


@pytest.mark.skipif(not hasattr(os, "SEEK_HOLE"), reason="this system does not tell holes")
def test_zeros_are_written_where_a_file_was_only_made_longer(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
    data = path.stat().st_size
    os.truncate(path, 64 * MIB)
    with open_vault(path) as vault:
        vault.preallocate()
        vault.commit([put(1)])
    with path.open("rb") as file:
        assert os.lseek(file.fileno(), 0, os.SEEK_HOLE) >= data + MIB // 4
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
