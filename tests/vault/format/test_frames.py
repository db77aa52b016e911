"""Test records as bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.vault.files.contents import Contents
from journal.vault.format.frames import (
    LARGEST_RECORD,
    NOTE,
    TRANSACTION,
    Sealer,
    chained,
    fits,
    is_torn,
    read_frame,
    record_size,
    walk,
    whole_frame,
)
from tests.support.vault.journals import flipped

SEALER = Sealer(bytes(32), bytes(16), 1)
PREV = bytes(range(32))


def records(count: int) -> list[bytes]:
    """Return records 1 to `count` of 4,096 bytes."""
    return [SEALER.seal(TRANSACTION, seq, PREV, b"[]") for seq in range(1, count + 1)]


@given(payload=st.binary(max_size=40_000), seq=st.integers(1, 2**64 - 1), kind=st.integers(1, 4))
def test_a_record_is_read_back_as_it_was_sealed(payload: bytes, seq: int, kind: int) -> None:
    sealed = SEALER.seal(kind, seq, PREV, payload)
    record = SEALER.read(Contents.of(b"before" + sealed + b"after"), 6)
    assert record is not None
    assert (record.kind, record.flags, record.seq, record.size) == (kind, 0, seq, len(sealed))
    assert (record.prev_hash, record.payload, record.chain) == (PREV, payload, chained(PREV, sealed))


@given(length=st.integers(0, 5_000_000))
def test_a_record_is_padded_to_the_next_page_that_can_be_reached(length: int) -> None:
    size = record_size(length)
    assert size % 4096 == 0
    assert record_size(length - 1) <= size if length else size == 4096
    assert size - (28 + 56 + 36 + length + 16 * ((36 + length) // 16384 + 1)) < 2 * 4096


@pytest.mark.parametrize("length", [3960, 3961, 16_248, 16_249, 4_095_900, 4_096_000])
def test_records_around_the_page_limits_and_the_size_that_no_padding_reaches(length: int) -> None:
    sealed = SEALER.seal(NOTE, 1, PREV, bytes(length))
    assert len(sealed) == record_size(length)
    record = SEALER.read(Contents.of(sealed), 0)
    assert record is not None
    assert len(record.payload) == length


def test_the_smallest_and_the_snapshot_sizes_are_those_of_the_format() -> None:
    assert [record_size(length) for length in (0, 3960, 3961, 16_248, 16_249)] == [4096, 4096, 8192, 16384, 20480]


def test_the_largest_record_is_16_mib() -> None:
    assert fits(LARGEST_RECORD - 20_000)
    assert not fits(LARGEST_RECORD)
    with pytest.raises(ValueError, match="fit"):
        SEALER.seal(TRANSACTION, 1, PREV, bytes(LARGEST_RECORD))


def test_no_flipped_bit_makes_a_record_that_reads() -> None:
    sealed = records(1)[0]
    for at in range(len(sealed)):
        broken = flipped(sealed, at, at % 8)
        assert whole_frame(Contents.of(broken), 0) is None
        assert SEALER.read(Contents.of(broken), 0) is None


@pytest.mark.parametrize(
    "other",
    [Sealer(bytes(31) + b"\1", bytes(16), 1), Sealer(bytes(32), bytes(15) + b"\1", 1), Sealer(bytes(32), bytes(16), 2)],
    ids=["key", "file", "epoch"],
)
def test_a_record_of_another_key_file_or_epoch_does_not_read(other: Sealer) -> None:
    assert other.read(Contents.of(records(1)[0]), 0) is None


def test_walking_goes_on_behind_a_bad_record_wherever_the_next_one_starts() -> None:
    one, two, three = records(3)
    data = one + flipped(two, 100) + b"shifted" + three
    assert [(at, record.seq) for at, record in walk(Contents.of(data), 0, SEALER.read)] == [(0, 1), (8192 + 7, 3)]


def test_walking_never_goes_back_in_seq() -> None:
    one, two, _ = records(3)
    assert [record.seq for _, record in walk(Contents.of(two + one + two), 0, SEALER.read)] == [2]


def test_a_record_cut_anywhere_or_with_an_empty_sector_is_torn() -> None:
    sealed = SEALER.seal(TRANSACTION, 1, PREV, bytes(10_000))
    for end in range(0, len(sealed), 97):
        assert is_torn(Contents.of(sealed[:end]), 0)
    for sector in range(0, len(sealed), 512):
        assert is_torn(Contents.of(sealed[:sector] + bytes(512) + sealed[sector + 512 :]), 0)
    assert not is_torn(Contents.of(sealed), 0)
    assert not is_torn(Contents.of(flipped(sealed, 5000)), 0)


@given(data=st.binary(min_size=28, max_size=60))
def test_anything_else_is_no_frame(data: bytes) -> None:
    assert read_frame(Contents.of(data), 0) is None
    assert read_frame(Contents.of(b"\xa7RJ1" + data), 0) is None
