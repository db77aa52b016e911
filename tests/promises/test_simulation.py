"""Put a defect into the product: the simulator finds it within a few seeds, and shrinks it to a short plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final
from unittest.mock import patch

import pytest
from msgspec.structs import replace

from journal.domain import bin as bin_rules
from journal.store import record_order
from journal.store.drafts import Drafts
from journal.store.versions import Versions
from journal.vault import merge as merging
from journal.vault import open_file, restore_file
from journal.vault import vault as vaults
from journal.vault.append import Appender
from journal.vault.format.state import State
from journal.vault.healing import Healed
from journal.vault.inbox_import import Inbox, _Sorted
from journal.vault.journal_file import OpenFile
from journal.vault.rollback_anchor import Anchor
from tests.support.extent import long
from tests.support.simulation.disk import SimulatedDisk
from tests.support.simulation.generating import generate
from tests.support.simulation.plans import Plan, formatted
from tests.support.simulation.running import run, shrink
from tests.support.vault.faulty import Faulty
from tests.support.vault.model import Model

MOST_SEEDS: Final = 400
MOST_STEPS = 16

Defect = Callable[[], AbstractContextManager[None]]


def instead(owner: object, name: str, other: object) -> Defect:
    """Replace an attribute of the product, or of the disk."""

    @contextmanager
    def removed() -> Iterator[None]:
        with patch.object(owner, name, other):
            yield

    return removed


def wrapped(owner: object, name: str, around: Callable[[Callable[..., Any]], Callable[..., Any]]) -> Defect:
    """Replace an attribute by what `around` makes of it."""
    return instead(owner, name, around(getattr(owner, name)))


def nothing(*_: object, **__: object) -> None:
    """Do nothing."""


def without_sync_of(name: str) -> Defect:
    """Let the syncs of the files with that name make nothing durable."""
    sync = Faulty.sync

    def lying(disk: SimulatedDisk, descriptor: int) -> None:
        if disk._open[descriptor][1].name != name:
            sync(disk, descriptor)

    return instead(SimulatedDisk, "sync", lying)


def forgetting_tombstones(merge: Callable[..., Any]) -> Callable[..., Any]:
    """Merge without what the other copy deleted."""
    return lambda ours, theirs: merge(ours, State(theirs.tables))


def with_stale_end(append: Callable[..., None]) -> Callable[..., None]:
    """Append as if the record before had not been saved, after a save that failed."""

    def stale(end: Appender, record: bytes) -> None:
        before = end.end
        try:
            append(end, record)
        except Exception:
            end.end = before + len(record)
            raise

    return stale


def remembering_too_early(append: Callable[..., None]) -> Callable[..., None]:
    """Change memory before the file."""

    def early(file: OpenFile, payload: bytes, operations: Any) -> None:
        file.state.apply(operations)
        append(file, payload, operations)

    return early


def sync_tried_again(end: Appender, descriptor: int) -> None:
    """Try again after a sync that failed, and believe the second one."""
    try:
        end._disk.sync(descriptor)
    except OSError:
        end._disk.sync(descriptor)


def told_as_whole(diagnose: Callable[..., Any]) -> Callable[..., Any]:
    """Report nothing as damaged."""

    def diagnosed(*arguments: Any, **more: Any) -> Any:
        report, unfinished = diagnose(*arguments, **more)
        return replace(report, damaged=False, missing=0), unfinished

    return diagnosed


def under_the_uid_inside(record: Any, uid: str) -> Any:
    """Return a record with the uid that is in its document."""
    return record


def unhealed(file: OpenFile) -> Healed:
    """Bring nothing back."""
    return Healed(file.state, [])


def losing_captures(inbox: Inbox, *_: object) -> _Sorted:
    """Find no capture."""
    return _Sorted()


DEFECTS: Mapping[str, Defect] = {
    "a save is not synced": without_sync_of("j.rj"),
    "a new file is not synced": without_sync_of("j.rj.new"),
    "a capture is not synced": without_sync_of("j.rj.inbox"),
    "names are not synced": instead(SimulatedDisk, "sync_directory", nothing),
    "a failed sync is tried again": instead(Appender, "_sync", sync_tried_again),
    "the end of the file is not compared": instead(Appender, "_check", nothing),
    "the end is wrong after a save that failed": wrapped(Appender, "append", with_stale_end),
    "memory changes although the save fails": wrapped(OpenFile, "append", remembering_too_early),
    "the anchor is ignored": instead(Anchor, "read", nothing),
    "the lock is ignored": instead(Model, "lock", lambda disk, descriptor: True),
    "a merge forgets deletions": wrapped(vaults, "merge", forgetting_tombstones),
    "a merge keeps one version": instead(merging._Family, "put_beside", nothing),
    "a second version has the uid of the first": instead(record_order, "_under", under_the_uid_inside),
    "damage is not noticed": wrapped(open_file, "diagnose", told_as_whole),
    "nothing comes back from earlier copies": instead(vaults, "heal", unhealed),
    "old copies stay after a new master key": instead(vaults, "forget_generations", nothing),
    "a draft is forgotten": instead(Drafts, "save", nothing),
    "an earlier version is not kept": instead(Versions, "replaced", lambda *_: []),
    "drafts stay when a record is erased": instead(Drafts, "removal", lambda *_: []),
    "the bin believes the clock": instead(bin_rules, "LONGEST_GAP", bin_rules.KEPT_FOR * 100),
    "the inbox is emptied although nothing was imported": instead(Inbox, "_sorted", losing_captures),
    "the inbox stays open to an old key": instead(restore_file, "close", nothing),
}


USUAL = ("a save is not synced", "a merge keeps one version", "a draft is forgotten", "the bin believes the clock")


def found(most: int = MOST_SEEDS) -> Plan:
    """Return the first plan that fails."""
    for seed in range(1, most + 1):
        plan = generate(seed)
        if run(plan):
            return plan
    pytest.fail(f"not found by {most} plans")


@pytest.mark.parametrize("name", USUAL)
def test_a_defect_is_found_and_its_plan_is_short(name: str) -> None:
    with DEFECTS[name]():
        short = shrink(found(), lambda plan: run(plan) is not None)
        assert run(short)
        assert len(short) <= MOST_STEPS, formatted(short)
    assert run(short) is None


@pytest.mark.parametrize("name", [long(name) for name in DEFECTS if name not in USUAL])
def test_every_other_defect_is_found(name: str) -> None:
    with DEFECTS[name]():
        plan = found()
    assert run(plan) is None
