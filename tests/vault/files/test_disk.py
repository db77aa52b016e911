"""Check that files are written completely or not at all, and never over an existing file."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from journal.vault.files.disk import Disk
from tests.support.vault.disks import FailingDisk, no_links


@pytest.mark.parametrize("disk", [Disk(), no_links()], ids=["links", "no links"])
def test_a_whole_file_is_written_once_for_the_person_alone(tmp_path: Path, disk: Disk) -> None:
    place = tmp_path / "page.txt"
    disk.write_whole(place, b"one")
    assert place.read_bytes() == b"one"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        disk.write_whole(place, b"two")
    assert place.read_bytes() == b"one"
    disk.write_whole(place, b"two", replace=True)
    assert place.read_bytes() == b"two"
    assert [file for file in tmp_path.iterdir() if file.is_file()] == [place]


def test_a_link_that_stands_there_is_something_too(tmp_path: Path) -> None:
    place = tmp_path / "page.txt"
    place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        Disk().write_whole(place, b"one")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("operation", ["create", "write", "sync"])
def test_a_whole_file_that_fails_leaves_nothing(tmp_path: Path, operation: str) -> None:
    disk = FailingDisk()
    with disk.refusing(operation, errno.ENOSPC), pytest.raises(OSError, match="space"):
        disk.write_whole(tmp_path / "page.txt", b"one")
    assert [file for file in tmp_path.iterdir() if file.is_file()] == []


def test_a_replaced_file_that_fails_stays_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "page.txt"
    disk = FailingDisk()
    disk.write_whole(place, b"one")
    for operation in ("create", "write", "sync", "rename"):
        with disk.refusing(operation, errno.EIO), pytest.raises(OSError, match="error"):
            disk.write_whole(place, b"two", replace=True)
        assert place.read_bytes() == b"one"
    assert [file for file in tmp_path.iterdir() if file.is_file()] == [place]


def test_a_file_is_synced_before_it_gets_its_name_and_its_folder_after(tmp_path: Path) -> None:
    disk = FailingDisk()
    disk.write_whole(tmp_path / "page.txt", b"one")
    assert disk.steps == ["create", "write", "sync", "link", "unlink", "unlink", "sync_directory"]


def test_part_of_a_file_is_read(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"0123456789")
    assert Disk().read(place, 100) == b"0123456789"
    assert Disk().read(place, 3) == b"012"
