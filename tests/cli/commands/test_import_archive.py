"""Check ``journal import archive``: what it says first, when it asks, and that only missing records are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.entries import Entry
from journal.exporting.archive import archive
from journal.store.journal import Journal
from journal.text import archive as archive_text
from journal.text.commands import import_archive as command_text
from tests.cli.conftest import Filling
from tests.support.any_journal import journal_with
from tests.support.canary_life import canaries_in, sow_canaries
from tests.support.commands import Command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an archive with two entries."""
    with journal_with({}) as other:
        other.entries.add_many([Entry(text="one"), Entry(text="two")])
        path = tmp_path / "archive.json"
        path.write_bytes(archive(other))
    return path


def entries(fill: Filling) -> list[str]:
    texts: list[str] = []
    fill(lambda journal: texts.extend(one.text for one in journal.entries))
    return sorted(texts)


def test_a_dry_run_only_tells(command: Command, fill: Filling, file: Path) -> None:
    ended = command("import", "archive", str(file), "--dry-run")
    assert (ended.code, ended.out) == (0, "Would add 2 records.\n  2 entries\n")
    assert entries(fill) == []


def test_without_a_terminal_it_adds_only_with_yes(command: Command, fill: Filling, file: Path) -> None:
    ended = command("import", "archive", str(file))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.endswith(f"{command_text.NEEDS_YES}\n")
    assert entries(fill) == []
    assert command("import", "archive", str(file.parent), "--yes").out == "Added 2 records.\n  2 entries\n"
    assert entries(fill) == ["one", "two"]
    assert command("import", "archive", str(file), "--yes").out == f"{archive_text.NOTHING_NEW}\n"


@pytest.mark.parametrize(("answer", "added"), [(b"y\n", ["one", "two"]), (b"n\n", []), (b"\n", [])])
def test_on_a_terminal_it_asks_after_it_told(
    command: Command, fill: Filling, file: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, added: list[str]
) -> None:
    monkeypatch.setattr("journal.cli.stdin.is_terminal", lambda: True)
    ended = command("import", "archive", str(file), stdin=answer)
    assert ended.code == (0 if added else 1)
    assert ended.err.startswith("Would add 2 records.\n  2 entries\nAdd these 2 records? [y/N]: ")
    assert entries(fill) == added


def test_what_is_there_and_differs_stays_and_is_told(command: Command, fill: Filling, file: Path) -> None:
    command("import", "archive", str(file), "--yes")

    def edit(journal: Journal) -> None:
        one, two = journal.entries
        journal.entries.replace(one.uid, Entry(text="edited"))
        journal.entries.remove(two.uid)

    fill(edit)
    ended = command("import", "archive", str(file), "--yes")
    assert ended.out.splitlines() == [
        *("Added 1 record.", "  1 entry", archive_text.present(1), archive_text.different(1)),
    ]
    assert "edited" in entries(fill)
    value = command("import", "archive", str(file), "--yes", "--json").value
    assert value == {"added": {}, "number": 0, "present": 2, "different": 1, "unreadable": 0}


def test_a_foreign_file_is_one_sentence(command: Command, tmp_path: Path) -> None:
    foreign = tmp_path / "days.csv"
    foreign.write_text("focus,date,state\nsecretword,2026-11-01,clean\n", encoding="utf-8")
    ended = command("import", "archive", str(foreign), "--yes")
    assert (ended.code, ended.out, ended.err) == (1, "", f"{archive_text.NOT_AN_ARCHIVE}\n")


def test_accessible_lines_are_flat_and_hold_no_words_of_the_person(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with journal_with({}) as other:
        sow_canaries(other)
        (tmp_path / "archive.json").write_bytes(archive(other))
    monkeypatch.setenv("ACCESSIBLE", "1")
    ended = command("import", "archive", str(tmp_path), "--yes")
    assert ended.code == 0
    assert not [line for line in ended.out.splitlines() if line.startswith(" ") or "  " in line]
    assert canaries_in(ended.out + ended.err) == set()
