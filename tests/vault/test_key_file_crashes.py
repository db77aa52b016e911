"""Check that making and removing a key file is all or nothing, after any power cut and any fault of the disk.

Until the new key file opens the journal, everything that opened it before still does. A key file that opens the journal
is always complete on its drive.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import AlreadyExists, NotKnownSaved, VaultError
from journal.vault import key_file
from journal.vault.files.disk import Disk
from journal.vault.inspect_file import look
from journal.vault.vault import Vault
from tests.support.extent import long
from tests.support.vault.faulty import Faulty
from tests.support.vault.guarded import opened, written
from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import CHEAP, PASSPHRASE, PLACE, state_of, ticking

STICK = Path("/stick")
FIRST, SECOND = STICK / "first.key", STICK / "second.key"
MOST = 40

Act = Callable[[Vault], None]


def make_first(vault: Vault) -> None:
    vault.make_key_file(FIRST)


def make_second(vault: Vault) -> None:
    vault.make_key_file(SECOND)


def replace_all(vault: Vault) -> None:
    vault.make_key_file(SECOND, forget_generations=True)


def remove(vault: Vault) -> None:
    vault.end_key_file()


def remove_all(vault: Vault) -> None:
    vault.end_key_file(forget_generations=True)


def change_master_key(vault: Vault) -> None:
    vault.change_master_key(PASSPHRASE, cost=CHEAP)


def start(*, keyed: bool) -> Image:
    """Return a disk with a journal, and a drive for key files; one that opens the journal is on it if `keyed`."""
    disk = written()
    disk.make_directory(STICK)
    if keyed:
        with opened(disk) as vault:
            make_first(vault)
    disk.settle(Path("/"))
    return disk.image()


def ways(disk: Disk) -> list[str]:
    """Return which of the key files on the drive open the journal; each that has its name must be complete."""
    found = []
    for file in (FIRST, SECOND):
        if disk.exists(file):
            secret = key_file.read(disk, file)
            with opened_by(disk, PASSPHRASE) as vault:
                found += [file.stem] if vault.opens_with(key_file=secret) else []
    return found


def opened_by(disk: Disk, passphrase: str) -> Vault:
    """Open the journal for reading, without an anchor."""
    return Vault.open(PLACE, passphrase, disk=disk, read_only=True, now=ticking())


ACTS = pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        (make_first, [], ["first"]),
        (make_second, ["first"], ["second"]),
        (replace_all, ["first"], ["second"]),
        (remove, ["first"], []),
        (remove_all, ["first"], []),
        (change_master_key, ["first"], []),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)


@pytest.mark.parametrize("links", [True, long(False)], ids=["links", "no links"])
@ACTS
def test_after_any_power_cut_the_key_files_open_as_before_or_as_after(
    act: Act, before: list[str], after: list[str], *, links: bool
) -> None:
    image, images = start(keyed=bool(before)), list[Image]()
    disk = Model(image, links=links)
    with opened(disk) as vault:
        content = state_of(vault)
        disk.after = lambda operation, path: images.extend(disk.crashes(MOST))
        act(vault)
        disk.after = lambda operation, path: None
    assert len(images) > 50
    for left in images:
        crashed = Model(left, links=links)
        with opened(crashed) as vault:
            assert state_of(vault) == content
            assert not vault.report.damaged
        assert ways(crashed) in (before, after)
        assert look(PLACE, crashed).has_key_file is bool(ways(crashed))
    for left in disk.crashes(MOST):
        assert ways(Model(left, links=links)) == after


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@ACTS
def test_after_any_fault_the_key_files_open_as_before_or_as_after(
    act: Act, before: list[str], after: list[str], error: int
) -> None:
    image = start(keyed=bool(before))
    counted = Faulty(image)
    vault = opened(counted)
    first = counted.steps
    act(vault)
    for at in range(first, counted.steps):
        disk = Faulty(image, at=at, error=error)
        known = False
        with opened(disk) as vault:
            try:
                act(vault)
            except NotKnownSaved:
                pass
            except VaultError:
                known = True
        assert ways(disk) in ((before,) if known else (before, after)), disk.refused
        if known:
            assert not disk.exists(SECOND), "a key file that opens nothing"
            assert disk.exists(FIRST) is bool(before)


def test_a_fault_leaves_room_to_try_again_under_the_same_name() -> None:
    disk = Faulty(start(keyed=False))
    with opened(disk) as vault:
        disk._refusing = range(disk.steps + 9, disk.steps + 10)
        with pytest.raises(VaultError):
            make_first(vault)
        make_first(vault)
        with pytest.raises(AlreadyExists):
            make_first(vault)
    assert ways(disk) == ["first"]
