"""Refuse disk operations during a capture or an import: nothing unsaved is reported as saved, and nothing is lost."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

import pytest

from journal.errors import NoInbox, NotKnownSaved, NotSaved, VaultError
from journal.vault.format.payloads import Put
from journal.vault.inbox import CAPTURES, capture, inbox_path
from journal.vault.inbox_import import ImportResult
from journal.vault.vault import Vault
from tests.support.vault.captures import add, captured, data_of, journal, noted, waiting
from tests.support.vault.captures import capture as write_down
from tests.support.vault.disks import FailingDisk
from tests.support.vault.faulty import Faulty
from tests.support.vault.guarded import opened, written
from tests.support.vault.journals import open_vault, texts, uid, write_entries
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, CHEAP, PASSPHRASE, PLACE, laboratory, ticking

FOR_EVER = 1_000_000
NEW = "another passphrase"
TABLE = CAPTURES


class Witness:
    """Captures on a bad disk, and believes what is reported.

    `kept` is what was reported as saved, `possible` what may be there as well.
    """

    def __init__(self, disk: Faulty) -> None:
        self.disk = disk
        self.kept: dict[int, str] = {}
        self.possible: set[int] = set()

    def work(self) -> None:
        """Capture, import, and change the key, as far as the disk allows it."""
        with contextlib.suppress(VaultError):
            vault = opened(self.disk)
            self._write_down(1, 2)
            self._take_in(vault)
            self._write_down(3)
            with contextlib.suppress(VaultError):
                vault.change_master_key(NEW, cost=CHEAP)
            self._write_down(4)
            self._take_in(vault)
            self._write_down(5)
            vault.close()

    def _write_down(self, *numbers: int) -> None:
        for number in numbers:
            try:
                capture(PLACE, captured(number), disk=self.disk)
            except NotSaved:
                pass
            except NotKnownSaved:
                self.possible.add(number)
            except NoInbox:
                pass
            else:
                self.kept[number] = f"capture {number}"

    def _take_in(self, vault: Vault) -> None:
        with contextlib.suppress(VaultError):
            vault.take_in(TABLE)

    def check(self, disk: Model) -> None:
        """Check what the next process finds on a disk that works again."""
        vault = None
        for passphrase in (NEW, PASSPHRASE):
            with contextlib.suppress(VaultError):
                vault = vault or Vault.open(PLACE, passphrase, disk=disk, anchors=ANCHORS, now=ticking())
        assert vault
        assert not vault.report.damaged
        result = vault.take_in(TABLE)
        found = waiting(vault)
        assert self.kept.items() <= found.items(), "what was kept is not there"
        assert found.keys() <= self.kept.keys() | self.possible, "invented"
        assert not result.foreign_key
        assert not result.more
        capture(PLACE, captured(9), disk=disk)
        vault.take_in(TABLE)
        assert waiting(vault)[9] == "capture 9"


@pytest.mark.parametrize(("error", "times"), [(errno.EIO, 1), (errno.ENOSPC, FOR_EVER)])
def test_wherever_the_disk_refuses_what_was_called_kept_is_there(error: int, times: int) -> None:
    with laboratory(1):
        start = written(1).image()
        steps = Faulty(start)
        Witness(steps).work()
        for at in range(steps.steps):
            disk = Faulty(start, at=at, error=error, times=times)
            witness = Witness(disk)
            try:
                witness.work()
                assert disk.refused
                for left in (disk.killed(), *(Model(image) for image in disk.crashes(2))):
                    witness.check(left)
            except AssertionError as wrong:
                raise AssertionError(f"{disk.refused[:3]} (operation {at}): {wrong}") from wrong


def test_on_a_full_disk_what_is_written_down_leaves_nothing_half_kept(path: Path) -> None:
    journal(path)
    write_down(path, 1)
    before, disk = data_of(path), FailingDisk()
    with disk.refusing("write", errno.ENOSPC), pytest.raises(NotSaved, match="No space left"):
        write_down(path, 2, disk=disk)
    assert data_of(path) == before
    write_down(path, 3)
    with open_vault(path) as vault:
        assert vault.take_in(TABLE) == ImportResult(imported=2)
        assert waiting(vault) == noted(1, 3)


def test_what_the_disk_did_not_confirm_is_not_called_kept(path: Path) -> None:
    journal(path)
    disk = FailingDisk()
    with disk.refusing("sync", errno.EIO), pytest.raises(NotKnownSaved, match="capture-not-confirmed"):
        write_down(path, 1, disk=disk)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_where_no_inbox_can_be_made_the_journal_opens_and_it_is_tried_again(path: Path, error: int) -> None:
    write_entries(path, range(2))
    inbox_path(path).unlink()
    disk = FailingDisk()
    with disk.refusing("create", error), open_vault(path, disk=disk) as vault:
        assert set(texts(vault)) == {0, 1}
        vault.commit([Put("entries", uid(2), {"text": "entry 2"})]) if not vault.read_only else None
    assert not inbox_path(path).exists()
    with open_vault(path):
        write_down(path, 1)


def test_on_a_full_disk_nothing_is_taken_out_of_the_inbox(path: Path) -> None:
    journal(path)
    write_down(path, 1)
    add(path, b"not a capture")
    disk = FailingDisk()
    with open_vault(path, disk=disk) as vault:
        with disk.refusing("write", errno.ENOSPC), pytest.raises(NotSaved):
            vault.take_in(TABLE)
        assert waiting(vault) == {}
        with disk.refusing("create", errno.ENOSPC):
            assert vault.take_in(TABLE) == ImportResult(more=True)  # not even the lock
        with disk.refusing("link", errno.EIO), disk.refusing("rename", errno.EIO):
            assert vault.take_in(TABLE) == ImportResult(imported=1, set_aside=1, more=True)
        assert vault.take_in(TABLE) == ImportResult(set_aside=1)
        assert waiting(vault) == noted(1)
    assert len(data_of(path)) == 4096
