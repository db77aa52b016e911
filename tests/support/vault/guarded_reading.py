"""Check the checks of reading: each raises Lost if it did not notice something."""

from __future__ import annotations

import contextlib
import os
import zlib
from dataclasses import replace
from pathlib import Path

import msgspec

from journal.errors import Damaged, InUse, NotSaved, Replaced, Tampered, VaultError
from journal.vault.format.frames import SECTOR, TRANSACTION
from journal.vault.format.header import PAGE
from journal.vault.format.payloads import encode
from journal.vault.inspect_file import check
from journal.vault.vault import Vault
from tests.support.vault.guarded import FIRST, data_in, opened, overwritten, put, written
from tests.support.vault.journals import flipped, record_places, uid, whole_file
from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import PLACE, Expected, Lost, state_of, survives

_CRC = 4


def _reports_damage(data: bytes, image: Image) -> None:
    """Raise Lost unless opening reports damage or refuses."""
    disk = Model(overwritten(image, data))
    try:
        report = opened(disk).report
    except Damaged:
        return
    if not report.damaged:
        raise Lost(f"opens as if nothing had happened: {report}")


def _check_reports_damage(data: bytes, image: Image) -> None:
    """Raise Lost unless the check without the passphrase reports damage."""
    if not check(PLACE, Model(overwritten(image, data))).damaged:
        raise Lost("the check without the passphrase finds nothing")


def a_rotten_new_file_replaces_nothing() -> None:
    """Check that a new file replaces nothing if the disk stored other bytes than it was given."""

    class Rotting(Model):
        def write(self, descriptor: int, data: bytes, offset: int) -> None:
            rotten = self._open[descriptor][1].name.endswith(".new")
            super().write(descriptor, flipped(data, len(data) - 100) if rotten else data, offset)

    disk = Rotting(written().image())
    vault = opened(disk)
    with contextlib.suppress(NotSaved):
        vault.compact()
    vault.close()
    survives(disk.image(), Expected((state_of(vault),)))


def a_journal_gone_bad_pushes_out_no_generation() -> None:
    """Check that a journal damaged while open does not replace a good generation."""
    disk = written()
    with opened(disk) as vault:
        vault.compact()
    good = whole_file(disk, FIRST)
    vault = opened(disk)
    with disk.opened(PLACE, os.O_RDWR) as descriptor:
        disk.write(descriptor, b"rot", record_places(whole_file(disk, PLACE))[0][0] + 100)
    with contextlib.suppress(Damaged):
        vault.compact()
    if whole_file(disk, FIRST) != good:
        raise Lost("a bad file became the latest generation")


def what_stands_behind_a_bad_record_is_not_cut() -> None:
    """Check that a record after one whose first sector is zeros is kept, without an anchor."""
    image, data = _alone()
    start, _ = record_places(data)[-2]
    _reports_damage(data[:start] + bytes(SECTOR) + data[start + SECTOR :], image)


def more_than_a_record_is_not_cut() -> None:
    """Check that two overwritten records at the end are reported as damage, without an anchor."""
    image, data = _alone()
    start, _ = record_places(data)[-2]
    _reports_damage(data[:start] + bytes(255 - byte for byte in data[start:]), image)


def _alone() -> tuple[Image, bytes]:
    """Return a journal without anchor and without files next to it, and its bytes."""
    image = written().image()
    alone = {name: file for name, file in image.files.items() if name == str(PLACE)}
    return replace(image, files=alone), data_in(image)


def a_last_record_gone_bad_is_not_cut() -> None:
    """Check that a complete last record that was damaged is reported."""
    disk = written(2)
    image = disk.image()
    opened(disk).commit([put(2)])
    data = whole_file(disk, PLACE)
    _reports_damage(flipped(data, len(data) - 100), image)


def an_older_copy_is_noticed() -> None:
    """Check that an older copy in the journal's place is noticed."""
    disk = written(2)
    older = whole_file(disk, PLACE)
    with opened(disk) as vault:
        vault.commit([put(2)])
    if not opened(Model(overwritten(disk.image(), older))).report.rolled_back:
        raise Lost("an older copy is taken for the journal")


def records_of_two_copies_do_not_mix() -> None:
    """Check that the fifth record of one of two diverged copies does not fit after the fourth of the other."""
    image = written().image()
    one, other = Model(image), Model(image)
    for disk, number in ((one, 10), (other, 20)):
        with opened(disk) as vault:
            vault.commit([put(number)])
            vault.commit([put(number + 1)])
    ours, theirs = whole_file(one, PLACE), whole_file(other, PLACE)
    at = record_places(ours)[-1][0]
    _reports_damage(ours[:at] + theirs[at:], Model(image).image())


