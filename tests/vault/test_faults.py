"""Check disks that are full, refuse, or lie: saved records stay, and a save that failed is reported."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import astuple

from journal.errors import NotKnownSaved, NotSaved, ReadOnly, Replaced
from journal.vault.crypto.keys import new_recovery_words
from journal.vault.vault import Vault
from tests.support.vault.disks import FailingDisk, no_links
from tests.support.vault.journals import create, entries, flipped, open_vault, put, texts, write_entries

FULL = [errno.ENOSPC, errno.EFBIG, errno.EDQUOT]


def reserve(path: Path) -> Path:
    """Return the path of the ballast."""
    return path.with_name(path.name + ".reserve")


@pytest.mark.parametrize("error", FULL)
def test_on_a_full_disk_the_ballast_makes_room_for_one_more_save(path: Path, error: int) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        assert reserve(path).stat().st_size == 256 * 1024
        with disk.refusing("write", error, times=1):
            vault.commit([put(1)])
        assert not reserve(path).exists()
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
        assert not any(astuple(vault.report))
        assert reserve(path).exists()


@pytest.mark.parametrize("error", [*FULL, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_save_that_the_disk_refuses_changes_nothing_and_the_next_one_works(path: Path, error: int) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        before = path.read_bytes()
        with disk.refusing("write", error), pytest.raises(NotSaved):
            vault.commit([put(1)])
        assert path.read_bytes() == before
        assert texts(vault) == entries(range(1))
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_file_that_became_read_only_is_told(path: Path, error: int) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        with disk.refusing("open", error), pytest.raises(NotSaved):
            vault.commit([put(1)])
        vault.commit([put(1)])
        assert texts(vault) == entries(range(1, 2))


@pytest.mark.parametrize("operation", ["create", "write", "sync", "rename"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_a_compaction_that_the_disk_refuses_leaves_the_journal_as_it_was(
    path: Path, operation: str, error: int
) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        before = path.read_bytes()
        with disk.refusing(operation, error), pytest.raises(NotSaved):
            vault.compact()
        assert path.read_bytes() == before
        assert not path.with_name(path.name + ".new").exists()
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))


def test_a_failed_sync_is_never_tried_again_and_a_whole_new_file_proves_the_save(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        inode = path.stat().st_ino
        disk.steps.clear()
        with disk.refusing("sync", errno.EIO, times=1):
            vault.commit([put(1)])
        assert disk.steps[:5] == ["write", "sync", "unlink", "create", "write"]
        assert path.stat().st_ino != inode
        assert texts(vault) == entries(range(2))
        vault.commit([put(2)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(3))
        assert not any(astuple(vault.report))


def test_a_sync_that_nothing_proves_is_told_and_the_next_save_is_a_whole_file(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        with disk.refusing("sync", errno.EIO), pytest.raises(NotKnownSaved):
            vault.commit([put(1)])
        assert texts(vault) == entries(range(1))
        inode = path.stat().st_ino
        vault.commit([put(2)])
        assert path.stat().st_ino != inode
        assert sorted(texts(vault)) == [0, 2]
    with open_vault(path) as vault:
        assert sorted(texts(vault)) == [0, 2]


class _NamesNotConfirmed(FailingDisk):
    """Puts a new file in the journal's place, but once does not confirm that the name is durable."""

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        if new.name == "journal.rj" and self.times:
            self.refused["sync_directory"], self.times = errno.EIO, 1


def test_a_new_file_whose_name_is_not_confirmed_is_told(path: Path) -> None:
    with create(path, disk=FailingDisk()) as vault:
        vault.commit([put(0)])
    with open_vault(path, disk=_NamesNotConfirmed()) as vault:
        with pytest.raises(NotKnownSaved):
            vault.compact()
        vault.commit([put(1)])
        vault.compact()
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
        assert not any(astuple(vault.report))


class _OldNameKept(FailingDisk):
    """Moves earlier generations on, but puts nothing in the journal's place."""

    def rename(self, old: Path, new: Path) -> None:
        if new.name == "journal.rj":
            raise OSError(errno.EIO, "no")
        super().rename(old, new)


