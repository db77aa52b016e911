"""Every operation of the disk refused in turn, once or from then on: never "saved" when it is not, and nothing lost."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.vault.errors import NotKnownSaved, NotSaved, ReadOnly
from journal.vault.vault import Change, Delete, Vault
from tests.vault.disks import FailingDisk
from tests.vault.journals import CHEAP, PASSPHRASE, create, now, open_vault, put, texts, uid

FOREVER = 1_000_000


class Sweeping(FailingDisk):
    """Refuses the `at`th operation that changes anything, and as many after it as told.

    `synced_again` names files whose sync was tried again after one had failed on the same open file.
    """

    def __init__(self, at: int, error: int, times: int) -> None:
        super().__init__()
        self._at = at
        self._error = error
        self._left = times
        self._failed: set[int] = set()
        self.armed = False
        self.count = 0
        self.synced_again = 0

    def _step(self, name: str) -> None:
        if not self.armed or name == "open":
            return
        self.count += 1
        if self.count > self._at and self._left:
            self._left -= 1
            raise OSError(self._error, os.strerror(self._error))

    def sync(self, descriptor: int) -> None:
        if descriptor in self._failed:
            self.synced_again += 1
        try:
            super().sync(descriptor)
        except OSError:
            self._failed.add(descriptor)
            raise

    def close(self, descriptor: int) -> None:
        self._failed.discard(descriptor)
        super().close(descriptor)


class Told:
    """What the vault has said to be saved, and what may be there because it said that it does not know."""

    def __init__(self) -> None:
        self.sure: dict[int, str] = {}
        self.unsure: list[dict[int, str]] = []

    def step(self, vault: Vault, *changes: Change) -> None:
        """Commit, and remember what was said."""
        wanted = dict(self.sure)
        for change in changes:
            number = int(change.uid, 16)
            if isinstance(change, Delete):
                wanted.pop(number, None)
            else:
                wanted[number] = change.document["text"]
        try:
            vault.commit(changes)
        except NotKnownSaved:
            self.unsure.append(wanted)
        except (NotSaved, ReadOnly):
            pass
        else:
            self.sure, self.unsure = wanted, []
        assert texts(vault) == self.sure  # memory is as it was, whatever was said


def live(path: Path, disk: Sweeping) -> Told:
    """Saves, changes, growth, compaction and a new passphrase, with the disk refusing somewhere among them."""
    told = Told()
    vault = create(path, disk=disk)
    disk.armed = True
    told.step(vault, put(1))
    vault.fill_ahead()
    told.step(vault, put(2), put(3))
    _try(vault.compact)
    told.step(vault, put(2, "changed"))
    _try(lambda: vault.change_keys(passphrase=PASSPHRASE, cost=CHEAP, forget_generations=True))
    told.step(vault, Delete("entries", uid(1)))
    told.step(vault, put(4))
    disk.armed = False
    vault.close()
    return told


def _try(step: Callable[[], object]) -> None:
    with contextlib.suppress(NotSaved, NotKnownSaved, ReadOnly):
        step()


def operations(folder: Path) -> int:
    """How many operations that life has when nothing is refused."""
    disk = Sweeping(FOREVER, errno.EIO, 0)
    live(folder / "j.rj", disk)
    return disk.count


CASES = [(error, times) for error in (errno.EIO, errno.ENOSPC) for times in (1, 3, FOREVER)]


def lives(tmp_path: Path, error: int, times: int) -> Iterator[tuple[int, Path, Sweeping, Told]]:
    """One life for each operation that can be refused."""
    first = tmp_path / "whole"
    first.mkdir()
    for at in range(operations(first)):
        folder = tmp_path / str(at)
        folder.mkdir()
        disk = Sweeping(at, error, times)
        yield at, folder / "j.rj", disk, live(folder / "j.rj", disk)


@pytest.mark.parametrize(("error", "times"), CASES)
def test_nothing_that_was_said_to_be_saved_is_lost_and_nothing_else_is_there(
    tmp_path: Path, error: int, times: int
) -> None:
    for at, path, disk, told in lives(tmp_path, error, times):
        assert disk.synced_again == 0, at
        with open_vault(path) as vault:
            assert texts(vault) in [told.sure, *told.unsure], at
            assert not vault.report.damaged, at
            assert not vault.read_only, at
            vault.commit([put(9)])
        with Vault.open(path, PASSPHRASE, now=now) as vault:
            assert 9 in texts(vault), at
