"""Check the safeguards of the inbox: each check raises Lost if a capture is lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from journal.errors import InUse, NoInbox
from journal.vault import inbox
from journal.vault.format.payloads import Delete, Put
from journal.vault.inbox import CAPTURES, capture, inbox_path
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.guarded import MOST, NEW, Lies, opened, overwritten, written
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.survival import CHEAP, PASSPHRASE, PLACE, Captures, Expected, reopened, take_in
from tests.support.vault.workload import BACKUP, HOLDER

FIRST, SECOND = (Put(CAPTURES, f"{number:032x}", {"text": f"capture {number} " * 200}) for number in (1, 2))


def of(*puts: Put) -> Captures:
    """Return what is expected after capturing these."""
    return frozenset((put.uid, put.document["text"]) for put in puts)


def is_there(disk: Model, *puts: Put, passphrases: tuple[str, ...] = (PASSPHRASE,)) -> None:
    """Open the journal with one of the passphrases; raise Lost unless exactly these were captured."""
    expected = Expected((), passphrases, captures=(of(*puts),))
    found = reopened(disk, expected)
    assert found
    take_in(found[0], expected)
    found[0].close()


def a_capture_stays(lies: Lies) -> None:
    disk = written()
    disk.lies = lies()
    capture(PLACE, FIRST, disk=disk)
    for image in disk.crashes(MOST):
        is_there(Model(image), FIRST)


def a_capture_stays_in_an_inbox_that_was_just_made(lies: Lies) -> None:
    """Check a capture in an inbox whose maker was killed before its name was durable."""
    disk, killed = written(), list[Model]()
    disk.unlink(inbox_path(PLACE))
    disk.settle(Path("/"))

    def kill(operation: str, path: Path) -> None:
        if operation == "unlink" and path.name.startswith(f".{PLACE.name}.inbox"):
            killed.append(disk.killed())

    disk.after = kill
    opened(disk)
    killed[0].lies = lies()
    capture(PLACE, FIRST, disk=killed[0])
    for image in killed[0].crashes(MOST):
        is_there(Model(image), FIRST)


def a_capture_that_was_dropped_stays_away() -> None:
    """Check that a dropped capture does not come back, even if a power cut undid the emptying of the inbox."""
    disk = written()
    capture(PLACE, FIRST, disk=disk)
    old = whole_file(disk, inbox_path(PLACE))
    with opened(disk) as vault:
        vault.take_in(CAPTURES)
        vault.commit([Delete(CAPTURES, FIRST.uid)])
    is_there(Model(overwritten(disk.image(), old, inbox_path(PLACE))))


def what_is_written_down_while_the_key_changes_is_there() -> None:
    """Check a capture after every operation of a key change, with and without a power cut: imported, or refused."""
    _while(lambda vault: vault.change_master_key(NEW, cost=CHEAP))


def what_is_written_down_while_the_inbox_is_emptied_is_there() -> None:
    _while(lambda vault: vault.take_in(CAPTURES))


def _while(act: Callable[[Vault], object]) -> None:
    disk, crashed, kept = written(), list[Model](), list[Put]()
    capture(PLACE, FIRST, disk=disk)

    def happen(operation: str, path: Path) -> None:
        watching, disk.after = disk.after, lambda operation, path: None
        with contextlib.suppress(NoInbox, InUse):
            if not kept and path.name.startswith(f".{PLACE.name}.inbox"):
                capture(PLACE, SECOND, disk=disk)
                kept.append(SECOND)
        crashed.extend(Model(image) for image in disk.crashes(3, len(crashed)) if not kept)
        disk.after = watching

    vault = opened(disk)
    disk.after = happen
    with patch.object(inbox, "_TRIES", 1):
        act(vault)
    disk.after = lambda operation, path: None
    vault.close()
    is_there(disk, FIRST, *kept, passphrases=(PASSPHRASE, NEW))
    for left in crashed:
        added = []
        with contextlib.suppress(NoInbox):
            capture(PLACE, SECOND, disk=left)
            added.append(SECOND)
        is_there(left, FIRST, *added, passphrases=(PASSPHRASE, NEW))


def what_is_written_down_behind_a_copy_of_another_key_is_there() -> None:
    """Check a capture made after restoring a copy from before a key change."""
    disk = written()
    disk.make_directory(BACKUP.parent)
    with opened(disk) as vault:
        vault.backup(BACKUP)
        vault.change_master_key(NEW, cost=CHEAP)
    restore(BACKUP, PLACE, holder=HOLDER, disk=disk)
    added = []
    with contextlib.suppress(NoInbox):
        capture(PLACE, FIRST, disk=disk)
        added.append(FIRST)
    vault = Vault.open(PLACE, PASSPHRASE, disk=disk, anchors=None)
    take_in(vault, Expected((), captures=(of(*added),)))
