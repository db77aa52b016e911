"""Replay the plan of every bug of storage that was ever found: none of them breaks a promise any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.extent import long
from tests.support.simulation.generating import generate
from tests.support.simulation.plans import formatted, parse
from tests.support.simulation.running import run

FOUND = sorted((Path(__file__).parent / "found").glob("*.plan"))
SEEDS = range(1, 41)
MORE = range(41, 1041)
SHARDS = 10


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_no_bug_that_was_found_comes_back(path: Path) -> None:
    text = path.read_text()
    assert text.startswith("# "), "the first lines say what the bug was"
    assert run(parse(text)) is None


@pytest.mark.parametrize(
    "seeds", [SEEDS[:20], SEEDS[20:], *(long(MORE[shard::SHARDS]) for shard in range(SHARDS))], ids=str
)
def test_whatever_a_plan_does_nothing_that_must_be_there_is_lost(seeds: range) -> None:
    for seed in seeds:
        failure = run(generate(seed))
        assert failure is None, f"python -m tests.simulate --first {seed} --plans 1: {failure}"


def test_a_plan_parsed_from_its_text_is_the_same() -> None:
    plan = generate(1)
    assert parse(formatted(plan, "a comment\nof two lines")) == plan


def test_a_seed_always_gives_the_same_plan_and_result() -> None:
    assert generate(7) == generate(7)
    assert generate(7) != generate(8)
