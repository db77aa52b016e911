"""Check the limits of healing: each check raises Lost if a healed journal holds too little or too much."""

from __future__ import annotations

from pathlib import Path

from journal.vault.format.payloads import Delete
from journal.vault.format.state import State
from journal.vault.restore_file import restore
from tests.support.vault.guarded import Lies, cut_off, opened, put, written
from tests.support.vault.journals import record_places, uid, whole_file
from tests.support.vault.model import Model
from tests.support.vault.survival import PLACE, Expected, Lost, state_of, survives
from tests.support.vault.workload import BACKUP, HOLDER


def go_on(disk: Model) -> State:
    """Accept the damage: keep what is readable and what the generations give back."""
    vault = opened(disk)
    vault.accept_damage()
    return state_of(vault)


def rot_first_record(disk: Model, path: Path = PLACE) -> None:
    """Damage the first part of the snapshot."""
    disk.settle(PLACE.parent)
    disk.rot(path, record_places(whole_file(disk, path))[0][0] + 99)


def what_only_the_oldest_copy_holds_comes_back(lies: Lies) -> None:
    """Check a power cut while a journal is healed whose snapshot is gone in it and in two of its generations."""
    disk = written()
    vault = opened(disk)
    for _ in range(4):
        vault.compact()
    whole = state_of(vault)
    vault.close()
    for path in (PLACE, PLACE.with_name("j.rj.1"), PLACE.with_name("j.rj.2")):
        rot_first_record(disk, path)
    readable = state_of(opened(Model(disk.image())))
    healed, during, behind = cut_off(go_on, disk.image(), lies)
    if healed != whole:
        raise Lost("not all of it came back")
    for image in during:
        survives(image, Expected((whole,), readable=readable))
    for image in behind:
        survives(image, Expected((whole,)))


def what_a_restored_copy_replaced_stays_away() -> None:
    """Check that what a restored backup replaced stays away after compactions and damage."""
    disk = written()
    disk.make_directory(BACKUP.parent)
    vault = opened(disk)
    vault.backup(BACKUP)
    before = state_of(vault)
    vault.commit([Delete("entries", uid(1)), put(9)])
    vault.close()
    restore(BACKUP, PLACE, holder=HOLDER, disk=disk)
    vault = opened(disk)
    vault.accept_rollback()
    vault.close()
    disk.unlink(PLACE.with_name("j.rj.1"))
    rot_first_record(disk)
    if go_on(disk) != before:
        raise Lost("what was replaced came back")
