"""Test how many records are missing, and when that number is only a lower bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.vault.format.header import HEADERS
from journal.vault.inspect_file import check
from tests.support.vault.journals import flipped, open_vault, put, record_places, write_entries

COUNT = 5


@pytest.fixture
def written(path: Path) -> bytes:
    """Make a journal of an empty snapshot and five entries."""
    write_entries(path, range(COUNT))
    return path.read_bytes()


def opened(path: Path) -> tuple[int, bool]:
    with open_vault(path, read_only=True) as vault:
        return vault.report.missing, vault.report.missing_at_least


def looked_at(path: Path) -> tuple[int, bool]:
    found = check(path)
    return found.missing, found.missing_at_least


def rotten(data: bytes, *numbers: int) -> bytes:
    """Flip a bit in the records with those numbers."""
    places = record_places(data)
    for number in numbers:
        data = flipped(data, places[number][0] + 100)
    return data


def test_of_a_whole_journal_nothing_is_missing(path: Path, written: bytes) -> None:
    assert opened(path) == looked_at(path) == (0, False)


@pytest.mark.parametrize("numbers", [(2,), (2, 3), (1, 4)])
def test_between_good_records_the_number_is_known(path: Path, written: bytes, numbers: tuple[int, ...]) -> None:
    path.write_bytes(rotten(written, *numbers))
    assert opened(path) == looked_at(path) == (len(numbers), False)


def test_behind_the_last_good_record_there_may_be_more(path: Path, written: bytes) -> None:
    path.write_bytes(rotten(written, -2, -1))
    assert opened(path) == looked_at(path) == (1, True)
    path.write_bytes(rotten(written, 2, -2, -1))
    assert opened(path) == looked_at(path) == (2, True)


def test_what_the_anchor_saw_may_not_be_all_that_was_written(path: Path, tmp_path: Path) -> None:
    write_entries(path, range(COUNT), anchors=tmp_path / "anchors")
    path.write_bytes(path.read_bytes()[: record_places(path.read_bytes())[-2][0] + 1000])
    with open_vault(path, anchors=tmp_path / "anchors", read_only=True) as vault:
        assert (vault.report.missing, vault.report.missing_at_least) == (2, True)


def test_before_the_first_good_record_there_may_be_more(path: Path, written: bytes) -> None:
    path.write_bytes(rotten(written, 0))
    assert opened(path) == looked_at(path) == (1, True)


def test_without_a_good_record_there_is_at_least_one(path: Path, written: bytes) -> None:
    path.write_bytes(written[:HEADERS])
    assert opened(path) == looked_at(path) == (1, True)
    path.write_bytes(rotten(written, *range(len(record_places(written)))))
    assert opened(path) == looked_at(path) == (1, True)


def test_the_snapshot_says_how_many_of_its_parts_are_missing(path: Path, written: bytes) -> None:
    with open_vault(path) as vault:
        vault.commit([put(number, "long " * 3000) for number in range(6)])
        vault.compact()
    path.write_bytes(rotten(path.read_bytes(), 0, 1))
    assert looked_at(path) == (1, True)  # without the key what the snapshot says cannot be read
    assert opened(path) == (2, False)


def test_where_nothing_is_missing_by_number_it_is_at_least_one(path: Path, written: bytes) -> None:
    start = record_places(written)[2][0]
    path.write_bytes(written[:start] + bytes(4096) + written[start:])
    assert opened(path) == looked_at(path) == (1, True)


def test_a_bad_copy_of_the_first_page_takes_no_record_away(path: Path, written: bytes) -> None:
    path.write_bytes(flipped(written, 100))
    assert opened(path) == looked_at(path) == (0, False)
