"""Check that a key derived between two saves seals one record, whatever the disk does: no salt is there twice."""

from __future__ import annotations

import errno
import os
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import VaultError
from journal.vault.crypto.cobblestone import Sealing, unseal
from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.format.frames import TRANSACTION, Sealer
from journal.vault.vault import Vault
from tests.support.vault.guarded import opened, put, written
from tests.support.vault.journals import create, whole_file
from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import PLACE

KEY = bytes(range(32))
FAULTS = [("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO), ("sync", errno.ENOSPC)]
STEPS = ["save", "save", "save", "upkeep", "preallocate", "compact", "fail write", "fail sync", "full", "open"]
_MAGIC = b"\xa7RJ1"


class Watching(Model):
    """Notes the records written in parts or whole, by their salt.

    `refusing` says with which error and how often it refuses an operation on the journal; half of a write is done then.
    """

    def __init__(self, image: Image) -> None:
        super().__init__(image)
        self.records: defaultdict[bytes, set[bytes]] = defaultdict(set)
        self.refusing: dict[str, tuple[int, int]] = {}

    def write(self, descriptor: int, data: bytes, offset: int) -> None:
        if data[:4] == _MAGIC:
            self.records[bytes(data[28:52])].add(bytes(data))
        if error := self._refused("write", descriptor):
            super().write(descriptor, data[: len(data) // 2], offset)
            raise OSError(error, os.strerror(error))
        super().write(descriptor, data, offset)

    def sync(self, descriptor: int) -> None:
        if error := self._refused("sync", descriptor):
            raise OSError(error, os.strerror(error))
        super().sync(descriptor)

    def _refused(self, kind: str, descriptor: int) -> int:
        error, times = self.refusing.get(kind, (0, 0))
        if not times or not self._open[descriptor][1].name.startswith(PLACE.name):
            return 0
        self.refusing[kind] = error, times - 1
        return error


def do(vault: Vault, disk: Watching, step: str, number: int) -> None:
    """Do one step; what is refused may raise."""
    if step == "upkeep":
        vault.do_upkeep()
    elif step == "preallocate":
        vault.preallocate()
    else:
        faults = {"fail write": ("write", errno.EIO), "full": ("write", errno.ENOSPC), "fail sync": ("sync", errno.EIO)}
        if step in faults:
            kind, error = faults[step]
            disk.refusing[kind] = error, 1
        with suppress(VaultError):
            vault.compact() if step == "compact" else vault.commit([put(number)])
        disk.refusing.clear()


@given(steps=st.lists(st.sampled_from(STEPS), min_size=2, max_size=12))
def test_no_two_records_have_one_salt_whatever_fails(steps: list[str]) -> None:
    disk = Watching(written().image())
    vault = opened(disk)
    for number, step in enumerate(steps):
        if step == "open":
            vault.close()
            vault = opened(disk)
        else:
            do(vault, disk, step, number % 5)
    assert all(len(records) == 1 for records in disk.records.values())
    vault.close()
    assert not opened(disk).report.damaged


@pytest.mark.parametrize(("kind", "error"), FAULTS)
@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_key_prepared_for_a_save_that_failed_is_thrown_away(kind: str, error: int, times: int) -> None:
    disk = Watching(written().image())
    vault = opened(disk)
    vault.do_upkeep()
    prepared = vault._file._prepared
    assert prepared
    disk.refusing[kind] = error, times
    with suppress(VaultError):
        vault.commit([put(3)])
    disk.refusing.clear()
    assert vault._file._prepared is None
    assert not prepared.fits(vault._file.sealer.key, prepared._context)
    vault.commit([put(4)])
    assert all(len(records) == 1 for records in disk.records.values())
    vault.close()
    with opened(disk) as again:
        assert not again.report.damaged


def test_a_key_prepared_before_the_file_was_replaced_is_thrown_away() -> None:
    vault = opened(written())
    for replace in (vault.compact, vault.close):
        vault.do_upkeep()
        assert vault._file._prepared
        replace()
        assert vault._file._prepared is None


def test_a_prepared_key_is_used_for_the_next_save_and_the_record_opens() -> None:
    disk = Watching(written().image())
    vault = opened(disk)
    vault.do_upkeep()
    assert vault._file._prepared
    salt = vault._file._prepared._salt
    vault.commit([put(3)])
    assert salt in disk.records
    assert salt in whole_file(disk, PLACE)
    assert len(opened(disk.killed()).tables["entries"]) == 4


def test_a_sealing_seals_once() -> None:
    sealing = Sealing(KEY, b"context")
    assert sealing.fits(KEY, b"context")
    assert unseal(KEY, b"context", sealing.seal(b"one")) == b"one"
    assert not sealing.fits(KEY, b"context")
    with pytest.raises(RuntimeError, match="one message"):
        sealing.seal(b"two")


@pytest.mark.parametrize(("key", "context"), [(bytes(32), b"context"), (KEY, b"another")])
def test_a_sealing_fits_only_what_it_was_made_for(key: bytes, context: bytes) -> None:
    assert not Sealing(KEY, b"context").fits(key, context)


def test_a_sealing_belongs_to_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    sealing = Sealing(KEY, b"context")
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert not sealing.fits(KEY, b"context")


@pytest.mark.parametrize(("kind", "seq"), [(TRANSACTION, 6), (TRANSACTION + 1, 5)])
def test_what_was_prepared_for_another_record_is_not_used(kind: int, seq: int) -> None:
    sealer = Sealer(KEY, bytes(16), 1)
    prepared = sealer.prepare(TRANSACTION, 5)
    record = sealer.seal(kind, seq, bytes(32), b"[]", prepared)
    read = sealer.read(Contents.of(record), 0)
    assert read
    assert read.payload == b"[]"
    assert prepared.fits(KEY, prepared._context)


def test_a_used_sealing_is_not_used_again() -> None:
    sealer = Sealer(KEY, bytes(16), 1)
    prepared = sealer.prepare(TRANSACTION, 5)
    one, two = (sealer.seal(TRANSACTION, 5, bytes(32), payload, prepared) for payload in (b"[1]", b"[2]"))
    assert one[28:52] != two[28:52]
    assert sealer.read(Contents.of(two), 0)


def test_a_real_disk_gets_no_salt_twice(tmp_path: Path) -> None:
    class Seen(Disk):
        salts: ClassVar[list[bytes]] = []

        def write(self, descriptor: int, data: bytes, offset: int) -> None:
            if data[:4] == _MAGIC:
                self.salts.append(bytes(data[28:52]))
            super().write(descriptor, data, offset)

    with create(tmp_path / "j.rj", disk=Seen()) as vault:
        for number in range(20):
            vault.commit([put(number)])
            if number % 3:
                vault.do_upkeep()
    assert len(set(Seen.salts)) == len(Seen.salts) == 20
