"""Check that files are read in bounded pieces: whatever the size of a file, only little of it is in memory."""

from __future__ import annotations

import os
import random
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from journal.errors import Damaged
from journal.text.errors import error_text
from journal.vault.files import contents
from journal.vault.files.contents import Contents, open_contents
from journal.vault.files.disk import PIECE, Disk
from journal.vault.inbox import CAPTURES, inbox_path
from journal.vault.inbox_import import ImportResult
from journal.vault.inspect_file import check, look
from tests.support.vault.captures import capture, noted, waiting
from tests.support.vault.journals import entries, open_vault, put, texts, write_entries

GIB = 1024**3
TIB = 1024 * GIB
MOST_MEMORY = 32 * 1024**2


@contextmanager
def little_memory() -> Iterator[None]:
    """Fail if more than 32 MiB are held at once."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEMORY


def grow(path: Path, size: int) -> None:
    """Make a file longer by a hole, as `truncate -s` does."""
    os.truncate(path, size)


@pytest.mark.parametrize("size", [3 * GIB, 15 * TIB])
def test_a_hole_of_any_length_behind_the_end_opens_and_is_saved_in(path: Path, tmp_path: Path, size: int) -> None:
    write_entries(path, range(3))
    grow(path, size)
    with little_memory():
        assert look(path).exists
        assert not check(path).damaged
        with open_vault(path) as vault:
            assert not any(astuple(vault.report))
            assert texts(vault) == entries(range(3))
            vault.commit([put(3)])
            vault.backup(tmp_path / "copy.rj")
            vault.compact()
    assert path.stat().st_size < PIECE
    assert (tmp_path / "copy.rj").stat().st_size < PIECE
    with open_vault(path) as vault:
        assert texts(vault) == entries(range(4))


def test_records_behind_a_hole_are_found(path: Path) -> None:
    write_entries(path, range(6))
    data = path.read_bytes()
    half = len(data) // 4096 // 2 * 4096
    with path.open("r+b") as file:
        file.seek(3 * GIB)
        file.write(data[half:])
        file.truncate()
    os.truncate(path, 3 * GIB + len(data) - half)
    with path.open("r+b") as file:
        file.seek(half)
        file.write(bytes(len(data) - half))
    with little_memory(), open_vault(path) as vault:
        assert vault.report.damaged
        assert texts(vault) == entries(range(6))


def test_more_data_than_a_journal_holds_is_refused_in_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_entries(path, range(3))
    path.write_bytes(path.read_bytes() + random.Random(1).randbytes(2 * PIECE))
    before = path.read_bytes()
    monkeypatch.setattr(contents, "LARGEST_FILE", PIECE)
    for reading in (lambda: open_vault(path), lambda: check(path)):
        with pytest.raises(Damaged, match="file-too-large") as refused:
            reading()
        assert error_text(refused.value).count(". ") == 0
    assert look(path).exists
    assert path.read_bytes() == before


@pytest.mark.parametrize("size", [3 * GIB, 15 * TIB])
def test_an_inbox_that_is_one_long_hole_costs_little_memory_and_no_note(path: Path, size: int) -> None:
    write_entries(path, range(1))
    capture(path, 1)
    grow(inbox_path(path), size)
    with little_memory(), open_vault(path) as vault:
        result = vault.take_in(CAPTURES)
        assert result.imported == 1
        assert result.set_aside
        assert waiting(vault) == noted(1)
    assert inbox_path(path).stat().st_size == 4096


def test_an_inbox_full_of_rubbish_costs_little_memory_and_is_kept(path: Path) -> None:
    write_entries(path, range(1))
    capture(path, 1)
    rubbish = random.Random(2).randbytes(40 * PIECE)
    with inbox_path(path).open("ab") as file:
        file.write(rubbish)
    with little_memory(), open_vault(path) as vault:
        assert vault.take_in(CAPTURES) == ImportResult(imported=1, set_aside=1)
    (kept,) = path.parent.glob("*.inbox.bad-*")
    assert kept.read_bytes().endswith(rubbish)


@given(
    data=st.lists(st.tuples(st.integers(0, 4 * PIECE), st.binary(min_size=1, max_size=50)), max_size=6),
    pattern=st.sampled_from([b"\xa7RJ1", b"ab"]),
    at=st.integers(0, 4 * PIECE),
)
def test_a_file_read_in_pieces_is_the_file(
    tmp_path_factory: pytest.TempPathFactory, data: list[tuple[int, bytes]], pattern: bytes, at: int
) -> None:
    path = tmp_path_factory.mktemp("contents") / "file"
    with path.open("wb") as file:
        for offset, piece in data:
            file.seek(offset)
            file.write(piece + pattern)
    whole = path.read_bytes()
    with open_contents(Disk(), path) as found:
        assert found.size == len(whole)
        assert found.end == len(whole.rstrip(b"\0"))
        assert found.find(pattern, at) == whole.find(pattern, at)
        assert found.view(at, 100) == whole[at : at + 100]
        copy = bytearray(len(whole))
        for offset, piece in found.pieces():
            copy[offset : offset + len(piece)] = piece
        assert copy == whole
        assert found.is_same(Contents.of(whole + bytes(7)))
        assert not found.is_same(Contents.of(whole + b"\1"))


@given(st.integers(1, 3 * PIECE))
def test_a_pattern_across_two_pieces_is_found(offset: int) -> None:
    data = bytes([7]) * offset + b"\xa7RJ1" + bytes([7]) * PIECE
    assert Contents.of(data).find(b"\xa7RJ1", 0) == offset
