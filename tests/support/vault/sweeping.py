"""Run a whole life of a journal with a crash after every disk operation, and count the results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.vault.media import Image
from tests.support.vault.model import Model
from tests.support.vault.survival import ANCHORS, Expected, Lost, after_kill, laboratory, survives
from tests.support.vault.workload import PERIOD, Crash, Workload

AGAIN = 6


@dataclass(frozen=True)
class Sweep:
    """Which life to run, on what kind of disk, and how closely to check it.

    Every `every`th operation of the disk from the `first` on, with at most `most` crashes there. Of the states that
    differ and are repaired by opening, every `recoveries`th gets further crashes during the repair.
    """

    seed: int = 1
    saves: int = 210
    period: int = PERIOD
    links: bool = True
    anchored: bool = True
    stale: bool = False
    first: int = 0
    every: int = 1
    most: int = 9
    recoveries: int = 10

    @property
    def anchors(self) -> Path | None:
        """Return the directory of the anchors."""
        return ANCHORS if self.anchored else None

    def wants(self, point: int) -> bool:
        """Return whether to check this operation."""
        return point % self.every == self.first


@dataclass
class Tally:
    """The counts of a sweep.

    Crashes `enumerated`; those that differ in disk or expectation; those that came `again`, while the state after a
    first crash was opened or worked on; what was `done` meanwhile, and what was `lost`. `seen` has a hash of each that
    differs.
    """

    enumerated: int = 0
    distinct: int = 0
    again: int = 0
    done: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    seen: set[int] = field(default_factory=set, repr=False)

    def is_new(self, image: Image, expected: Expected) -> bool:
        """Count a crash, and return whether it is new."""
        self.enumerated += 1
        fingerprint = hash((image.fingerprint(), expected.fingerprint))
        new = fingerprint not in self.seen
        self.seen.add(fingerprint)
        self.distinct += new
        return new


def sweep(how: Sweep) -> Tally:
    """Let the power fail after every operation, and again during some of the recoveries."""

    def crashes(disk: Model, point: int) -> Iterable[Image]:
        return disk.crashes(how.most, point) if how.wants(point) else ()

    tally = Tally()
    with laboratory(how.seed):
        life = Workload(how.seed, crashes, links=how.links, anchors=how.anchors, period=how.period)
        life.disk.stale = how.stale
        for crash in life.crashes(how.saves):
            if tally.is_new(crash.left, crash.expected):
                _look(how, crash, tally)
        tally.done = life.done
    return tally


def sweep_kills(how: Sweep) -> Tally:
    """Kill the process after every operation, and let the power fail during everything that follows."""

    def killed(disk: Model, point: int) -> Iterable[Model]:
        return [disk.killed()] if how.wants(point) else []

    tally = Tally()
    with laboratory(how.seed):
        life = Workload(how.seed, killed, links=how.links, anchors=how.anchors, period=how.period)
        life.disk.stale = how.stale
        for crash in life.crashes(how.saves):
            try:
                left = after_kill(crash.left, crash.expected, anchors=how.anchors, most=how.most)
                _look_again(how, left, tally)
            except Lost as error:
                tally.lost.append(_told(how, crash, error))
        tally.done = life.done
    return tally


def _look(how: Sweep, crash: Crash[Image], tally: Tally) -> None:
    again = AGAIN if tally.distinct % how.recoveries == 0 else 0
    try:
        left = survives(crash.left, crash.expected, anchors=how.anchors, links=how.links, again=again)
        _look_again(how, left, tally)
    except Lost as error:
        tally.lost.append(_told(how, crash, error))


def _look_again(how: Sweep, left: Iterable[tuple[Image, Expected]], tally: Tally) -> None:
    """Check those crashes that are new. Raises Lost."""
    for image, then in left:
        if tally.is_new(image, then):
            tally.again += 1
            survives(image, then, anchors=how.anchors, links=how.links)


def _told(how: Sweep, crash: Crash[Image] | Crash[Model], error: Lost) -> str:
    return f"{how}, {crash.step}, behind operation {crash.point}: {error}"
