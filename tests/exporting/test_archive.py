"""Check that an archive brings back the same journal, adds only what is missing, and is refused whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from journal.domain.archive import FILE_NAME, FORMAT
from journal.domain.entries import Entry
from journal.domain.kinds import KINDS
from journal.domain.preferences import Preferences
from journal.domain.record import SCHEMA, Sensitivity
from journal.errors import BadExport
from journal.exporting.archive import archive
from journal.importing.archive import import_archive, parse_archive
from journal.store.capture import capture, fresh_capture
from journal.store.journal import Journal
from journal.text import archive as archive_text
from tests.conftest import CHEAP, NOON, PASSPHRASE
from tests.support.any_journal import Documents, journal_with, journals
from tests.support.canary_life import canaries_in, canary, every_canary, sow_canaries
from tests.support.extent import examples

UID = f"{7:032x}"
LATER = NOON + timedelta(days=400)


def without_moment(data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") if not line.startswith(b'"exported_at"'))


def write(journal: Journal, folder: Path) -> Path:
    file = folder / FILE_NAME
    file.write_bytes(archive(journal))
    return file


def changed(journal: Journal, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return the archive after a change of what it holds."""
    whole = json.loads(archive(journal))
    change(whole)
    return json.dumps(whole).encode()


@given(journals())
@settings(max_examples=examples(20))
def test_a_second_export_of_what_was_imported_is_equal_but_for_its_moment(documents: Documents) -> None:
    with journal_with(documents) as first, journal_with({}, LATER) as second:
        file = write(first, first.path.parent)
        result = import_archive(second, file)
        assert without_moment(archive(second)) == without_moment(file.read_bytes())
        assert result.number == sum(map(len, documents.values()))
        assert result.unreadable == result.present == 0
        for kind in KINDS:
            assert first.collection(kind.type).all() == second.collection(kind.type).all()
        assert first.preferences == second.preferences
        assert first.inbox.waiting() == second.inbox.waiting()
        assert import_archive(second, file).added == {}


@given(journals())
@settings(max_examples=examples(5))
def test_any_json_reader_finds_every_record_by_table_and_uid(documents: Documents) -> None:
    with journal_with(documents) as journal:
        whole = json.loads(archive(journal))
    assert {**whole, "exported_at": ""} == {
        "program": "recovery-journal",
        "format": FORMAT,
        "schema": SCHEMA,
        "exported_at": "",
        "tables": documents,
    }
    assert [*whole["tables"]] == sorted(documents)


def test_it_is_still_the_same_after_the_journal_was_closed(journal: Journal, tmp_path: Path) -> None:
    sow_canaries(journal)
    file = write(journal, tmp_path)
    other = tmp_path / "other.rj"
    with Journal.create(other, PASSPHRASE, clock=journal.clock, cost=CHEAP) as empty:
        import_archive(empty, file)
    with Journal.open(other, PASSPHRASE, clock=journal.clock) as again:
        assert archive(again) == file.read_bytes()


def test_every_word_is_in_it_whatever_its_sensitivity_but_no_deleted_earlier_or_half_typed_one(
    journal: Journal,
) -> None:
    sow_canaries(journal, Sensitivity.NEVER)
    journal.drafts.save("entry", {"text": canary("drafts", "text")})
    found = canaries_in(archive(journal).decode())
    assert found == every_canary()


def test_what_was_reviewed_since_does_not_wait_again(journal: Journal, tmp_path: Path) -> None:
    capture(journal.path, replace(fresh_capture(journal.clock), text="written while locked"))
    capture(journal.path, replace(fresh_capture(journal.clock), text="strong", intensity=8))
    journal.inbox.take_in()
    file = write(journal, tmp_path)
    kept = journal.inbox.keep(*(one.uid for one in journal.inbox.waiting()))
    found = import_archive(journal, file)
    assert (len(kept), found.number) == (2, 0)
    assert journal.inbox.waiting() == []


def test_waiting_captures_are_in_it_and_wait_again(journal: Journal, tmp_path: Path) -> None:
    capture(journal.path, replace(fresh_capture(journal.clock), text="written while locked"))
    journal.inbox.take_in()
    file = write(journal, tmp_path)
    with journal_with({}) as empty:
        import_archive(empty, file)
        assert [one.text for one in empty.inbox.waiting()] == ["written while locked"]
        empty.inbox.keep(*(one.uid for one in empty.inbox.waiting()))
        assert [one.text for one in empty.entries] == ["written while locked"]


def test_a_journal_that_is_not_empty_gets_only_what_it_lacks(journal: Journal, tmp_path: Path) -> None:
    same, mine, gone = (journal.entries.add(Entry(text=text)) for text in ("same", "theirs", "gone"))
    journal.set_preferences(Preferences(slip_word="lapse"))
    file = write(journal, tmp_path)
    journal.entries.replace(mine, Entry(text="mine, edited since"))
    journal.entries.remove(gone)
    journal.set_preferences(Preferences(slip_word="relapse"))

    told = import_archive(journal, file, dry_run=True)
    assert gone not in journal.entries
    assert (told.added, told.present, told.different) == ({"entries": [gone]}, 3, 2)

    assert import_archive(journal, file) == told
    assert [journal.entries.get(uid).text for uid in (same, mine, gone)] == ["same", "mine, edited since", "gone"]
    assert journal.preferences.slip_word == "relapse"


def test_one_undo_takes_all_of_it_back(journal: Journal, tmp_path: Path) -> None:
    with journal_with({}) as other:
        sow_canaries(other)
        file = write(other, tmp_path)
        import_archive(journal, file)
        assert len(journal.entries) == len(other.entries)
    undone = journal.undo()
    assert undone is not None
    assert len(journal.entries) == len(journal.people) == len(journal.cravings) == 0