@pytest.mark.parametrize("disk", [FailingDisk(), _OldNameKept()], ids=["sync of the folder", "rename"])
def test_a_replacement_refused_at_its_last_steps_leaves_a_journal_that_can_be_written(
    path: Path, disk: FailingDisk
) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
    with open_vault(path, disk=disk) as vault:
        with disk.refusing("sync_directory", errno.EIO, times=1), pytest.raises(NotSaved):
            vault.compact()
        vault.commit([put(1)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(2))
        assert not any(astuple(vault.report))


def test_a_tail_that_could_not_be_cut_back_does_not_stop_the_next_save(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        disk.refused["truncate"] = errno.EIO
        with disk.refusing("write", errno.ENOSPC, times=4), pytest.raises(NotKnownSaved):
            vault.commit([put(1)])
        vault.commit([put(2)])
        assert sorted(texts(vault)) == [0, 2]
    with open_vault(path) as vault:
        assert sorted(texts(vault)) == [0, 2]


def test_a_folder_where_nothing_can_be_made_opens_for_reading(path: Path) -> None:
    write_entries(path, range(2))
    disk = FailingDisk()
    with disk.refusing("create", errno.EROFS), open_vault(path, disk=disk) as vault:
        assert vault.read_only
        assert texts(vault) == entries(range(2))
        with pytest.raises(ReadOnly, match="no-lock-file"):
            vault.commit([put(2)])


def test_making_a_journal_where_nothing_can_be_made_is_told_and_leaves_nothing(path: Path) -> None:
    for operation in ("create", "write", "sync", "sync_directory"):
        disk = FailingDisk()
        with disk.refusing(operation, errno.EROFS), pytest.raises(NotSaved):
            create(path, disk=disk)
        if operation != "sync_directory":
            assert not path.exists()


def test_an_anchor_that_cannot_be_written_stops_nothing(path: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    with create(path, anchors=in_the_way / "anchors") as vault:
        vault.commit([put(0)])
        vault.sync_anchor()
    with open_vault(path, anchors=in_the_way / "anchors") as vault:
        assert texts(vault) == entries(range(1))
        assert not vault.read_only


def test_a_torn_tail_that_cannot_be_set_aside_stays_and_the_journal_is_for_reading(path: Path) -> None:
    write_entries(path, range(2))
    data = path.read_bytes()[:-9]
    path.write_bytes(data)
    with open_vault(path, disk=_Untruncatable()) as vault:
        assert vault.read_only
        assert vault.report.unfinished == path
        assert texts(vault) == entries(range(1))
    assert path.read_bytes() == data


class _Untruncatable(FailingDisk):
    """Truncates the lock file, but not the journal."""

    def truncate(self, descriptor: int, size: int) -> None:
        if size:
            raise OSError(errno.EIO, "no")
        super().truncate(descriptor, size)


def test_a_real_limit_on_the_files_size_is_told_and_the_file_opens(path: Path) -> None:
    write_entries(path, range(3))
    size = path.stat().st_size
    script = f"""
import json, resource, sys
from pathlib import Path
from journal.errors import NotSaved
from tests.support.vault.journals import open_vault, put
vault = open_vault(Path({str(path)!r}))
resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 4096 + 100}, {size + 4096 + 100}))
told = []
for number in (3, 4, 5):
    try:
        vault.commit([put(number)])
        told.append("saved")
    except NotSaved as error:
        told.append(str(error))
print(json.dumps(told))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    first, second, third = json.loads(done.stdout)
    assert first == "saved"
    assert second == third
    assert second.startswith("not-saved: ")
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(4))
        assert not any(astuple(vault.report))


@pytest.mark.parametrize("how", ["another file", "appended to", "cut", "taken away", "a link"])
def test_a_file_replaced_under_us_is_never_written_and_our_state_goes_beside(path: Path, how: str) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        data = path.read_bytes()
        path.unlink()
        if how == "another file":
            path.write_bytes(b"synced from elsewhere" * 5000)
        elif how == "appended to":
            path.write_bytes(data + data[-4096:])
        elif how == "cut":
            path.write_bytes(data[:-4096])
        elif how == "a link":
            path.symlink_to("elsewhere")
        there = path.read_bytes() if path.exists() else None
        with pytest.raises(Replaced) as caught:
            vault.commit([put(1)])
        assert (path.read_bytes() if path.exists() else None) == there
        assert vault.read_only
        assert texts(vault) == entries(range(1))
        fork = caught.value.fork
        assert fork.name.startswith(path.name + ".fork-")
        assert fork.name in str(caught.value)
    with open_vault(fork) as vault:
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("how", ["another file", "an older copy", "another new file", "taken away"])
def test_after_a_failed_write_too_a_replaced_file_is_never_written(path: Path, tmp_path: Path, how: str) -> None:
    elsewhere = tmp_path / "elsewhere.rj"
    with create(path) as vault:
        older = path.read_bytes()
        vault.commit([put(0)])
    disk = _NamesNotConfirmed()
    with open_vault(path, disk=disk) as vault:
        with pytest.raises(NotKnownSaved):
            vault.compact()
        if how == "an older copy":
            path.write_bytes(older)
        elif how == "another new file":  # of the same epoch as ours
            elsewhere.write_bytes(older)
            with open_vault(elsewhere) as other:
                other.commit([put(7)])
                other.compact()
            path.write_bytes(elsewhere.read_bytes())
        elif how == "another file":
            path.write_bytes(b"something" * 1000)
        else:
            path.unlink()
        there = path.read_bytes() if path.exists() else None
        with pytest.raises(Replaced) as caught:
            vault.commit([put(1)])
        assert (path.read_bytes() if path.exists() else None) == there
    with open_vault(caught.value.fork) as vault:
        assert texts(vault) == entries(range(2))


def test_after_a_failed_sync_a_last_record_that_went_bad_is_not_taken_for_another_file(path: Path) -> None:
    disk = FailingDisk()
    with create(path, disk=disk) as vault:
        vault.commit([put(0)])
        end = vault._file.tail.end
        with disk.refusing("sync", errno.EIO), pytest.raises(NotKnownSaved):
            vault.commit([put(1)])
        path.write_bytes(flipped(path.read_bytes(), end - 30, 0))
        vault.commit([put(2)])
        assert sorted(texts(vault)) == [0, 2]


class _RenameToldAsFailed(FailingDisk):
    """Puts the first new file in the journal's place, but reports an error."""

    told = False

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        if new.name == "journal.rj" and not self.told:
            self.told = True
            raise OSError(errno.EIO, "no answer")


def test_after_a_failed_sync_a_new_file_that_is_in_place_after_all_is_not_taken_for_another_file(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
    disk = _RenameToldAsFailed()
    with open_vault(path, disk=disk) as vault:
        with disk.refusing("sync", errno.EIO, times=1), pytest.raises(NotKnownSaved):
            vault.commit([put(1)])
        vault.commit([put(2)])
    with open_vault(path) as vault:
        assert sorted(texts(vault)) == [0, 2]


def test_after_a_failed_sync_a_file_whose_first_pages_differ_is_not_taken_for_another_file(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
    older = path.read_bytes()
    with open_vault(path) as vault:
        vault.compact()
    path.write_bytes(path.read_bytes()[:4096] + older[4096:])
    disk = FailingDisk()
    with open_vault(path, disk=disk) as vault:
        with disk.refusing("sync", errno.EIO, times=1):
            vault.commit([put(1)])
        assert texts(vault) == entries(range(2))


@pytest.mark.parametrize("how", ["another file", "an older copy", "taken away"])
def test_compaction_notices_a_replaced_file_too(path: Path, how: str) -> None:
    with create(path) as vault:
        older = path.read_bytes()
        vault.commit([put(0)])
        path.unlink()
        if how != "taken away":
            path.write_bytes(older if how == "an older copy" else b"something" * 1000)
        with pytest.raises(Replaced):
            vault.compact()


def test_a_file_gone_bad_since_it_was_opened_does_not_push_out_good_generations(path: Path) -> None:
    with create(path) as vault:
        vault.commit([put(0)])
        vault.commit([put(1)])
        data = bytearray(path.read_bytes())
        data[-5000] ^= 1
        path.write_bytes(data)
        with pytest.raises(Exception, match="gone-bad"):
            vault.compact()
        assert not path.with_name(path.name + ".1").exists()
        assert vault.report.damaged
        assert vault.read_only
        vault.accept_damage()
        vault.commit([put(2)])
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(3))


def test_generations_are_kept_without_hard_links(path: Path) -> None:
    with create(path, disk=no_links()) as vault:
        for number in range(5):
            vault.commit([put(number)])
            vault.compact()
    for generation in (1, 2, 3):
        with open_vault(path.with_name(f"{path.name}.{generation}"), read_only=True) as vault:
            assert texts(vault) == entries(range(6 - generation))


def test_what_cannot_be_read_back_the_same_replaces_nothing(path: Path) -> None:
    class Rotting(FailingDisk):
        def write(self, descriptor: int, data: bytes, offset: int) -> None:
            super().write(descriptor, data[:-1] + bytes([data[-1] ^ 1]), offset)

    write_entries(path, range(2))
    before = path.read_bytes()
    with open_vault(path, disk=Rotting()) as vault:
        with pytest.raises(NotSaved, match="not-read-back"):
            vault.compact()
        assert path.read_bytes() == before
    assert not path.with_name(path.name + ".new").exists()


def test_earlier_copies_that_cannot_be_removed_are_told_and_the_new_keys_stand(path: Path) -> None:
    class Keeping(FailingDisk):
        def unlink(self, path: Path) -> None:
            if path.name.endswith(".2"):
                raise OSError(errno.EIO, "no")
            super().unlink(path)

    words = new_recovery_words()
    with create(path, disk=Keeping()) as vault:
        vault.compact()
        vault.compact()
        with pytest.raises(NotKnownSaved, match="earlier-copies-left"):
            vault.change_keys(recovery_words=words, forget_generations=True)
        vault.commit([put(0)])
    with Vault.open(path, recovery_words=words) as vault:
        assert texts(vault) == entries(range(1))
