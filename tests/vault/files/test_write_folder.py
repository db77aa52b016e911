"""Check that a folder is written with all of its files, or nothing is left of it, whatever operation fails."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from journal.vault.files.disk import Disk
from tests.support.vault.disks import FailingDisk

FILES = {"a.txt": b"a", "inner/b.txt": b"b" * 5000, "inner/c.txt": b"", "other/d.txt": b"d"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return an empty folder."""
    place = tmp_path / "desk"
    place.mkdir()
    return place


class Stops(FailingDisk):
    """Fails at the ``at``th operation, counted from 0, with a full disk or as if the person pressed ctrl+c."""

    def __init__(self, at: int, error: BaseException) -> None:
        super().__init__()
        self.at, self.error = at, error

    def _step(self, name: str) -> None:
        if name != "unlink":
            super()._step(name)
            if len(self.steps) == self.at + 1:
                raise self.error


def found(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "empty"])
def test_all_files_are_written_for_this_account_only(desk: Path, is_there: bool) -> None:
    folder = desk / "folder"
    if is_there:
        folder.mkdir(mode=0o755)
    Disk().write_folder(folder, FILES)
    assert found(folder) == FILES
    assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, *folder.rglob("*")) if one.is_dir()} == {0o700}
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*") if one.is_file()} == {0o600}
    assert list(desk.iterdir()) == [folder]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=["full", "ctrl+c"])
def test_whatever_operation_fails_nothing_is_left(desk: Path, error: BaseException) -> None:
    whole = FailingDisk()
    whole.write_folder(desk / "whole", FILES)
    steps = [step for step in whole.steps if step != "unlink"]
    assert steps[-2:] == ["rename", "sync_directory"]
    for at in range(len(steps) - 1):  # after the rename the folder is complete
        with pytest.raises(type(error)):
            Stops(at, error).write_folder(desk / "folder", FILES)
        assert [one.name for one in desk.iterdir()] == ["whole"], steps[at]


def test_everything_is_synced_before_it_gets_its_name(desk: Path) -> None:
    disk = FailingDisk()
    disk.write_folder(desk / "folder", FILES)
    before = disk.steps[: disk.steps.index("rename")]
    assert before.count("sync") == len(FILES)
    assert before[-3:] == ["sync_directory"] * 3


@pytest.mark.parametrize("there", ["file", "full folder", "link", "broken link"])
def test_what_is_there_stays(desk: Path, there: str) -> None:
    folder = desk / "folder"
    if there == "file":
        folder.write_bytes(b"mine")
    elif there == "full folder":
        folder.mkdir()
        (folder / "mine").write_bytes(b"mine")
    else:
        (desk / "other").mkdir()
        folder.symlink_to(desk / ("other" if there == "link" else "nowhere"))
    before = sorted(one.name for one in desk.rglob("*"))
    with pytest.raises(FileExistsError):
        Disk().write_folder(folder, FILES)
    assert sorted(one.name for one in desk.rglob("*")) == before
