"""Reading day marks from CSV: either every row is understood, or the bad ones are named."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState
from journal.domain.labels import folded
from journal.transfer.days import STATES, BadRows, Row, read_rows

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
    """Whether every row is of a day up to today, or a line is named."""
    try:
        return all(row.day <= TODAY for row in read_rows(text, latest=TODAY))
    except BadRows as error:
        return str(error).startswith(f"Line {error.lines[0]}: ")


@given(st.text(max_size=200))
def test_whatever_a_file_holds_is_read_or_named_by_line(text: str) -> None:
    assert read_or_named(text)
    assert read_or_named("focus,date,state,amount\n" + text)


def test_every_letter_of_the_field_has_a_word() -> None:
    assert {STATES[word] for word in ("clean", "used", "unknown", "mixed", "na")} == set(DayState)


def test_what_a_cell_holds_is_never_in_the_message() -> None:
    with pytest.raises(BadRows) as caught:
        read_rows("focus,date,state\nsecret,secret,secret\n", latest=TODAY)
    assert "secret" not in str(caught.value)


def test_labels_are_the_same_in_any_case_and_composition() -> None:
    assert folded(" CAFE\u0301 ") == folded("caf\u00e9")
