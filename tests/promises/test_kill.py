"""Kill a real writer again and again: everything it reported as saved is there. Two writers never mix."""

from __future__ import annotations

import os
import random
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import InUse
from journal.vault.vault import Vault
from tests.support.extent import thinned
from tests.support.vault.journals import create, open_vault, put, texts

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # threads of the test runner do not matter

SHARDS = 10
KILLS = 50
"""Kills in each shard: 500 in all, a tenth of them in `make test`."""

LONGEST = 0.012
"""Seconds that a writer lives at most after its first save: some thirty saves."""


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """Start a process that does the work with the writing end of a pipe; return its id and the reading end."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(0)
    os.close(writing)
    return process, reading


def write_on(path: Path, anchors: Path, first: int, tell: int) -> None:
    """Save entry after entry, preallocating or compacting now and then, and report each that was saved."""
    vault = open_vault(path, anchors=anchors)
    for number in range(first, first + 10_000):
        vault.commit([put(number)])
        os.write(tell, number.to_bytes(4))
        if number % 3 == 0:
            vault.preallocate()
        if number % 7 == 0:
            vault.compact()


def told(reading: int) -> list[int]:
    """Return all numbers that the pipe gave until it was closed."""
    data = b""
    while piece := os.read(reading, 65536):
        data += piece
    os.close(reading)
    return [int.from_bytes(data[at : at + 4]) for at in range(0, len(data) - 3, 4)]


@pytest.mark.parametrize("shard", thinned(range(SHARDS), every=SHARDS))
def test_whatever_a_killed_writer_had_saved_is_there(tmp_path: Path, shard: int) -> None:
    path, anchors, saved = tmp_path / "j.rj", tmp_path / "state", set[int]()
    chance = random.Random(shard)
    create(path, anchors=anchors).close()
    for kill in range(KILLS):
        first = kill * 10_000
        process, reading = child(lambda tell, first=first: write_on(path, anchors, first, tell))  # type: ignore[misc]
        select.select([reading], [], [], 30)
        select.select([], [], [], chance.uniform(0, LONGEST))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        now_saved = told(reading)
        assert now_saved
        saved |= set(now_saved)
        with open_vault(path, anchors=anchors) as vault:
            assert not vault.report.damaged
            assert not vault.report.rolled_back
            found = set(texts(vault))
            assert saved <= found <= saved | {max(now_saved) + 1}
            saved = found


def open_patiently(path: Path) -> Vault:
    """Open the journal as soon as nobody else has it open."""
    while True:
        try:
            return open_vault(path)
        except InUse:
            continue


def test_of_two_at_once_the_second_is_told_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "j.rj"
    create(path).close()

    def hold(tell: int) -> None:
        vault = open_vault(path)
        os.write(tell, b"held")
        vault.commit([put(1)])
        signal.pause()

    process, reading = child(hold)
    assert os.read(reading, 4) == b"held"
    try:
        with pytest.raises(InUse, match=f"process {process}") as caught:
            open_vault(path)
        assert caught.value.holder
        assert caught.value.holder.pid == process
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(reading)
    with open_vault(path) as vault:
        assert sorted(texts(vault)) in ([], [1])


def test_four_that_hammer_on_one_journal_lose_nothing(tmp_path: Path) -> None:
    path, rounds, each = tmp_path / "j.rj", 25, 4
    create(path).close()

    def hammer(tell: int, first: int) -> None:
        for number in range(first, first + rounds):
            with open_patiently(path) as vault:
                vault.commit([put(number)])
                if number % 5 == 0:
                    vault.compact()
            os.write(tell, number.to_bytes(4))

    children = [child(lambda tell, n=n: hammer(tell, n * 1000)) for n in range(each)]  # type: ignore[misc]
    saved = {number for _, reading in children for number in told(reading)}
    for process, _ in children:
        os.waitpid(process, 0)
    assert len(saved) == rounds * each
    with open_vault(path) as vault:
        assert set(texts(vault)) == saved
