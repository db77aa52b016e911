"""The verbs of a plan about whole files, and about the clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from journal.errors import Damaged, NotErased, NotKnownSaved, VaultError
from journal.store.journal import Journal
from journal.vault import erase_file, restore_file
from journal.vault.vault import Vault
from tests.support.simulation.checks import read
from tests.support.simulation.disk import Ended
from tests.support.simulation.places import ANCHORS, Broken, May, Place, Secrets, add
from tests.support.simulation.simulation import START, Simulation
from tests.support.simulation.views import EMPTY
from tests.support.vault.journals import flipped, whole_file
from tests.support.vault.reader import MAGIC, Refused
from tests.support.vault.survival import CHEAP
from tests.support.vault.workload import HOLDER

FIRST: Final = "first"
"""The passphrase of a new journal."""


def create(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Make a journal where there is none, and leave it open."""
    if place.is_open or any(each.view is not None for each in place.may) or sim.disk.exists(place.path):
        return
    new = May(dict(EMPTY), Secrets(FIRST, master=sim.stamp))
    sim.doing = new
    place.retired.clear()
    try:
        vault = Vault.create(place.path, FIRST, cost=CHEAP, disk=sim.disk, anchors=place.anchors, now=sim.now)
    except Ended:
        place.may = add(place.may, new)
        raise
    except VaultError as error:
        sim.excuse(error)
        place.may = add(place.may, new) if sim.disk.exists(place.path) else place.may
        return
    place.may, place.stamp = [new], sim.stamp
    place.journal = Journal(vault, sim.clock)
    place.inbox_is_sure = not sim.faulted
    place.here.inbox.open()
    sim.compare_memory(place)


