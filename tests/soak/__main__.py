"""Check a million crashes: one life of a journal after another, each drawn from a seed, until enough are reopened.

`python -m tests.soak [--states N] [--first SEED] [--jobs N]`. Every life is cut off after every operation of the disk;
where opening repairs something, it is cut off again after every operation of that; and at every eighth operation a
process is killed there as well. A state counts once in a run, whatever lives it occurs in: what is on the medium and
what is expected of it. Prints a line for each life, and at the end (or if interrupted) the figures that
docs/crash-states.md keeps. To continue a run: `--first` with the seed after the last one printed. A failure is printed
with everything needed to repeat it.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

from tests.support.vault.sweeping import Sweep, Tally, sweep, sweep_kills

_SAVES = 70
_KILLED = 8

Life = tuple[int, Tally, Tally]
"""The seed, and what was found after power cuts and after kills."""


def life(seed: int) -> Life:
    """Check one life: every fourth on a stick without hard links, every other fourth without an anchor.

    Every third is on a medium that exposes stale bytes.
    """
    how = Sweep(seed, _SAVES, links=seed % 4 != 1, anchored=seed % 4 != 3, stale=seed % 3 == 2, most=40, recoveries=1)
    killed = replace(how, first=seed % _KILLED, every=_KILLED, most=4)
    return seed, sweep(how), sweep_kills(killed)


def lives(first: int, jobs: int) -> Iterator[Life]:
    """Check one life after another, `jobs` at a time, for as long as they are asked for."""
    seeds = count(first)
    # forked, so that all hash the same state to the same number
    with ProcessPoolExecutor(jobs, get_context("fork")) as workers:
        running: set[Future[Life]] = {workers.submit(life, next(seeds)) for _ in range(jobs)}
        try:
            while True:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
                running |= {workers.submit(life, next(seeds)) for _ in done}
        finally:
            workers.shutdown(wait=False, cancel_futures=True)


@dataclass
class Totals:
    """The sums of a run. `states` are the hashes, 8 bytes each, of the states that were checked."""

    states: set[int] = field(default_factory=set)
    seeds: list[int] = field(default_factory=list)
    crashes: int = 0
    second: int = 0
    killed: int = 0
    lost: int = 0
    started: float = field(default_factory=monotonic)

    def add(self, seed: int, power: Tally, killed: Tally) -> None:
        """Add one life, and print what it lost."""
        self.states |= power.seen | killed.seen
        self.seeds.append(seed)
        self.crashes += power.enumerated + killed.enumerated
        self.second += power.again
        self.killed += killed.again
        for failure in power.lost + killed.lost:
            self.lost += 1
            print("LOST", failure)

    def __str__(self) -> str:
        return (
            f"{len(self.states):,} states in {self.crashes:,} crashes ({self.second:,} states of a second crash, "
            f"{self.killed:,} after a kill), {self.lost} lost, {monotonic() - self.started:,.0f} s"
        )


def summary(totals: Totals, jobs: int) -> str:
    """Return everything to keep of a run: what was run, on what, and the sums."""
    command = ["git", "log", "-1", "--format=%h"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    rows = {
        "command": " ".join(["python -m tests.soak", *sys.argv[1:]]),
        "commit": commit or "unknown",
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{_processor()}, {jobs} of {os.cpu_count()} cores, Python {platform.python_version()}",
        "seeds": f"{min(totals.seeds, default=0)} to {max(totals.seeds, default=0)}, {len(totals.seeds)} lives",
        "sums": str(totals),
    }
    return "\n".join(f"{name + ':':9}{value}" for name, value in rows.items())


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main() -> int:
    """Run, print, and exit with 1 if anything was lost."""
    options = argparse.ArgumentParser(prog="python -m tests.soak")
    options.add_argument("--states", type=int, default=1_000_000)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = options.parse_args()
    totals = Totals()
    try:
        for each in lives(asked.first, asked.jobs):
            totals.add(*each)
            print(f"seed {each[0]}: {totals}", flush=True)
            if len(totals.states) >= asked.states:
                break
    except KeyboardInterrupt:
        print("interrupted")
    print(summary(totals, asked.jobs), flush=True)
    return 1 if totals.lost else 0


if __name__ == "__main__":
    sys.exit(main())
