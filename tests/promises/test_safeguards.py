"""Check that every safeguard is needed: with it a promise holds, without it the same promise is broken.

The table below says for each one how it is removed and what is lost then. `lying` makes a sync return without making
anything durable (its number counts the syncs of that file within the check); `without` replaces a function. The checks
are in `guarded` (what the syncs are for), `guarded_reading` and `guarded_saving` (what the comparisons are for),
`guarded_healing` and `guarded_inbox`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from msgspec.structs import replace

from journal.vault import healing, inspect_file, journal_file, restore_file, rewrite
from journal.vault.append import Appender
from journal.vault.crypto.cobblestone import Sealing
from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.files.siblings import generation
from journal.vault.format import frames, replay
from journal.vault.format.frames import Frame, Record, Sealer
from journal.vault.format.header import PAGE, Header, HeaderPage
from journal.vault.format.replay import Replay
from journal.vault.format.state import State
from journal.vault.inbox_import import ImportResult, Inbox
from journal.vault.rewrite import NewFile
from journal.vault.rollback_anchor import Anchor
from tests.support.vault import guarded, guarded_healing, guarded_inbox, guarded_reading, guarded_saving
from tests.support.vault.guarded import Lies
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.survival import Lost, laboratory

Removal = Callable[[], AbstractContextManager[Lies]]
Check = Callable[[Lies], None]


def truthful() -> Callable[[str, Path], bool]:
    """Return lies for a disk that makes everything durable that it syncs."""
    return lambda operation, path: False


def lying(operation: str, name: str, *numbers: int) -> Removal:
    """Let syncs of the files with that name make nothing durable: all, or those with these numbers, from 1."""

    def lies() -> Callable[[str, Path], bool]:
        times = count(1)
        return lambda done, path: done == operation and path.match(name) and (next(times) in numbers or not numbers)

    @contextmanager
    def removed() -> Iterator[Lies]:
        yield lies

    return removed


def without(owner: object, name: str, instead: Callable[..., Any]) -> Removal:
    """Replace an attribute by something else."""
    return remade(owner, name, lambda: instead)


def remade(owner: object, name: str, make: Callable[[], Callable[..., Any]]) -> Removal:
    """Replace an attribute by what `make` makes of it."""

    @contextmanager
    def removed() -> Iterator[Lies]:
        with patch.object(owner, name, make()):
            yield truthful

    return removed


def all_of(*removals: Removal) -> Removal:
    """Combine several removals."""

    @contextmanager
    def removed() -> Iterator[Lies]:
        with ExitStack() as stack:
            for each in removals:
                stack.enter_context(each())
            yield truthful

    return removed


def told(check: Callable[[], None]) -> Check:
    """Turn a check without power cuts into one of the table."""
    return lambda lies: check()


class Anything:
    """Equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def every_chain_fits() -> Callable[..., Record | None]:
    """`Sealer.read` without comparing the hash of the record before."""
    read = Sealer.read

    def lenient(sealer: Sealer, data: Contents, at: int) -> Record | None:
        record = read(sealer, data, at)
        return record and replace(record, prev_hash=Anything())

    return lenient


def every_number_follows() -> Callable[..., Record | None]:
    """`Sealer.read` that takes the number after the one before for granted."""
    read, numbers = Sealer.read, count(1)

    def lenient(sealer: Sealer, data: Contents, at: int) -> Record | None:
        record = read(sealer, data, at)
        return record and replace(record, seq=next(numbers))

    return lenient


def frames_in_a_row() -> Callable[[Contents, int], Frame | None]:
    """`whole_frame` that takes the number after the one before for granted."""
    numbers = count(1)

    def lenient(data: Contents, at: int) -> Frame | None:
        frame = frames.whole_frame(data, at)
        return frame and replace(frame, seq=next(numbers))

    return lenient


def any_frame(
    data: Contents, at: int, read: Callable[[Contents, int], Frame | None] = frames.read_frame
) -> Frame | None:
    """`read_frame` that accepts any checksum."""
    head = bytes(data.view(at, 24))
    return read(Contents.of(head + zlib.crc32(head).to_bytes(4)), 0)


