"""Check a million crashes: one life of a journal after another, each drawn from a seed, until enough are reopened.

`python -m tests.soak [--states N] [--first SEED] [--jobs N]`. Every life is cut off after every operation of the disk;
where opening repairs something, it is cut off again after every operation of that; and at every eighth operation a
process is killed there as well. A state counts once: what is on the medium and what is expected of it. Prints a line
for each life. To continue a run: `--first` with the seed after the last one printed. A failure is printed with
everything needed to repeat it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from itertools import count
from time import monotonic

from tests.support.vault.sweeping import Sweep, Tally, sweep, sweep_kills

_SAVES = 70
_KILLED = 8


def life(seed: int) -> tuple[int, Tally, Tally]:
    """Check one life: every fourth on a stick without hard links, every other fourth without an anchor.

    Every third is on a medium that exposes stale bytes.
    """
    how = Sweep(seed, _SAVES, links=seed % 4 != 1, anchored=seed % 4 != 3, stale=seed % 3 == 2, most=40, recoveries=1)
    killed = replace(how, first=seed % _KILLED, every=_KILLED, most=4)
    return seed, sweep(how), sweep_kills(killed)


def lives(first: int, jobs: int) -> Iterator[tuple[int, Tally, Tally]]:
    """Check one life after another, `jobs` at a time, for as long as they are asked for."""
    seeds = count(first)
    with ProcessPoolExecutor(jobs) as workers:
        running: set[Future[tuple[int, Tally, Tally]]] = {workers.submit(life, next(seeds)) for _ in range(jobs)}
        try:
            while True:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {workers.submit(life, next(seeds)) for _ in done}
                yield from (each.result() for each in done)
        finally:
            workers.shutdown(wait=False, cancel_futures=True)


def main() -> int:
    """Run, print, and exit with 1 if anything was lost."""
    options = argparse.ArgumentParser(prog="python -m tests.soak")
    options.add_argument("--states", type=int, default=1_000_000)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = options.parse_args()
    states = again = crashes = kills = lost = 0
    started = monotonic()
    for seed, power, killed in lives(asked.first, asked.jobs):
        states += power.distinct
        again += power.again
        crashes += power.enumerated
        kills += killed.again
        lost += len(power.lost) + len(killed.lost)
        for failure in power.lost + killed.lost:
            print("LOST", failure)
        print(
            f"seed {seed}: {states:,} states ({again:,} of a second crash) in {crashes:,} crashes, "
            f"{kills:,} more after a kill, {lost} lost, {monotonic() - started:,.0f} s",
            flush=True,
        )
        if states >= asked.states:
            break
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
