"""Notes of a phone, a line each, wait in the inbox: encrypted, once, and with the time that they name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.cravings import Craving
from journal.domain.entries import Entry
from journal.errors import BadExport
from journal.importing.found import Present
from journal.importing.phone_notes import LONGEST_LINE, MOST, Notes, add_notes, read_notes
from journal.store.journal import Journal
from tests.conftest import NOON, ZONE

PRESENT = Present(NOON, ZONE, 240)


def notes(text: str, tmp_path: Path) -> Notes:
    file = tmp_path / "notes.txt"
    file.write_text(text, encoding="utf-8")
    return read_notes(file, PRESENT)


@pytest.mark.parametrize(
    ("line", "at", "text"),
    [
        ("2026-11-21 21:40 the bus again", datetime(2026, 11, 21, 20, 40, tzinfo=UTC), "the bus again"),
        ("2026-11-21T21:40:10: the bus again", datetime(2026, 11, 21, 20, 40, tzinfo=UTC), "the bus again"),
        ("- 21.11.2026, 21:40 - the bus again", datetime(2026, 11, 21, 20, 40, tzinfo=UTC), "the bus again"),
        ("[ ] 2026-11-21 the bus again", datetime(2026, 11, 21, 11, 0, tzinfo=UTC), "the bus again"),
        ("the bus again", NOON, "the bus again"),
        ("2026-13-41 the bus again", NOON, "2026-13-41 the bus again"),
        ("2026-12-24 the bus again", NOON, "2026-12-24 the bus again"),
        ("1.1 km to the bus", NOON, "1.1 km to the bus"),
    ],
)
def test_a_line_is_a_note_at_the_time_that_it_names_and_no_word_is_lost(
    line: str, at: datetime, text: str, tmp_path: Path
) -> None:
    (capture,) = notes(line, tmp_path).captures
    assert (capture.at, capture.zone, capture.text, capture.intensity) == (at, ZONE, text, None)


@pytest.mark.parametrize(
    ("line", "intensity", "text"),
    [("craving 7 at the bus", 7, "at the bus"), ("Ansia 10/10: el bus", 10, "el bus"), ("craving 11 bus", 1, None)],
)
def test_a_line_may_be_a_craving(line: str, intensity: int, text: str | None, tmp_path: Path) -> None:
    (capture,) = notes(line, tmp_path).captures
    assert (capture.intensity, capture.text) == ((intensity, text) if text else (None, line))


def test_the_notes_become_entries_and_cravings_once_they_are_kept(journal: Journal, tmp_path: Path) -> None:
    found = notes("2026-11-21 21:40 the bus again\n\ncraving 7 at the bus\nthe bus again\nthe bus again", tmp_path)
    add_notes(journal.path, found)
    journal.inbox.take_in()
    assert (len(journal.inbox.waiting()), found.undated) == (4, 3)
    kept = journal.inbox.keep(*(capture.uid for capture in journal.inbox.waiting()))
    assert [type(record) for record in kept].count(Craving) == 1
    assert sorted(record.text for record in kept if isinstance(record, Entry)) == ["the bus again"] * 3


def test_the_same_file_again_adds_nothing(journal: Journal, tmp_path: Path) -> None:
    found = notes("2026-11-21 21:40 the bus again\nthe bus again", tmp_path)
    for _ in range(2):
        add_notes(journal.path, found)
        journal.inbox.take_in()
        assert len(journal.inbox.waiting()) == 2
    journal.inbox.keep(*(capture.uid for capture in journal.inbox.waiting()))
    add_notes(journal.path, found)
    journal.inbox.take_in()
    assert journal.inbox.waiting() == []
    assert len(journal.entries) == 2


@pytest.mark.parametrize("text", ["", "\n \n", "x\n" * (MOST + 1), "x" * (LONGEST_LINE + 1)])
def test_what_does_not_fit_is_refused_as_a_whole(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadExport):
        notes(text, tmp_path)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("notes") / "notes.txt"
    file.write_bytes(data)
    try:
        found = read_notes(file, PRESENT)
    except BadExport:
        return
    assert len({capture.uid for capture in found.captures}) == len(found.captures)
