"""Check that ``journal import days`` imports all rows or none."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from journal.cli.commands import import_days
from journal.domain.days import DayState, Mark, MarkSource
from journal.domain.focuses import Focus, FocusKind
from journal.domain.uses import Use
from journal.store.journal import Journal
from tests.cli.conftest import Filling
from tests.support.commands import Command, Ended

HEADER = "focus,date,state,amount\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "days.csv"


def taken(command: Command, sheet: Path, rows: str, *, header: str = HEADER) -> Ended:
    sheet.write_text(header + rows, encoding="utf-8")
    return command("import", "days", str(sheet), "--json")


def days(command: Command, as_of: str) -> dict[str, object]:
    (told,) = command("days", "--as-of", as_of, "--json").value
    return dict(told)


def test_a_focus_that_is_missing_is_made_from_its_first_date(command: Command, sheet: Path, fill: Filling) -> None:
    ended = taken(command, sheet, "alcohol,2025-03-05,clean,\nalcohol,2025-03-04,used,2.5\nalcohol,2025-03-06,-,\n")
    assert (ended.code, ended.value["imported"], ended.value["focuses_made"]) == (0, 3, ["alcohol"])
    told = days(command, "2025-03-06")
    assert (told["clean_days"], told["used_days"], told["last_use"]) == (2, 1, "2025-03-04")
    fill(_marks_are_imports)


def _marks_are_imports(journal: Journal) -> None:
    (focus,) = journal.focuses
    assert (focus.kind, focus.start) == (FocusKind.CUSTOM, date(2025, 3, 4))
    assert {mark.source for mark in journal.marks} == {MarkSource.IMPORT}
    assert all(mark.back_filled for mark in journal.marks)
    assert [str(mark.amount) for mark in journal.marks] == ["2.5", "None", "None"]


def test_all_words_and_letters_are_understood(command: Command, sheet: Path, fill: Filling) -> None:
    states = ("clean", "Used", "UNKNOWN", "mixed", "na", "-", "+", "o", "*", "_")
    rows = "".join(f"x,2026-11-{n:02},{state},\n" for n, state in enumerate(states, 1))
    assert taken(command, sheet, rows).value["imported"] == 10

    def as_told(journal: Journal) -> None:
        assert "".join(mark.state for mark in journal.marks) == "-+o*_-+o*_"

    fill(as_told)


def test_columns_may_come_in_any_order_after_a_byte_order_mark_and_without_amounts(
    command: Command, sheet: Path
) -> None:
    ended = taken(command, sheet, '2025-03-04,clean,"late, tired"\r\n', header="\ufeffDate,State,Focus\r\n")
    assert ended.value["focuses_made"] == ["late, tired"]


BAD = {
    "x,2025-03-04,sober,": "state",
    "x,4.3.2025,clean,": "date",
    "x,2026-11-24,clean,": "in the future",
    "x,1025-03-04,clean,": "1900",
    ",2025-03-04,clean,": "label",
    "x,2025-03-04,clean,much": "amount",
    "x,2025-03-04,clean,-1": "amount",
    "x,2025-03-04,clean,NaN": "amount",
    "x,2025-03-04": "state",
    "x,2025-03-04,used,2,5": "more cells",
    "x,2025-03-04,used,1e99": "amount",
    "x,2025-03-03,used,": "already marked",
}


@pytest.mark.parametrize(("row", "reason"), BAD.items(), ids=BAD.values())
def test_a_bad_row_is_named_by_line_and_nothing_is_imported(
    command: Command, sheet: Path, row: str, reason: str
) -> None:
    ended = taken(command, sheet, f"x,2025-03-03,clean,\n{row}\nx,2025-03-05,clean,\n")
    assert ended.code == 1
    assert "Line 3:" in ended.err
    assert reason in ended.err
    assert "Nothing was imported." in ended.err
    assert command("days", "--json").value == []


def test_several_bad_rows_are_all_named_but_not_hundreds(command: Command, sheet: Path) -> None:
    err = taken(command, sheet, "x,2025-03-04,sober,\n" * 30).err
    assert err.count("Line ") == 10
    assert "And 20 more." in err


@pytest.mark.parametrize("header", ["", "date,state\n", "focus;date;state\n", "focus,date,state,state\n"])
def test_a_file_without_the_columns_is_refused(command: Command, sheet: Path, header: str) -> None:
    ended = taken(command, sheet, "x,2025-03-04,clean,\n", header=header)
    assert ended.code == 1
    assert "Line 1:" in ended.err


def test_what_is_no_csv_is_refused(command: Command, sheet: Path) -> None:
    assert taken(command, sheet, 'x,"2025-03-04,clean,\n').code == 1
    sheet.write_bytes(HEADER.encode() + b"caf\xe9,2025-03-04,clean,\n")
    assert command("import", "days", str(sheet)).code == 1
    assert command("import", "days", str(sheet.with_name("none.csv"))).code == 2


def a_marked_day(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="Alcohol", start=date(2025, 3, 1)))
    journal.marks.add(Mark(focus=focus, local_date=date(2025, 3, 4), state=DayState.USED))
    journal.uses.add(Use(focus=focus, local_date=date(2025, 3, 8)))


def test_a_row_that_contradicts_a_mark_is_named_and_nothing_is_imported(
    command: Command, sheet: Path, fill: Filling
) -> None:
    fill(a_marked_day)
    ended = taken(command, sheet, "alcohol,2025-03-05,clean,\nalcohol,2025-03-04,clean,\nalcohol,2025-03-08,clean,\n")
    assert ended.code == 1
    assert "Line 3: this day is already marked differently. Line 4: a use is logged on this day." in ended.err
    assert days(command, "2025-03-05")["clean_days"] == 0


def test_what_is_there_already_is_skipped(command: Command, sheet: Path, fill: Filling) -> None:
    fill(a_marked_day)
    rows = "alcohol,2025-03-04,used,\nalcohol,2025-03-05,clean,\nalcohol,2025-03-05,clean,\n"
    assert (taken(command, sheet, rows).value["imported"], taken(command, sheet, rows).value["imported"]) == (1, 0)


def test_an_earlier_date_moves_the_start_of_a_focus_and_says_so(command: Command, sheet: Path, fill: Filling) -> None:
    fill(a_marked_day)
    ended = taken(command, sheet, "alcohol,2025-02-27,clean,\n")
    assert ended.value["starts_moved"] == {"Alcohol": "2025-02-27"}
    assert days(command, "2025-02-28")["clean_days"] == 1


def many_rows(number: int) -> str:
    """Return rows of that many clean days in a row, from 1 January 1980 on."""
    first = date(1980, 1, 1).toordinal()
    return "".join(f"x,{date.fromordinal(first + n)},clean,\n" for n in range(number))


def test_a_long_file_is_one_transaction(command: Command, sheet: Path, path: Path) -> None:
    ended = taken(command, sheet, many_rows(9_000))
    assert (ended.code, ended.value["imported"], ended.err) == (0, 9_000, "")
    assert days(command, "2004-08-21")["clean_days"] == 9_000
    assert not path.with_name(f"{path.name}.1").exists()  # one record was added: no new file was needed


def test_on_a_terminal_a_long_import_shows_how_far_it_is(
    command: Command, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.write_text(HEADER + many_rows(import_days.MANY_ROWS), encoding="utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ended = command("import", "days", str(sheet))
    assert (ended.code, ended.out) == (0, "Imported 10,000 days; 0 were already there.\nAdded a focus: x.\n")
    assert "Importing 10,000 rows" in ended.err
    assert "100%" in ended.err
    assert command("import", "days", str(sheet), "--json").err == ""


def test_a_file_with_too_much_in_it_says_what_that_nothing_was_changed_and_what_to_do(
    command: Command, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.importing.days_csv.MOST_ROWS", 4)
    monkeypatch.setattr("journal.importing.days_csv.MOST_FOCUSES", 2)
    monkeypatch.setattr(import_days, "LARGEST_FILE", 1024 * 1024)
    to_do = "Nothing was imported. Split it into smaller files and import them one after the other.\n"
    named = "".join(f"{label},2026-11-22,clean,\n" for label in "abc")

    assert taken(command, sheet, many_rows(5)) == (1, "", f"The file has more than 4 rows. {to_do}")
    assert taken(command, sheet, named) == (1, "", f"The file names more than 2 focuses. {to_do}")
    assert taken(command, sheet, "#" * 1024 * 1024) == (1, "", f"The file is larger than 1 MiB. {to_do}")
    assert command("days", "--json").value == []
    assert taken(command, sheet, many_rows(4)).code == 0


def test_of_a_file_without_an_end_only_so_much_is_read(command: Command) -> None:
    ended = command("import", "days", "/dev/zero", passphrase=None)
    assert ended.code == 1
    assert ended.err.startswith("The file is larger than 16 MiB. Nothing was imported.")