def test_records_that_this_version_cannot_read_are_kept_and_told(journal: Journal, tmp_path: Path) -> None:
    document = {"uid": UID, "schema": 2, "text": ["of another shape"]}
    with journal_with({"entries": {UID: document}}) as other:
        result = import_archive(journal, write(other, tmp_path))
    assert (result.number, result.unreadable) == (1, 1)
    assert journal.documents.tables() == {"entries": {UID: document}}


@pytest.mark.parametrize("number", [[1], {"a": 1}, "2", None, 99.5])
def test_a_record_whose_number_of_the_layout_is_none_is_kept_and_told(
    journal: Journal, tmp_path: Path, number: object
) -> None:
    document = {"uid": UID, "schema": number, "text": "words"}
    with journal_with({"entries": {UID: document}}) as other:
        result = import_archive(journal, write(other, tmp_path))
    assert (result.number, result.unreadable) == (1, 1)
    assert journal.documents.tables() == {"entries": {UID: document}}
    assert list(journal.entries) == []


def with_record(record: Any, uid: str = UID) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["tables"]["entries"].update({uid: record})


def with_table(name: str, table: Any) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["tables"].update({name: table})


DAMAGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "no tables": lambda whole: whole.pop("tables"),
    "tables as a list": lambda whole: whole.update(tables=[]),
    "a table as a list": with_table("entries", []),
    "a table with a strange name": with_table("../entries", {}),
    "drafts": with_table("drafts", {UID: {"key": 1}}),
    "the bin": with_table("bin", {UID: {"table": "entries"}}),
    "settings that can't be read": with_table("preferences", {f"{1:032x}": {"notices": 7}}),
    "a strange uid": with_record({"text": ""}, "x"),
    "a record of another uid": with_record({"uid": "0" * 32}),
    "a record that is none": with_record("text"),
    "an empty record": with_record({}),
    "a number too large": with_record({"uid": UID, "n": [2**53]}),
    "an infinity": with_record({"uid": UID, "n": float("inf")}),
    "half a pair": with_record({"uid": UID, "text": "\ud800"}),
    "too many levels": with_record({"uid": UID, "n": json.loads("[" * 60 + "]" * 60)}),
    "no format": lambda whole: whole.pop("format"),
    "an older format": lambda whole: whole.update(format=0),
}


def refused(journal: Journal, file: Path, data: bytes) -> str:
    """Return with which sentence a file is refused, after a look at whether anything was imported."""
    file.write_bytes(data)
    with pytest.raises(BadExport) as error:
        import_archive(journal, file)
    assert journal.documents.tables() == {}
    return str(error.value)


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_archive_is_refused_whole(journal: Journal, tmp_path: Path, name: str) -> None:
    with journal_with({}) as other:
        other.entries.add(Entry(text="a good one"))
        data = changed(other, DAMAGES[name])
    assert refused(journal, tmp_path / "archive.json", data) == archive_text.DAMAGED


def test_a_file_that_ends_early_or_repeats_a_record_is_refused(journal: Journal, tmp_path: Path) -> None:
    with journal_with({}) as other:
        other.entries.add(Entry(text="a good one"))
        data = archive(other)
    file = tmp_path / "archive.json"
    line = next(line for line in data.split(b"\n") if b"a good one" in line)
    for broken in (data[:-5], data[:200], data.replace(line, line + b",\n" + line), b"[" * 100_000 + data):
        assert refused(journal, file, broken) == archive_text.DAMAGED


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"PK\x03\x04", b'{"entries": []}', b"\xff\xfe", b"[" * 9999]
)
def test_foreign_files_are_refused(journal: Journal, tmp_path: Path, data: bytes) -> None:
    assert refused(journal, tmp_path / "archive.json", data) == archive_text.NOT_AN_ARCHIVE


@pytest.mark.parametrize("where", ["format", "schema", "record"])
def test_what_a_newer_version_wrote_is_refused(journal: Journal, tmp_path: Path, where: str) -> None:
    def newer(whole: dict[str, Any]) -> None:
        holder = next(iter(whole["tables"]["entries"].values())) if where == "record" else whole
        holder["format" if where == "format" else "schema"] = 99

    with journal_with({}) as other:
        other.entries.add(Entry(text="a good one"))
        data = changed(other, newer)
    assert refused(journal, tmp_path / "archive.json", data) == archive_text.NEWER


def test_an_encrypted_one_is_refused_with_what_to_do(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "export.tar.age"
    assert refused(journal, file, b"age-encryption.org/v1\n-> ") == archive_text.ENCRYPTED


def test_a_file_over_the_limit_is_not_read(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.importing.archive.LARGEST_ARCHIVE", 1024**2)
    assert "larger than 1 MiB" in refused(journal, tmp_path / "archive.json", b" " * (1024**2 + 1))


def test_the_folder_is_taken_as_well(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(BadExport, match=r"no archive\.json"):
        import_archive(journal, tmp_path)
    with journal_with({}) as other:
        other.entries.add(Entry(text="a good one"))
        write(other, tmp_path)
    assert import_archive(journal, tmp_path).number == 1


def test_fields_of_the_future_are_brought_back(journal: Journal) -> None:
    document = {"uid": UID, "schema": 2, "text": "x", "weather": {"wind": [1, None]}}
    with journal_with({"entries": {UID: document}}) as other:
        assert parse_archive(archive(other))["entries"][UID] == document