def a_left_out_number_is_noticed() -> None:
    """Check that a missing sequence number is noticed although the hash chain is valid."""
    disk = written()
    with opened(disk) as vault:
        sealer, point = vault._file.sealer, vault._file.point
        operations = vault._file.state.stamped([put(9)], 1)
    record = sealer.seal(TRANSACTION, point.seq + 2, point.chain, encode(operations))
    _reports_damage(whole_file(disk, PLACE) + record, disk.image())


def a_record_taken_out_is_found_without_the_passphrase() -> None:
    image = written().image()
    data = data_in(image)
    start, end = record_places(data)[-2]
    _check_reports_damage(data[:start] + data[end:], image)


def a_bit_in_a_frame_is_found_without_the_passphrase() -> None:
    """Check that a flipped bit in a record's type is found without the passphrase."""
    image = written().image()
    data = data_in(image)
    _check_reports_damage(flipped(data, record_places(data)[-2][0] + 4, 2), image)


def a_bit_in_a_body_is_found_without_the_passphrase() -> None:
    image = written().image()
    data = data_in(image)
    _check_reports_damage(flipped(data, record_places(data)[-2][0] + 1000), image)


def another_file_is_not_written_in() -> None:
    """Check that nothing is written to another file of the same length in the journal's place."""
    disk = written()
    vault = opened(disk)
    other = Path("/home/other")
    disk.write_new(other, bytes(reversed(whole_file(disk, PLACE))))
    disk.rename(other, PLACE)
    _is_kept_somewhere(disk, vault)


def a_file_put_in_its_place_is_noticed() -> None:
    """Check that a replaced file is noticed even if it is the same file under another name for a while."""
    disk = written()
    vault = opened(disk)
    vault.commit([put(3)])
    other = Path("/home/other")
    disk.write_new(other, whole_file(disk, PLACE))
    disk.rename(other, PLACE)
    _is_kept_somewhere(disk, vault)


def _is_kept_somewhere(disk: Model, vault: Vault) -> None:
    """Raise Lost unless a save now is in the journal, or in a fork that is reported."""
    there = whole_file(disk, PLACE)
    try:
        vault.commit([put(8)])
    except Replaced as error:
        if whole_file(disk, PLACE) != there:
            raise Lost("somebody else's file was written in") from None
        kept = error.fork
    else:
        kept = PLACE
    try:
        found = Vault.open(kept, "a sober morning", disk=disk.killed(), read_only=True)
    except VaultError:
        raise Lost("the save is in no journal") from None
    if uid(8) not in found.tables["entries"]:
        raise Lost("the save is nowhere")


def a_bad_first_page_is_no_loss() -> None:
    """Check that the second copy of a damaged first page opens the journal."""
    image = written().image()
    data = data_in(image)
    disk = Model(overwritten(image, bytes(SECTOR) + data[SECTOR:]))
    try:
        vault = opened(disk)
    except VaultError as error:
        raise Lost("does not open") from error
    if state_of(vault) != state_of(opened(Model(image))):
        raise Lost("holds something else")


def a_changed_first_page_is_noticed() -> None:
    """Check that a raised minor version in both copies is noticed, although their checksums are right."""
    image = written().image()
    data = data_in(image)
    page = flipped(data[: PAGE - _CRC], 11)
    page += zlib.crc32(page).to_bytes(_CRC)
    try:
        opened(Model(overwritten(image, page * 2 + data[2 * PAGE :])))
    except Tampered:
        return
    raise Lost("opens as if nothing had happened")


def a_record_of_another_epoch_does_not_pass() -> None:
    """Check that a record of another epoch is refused, although its key and its number are right."""
    disk = written()
    with opened(disk) as vault:
        sealer, point = vault._file.sealer, vault._file.point
    earlier = msgspec.structs.replace(sealer, epoch=sealer.epoch + 1)
    record = earlier.seal(TRANSACTION, point.seq + 1, point.chain, encode([]))
    if opened(Model(overwritten(disk.image(), whole_file(disk, PLACE) + record)))._file.point.seq > point.seq:
        raise Lost("a record of another epoch is taken for one of this")


def a_second_process_is_kept_out() -> None:
    disk = written()
    with opened(disk):
        try:
            opened(disk)
        except InUse:
            return
    raise Lost("two have it open")
