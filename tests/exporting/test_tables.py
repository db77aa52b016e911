"""Check that the CSV tables hold every record and that no cell can be taken for a formula, whatever separates cells."""

from __future__ import annotations

import csv
import unicodedata
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.kinds import KINDS
from journal.domain.medicines import Medicine
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.exporting.tables import as_text, csv_tables
from journal.store.journal import Journal
from tests.support.any_journal import Documents, journal_with, journals
from tests.support.canary_life import canaries_in, every_canary, sow_canaries
from tests.support.extent import examples

DANGEROUS = tuple("=+-@＝＋－＠\t\r")


def rows(data: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def is_number(cell: str) -> bool:
    try:
        return Decimal(cell).is_finite() and not cell.startswith("+")
    except ArithmeticError:
        return False


def acts(cell: str) -> bool:
    """Return whether a spreadsheet could take a cell for a formula, also one that ignores what cannot be seen.

    A cell may begin with a line end: a reader with another separator takes the quote after a text that ends with one
    for the beginning of a cell, and then comes the next row.
    """
    seen = "".join(letter for letter in cell if unicodedata.category(letter) not in ("Cc", "Cf", "Zs"))
    return cell.removeprefix("\r\n").startswith(DANGEROUS) or (seen.startswith(DANGEROUS) and not is_number(cell))


def test_a_text_that_ends_with_a_line_end_does_not_act_by_the_row_after_it(journal: Journal) -> None:
    for _ in range(2):
        journal.sessions.add(Session(checkin="=1\u2028"))
    cells = [cell for row in rows(csv_tables(journal)["tables/sessions.csv"], ";") for cell in row]
    assert any(cell.startswith("\r\n") for cell in cells)
    assert not any(map(acts, cells))


@given(journals())
@settings(max_examples=examples(15))
def test_no_cell_of_any_journal_acts(documents: Documents) -> None:
    with journal_with(documents) as journal:
        tables = csv_tables(journal)
    for name, data in tables.items():
        for separator in ",;\t":
            cells = [cell for row in rows(data, separator) for cell in row]
            assert [cell for cell in cells if acts(cell)] == [], (name, separator)


@given(st.text(st.sampled_from("=+-@＝＋＠;,\t\r\n \"'|a1\u00a0\u200b\u2028\ufeff\x00"), max_size=12))
@example('";=1')
@example(';"" =1')
@example("a\n\n=1")
@example("\u200b=1")
@example("\x00=1")
@example("\u200d=1")
@example(";\u200c\u200d=1")
def test_no_text_acts_in_a_table(text: str) -> None:
    sheet = StringIO(newline="")
    csv.writer(sheet).writerow(["uid", as_text(text), "end"])
    assert rows(sheet.getvalue().encode())[0][1] == as_text(text)
    for separator in ",;\t":
        for row in rows(sheet.getvalue().encode(), separator):
            assert [cell for cell in row if acts(cell)] == []


@pytest.mark.parametrize("text", ["", "plain", "a = b", "5 - 3", "it's", "a;b", "x@y.org", "Zoë, 🙂", "two\nlines"])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert as_text(text) == text


def test_a_list_in_a_text_gets_apostrophes_and_nothing_is_lost(journal: Journal) -> None:
    text = "- milk\n- bread"
    journal.entries.add(Entry(text=text))
    (_, row) = rows(csv_tables(journal)["tables/entries.csv"])
    assert "'- milk\n'- bread" in row
    assert next(iter(journal.documents.tables()["entries"].values()))["text"] == text


def test_there_is_a_table_of_each_kind_with_every_record_and_word(journal: Journal) -> None:
    sow_canaries(journal)
    tables = csv_tables(journal)
    assert {*tables} == {f"tables/{kind.table}.csv" for kind in KINDS}
    for kind in KINDS:
        header, *found = rows(tables[f"tables/{kind.table}.csv"])
        assert len(found) == len(journal.collection(kind.type))
        assert header == [name for name in kind.type.__struct_fields__ if name != "schema"]
        assert all(len(row) == len(header) for row in found)
    assert canaries_in(b"".join(tables.values()).decode()) == every_canary()


def test_a_spreadsheet_knows_the_encoding_and_numbers_stay_numbers(journal: Journal) -> None:
    focus = journal.focuses.add(Focus(label="alcohol"))
    journal.uses.add(Use(focus=focus, amount=Decimal("2.50"), note="with Zoë"))
    journal.medicines.add(Medicine(name="x", times=[480, 1200]))
    tables = csv_tables(journal)
    data = tables["tables/uses.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    header, row = rows(data)
    cells = dict(zip(header, row, strict=True))
    assert (cells["amount"], cells["note"], cells["cost"]) == ("2.50", "with Zoë", "")
    assert (cells["at"], cells["local_date"]) == ("2026-11-23T11:00:00Z", "2026-11-23")
    assert cells["prescribed"] in ("", "true", "false")
    assert "[480,1200]" in rows(tables["tables/medicines.csv"])[1]


def test_an_empty_journal_has_no_tables(journal: Journal) -> None:
    assert csv_tables(journal) == {}