def put_back(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Restore a copy while the journal is closed."""
    copy = sim.copies[args[0]]
    if place.is_open or copy.is_open or not copy.exists:
        return
    if _is_torn(sim, copy):
        return
    masters = {each.secrets.master for each in (*place.may, *copy.may)}
    place.doubt_captures_of(copy)
    try:
        restore_file.restore(copy.path, place.path, holder=HOLDER, disk=sim.disk)
    except Ended:
        place.may, place.older = add(place.may, *copy.may), True
        place.inbox_is_sure = False
        _doubt(place, masters)
        raise
    except Damaged:
        if not copy.rotten:
            raise Broken("a good copy is told as damaged") from None
    except NotKnownSaved as error:
        sim.excuse(error)
        place.may, place.older = add(place.may, *copy.may), True
        place.inbox_is_sure = False
        _doubt(place, masters)
    except VaultError as error:
        sim.excuse(error)
        place.inbox_is_sure = False
    else:
        if copy.rotten:
            raise Broken("a damaged copy was put in place")
        _replaced(place, copy)
        _doubt(place, masters)


def _is_torn(sim: Simulation, copy: Place) -> bool:
    """Return whether an unfinished save is at the end of a copy: a newer anchor would make it damage."""
    try:
        _, seen = read(sim.disk, copy.path, [each.secrets for each in copy.may], anchored=False)
    except Refused:
        return False
    return seen.torn


def _replaced(place: Place, copy: Place) -> None:
    """Expect the copy in the place of the journal."""
    same_master = {each.secrets.master for each in copy.may} == {place.seen_master}
    place.told = place.anchors is not None and place.seen > copy.stamp and same_master
    place.may, place.readable, place.stamp = list(copy.may), None, copy.stamp
    place.older, place.inbox_is_sure = True, False


def _doubt(place: Place, masters: set[int]) -> None:
    if len(masters) > 1:
        place.doubt_inbox()


def swap(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Let another program put a copy in the place of the journal, which may be open."""
    copy = sim.copies[args[0]]
    if copy.is_open or copy.rotten or not copy.exists or not place.exists or place.behind is not None:
        return
    if place.is_open and place.readable is not None:
        return
    data = whole_file(sim.disk, copy.path)
    if _is_torn(sim, copy):
        return
    if data.rstrip(b"\0") == whole_file(sim.disk, place.path).rstrip(b"\0"):
        return
    sim.disk.arm()  # the disk fails and the power goes in what the journal does
    sim.disk.write_whole(place.path, data, replace=True)
    place.doubt_captures_of(copy)
    masters = {each.secrets.master for each in (*place.may, *copy.may)}
    _doubt(place, masters)
    place.has_foreign_inbox = place.has_foreign_inbox or len(masters) > 1
    if place.is_open:
        place.behind, place.older, place.told = list(copy.may), True, False
        place.stamp = copy.stamp
    else:
        _replaced(place, copy)


def erase_journal(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Erase the journal with everything next to it; where that fails or is interrupted, again."""
    if place.is_open or not sim.disk.exists(place.path):
        return

    def erased() -> None:
        erase_file.erase(place.path, holder=HOLDER, anchors=place.anchors, disk=sim.disk)

    try:
        erased()
    except Ended:
        sim.end_processes("all")
        sim.disk.arm()
        with suppress(VaultError):
            erased()
    except NotErased as error:
        sim.excuse(error)
        sim.disk.arm()
        with suppress(VaultError):
            erased()
    for name in [name for name in sim.disk.names(place.path.parent) if name.startswith(place.path.name)]:
        if not name.endswith((".lock", ".inbox")):
            sim.disk.unlink(place.path.with_name(name))
    sim.disk.settle(place.path.parent)
    place.may, place.readable, place.older, place.told = [May(None)], None, False, False
    place.waiting.clear()
    place.perhaps.clear()
    place.inbox_is_sure = False
    place.seen = 0


def rot(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Flip a bit of a file while the journal is closed."""
    at, bit = int(args[1]), int(args[2]) % 8
    _decay(sim, args[0], lambda data: flipped(data, at % len(data), bit) if data else data, at)


def zero(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Overwrite a part of a file with zeros while the journal is closed."""
    at, size = int(args[1]), int(args[2])
    _decay(sim, args[0], lambda data: _zeroed(data, at % max(len(data), 1), size), at)


def _zeroed(data: bytes, at: int, size: int) -> bytes:
    return data[:at] + bytes(min(size, len(data) - at)) + data[at + size :]


def _decay(sim: Simulation, name: str, change: Callable[[bytes], bytes], at: int) -> None:
    home = sim.home
    if home.is_open or sim.copies.get(name, home).is_open:
        return
    if name in sim.copies:
        _decay_copy(sim, sim.copies[name], change)
    elif name == "anchor":
        for each in sim.disk.names(ANCHORS) if sim.disk.is_directory(ANCHORS) else ():
            _change(sim, ANCHORS / each, change)
        home.told = False
        home.seen = 0
    elif name == "j.rj.inbox":
        if sim.disk.exists(home.path.with_name(name)):
            _change(sim, home.path.with_name(name), change)
            home.doubt_inbox()
            home.inbox_is_sure = False
    elif sim.disk.exists(home.path.with_name(name)):
        _decay_home(sim, home, home.path.with_name(name), change)


def _change(sim: Simulation, path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the part of a file that is not zeros at its end."""

    def changed(data: bytes) -> bytes:
        held = data.rstrip(b"\0")
        return change(held).ljust(len(held), b"\0") + data[len(held) :]

    sim.disk.settle(path.parent)
    sim.disk.change_bytes(path, changed)


def _decay_copy(sim: Simulation, copy: Place, change: Callable[[bytes], bytes]) -> None:
    if copy.exists:
        before = whole_file(sim.disk, copy.path)
        _change(sim, copy.path, change)
        after = whole_file(sim.disk, copy.path)
        if after[:8192] != before[:8192]:
            sim.disk.change_bytes(copy.path, lambda data: before)
        elif after != before and not copy.rotten:
            _, seen = read(sim.disk, copy.path, [each.secrets for each in copy.may], anchored=True)
            copy.rotten = seen.damaged
            if not seen.damaged:  # its last records are gone as a whole: it is an older copy now
                sim.disk.change_bytes(copy.path, lambda data: before)


def _decay_home(sim: Simulation, home: Place, path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the journal or a generation, and ask the independent reader what must be there then."""
    if not home.exists:
        return
    before, was_readable = whole_file(sim.disk, path), home.readable
    if path == home.path and len(before.rstrip(b"\0")) <= 8192:
        return
    seq = _settle(sim, home) if was_readable is None else 0
    _change(sim, path, change)
    after = whole_file(sim.disk, path)
    if path == home.path and (after[:8192] != before[:8192] or not after.startswith(MAGIC)):
        sim.disk.change_bytes(path, lambda data: before)  # the pages are for test_damage and test_forgery
        return
    if path != home.path and was_readable is None:
        return
    try:
        secrets, seen = read(sim.disk, home.path, [each.secrets for each in home.may], anchored=False)
    except Refused as refused:
        raise Broken(f"the reader does not open it: {refused}") from None
    if seen.torn or (not seen.damaged and was_readable is None and seen.seq != seq):
        sim.disk.change_bytes(
            path, lambda data: before
        )  # the last record alone: a save that never ended, an older copy
        return
    if seen.damaged:
        home.may, home.readable = [May(seen.healed, secrets)], seen.readable
        home.told = False


def _settle(sim: Simulation, home: Place) -> int:
    """Find out which of the states that may be there is there; return its last seq. Raises Broken if none is."""
    try:
        secrets, seen = read(sim.disk, home.path, [each.secrets for each in home.may], anchored=False)
    except Refused as refused:
        raise Broken(f"the reader does not open it: {refused}") from None
    if seen.damaged:
        raise Broken("the reader finds damage where nothing was damaged")
    for each in home.may:
        if each.secrets.passphrase == secrets.passphrase and home.fits(seen.readable, each.view):
            home.may = [May(seen.readable, each.secrets)]
            return seen.seq
    home.compare(seen.readable, home.may[0].view, "the reader finds something else")
    return seen.seq


def clock(sim: Simulation, place: Place, args: tuple[str, ...]) -> None:
    """Set the clock to a date, or forward or back."""
    to = args[0]
    if to[0] not in "+-":
        sim.clock.set(datetime.fromisoformat(to).replace(tzinfo=UTC))
        return
    number, unit = int(to[:-1]), to[-1]
    days = number * {"d": 1, "y": 365}.get(unit, 1)
    moved = timedelta(hours=number) if unit == "h" else timedelta(days=days)
    with suppress(OverflowError):
        sim.clock.set(min(max(sim.clock.now() + moved, EARLIEST), LATEST))


EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LATEST: Final = START + timedelta(days=365 * 100)
