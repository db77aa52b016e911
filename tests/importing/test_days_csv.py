"""Test reading day marks from CSV: either every row is understood, or the bad ones are named."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState
from journal.domain.labels import folded
from journal.errors import BadRows, TooMuch
from journal.importing.days_csv import MOST_DIGITS, MOST_FOCUSES, MOST_ROWS, STATES, Row, import_days, read_rows
from journal.store.journal import Journal

TODAY = date(2026, 11, 23)

labels = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    str.strip
)
cells = st.tuples(
    labels,
    st.dates(date(1990, 1, 1), TODAY),
    st.sampled_from(sorted(STATES)),
    st.none() | st.decimals(0, 1000, places=2),
)


@given(st.lists(cells, max_size=20))
def test_what_a_spreadsheet_writes_is_read_as_it_was(written: list[tuple[str, date, str, Decimal | None]]) -> None:
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(("focus", "date", "state", "amount"))
    writer.writerows(written)
    assert read_rows(sheet.getvalue(), latest=TODAY) == [
        Row(line, label.strip(), day, STATES[state], amount)
        for line, (label, day, state, amount) in enumerate(written, 2)
    ]


def read_or_named(text: str) -> bool:
    """Return whether every row is of a day up to today, or that a line is named."""
    try:
        return all(row.day <= TODAY for row in read_rows(text, latest=TODAY))
    except BadRows as error:
        return str(error).startswith(f"Line {error.lines[0]}: ")


@given(st.text(max_size=200))
def test_whatever_a_file_holds_is_read_or_named_by_line(text: str) -> None:
    assert read_or_named(text)
    assert read_or_named("focus,date,state,amount\n" + text)


def test_every_letter_of_the_field_has_a_word() -> None:
    assert {STATES[word] for word in ("clean", "used", "unknown", "mixed", "na")} == set(DayState) - {DayState.WITHIN}
    assert DayState.WITHIN.value not in STATES  # it is worked out, never stored


def test_what_a_cell_holds_is_never_in_the_message() -> None:
    with pytest.raises(BadRows) as caught:
        read_rows("focus,date,state\nsecret,secret,secret\n", latest=TODAY)
    assert "secret" not in str(caught.value)


def test_labels_are_the_same_in_any_case_and_composition() -> None:
    assert folded(" CAFE\u0301 ") == folded("caf\u00e9")


def test_no_more_rows_and_no_more_focuses_are_read_than_one_import_takes() -> None:
    rows = ["focus,date,state"] + ["x,2026-11-22,clean"] * MOST_ROWS
    assert len(read_rows("\n".join(rows), latest=TODAY)) == MOST_ROWS
    with pytest.raises(TooMuch, match="100,000 rows"):
        read_rows("\n".join([*rows, rows[1]]), latest=TODAY)
    named = ["focus,date,state"] + [f"{number},2026-11-22,clean" for number in range(MOST_FOCUSES)]
    assert len(read_rows("\n".join(named), latest=TODAY)) == MOST_FOCUSES
    with pytest.raises(TooMuch, match="100 focuses"):
        read_rows("\n".join([*named, "another,2026-11-22,clean"]), latest=TODAY)


def test_rows_that_are_wrong_are_counted_too_so_that_no_file_is_read_for_ever() -> None:
    with pytest.raises(TooMuch):
        read_rows("focus,date,state\n" + "x,soon,clean\n" * (MOST_ROWS + 1), latest=TODAY)


@pytest.mark.parametrize("amount", ["2.50", "0.30000000000000004", "1E+3", "1e-3", "0"])
def test_an_amount_as_spreadsheets_write_it_is_taken(amount: str) -> None:
    (row,) = read_rows(f"focus,date,state,amount\nx,2026-11-22,used,{amount}\n", latest=TODAY)
    assert row.amount == Decimal(amount)


@pytest.mark.parametrize("amount", ["0." + "1" * (MOST_DIGITS + 1), "1e-999999", "0e999999", "0" * 99 + "." + "1" * 99])
def test_an_amount_of_more_digits_than_anybody_counts_is_named(amount: str) -> None:
    with pytest.raises(BadRows, match=f"Line 2: the amount has more than {MOST_DIGITS} digits"):
        read_rows(f"focus,date,state,amount\nx,2026-11-22,used,{amount}\n", latest=TODAY)


def test_an_import_says_how_far_it_is_and_every_row_twice(journal: Journal) -> None:
    told: list[int] = []
    days = [f"{TODAY - timedelta(days=number)}" for number in range(2_500)]
    rows = read_rows("focus,date,state\n" + "".join(f"x,{day},clean\n" for day in days), latest=TODAY)
    import_days(journal, rows, told.append)
    import_days(journal, rows, told.append)  # all of them are there already

    assert sum(told) == 2 * 2 * len(rows)
    assert len(told) > 4


def test_what_an_import_adds_is_one_step_of_undo(journal: Journal) -> None:
    rows = read_rows("focus,date,state\nx,2026-11-21,used\nx,2026-11-22,clean\ny,2026-11-22,-\n", latest=TODAY)
    import_days(journal, rows)
    journal.undo()
    assert (len(journal.marks), len(journal.focuses)) == (0, 0)
