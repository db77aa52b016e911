"""Check the file that is kept open between saves: every change of what its name leads to is noticed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import NotSaved, Replaced
from journal.vault.files.disk import Disk
from journal.vault.files.kept import KeptFile
from tests.support.vault.disks import FailingDisk
from tests.support.vault.journals import create, entries, open_vault, put, texts


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def replaced_by_the_same_bytes_then_changed(path: Path) -> None:
    data = path.read_bytes()
    path.rename(path.with_name("elsewhere"))
    path.write_bytes(data[:-4096])


def replaced_by_a_rename(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"from elsewhere" * 5000)
    other.replace(path)


def linked_to(path: Path) -> None:
    target = path.with_name("elsewhere")
    path.rename(target)
    path.symlink_to(target)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def appended_to(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"something else" * 400)


def changed_at_the_end(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-10, os.SEEK_END)
        file.write(b"something!")


CHANGES = [
    moved_away, replaced_by_the_same_bytes_then_changed, replaced_by_a_rename, linked_to, truncated, appended_to,
    changed_at_the_end,
]  # fmt: skip


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_is_never_written_and_our_state_goes_beside(
    path: Path, change: Callable[[Path], None], keeps: bool
) -> None:
    disk = FailingDisk()
    disk.keeps = keeps
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        change(path)
        there = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        with pytest.raises(Replaced) as caught:
            vault.commit([put(1)])
        assert there == {file: file.read_bytes() for file in there}
        assert vault.read_only
    with open_vault(caught.value.fork) as vault:
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("keeps", [True, False])
def test_a_file_that_got_another_name_is_not_written_until_it_has_one(path: Path, keeps: bool) -> None:
    disk = FailingDisk()
    disk.keeps = keeps
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        other = path.with_name("other")
        other.hardlink_to(path)
        before = path.read_bytes()
        with pytest.raises(NotSaved):
            vault.commit([put(1)])
        assert path.read_bytes() == before
        other.unlink()
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("keeps", [True, False])
def test_saving_continues_in_another_file_with_the_same_bytes(path: Path, keeps: bool) -> None:
    disk = FailingDisk()
    disk.keeps = keeps
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        other = path.with_name("other")
        other.write_bytes(path.read_bytes())
        other.replace(path)
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("keeps", [True, False])
def test_only_a_file_that_can_be_told_from_others_stays_open(path: Path, keeps: bool) -> None:
    disk = FailingDisk()
    disk.keeps = keeps
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        disk.steps.clear()
        vault.commit([put(1)])
        vault.commit([put(2)])
    assert disk.steps.count("open") == (0 if keeps else 2)


@pytest.mark.parametrize(("operation", "error"), [("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO)])
def test_after_a_failure_the_file_is_opened_again(path: Path, operation: str, error: int) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        with disk.refusing(operation, error):
            vault.preallocate()
        disk.steps.clear()
        vault.commit([put(1)])
        assert disk.steps[0] == "open"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no list of open files here")
def test_nothing_stays_open_after_a_compaction_a_fork_or_a_close(path: Path) -> None:
    def still_open() -> int:
        links = [os.path.realpath(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")]
        return sum(link.startswith(str(path)) and ".lock" not in link for link in links)

    with create(path, disk=FailingDisk()) as vault:
        vault.commit([put(0)])
        assert still_open() == 1
        vault.compact()
        assert still_open() == 0
        vault.commit([put(1)])
    assert still_open() == 0
    with open_vault(path, disk=FailingDisk()) as vault:
        vault.commit([put(2)])
        path.rename(path.with_name("elsewhere"))
        with pytest.raises(Replaced):
            vault.commit([put(3)])
        assert still_open() == 0


def test_a_child_program_does_not_get_it(path: Path) -> None:
    path.write_bytes(b"")
    file = KeptFile(Disk(), path, os.O_RDWR)
    with file as descriptor:
        assert not os.get_inheritable(descriptor)
    file.close()
    file.close()


def test_a_network_share_is_opened_for_each_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"")
    disk = Disk()
    with disk.opened(path) as descriptor:
        known = disk.identity(descriptor)
        monkeypatch.setattr(os, "major", lambda device: 0)
        assert disk.identity(descriptor) is None
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(os, "major", lambda device: 8)
        assert disk.identity(descriptor) is None
    if known:
        assert disk.is_at(known, path)
        path.with_name("other").hardlink_to(path)
        assert not disk.is_at(known, path)
    assert not disk.is_at((0, 0), path)
    assert not disk.is_at((0, 0), path.with_name("nothing"))
