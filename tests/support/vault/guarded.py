"""Check what the syncs are for: each check raises Lost if a power cut did what a sync must prevent.

`Lies` remove syncs: they say for which of them nothing becomes durable although they return.
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
    """An entry, long enough that no sector of its record is zeros."""
    return Put("entries", uid(number), {"text": f"entry {number} " * 200})


def opened(disk: Model) -> Vault:
    """The journal, open."""
    return Vault.open(PLACE, PASSPHRASE, disk=disk, anchors=ANCHORS, now=ticking())


def written(entries: int = 3) -> Model:
    """A disk with a closed journal of so many entries."""
    disk = Model()
    with Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking()) as vault:
        for number in range(entries):
            vault.commit([put(number)])
    disk.settle(Path("/"))
    return disk


def overwritten(image: Image, data: bytes, path: Path = PLACE) -> Image:
    """The image with other bytes in a file, which may be new."""
    number = max(number for number, _ in image.files.values()) + 1
    return replace(image, files={**image.files, str(path): (number, data)})


def data_in(image: Image, path: Path = PLACE) -> bytes:
    """The bytes of a file."""
    return image.files[str(path)][1]


def cut_off(act: Act, image: Image, lies: Lies, *, links: bool = True) -> tuple[State, list[Image], list[Image]]:
    """What `act` returned; what may be on the medium when the power goes in it, and when it goes behind it."""
    disk, during = Model(image, links=links), list[Image]()
    disk.lies = lies()
    disk.after = lambda operation, path: during.extend(disk.crashes(MOST))
    after = act(disk)
    return after, during, list(disk.crashes(MOST))


def keeps(act: Act, lies: Lies, *, start: Image | None = None, links: bool = True) -> list[Image]:
    """Let the power go behind every operation of `act`: until it returned, what was before is as good.

    `act` returns what is held then. Returns what may be on the medium behind it.
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
    """Open, and one entry more."""
    vault = opened(disk)
    vault.commit([put(3)])
    return state_of(vault)


def save_in_zeros(disk: Model) -> State:
    """The same where zeros were put before."""
    vault = opened(disk)
    vault.preallocate()
    vault.commit([put(3)])
    return state_of(vault)


def compact_and_save(disk: Model) -> State:
    """Compact, then one entry more."""
    vault = opened(disk)
    vault.compact()
    vault.commit([put(3)])
    return state_of(vault)


def compact(disk: Model) -> State:
    """Open, and compact."""
    vault = opened(disk)
    vault.compact()
    return state_of(vault)


def create(disk: Model) -> State:
    """A journal, where not even its folder was."""
    return state_of(Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=disk, anchors=ANCHORS, now=ticking()))


def a_save_stays(lies: Lies) -> None:
    keeps(save, lies)


def a_save_in_zeros_stays(lies: Lies) -> None:
    keeps(save_in_zeros, lies)


def a_save_stays_where_stale_bytes_show(lies: Lies) -> None:
    """On a medium that shows old bytes where a file grew: they are neither damage nor part of a save."""
    for entries in range(2, 6):  # so that each kind of old bytes comes behind the last record once
        keeps(save_in_zeros, lies, start=replace(written(entries).image(), stale=True))


def a_new_file_stays(lies: Lies) -> None:
    keeps(compact_and_save, lies)


def a_new_file_is_not_taken_for_a_fork(lies: Lies) -> None:
    """The anchor lags behind the journal that is replaced: what it points to is in the generation, or still there."""
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
    """On a stick: what was there before the compaction stands in `NAME.1`."""
    image = written().image()
    for left in keeps(compact_and_save, lies, start=image, links=False):
        if data_in(left, FIRST) != data_in(image):
            raise Lost("the generation is not what the journal was")


def the_old_passphrase_opens_nothing(lies: Lies) -> None:
    """After a change of passphrase that forgets, whatever stands beside, and the copy it leaves opens."""
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
    """A journal whose last save lost its first sector, and the bytes of that save."""
    disk = written(2)
    image = disk.image()
    opened(disk).commit([put(2)])
    data = whole_file(disk, PLACE)
    start, end = record_places(data)[-1]
    tail = bytes(SECTOR) + data[start + SECTOR : end]
    return overwritten(image, data[:start] + tail), tail


def open_only(disk: Model) -> State:
    """Open, which sets an unfinished save aside."""
    return state_of(opened(disk))


def the_tail_is_kept(lies: Lies) -> None:
    """The bytes of an unfinished save are in the journal, or beside it, whenever the power goes."""
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
    """After the journal was closed and the power went: this computer saw more than the older copy has."""
    disk = written(2)
    older = whole_file(disk, PLACE)
    disk.lies = lies()
    with opened(disk) as vault:
        vault.commit([put(2)])
    _is_told_as_older(disk, older)


def an_older_copy_is_told_after_going_on(lies: Lies) -> None:
    """After going on with an old copy and a power cut: one that is older still."""
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
    """The anchor is there as soon as the journal is."""
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
    """What a killed process left is opened and saved in; then the power goes."""
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
    """On another disk: whole, as soon as it was said to be made."""
    disk = written()
    disk.make_directory(BACKUP.parent)
    vault = opened(disk)
    disk.lies = lies()
    vault.backup(BACKUP)
    for image in disk.crashes(MOST):
        _is_whole_copy(image, BACKUP, state_of(vault))


def a_fork_stays(lies: Lies) -> None:
    """Something else took the journal's place; what was open is beside it, as soon as that was said."""
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
    """No name of it comes back, and on the medium its first pages were written over."""
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
    """The sync of a save fails once. No later sync of that file says anything of it."""
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
