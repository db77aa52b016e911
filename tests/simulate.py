"""Run plans from seeds, as many as wanted; make each that fails short, and print it.

`python -m tests.simulate [--plans N] [--first SEED] [--jobs N] [--steps N] [--keep DIR]`, or with the name of a file:
run that plan. `--keep` writes each short plan into that folder. Prints a line for each thousand plans.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import monotonic

from tests.support.simulation.generating import USUAL, generate
from tests.support.simulation.plans import Plan, formatted, parse
from tests.support.simulation.running import run, shrink

_ALIKE = 25
"""Characters of what a failure says that must stay while its plan is made short."""


def failure_of(seed: int, steps: int) -> tuple[int, str, str]:
    """Return what the plan of a seed breaks, and a short plan that breaks it, too; empty if nothing."""
    plan = generate(seed, steps)
    failure = run(plan)
    if failure is None:
        return seed, "", ""
    alike = failure.what[:_ALIKE]

    def fails(other: Plan) -> bool:
        found = run(other)
        return found is not None and found.what.startswith(alike)

    short = shrink(plan, fails)
    return seed, str(run(short)), formatted(short, f"Seed {seed}: {failure.what[:100]}")


def _run_file(path: Path) -> int:
    failure = run(parse(path.read_text()))
    print(failure or "Nothing was broken.")
    return 1 if failure else 0


def main() -> int:
    """Run, print, and exit with 1 if anything was broken."""
    options = argparse.ArgumentParser(prog="python -m tests.simulate")
    options.add_argument("plan", nargs="?", type=Path, help="a file with a plan")
    options.add_argument("--plans", type=int, default=1000)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--steps", type=int, default=USUAL)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--keep", type=Path)
    asked = options.parse_args()
    if asked.plan:
        return _run_file(asked.plan)
    started, broken = monotonic(), 0
    seeds = range(asked.first, asked.first + asked.plans)
    with ProcessPoolExecutor(asked.jobs) as workers:
        results = workers.map(failure_of, seeds, [asked.steps] * len(seeds), chunksize=4)
        for number, (seed, what, plan) in enumerate(results, 1):
            if what:
                broken += 1
                print(f"BROKEN, seed {seed}: {what}\n{plan}", flush=True)
                if asked.keep:
                    (asked.keep / f"seed-{seed}.plan").write_text(plan)
            if number % 1000 == 0 or number == len(seeds):
                print(f"{number:,} plans, {broken} broken, {monotonic() - started:,.0f} s", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
