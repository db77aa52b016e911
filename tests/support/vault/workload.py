"""Run the life of a journal on a disk in memory, and yield every crash that may end it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from journal.vault.files.contents import Contents
from journal.vault.format.frames import SNAPSHOT_END, SNAPSHOT_PART, walk, whole_frame
from journal.vault.format.header import HEADERS
from journal.vault.format.payloads import Change, Delete, Put
from journal.vault.format.state import State
from journal.vault.inbox import CAPTURES, capture
from journal.vault.lock_holder import Holder
from journal.vault.restore_file import restore
from journal.vault.vault import Vault
from tests.support.vault.decay import Damage
from tests.support.vault.journals import whole_file
from tests.support.vault.model import Model
from tests.support.vault.survival import (
    ANCHORS,
    CHEAP,
    PASSPHRASE,
    PLACE,
    Captures,
    Expected,
    captures_in,
    state_of,
    ticking,
)

BACKUP = Path("/stick/backup.rj")
OTHER = Path("/stick/other.rj")
TABLES = ("entries", "cravings")
HOLDER = Holder(1, "here", 0, "a test")

PERIOD = 70
"""The number of saves between which each of these happens once."""
_ONCE_A_PERIOD = (
    "compact",
    "change passphrase",
    "merge",
    "change passphrase, forget",
    "restore",
    "compact",
    "change master key",
    "damage",
)

Left = TypeVar("Left")


@dataclass(frozen=True)
class Crash(Generic[Left]):
    """What a crash left, in which step and after which operation of the disk, and what is expected of it."""

    step: str
    point: int
    left: Left
    expected: Expected


class Workload(Generic[Left]):
    """Saves of every kind, and everything else that is done with a journal, drawn from `seed`.

    After every operation of the disk `crash` is called with its number, and returns what a crash may leave there.
    """

    def __init__(
        self,
        seed: int,
        crash: Callable[[Model, int], Iterable[Left]],
        *,
        links: bool = True,
        anchors: Path | None = ANCHORS,
        period: int = PERIOD,
    ) -> None:
        self._period = period
        self.disk = Model(links=links)
        for folder in (PLACE.parent, BACKUP.parent):
            self.disk.make_directory(folder)
        self.done: Counter[str] = Counter()
        self.anchors = anchors
        self._luck = random.Random(seed)
        self._inbox: dict[str, str] = {}
        self._inbox_luck = random.Random(~seed)  # captures change nothing else in a life
        self._key_backed_up = True
        self._crash = crash
        self.points = 0
        self._now = ticking()
        self._vault: Vault | None = None
        self._expected = Expected((None,))
        self._backed_up = self._expected
        self._made_of: State | None = State()
        self._left: list[tuple[int, Left]] = []

    @property
    def vault(self) -> Vault:
        """Return the open journal."""
        assert self._vault
        return self._vault

    def crashes(self, saves: int) -> Iterator[Crash[Left]]:
        """Yield all crashes of a life with this many saves."""
        yield from self._doing("create", self._create)
        for number in range(saves):
            if number % self._period == 0:
                plan = self._planned()
            yield from self._doing("save", self._save)
            for name, act in self._between(plan.get(number % self._period)):
                yield from self._doing(name, act)
            for name, act in self._beside():
                yield from self._doing(name, act)
        yield from self._doing("close", self._close)

    def _doing(self, name: str, act: Callable[[], Expected | None]) -> Iterator[Crash[Left]]:
        """Do one thing and yield the crashes in it; until it is done, the state before is valid, too."""
        before, epoch = self._expected, self._epoch
        self._left = []
        self.disk.after = self._operation_done
        after = act() or Expected((state_of(self.vault),), before.passphrases, before.older)
        self._expected = after = replace(after, captures=(self._written_down(after.states[-1]),))
        self.disk.after = lambda operation, path: None
        self.done[name] += 1
        if self._epoch != epoch:
            self._made_of = self._beside_it(name, before, after)
        during = Expected(
            before.states + after.states,
            before.passphrases + after.passphrases,
            before.older or after.older,
            before.captures + after.captures,
            before.readable or after.readable,
        )
        for point, left in self._left:
            yield Crash(name, point, left, during)
        for left in self._crash(self.disk, self.points):
            yield Crash(f"after: {name}", self.points, left, after)

    def _operation_done(self, operation: str, path: Path) -> None:
        self.points += 1
        self._left += [(self.points, left) for left in self._crash(self.disk, self.points)]

    def _planned(self) -> dict[int, str]:
        """Return after which of the saves to do what, a backup before it is needed."""
        first, *others = sorted(self._luck.sample(range(1, self._period), len(_ONCE_A_PERIOD) + 1))
        names = self._luck.sample(_ONCE_A_PERIOD, len(_ONCE_A_PERIOD))
        restored, damaged = sorted((names.index("restore"), names.index("damage")))
        names[restored], names[damaged] = (
            "restore",
            "damage",
        )  # the damage comes after, so that a restored copy replaced something
        return {first: "back up", **dict(zip(others, names, strict=True))}

    def _between(self, planned: str | None) -> Iterator[tuple[str, Callable[[], Expected | None]]]:
        """Yield what to do between two saves: what was planned, and random things."""
        todo: dict[str, Callable[[], Expected | None]] = {
            "back up": self._back_up,
            "compact": self._compact,
            "change passphrase": self._change_passphrase,
            "change passphrase, forget": self._change_passphrase_and_forget,
            "change master key": self._change_master_key,
            "merge": self._merge,
        }
        if planned == "restore":
            yield "close", self._close
            if self._luck.random() < 0.5:
                yield "damage", self._damage
            yield "restore", self._restore
            yield "open", self._open
            if self.vault.read_only:
                yield "go on", self._go_on
        elif planned == "damage":
            yield "close", self._close
            yield "damage", self._damage
            yield "open", self._open
            yield "go on with damage", self._go_on_with_damage
        elif planned:
            yield planned, todo[planned]
        if self.vault.needs_preallocation and self._luck.random() < 0.15:
            yield "fill ahead", self._fill_ahead
        if self.vault.needs_upkeep and self._inbox_luck.random() < 0.3:
            yield "do upkeep", self._do_upkeep
        if self._luck.random() < 0.05:
            yield "close", self._close
            yield "open", self._open
        elif self._luck.random() < 0.05:
            yield "lock", self._lock

    def _beside(self) -> Iterator[tuple[str, Callable[[], Expected | None]]]:
        """Yield what to do with the inbox between two saves, at random."""
        if self._inbox_luck.random() < 0.08:
            yield "capture", self._capture
        elif self._inbox and self._inbox_luck.random() < 0.25:
            yield "take in", self._take_in
            if self._inbox_luck.random() < 0.5 and CAPTURES in self.vault.tables:
                yield "look over", self._look_over

    def _written_down(self, state: State | None) -> Captures:
        """Return all captures that were not reviewed: imported, or in the inbox."""
        return frozenset({**dict(captures_in(state)), **self._inbox}.items())

    def _capture(self) -> Expected:
        waiting = sorted(dict(self._written_down(state_of(self.vault))))
        again = waiting and self._inbox_luck.random() < 0.3
        uid = self._inbox_luck.choice(waiting) if again else self._inbox_luck.randbytes(16).hex()
        text = f"written down behind operation {self.points}"
        capture(PLACE, Put(CAPTURES, uid, {"text": text}), disk=self.disk)
        self._inbox[uid] = text
        return self._expected

    def _take_in(self) -> None:
        self.vault.take_in(CAPTURES)
        self._inbox.clear()

    def _look_over(self) -> None:
        """Keep one capture, and drop the others."""
        first, *others = sorted(self.vault.tables[CAPTURES].items())
        kept = Put("cravings", first[0], {"text": first[1]["text"]})
        self.vault.commit([Delete(CAPTURES, first[0]), kept, *(Delete(CAPTURES, uid) for uid, _ in others)])

    def _create(self) -> None:
        self._vault = Vault.create(PLACE, PASSPHRASE, cost=CHEAP, disk=self.disk, anchors=self.anchors, now=self._now)

    def _open(self) -> Expected:
        passphrase = self._expected.passphrases[-1]
        self._vault = Vault.open(PLACE, passphrase, disk=self.disk, anchors=self.anchors, now=self._now)
        return replace(self._expected, passphrases=(passphrase,), older=self.vault.report.rolled_back)

    def _close(self) -> Expected:
        self.vault.close()
        return self._expected

    def _save(self) -> None:
        self.vault.commit([self._change() for _ in range(self._luck.choice((1, 1, 1, 2, 5)))])

    def _change(self) -> Change:
        """Return a random change: a new document, a changed or a deleted one."""
        table = self._luck.choice(TABLES)
        old = sorted(self.vault.tables.get(table, {}))
        uid = self._luck.choice(old) if old and self._luck.random() < 0.4 else self._luck.randbytes(16).hex()
        if uid in old and self._luck.random() < 0.5:
            return Delete(table, uid)
        length = self._luck.choice((10, 100, 1000, 5000))
        return Put(table, uid, {"text": self._luck.randbytes(length // 2).hex()})

    def _fill_ahead(self) -> None:
        self.vault.preallocate()

    def _do_upkeep(self) -> None:
        self.vault.do_upkeep()

    def _lock(self) -> None:
        self.vault.sync_anchor()

    def _compact(self) -> None:
        self.vault.compact()

    def _change_passphrase(self, *, forget: bool = False) -> Expected:
        passphrase = f"passphrase {self.points}"
        self.vault.change_keys(passphrase=passphrase, cost=CHEAP, forget_generations=forget)
        return Expected(self._expected.states, (passphrase,))

    def _change_passphrase_and_forget(self) -> Expected:
        return self._change_passphrase(forget=True)

    def _change_master_key(self) -> Expected:
        passphrase = f"passphrase {self.points}"
        self.vault.change_master_key(passphrase, cost=CHEAP)
        self._inbox.clear()
        self._key_backed_up = False
        return Expected((state_of(self.vault),), (passphrase,))

    def _back_up(self) -> Expected:
        self.vault.backup(BACKUP, replace=True)
        self._backed_up = self._expected
        self._key_backed_up = True
        return self._expected

    def _restore(self) -> Expected:
        restore(BACKUP, PLACE, holder=HOLDER, disk=self.disk)
        if not self._key_backed_up:
            self._inbox.clear()  # what was sealed to a later key than that of the copy stays sealed
        return Expected(self._backed_up.states, self._backed_up.passphrases, older=True)

    def _go_on(self) -> Expected:
        self.vault.accept_rollback()
        return Expected(self._expected.states, self._expected.passphrases)

    def _damage(self) -> Expected:
        """Damage a bit in one or two records of the journal, and sometimes in the generation, too."""
        self.disk.settle(PLACE.parent)
        for _ in range(self._luck.choice((1, 1, 2))):
            self._rot(PLACE)
        if self._luck.random() < 0.3 and self.disk.exists(before := PLACE.with_name("j.rj.1")):
            self._rot(before)
            self._made_of = None
        damage = Damage.of(self.disk, self.vault)
        truth = self._expected.states[-1]
        assert truth
        damage.brings_back_only(truth)
        if self._made_of is not None:
            damage.brings_back_all(self._made_of)
        return replace(self._expected, states=(damage.healed,), readable=damage.readable)

    def _rot(self, path: Path) -> None:
        """Damage a record, but not the last: without an anchor that one counts as unfinished."""
        *records, _ = walk(Contents.of(whole_file(self.disk, path)), HEADERS, whole_frame)
        in_snapshot = [each for each in records if each[1].kind in (SNAPSHOT_PART, SNAPSHOT_END)]
        start, frame = self._luck.choice(in_snapshot if in_snapshot and self._luck.random() < 0.6 else records)
        self.disk.rot(path, start + self._luck.randrange(frame.size), self._luck.randrange(8))

    def _go_on_with_damage(self) -> Expected:
        self.vault.accept_damage()
        return replace(self._expected, readable=None)

    @property
    def _epoch(self) -> int:
        return self._vault._file.point.epoch if self._vault else 0

    def _beside_it(self, name: str, before: Expected, after: Expected) -> State | None:
        """Return what another complete file holds of a new one; None if that is not known."""
        if name in ("change passphrase, forget", "change master key"):
            return after.states[-1]  # a copy of it
        whole = name not in ("open", "create") and before.readable is None
        return before.states[-1] if whole else None

    def _merge(self) -> None:
        passphrase = self._go_apart()
        self.vault.merge(OTHER, passphrase)

    def _go_apart(self) -> str:
        """Write to a copy of the backup on the stick, without crashes."""
        watching, self.disk.after = self.disk.after, lambda operation, path: None
        passphrase = self._backed_up.passphrases[-1]
        self.disk.write_whole(OTHER, whole_file(self.disk, BACKUP), replace=True)
        with Vault.open(OTHER, passphrase, disk=self.disk, now=self._now) as other:
            for place in sorted(other._file.state.places())[:2]:
                other.commit([Put(*place, {"text": "changed there"})])
            other.commit([Put("entries", self._luck.randbytes(16).hex(), {"text": "new there"})])
        self.disk.settle(OTHER.parent)
        self.disk.after = watching
        return passphrase
