"""Damage every byte of a journal of 64 KiB, lose or double every block: always reported, nothing else lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec.structs import astuple

from journal.errors import Damaged, NotAJournal
from journal.vault.crypto.keys import Keys
from journal.vault.files.contents import Contents
from journal.vault.files.disk import Disk
from journal.vault.format.frames import BLOCK, Frame, Record, Sealer, whole_frame
from journal.vault.format.header import HEADERS
from journal.vault.inspect_file import checked
from journal.vault.merge import merge
from journal.vault.open_file import Opening, read_opened
from journal.vault.rollback_anchor import AnchorState
from tests.support.extent import thinned
from tests.support.vault.journals import create, entries, flipped, put, record_places

SIZE = 64 * 1024
SHARDS = 8
SNAPSHOT = range(12)
AFTER = range(12, 24)


class Whole(NamedTuple):
    """A journal of 64 KiB and all that is needed to read it without a disk."""

    data: bytes
    keys: Keys
    seen: AnchorState
    records: list[tuple[int, int]]
    holds: list[set[int]]
    """The entries that each record holds."""
    generation: bytes

    def opened(self, data: bytes, *, anchor: bool = True) -> Opening:
        """Open these bytes, with or without the anchor; return the report."""
        known: Any = KnownAnchor(self.seen) if anchor else None
        return read_opened(Disk(), Path("/none/j.rj"), Contents.of(data), lambda page: self.keys, lambda *_: known)

    def hit(self, start: int, end: int) -> set[int]:
        """Return the entries in the records that this range of bytes touches."""
        touched = [held for (a, b), held in zip(self.records, self.holds, strict=True) if a < end and start < b]
        return set().union(*touched)


class KnownAnchor(NamedTuple):
    """An anchor kept in memory."""

    seen: AnchorState

    def read(self) -> AnchorState:
        return self.seen


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    path = tmp_path_factory.mktemp("journal") / "j.rj"
    with create(path) as vault:
        vault.commit([put(number) for number in SNAPSHOT])
        vault.compact()
        generation = path.with_name(path.name + ".1").read_bytes()
        for number in AFTER:
            vault.commit([put(number)])
        keys, point = vault._file.keys, vault._file.point
    data = path.read_bytes()
    assert len(data) == SIZE
    places = record_places(data)
    assert all(end - start == BLOCK for start, end in places)
    holds = [set(SNAPSHOT), set(), *({number} for number in AFTER)]
    return Whole(data, keys, AnchorState(point, 0), places, holds, generation)


@pytest.fixture(autouse=True)
def remembering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cache the reading of a record, which gives the same every time."""
    read = Sealer.read

    @lru_cache(64)
    def opened(sealer: Sealer, block: bytes) -> Record | None:
        return read(sealer, Contents.of(block), 0)

    @lru_cache(64)
    def whole(block: bytes) -> Frame | None:
        return whole_frame(Contents.of(block), 0)

    monkeypatch.setattr(Sealer, "read", lambda sealer, data, at: opened(sealer, bytes(data.view(at, BLOCK))))
    monkeypatch.setattr("journal.vault.inspect_file.whole_frame", lambda data, at: whole(bytes(data.view(at, BLOCK))))


def held(opening: Opening) -> dict[int, str]:
    return {int(key, 16): document["text"] for key, document in opening.found.state.tables.get("entries", {}).items()}


def without(lost: set[int]) -> dict[int, str]:
    return {number: text for number, text in entries(range(24)).items() if number not in lost}


@pytest.mark.parametrize("shard", thinned(range(SHARDS), every=SHARDS))
def test_a_bit_turned_in_any_byte_is_told_and_costs_only_its_record(whole: Whole, shard: int) -> None:
    for at in range(shard, SIZE, SHARDS):
        data = flipped(whole.data, at, at // SHARDS % 8)
        opening = whole.opened(data)
        assert opening.report.damaged, at
        assert opening.report.unfinished is None, at
        assert opening.report.unreadable == (at >= HEADERS), at
        assert held(opening) == without(whole.hit(at, at + 1)), at
        by_checksums = checked(Contents.of(data))
        assert by_checksums.damaged or by_checksums.unfinished, at


@pytest.mark.parametrize("shard", thinned(range(SHARDS), every=SHARDS))
def test_without_an_anchor_the_very_last_record_may_pass_for_an_unfinished_save_and_is_told_too(
    whole: Whole, shard: int
) -> None:
    last, _ = whole.records[-1]
    for at in range(shard, SIZE, SHARDS * 5):
        report = whole.opened(flipped(whole.data, at, at % 8), anchor=False).report
        assert (report.unfinished is not None) == (at >= last), at
        assert report.damaged == (at < last), at


BLOCKS: dict[str, Callable[[bytes, int, int], bytes]] = {
    "zeroed": lambda data, start, end: data[:start] + bytes(end - start) + data[end:],
    "doubled": lambda data, start, end: data[:end] + data[start:end] + data[end:],
    "over the next": lambda data, start, end: data[:end] + data[start:end] + data[2 * end - start :],
    "lost": lambda data, start, end: data[:start] + data[end:],
}


def blocks() -> Iterator[tuple[int, int]]:
    """Yield ranges of one sector, one block, and four."""
    for size in (512, BLOCK, 4 * BLOCK):
        for start in range(0, SIZE, size):
            yield start, start + size


@pytest.mark.parametrize("how", BLOCKS)
def test_a_block_that_went_bad_is_told_and_costs_only_the_records_it_touches(whole: Whole, how: str) -> None:
    for start, end in blocks():
        data = BLOCKS[how](whole.data, start, end)
        touched = whole.hit(start, 2 * end - start if how == "over the next" else end)
        try:
            opening = whole.opened(data)
        except (Damaged, NotAJournal):
            assert start < HEADERS
            continue
        assert any(astuple(opening.report)) == (data != whole.data), (start, end)
        assert set(held(opening).items()) >= set(without(touched).items()), (start, end)
        assert held(opening).items() <= entries(range(24)).items()


def test_nothing_is_lost_that_a_generation_holds(whole: Whole) -> None:
    earlier = whole.opened(whole.generation, anchor=False).found.state
    for start, end in blocks():
        if start < HEADERS:
            continue
        data = BLOCKS["zeroed"](whole.data, start, end)
        healed = merge(whole.opened(data).found.state, earlier).state
        back = {int(key, 16) for key in healed.tables["entries"]}
        assert back >= set(range(24)) - (whole.hit(start, end) - set(SNAPSHOT))


def test_the_whole_journal_is_found_whole(whole: Whole) -> None:
    opening = whole.opened(whole.data)
    assert not any(astuple(opening.report))
    assert held(opening) == entries(range(24))
    assert not checked(Contents.of(whole.data)).damaged