def any_body(data: Contents, at: int) -> Frame | None:
    """`whole_frame` that accepts any checksum of the body."""
    frame = frames.read_frame(data, at)
    return frame if frame and at + frame.size <= data.size else None


def until_the_first_bad_one(
    data: Contents, start: int, read: Callable[[Contents, int], Frame | None]
) -> Iterator[tuple[int, Frame]]:
    """`walk` that does not look ahead."""
    while frame := read(data, start):
        yield start, frame
        start += frame.size


def believed(draft: NewFile, disk: Disk, path: Path) -> Replay:
    """`Draft.read_back` that compares nothing."""
    return replay.replay(Contents.of(whole_file(disk, path)), draft.sealer)


def tried_again(end: Appender, descriptor: int) -> None:
    """`Appender._sync` that tries again after a failure."""
    try:
        end._disk.sync(descriptor)
    except OSError:
        end._disk.sync(descriptor)


def one_page(self: Header, header_key: bytes, written: Callable[[Header, bytes], bytes] = Header.written) -> bytes:
    """`Header.written` without the second copy."""
    return written(self, header_key)[:PAGE] + bytes(PAGE)


def any_number_of_names() -> Callable[..., bool]:
    """`Model.is_at` that does not count the names."""

    def lenient(disk: Model, identity: tuple[int, int], path: Path) -> bool:
        return disk.exists(path) and identity == (0, id(disk._node(path)))

    return lenient


class OneKey(Sealing):
    """A message key that seals as often as it is asked."""

    def fits(self, key: bytes, context: bytes) -> bool:
        return True

    def seal(self, message: bytes) -> bytes:
        encrypt = self._encrypt
        sealed = super().seal(message)
        self._encrypt = encrypt
        return sealed


def one_key_for_all() -> Callable[..., Sealing]:
    """`Sealer.prepare` that derives once."""
    made: list[Sealing] = []

    def prepare(sealer: Sealer, kind: int, seq: int) -> Sealing:
        made.append(made[0] if made else OneKey(sealer.key, sealer._context(kind, 0, seq)))
        return made[0]

    return prepare


def no_epoch(sealer: Sealer, kind: int, flags: int, seq: int) -> bytes:
    """`Sealer._context` without the epoch."""
    return sealer.file_id + bytes((kind, flags)) + seq.to_bytes(8)


def pushing_out_the_oldest(disk: Disk, path: Path) -> None:
    """`rotate_generations` that overwrites the oldest one before the new file is there."""
    for number in (2, 1):
        if disk.exists(generation(path, number)):
            disk.rename(generation(path, number), generation(path, number + 1))
    disk.link_or_copy(path, generation(path, 1))


