"""Check what each sync is for: every check raises Lost if a power cut did what a sync must prevent.

`Lies` disable syncs: they say which of them make nothing durable although they return.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal.errors import Replaced, VaultError, WrongPassphrase
from journal.vault.erase_file import erase
from journal.vault.format.frames import SECTOR
from journal.vault.format.payloads import Put
from journal.vault.format.state import State
from journal.vault.vault import Vault
from tests.support.vault.faulty import Faulty
from tests.support.vault.journals import record_places, uid, whole_file
from tests.support.vault.media import TRIFLES, File, Image
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, CHEAP, PASSPHRASE, PLACE, Expected, Lost, state_of, survives, ticking
from tests.support.vault.workload import BACKUP, HOLDER

Lies = Callable[[], Callable[[str, Path], bool]]
Act = Callable[[Model], State]

FIRST = PLACE.with_name("j.rj.1")
NEW = "another passphrase"
MOST = 60


def put(number: int) -> Put:
    """Return a change that puts an entry long enough that no sector of its record is zeros."""
    return Put("entries", uid(number), {"text": f"entry {number} " * 200})


def opened(disk: Model) -> Vault:
    """Open the journal."""
    return Vault.open(PLACE, PASSPHRASE, disk=disk, anchors=ANCHORS, now=ticking())


def written(entries: int = 3) -> Model:
    """Return a disk with a closed journal of `entries` entries."""
    disk = Model()
    with Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking()) as vault:
        for number in range(entries):
            vault.commit([put(number)])
    disk.settle(Path("/"))
    return disk


def overwritten(image: Image, data: bytes, path: Path = PLACE) -> Image:
    """Return the image with other bytes in a file, which may be new."""
    number = max(number for number, _ in image.files.values()) + 1
    return replace(image, files={**image.files, str(path): (number, data)})


def data_in(image: Image, path: Path = PLACE) -> bytes:
    """Return the bytes of a file."""
    return image.files[str(path)][1]


def cut_off(act: Act, image: Image, lies: Lies, *, links: bool = True) -> tuple[State, list[Image], list[Image]]:
    """Return the result of `act`, and what a power cut may leave on the medium during it and after it."""
    disk, during = Model(image, links=links), list[Image]()
    disk.lies = lies()
    disk.after = lambda operation, path: during.extend(disk.crashes(MOST))
    after = act(disk)
    return after, during, list(disk.crashes(MOST))


def keeps(act: Act, lies: Lies, *, start: Image | None = None, links: bool = True) -> list[Image]:
    """Check a power cut after every operation of `act`: until it returns, the state before is valid, too. Raises Lost.

    `act` returns the content afterwards. Return what may be on the medium once it has returned.
    """
    image = written().image() if start is None else start
    before = state_of(opened(Model(image))) if image.files else None
    after, during, behind = cut_off(act, image, lies, links=links)
    for each in during:
        survives(each, Expected((before, after)), links=links)
    for each in behind:
        survives(each, Expected((after,)), links=links)
    return behind


def save(disk: Model) -> State:
    """Open the journal and add an entry."""
    vault = opened(disk)
    vault.commit([put(3)])
    return state_of(vault)


def save_in_zeros(disk: Model) -> State:
    """Open the journal, preallocate zeros and add an entry."""
    vault = opened(disk)
    vault.preallocate()
    vault.commit([put(3)])
    return state_of(vault)


def compact_and_save(disk: Model) -> State:
    """Open the journal, compact it and add an entry."""
    vault = opened(disk)
    vault.compact()
    vault.commit([put(3)])
    return state_of(vault)


def compact(disk: Model) -> State:
    """Open the journal and compact it."""
    vault = opened(disk)
    vault.compact()
    return state_of(vault)


def create(disk: Model) -> State:
    """Create a journal in a folder that does not exist yet."""
    return state_of(Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking()))


def a_save_stays(lies: Lies) -> None:
    keeps(save, lies)


def a_save_in_zeros_stays(lies: Lies) -> None:
    keeps(save_in_zeros, lies)


def a_save_stays_where_stale_bytes_show(lies: Lies) -> None:
    """Check that old bytes on the medium, shown where a file grew, count neither as damage nor as part of a save."""
    for entries in range(2, 6):  # each kind of old bytes comes after the last record once
        keeps(save_in_zeros, lies, start=replace(written(entries).image(), stale=True))


def a_new_file_stays(lies: Lies) -> None:
    keeps(compact_and_save, lies)


def a_new_file_is_not_taken_for_a_fork(lies: Lies) -> None:
    """Check an anchor older than the replaced journal: its point stays in that journal or in the generation."""
    disk = written()
    anchor = ANCHORS / disk.names(ANCHORS)[0]
    lagging = whole_file(disk, anchor)
    with opened(disk) as vault:
        vault.commit([put(3)])
    for links in (True, False):
        keeps(compact, lies, start=overwritten(disk.image(), lagging, anchor), links=links)


def a_new_journal_stays(lies: Lies) -> None:
    keeps(create, lies, start=Image((), {}))


def the_generation_is_whole(lies: Lies) -> None:
    """Check that after a compaction without hard links `NAME.1` holds the file from before."""
    image = written().image()
    for left in keeps(compact_and_save, lies, start=image, links=False):
        if data_in(left, FIRST) != data_in(image):
            raise Lost("the generation is not what the journal was")


def the_old_passphrase_opens_nothing(lies: Lies) -> None:
    """Check that after a key change that forgets, the new passphrase opens all that is left and the old one nothing."""
    disk = written()
    with opened(disk) as vault:
        vault.compact()
        vault.compact()
    disk.settle(Path("/"))
    vault = opened(disk)
    disk.lies = lies()
    vault.change_keys(passphrase=NEW, cost=CHEAP, forget_generations=True)
    for image in disk.crashes(MOST):
        for name in image.files:
            if name.startswith(str(PLACE)) and not name.endswith((*TRIFLES, ".inbox")):
                _opens_with_new(image, Path(name))


def _opens_with_new(image: Image, path: Path) -> None:
    try:
        vault = Vault.open(path, NEW, disk=Model(image), read_only=True)
    except WrongPassphrase:
        raise Lost(f"the old passphrase opens {path.name}") from None
    except VaultError as error:
        raise Lost(f"{path.name} does not open: {error!r}") from error
    if vault.report.damaged:
        raise Lost(f"{path.name} is damaged")


def unfinished() -> tuple[Image, bytes]:
    """Return a journal whose last save lost its first sector, and the bytes of that save."""
    disk = written(2)
    image = disk.image()
    opened(disk).commit([put(2)])
    data = whole_file(disk, PLACE)
    start, end = record_places(data)[-1]
    tail = bytes(SECTOR) + data[start + SECTOR : end]
    return overwritten(image, data[:start] + tail), tail


def open_only(disk: Model) -> State:
    """Open the journal, which sets an unfinished save aside."""
    return state_of(opened(disk))


def the_tail_is_kept(lies: Lies) -> None:
    """Check that the bytes of an unfinished save are in the journal or next to it after any power cut."""
    image, tail = unfinished()
    _, during, behind = cut_off(open_only, image, lies)
    for left in during + behind:
        kept = [data for name, (_, data) in left.files.items() if name.startswith(f"{PLACE}.torn-")]
        if not (data_in(left).endswith(tail) or tail in kept):
            raise Lost("the unfinished save is nowhere any more")


def a_save_where_a_tail_was_cut_stays(lies: Lies) -> None:
    image, _ = unfinished()
    keeps(save, lies, start=image)


def an_older_copy_is_told(lies: Lies) -> None:
    """Check that an older copy is reported after a save, a close and a power cut."""
    disk = written(2)
    older = whole_file(disk, PLACE)
    disk.lies = lies()
    with opened(disk) as vault:
        vault.commit([put(2)])
    _is_told_as_older(disk, older)


def an_older_copy_is_told_after_upkeep(lies: Lies) -> None:
    """Check that an older copy is reported after a save, upkeep and a kill."""
    disk = written(2)
    older = whole_file(disk, PLACE)
    disk.lies = lies()
    vault = opened(disk)
    vault.commit([put(2)])
    vault.do_upkeep()
    if not opened(Model(overwritten(disk.killed().image(), older))).report.rolled_back:
        raise Lost("an older copy is taken for the journal")


def an_older_copy_is_told_after_going_on(lies: Lies) -> None:
    """Check that an even older copy is reported after accepting an old copy and a power cut."""
    oldest = written(1)
    older = oldest.killed()
    with opened(older) as vault:
        vault.commit([put(1)])
    newest = older.killed()
    with opened(newest) as vault:
        vault.commit([put(2)])
    newest.settle(Path("/"))
    disk = Model(overwritten(newest.image(), whole_file(older, PLACE)))
    disk.lies = lies()
    opened(disk).accept_rollback()
    _is_told_as_older(disk, whole_file(oldest, PLACE))


def an_older_copy_of_a_new_journal_is_told(lies: Lies) -> None:
    """Check that an older copy is reported if a new journal was saved to once."""
    disk = Model()
    disk.lies = lies()
    with Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking()) as vault:
        older = whole_file(disk, PLACE)
        vault.commit([put(0)])
    _is_told_as_older(disk, older)


def _is_told_as_older(disk: Model, older: bytes) -> None:
    for image in disk.crashes(MOST):
        if not opened(Model(overwritten(image, older))).report.rolled_back:
            raise Lost("an older copy is taken for the journal")


def what_was_read_stays(lies: Lies) -> None:
    """Check that what a killed process left stays, once it was opened, also through a power cut after one more save."""
    for act in (save, compact_and_save):
        for killed in _killed_in(act):
            killed.lies = lies()
            vault = opened(killed)
            _stays(killed, vault)
            vault.commit([put(4)])
            _stays(killed, vault)


def _killed_in(act: Act) -> list[Model]:
    disk, killed = written(), list[Model]()
    disk.after = lambda operation, path: killed.append(disk.killed())
    act(disk)
    return killed


def _stays(disk: Model, vault: Vault) -> None:
    for image in disk.crashes(MOST):
        survives(image, Expected((state_of(vault),)))


def a_backup_stays(lies: Lies) -> None:
    """Check that a backup on another disk is complete as soon as `backup` returns."""
    disk = written()
    disk.make_directory(BACKUP.parent)
    vault = opened(disk)
    disk.lies = lies()
    vault.backup(BACKUP)
    for image in disk.crashes(MOST):
        _is_whole_copy(image, BACKUP, state_of(vault))


def a_fork_stays(lies: Lies) -> None:
    """Check that a fork is next to the journal as soon as it is reported, if something else replaced the journal."""
    disk = written()
    vault = opened(disk)
    held = state_of(vault)
    with disk.opened(PLACE, os.O_RDWR) as descriptor:
        disk.truncate(descriptor, 4096)
    disk.lies = lies()
    try:
        vault.compact()
    except Replaced as error:
        fork = error.fork
    for image in disk.crashes(MOST):
        _is_whole_copy(image, fork, held)


def _is_whole_copy(image: Image, path: Path, state: State) -> None:
    try:
        vault = Vault.open(path, PASSPHRASE, disk=Model(image), read_only=True)
    except VaultError as error:
        raise Lost(f"the copy does not open: {error!r}") from error
    if vault.report.damaged or state_of(vault) != state:
        raise Lost("the copy is not whole")


def the_erased_is_gone(lies: Lies) -> None:
    """Check that no name of an erased journal comes back, and that its first page was overwritten on the medium."""
    disk = written()
    file = disk._node(PLACE)
    assert isinstance(file, File)
    before = file.durable[:SECTOR]
    disk.lies = lies()
    erase(PLACE, holder=HOLDER, anchors=ANCHORS, disk=disk)
    if file.durable[:SECTOR] == before:
        raise Lost("the first page is on the medium as it was")
    if any(name.startswith(f"{PLACE.parent}/") for image in disk.crashes(MOST) for name in image.files):
        raise Lost("a name came back")


def what_a_failed_sync_was_for_is_not_said_to_be_saved(lies: Lies) -> None:
    """Check that a save whose sync failed once is not reported as saved by a later sync of that file."""
    image = written().image()
    steps = Faulty(image)
    vault = opened(steps)
    vault.preallocate()
    at = steps.steps + 1  # the write, then the sync
    vault.commit([put(3)])
    disk = Faulty(image, at=at)
    vault = opened(disk)
    vault.preallocate()
    vault.commit([put(3)])
    assert disk.refused == ["sync j.rj"]
    _stays(disk, vault)