TABLE: Mapping[str, tuple[Removal, Check]] = {
    # the safeguard:                        (how it is removed, what is lost then)
    "the sync of a save": (lying("sync", "j.rj"), guarded.a_save_stays),
    "that of a save into zeros": (lying("sync", "j.rj", 4), guarded.a_save_in_zeros_stays),
    "that of the zeros": (lying("sync", "j.rj", 3), guarded.a_save_stays_where_stale_bytes_show),
    "that of the first sector of them": (lying("sync", "j.rj", 2), guarded.a_save_stays_where_stale_bytes_show),
    "that of a complete new file": (lying("sync", "j.rj.new"), guarded.a_new_file_stays),
    "that of its name": (lying("sync_directory", "home"), guarded.a_new_file_stays),
    "that of the generation's name before it": (
        lying("sync_directory", "home", 2),
        guarded.a_new_file_is_not_taken_for_a_fork,
    ),
    "that of a new journal": (lying("sync", ".j.rj.*"), guarded.a_new_journal_stays),
    "that of its name there": (lying("sync_directory", "/home"), guarded.a_new_journal_stays),
    "that of a folder made for it": (lying("sync_directory", "/"), guarded.a_new_journal_stays),
    "that of a generation where there are no links": (lying("sync", "j.rj.1"), guarded.the_generation_is_whole),
    "that of the one copy that stays": (lying("sync", ".j.rj.1.*"), guarded.the_old_passphrase_opens_nothing),
    "that of names taken away": (lying("sync_directory", "home", 6), guarded.the_old_passphrase_opens_nothing),
    "that of an unfinished save kept beside": (lying("sync", ".j.rj.torn-*"), guarded.the_tail_is_kept),
    "that of its name beside": (lying("sync_directory", "home", 2), guarded.the_tail_is_kept),
    "that of the anchor on lock": (lying("sync", "anchors/*"), guarded.an_older_copy_is_told),
    "the anchor between two saves": (
        without(journal_file.OpenFile, "_note_last_save", lambda file: None),
        guarded.an_older_copy_is_told_after_upkeep,
    ),
    "that of a new anchor": (lying("sync", "anchors/.*"), guarded.an_older_copy_is_told_after_going_on),
    "that of its own name": (lying("sync_directory", "anchors"), guarded.an_older_copy_of_a_new_journal_is_told),
    "that of the anchors' folder": (lying("sync_directory", "state"), guarded.an_older_copy_of_a_new_journal_is_told),
    "that of what an ended process wrote": (lying("sync", "j.rj", 1), guarded.what_was_read_stays),
    "that of what it renamed": (lying("sync_directory", "home", 1), guarded.what_was_read_stays),
    "that of a backup": (lying("sync", ".backup.rj.*"), guarded.a_backup_stays),
    "that of its name elsewhere": (lying("sync_directory", "/stick"), guarded.a_backup_stays),
    "that of a fork": (lying("sync", ".j.rj.fork-*"), guarded.a_fork_stays),
    "that of a fork's name": (lying("sync_directory", "home"), guarded.a_fork_stays),
    "that of what is written over when erasing": (lying("sync", "j.rj"), guarded.the_erased_is_gone),
    "that of erased names": (lying("sync_directory", "home"), guarded.the_erased_is_gone),
    "one sync, and no other after it failed": (
        without(Appender, "_sync", tried_again),
        guarded.what_a_failed_sync_was_for_is_not_said_to_be_saved,
    ),
    "the comparison of a new file that is read back": (
        without(NewFile, "read_back", believed),
        told(guarded_reading.a_rotten_new_file_replaces_nothing),
    ),
    "reading the old file before it is replaced": (
        without(journal_file, "verify", lambda *_: None),
        told(guarded_reading.a_journal_gone_bad_pushes_out_no_generation),
    ),
    "looking ahead behind a bad record": (
        without(replay, "walk", until_the_first_bad_one),
        told(guarded_reading.what_stands_behind_a_bad_record_is_not_cut),
    ),
    "that an unfinished save is one record": (
        without(replay, "is_one_save", lambda data, at: True),
        told(guarded_reading.more_than_a_record_is_not_cut),
    ),
    "that part of an unfinished save never arrived": (
        without(replay, "is_torn", lambda data, at: True),
        told(guarded_reading.a_last_record_gone_bad_is_not_cut),
    ),
    "the anchor": (
        without(Anchor, "read", lambda anchor: None),
        told(guarded_reading.an_older_copy_is_noticed),
    ),
    "the chain": (
        remade(Sealer, "read", every_chain_fits),
        told(guarded_reading.records_of_two_copies_do_not_mix),
    ),
    "the sequence": (
        remade(Sealer, "read", every_number_follows),
        told(guarded_reading.a_left_out_number_is_noticed),
    ),
    "the epoch in what is sealed": (
        without(Sealer, "_context", no_epoch),
        told(guarded_reading.a_record_of_another_epoch_does_not_pass),
    ),
    "the sequence, for the check without the passphrase": (
        remade(inspect_file, "whole_frame", frames_in_a_row),
        told(guarded_reading.a_record_taken_out_is_found_without_the_passphrase),
    ),
    "the checksum of a frame, for that": (
        without(frames, "read_frame", any_frame),
        told(guarded_reading.a_bit_in_a_frame_is_found_without_the_passphrase),
    ),
    "the checksum of a body, for that": (
        without(inspect_file, "whole_frame", any_body),
        told(guarded_reading.a_bit_in_a_body_is_found_without_the_passphrase),
    ),
    "comparing the file's end before a save": (
        without(Appender, "_check", lambda end, descriptor: None),
        told(guarded_reading.another_file_is_not_written_in),
    ),
    "comparing the name with the open file before a save": (
        without(Model, "is_at", lambda *_: True),
        told(guarded_reading.a_file_put_in_its_place_is_noticed),
    ),
    "that the file still has one name": (
        remade(Model, "is_at", any_number_of_names),
        told(guarded_saving.a_file_with_another_name_is_not_written_in),
    ),
    "one key for each record": (
        remade(Sealer, "prepare", one_key_for_all),
        told(guarded_saving.no_salt_is_there_twice),
    ),
    "the second copy of the first page": (
        all_of(without(Header, "written", one_page), without(Header, "is_at", lambda *_: True)),
        told(guarded_reading.a_bad_first_page_is_no_loss),
    ),
    "the seal of the first page": (
        without(HeaderPage, "is_of", lambda page, keys: True),
        told(guarded_reading.a_changed_first_page_is_noticed),
    ),
    "that of a capture": (lying("sync", "j.rj.inbox"), guarded_inbox.a_capture_stays),
    "that of the inbox's name, by whoever adds to it": (
        lying("sync_directory", "home"),
        guarded_inbox.a_capture_stays_in_an_inbox_that_was_just_made,
    ),
    "the id of a capture": (
        without(State, "revisions", lambda *_: []),
        told(guarded_inbox.a_capture_that_was_dropped_stays_away),
    ),
    "taking the inbox away while the key changes": (
        without(Inbox, "removed", lambda *_: nullcontext(ImportResult())),
        told(guarded_inbox.what_is_written_down_while_the_key_changes_is_there),
    ),
    "the lock of the inbox": (
        without(Model, "lock", lambda disk, descriptor: True),
        told(guarded_inbox.what_is_written_down_while_the_inbox_is_emptied_is_there),
    ),
    "closing the inbox when a copy is put back": (
        without(restore_file, "close", lambda disk, path: None),
        told(guarded_inbox.what_is_written_down_behind_a_copy_of_another_key_is_there),
    ),
    "keeping the oldest copy until the new file stands": (
        without(rewrite, "rotate_generations", pushing_out_the_oldest),
        guarded_healing.what_only_the_oldest_copy_holds_comes_back,
    ),
    "taking from a copy only what it held where both went the same way": (
        without(healing._Generation, "until", lambda generation, seq: generation.found),
        told(guarded_healing.what_a_restored_copy_replaced_stays_away),
    ),
    "the lock": (
        without(Model, "lock", lambda disk, descriptor: True),
        told(guarded_reading.a_second_process_is_kept_out),
    ),
}

NEEDLESS: Mapping[str, tuple[Removal, Check]] = {
    # the zeros for the next save are synced before it, and the truncation with them
    "the sync of the cut": (lying("sync", "j.rj", 2), guarded.a_save_where_a_tail_was_cut_stays),
    # its content does not matter; without it, one save on a full disk fails
    "the sync of the ballast": (lying("sync", "*.reserve"), guarded.a_new_file_stays),
}


@pytest.fixture(autouse=True)
def _laboratory() -> Iterator[None]:
    with laboratory(1):
        yield


@pytest.mark.parametrize("safeguard", TABLE)
def test_without_this_safeguard_a_promise_is_broken(safeguard: str) -> None:
    removed, check = TABLE[safeguard]
    check(truthful)
    with removed() as lies, pytest.raises(Lost):
        check(lies)


@pytest.mark.parametrize("safeguard", NEEDLESS)
def test_without_this_one_nothing_is_lost(safeguard: str) -> None:
    removed, check = NEEDLESS[safeguard]
    with removed() as lies:
        check(lies)
