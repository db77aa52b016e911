"""Test the reader of any table: the person says what is what, and what nobody said is left out."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState
from journal.domain.labels import folded
from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.csv_cells import Unclear, read_when
from journal.importing.csv_columns import open_export
from journal.importing.found import FoundCheckIn, FoundDay, FoundEntry, FoundFocus, Reading
from journal.text import import_tracking as tracking_text
from tests.importing.exports import PRESENT, SAMPLES, is_read_or_refused, of_kind, read_bytes, words

TABLES = SAMPLES / "csv"
DAYS = {"date": "When", "focus": "Substance", "state": "Clean?", "amount": "How many", "text": "Thoughts"}


def read(name: str, **answers: str) -> Reading:
    return open_export(TABLES / name, PRESENT).read(answers)


def texts(reading: Reading) -> list[tuple[date, str]]:
    return [(one.when.day, one.text) for one in of_kind(reading, FoundEntry)]


def asked(name: str) -> dict[str, str]:
    return {one.name: one.cautious for one in open_export(TABLES / name, PRESENT).questions()}


def test_semicolons_and_old_windows_letters_are_read_and_the_guess_is_told() -> None:
    entries = of_kind(read("semicolon_cp1252.csv"), FoundEntry)

    assert [(one.title, one.text, one.tags) for one in entries] == [
        ("Müde", "Früh wach; dann Kaffee.", ("Schlaf", "Arbeit")),
        ("", "Größer als gestern.", ()),
    ]
    assert [one.doubts for one in entries] == [(tracking_text.ENCODING_GUESSED,)] * 2


def test_tabs_and_utf_16_are_read_without_a_doubt() -> None:
    entries = of_kind(read("tab_utf16.tsv"), FoundEntry)

    assert [(one.text, one.doubts) for one in entries] == [('Łódź, 5" of snow', ()), ("two\nlines", ())]


def test_utf_16_without_its_mark_is_read_and_the_guess_is_told() -> None:
    reading = read_bytes(open_export, "date,text\n2026-11-02,ä\n".encode("utf-16-le"))

    assert [(one.text, one.doubts) for one in of_kind(reading, FoundEntry)] == [
        ("ä", (tracking_text.ENCODING_GUESSED,))
    ]


def test_the_line_with_which_a_spreadsheet_names_its_separator_is_no_row() -> None:
    assert texts(read("sep_line.csv")) == [(date(2026, 11, 2), "uno, dos")]


def test_a_date_that_can_be_read_in_two_ways_is_asked_about_and_left_out_until_then() -> None:
    assert asked("ambiguous_dates.csv")["order"] == "leave"
    assert texts(read("ambiguous_dates.csv")) == [(date(2026, 5, 5), "fifth of May either way")]
    assert read("ambiguous_dates.csv").left_out == {tracking_text.ORDER_UNCLEAR: 1}
    assert texts(read("ambiguous_dates.csv", order="day"))[0][0] == date(2026, 4, 3)
    assert texts(read("ambiguous_dates.csv", order="month"))[0][0] == date(2026, 3, 4)


def test_a_date_that_shows_its_order_settles_that_of_its_column() -> None:
    assert "order" not in asked("month_first.csv")
    assert [day for day, _ in texts(read("month_first.csv"))] == [date(2026, 3, 4), date(2026, 3, 14)]
    assert [day for day, _ in texts(read("day_first.csv"))] == [date(2026, 4, 3), date(2026, 3, 14)]


def test_a_column_with_both_orders_is_asked_about() -> None:
    data = b"date,text\n14/03/2026,a\n03/14/2026,b\n03/04/2026,c\n"

    assert [text for _, text in texts(read_bytes(open_export, data))] == ["a", "b"]


def test_a_table_without_a_header_loses_no_row() -> None:
    reader = open_export(TABLES / "no_header.csv", PRESENT)
    choices = [(one.value, one.label) for one in reader.questions()[0].choices]

    assert choices == [("1", "Column 1"), ("2", "Column 2"), ("", "None")]
    assert texts(reader.read({"text": "2"})) == [(date(2026, 11, 2), "plain words"), (date(2026, 11, 3), "more words")]


def test_columns_of_the_same_name_or_of_none_can_be_chosen() -> None:
    reader = open_export(TABLES / "same_names.csv", PRESENT)

    assert [one.value for one in reader.questions()[0].choices] == ["date", "2", "3", "4", "mood", ""]
    assert texts(reader.read({"text": "4"})) == [(date(2026, 11, 2), "z")]


def test_without_an_answer_no_word_of_a_persons_own_makes_a_day_clean() -> None:
    answers = {name: column for name, column in DAYS.items() if name != "text"}
    reading = read("days.csv", **answers)

    assert of_kind(reading, FoundDay) == []
    assert reading.left_out == {tracking_text.STATE_UNKNOWN: 6, tracking_text.NO_FOCUS: 1}


def test_days_are_read_under_the_words_that_the_person_gave() -> None:
    reading = read("days.csv", **DAYS, clean="Yes", used="no")

    assert [(one.focus, one.day.day, one.state, one.amount) for one in of_kind(reading, FoundDay)] == [
        ("Alcohol", 1, DayState.CLEAN, None),
        ("Alcohol", 2, DayState.USED, Decimal("4.5")),
        ("Weed", 1, DayState.USED, Decimal(2)),
    ]
    assert [(one.label, one.start) for one in of_kind(reading, FoundFocus)] == [
        ("Alcohol", date(2026, 11, 1)),
        ("Weed", date(2026, 11, 1)),
    ]
    assert texts(reading) == [(date(2026, 11, 1), "Good day.")]


def test_of_two_states_of_a_day_the_more_cautious_one_counts_and_it_is_told() -> None:
    reading = read("days.csv", **DAYS, clean="yes", used="no")
    day = next(one for one in of_kind(reading, FoundDay) if one.day == date(2026, 11, 2))

    assert day.state is DayState.USED
    assert day.doubts == (tracking_text.TWO_STATES,)
    assert reading.left_out[tracking_text.ROW_TWICE] == 1


def test_the_words_of_the_days_import_are_known() -> None:
    data = b"date,focus,state\n2026-11-01,Alcohol,clean\n2026-11-02,Alcohol,na\n2026-11-03,Alcohol,used\n"

    assert [one.state for one in of_kind(read_bytes(open_export, data), FoundDay)] == [
        DayState.CLEAN,
        DayState.NOT_APPLICABLE,
        DayState.USED,
    ]


def test_days_without_a_column_for_it_are_about_what_the_person_says() -> None:
    data = b"date,state\n2026-11-01,clean\n"

    assert read_bytes(open_export, data).left_out == {tracking_text.NO_FOCUS: 1}
    assert [one.focus for one in of_kind(read_bytes(open_export, data, {"label": "Alcohol"}), FoundDay)] == ["Alcohol"]


@pytest.mark.parametrize(("scale", "moods"), [("leave", []), ("ten", [2, 5]), ("five", [2, 10]), ("one", [8, 0])])
def test_the_scale_of_moods_is_asked(scale: str, moods: list[int]) -> None:
    assert asked("semicolon_cp1252.csv")["scale"] == "leave"
    assert [one.mood for one in of_kind(read("semicolon_cp1252.csv", scale=scale), FoundCheckIn)] == moods


def test_the_last_mood_of_a_day_is_its_check_in() -> None:
    data = b"date,time,mood\n2026-11-01,22:00,7\n2026-11-01,9:00 AM,1\n2026-11-02,,3\n2026-11-02,,4\n"
    reading = read_bytes(open_export, data, {"scale": "ten"})

    assert [(one.when.day.day, one.mood) for one in of_kind(reading, FoundCheckIn)] == [(1, 7), (2, 4)]


def test_what_was_left_out_is_counted() -> None:
    data = b"date,text\nsomeday,a\n2027-01-01,b\n1899-01-01,c\n2026-11-01,\n31/02/2026,d\n"

    assert read_bytes(open_export, data).left_out == {
        tracking_text.NO_DATE: 2,
        tracking_text.IN_THE_FUTURE: 1,
        tracking_text.before_year(1900): 1,
        tracking_text.NOTHING_CHOSEN: 1,
    }
    assert read_bytes(open_export, data, {"date": ""}).left_out == {tracking_text.NO_DATE_COLUMN: 5}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026/11/2", date(2026, 11, 2)),
        ("20261102", date(2026, 11, 2)),
        ("2.11.2026", date(2026, 11, 2)),
        ("2 Nov 2026", date(2026, 11, 2)),
        ("November 2, 2026", date(2026, 11, 2)),
        ("2026-11-02 21:40", datetime(2026, 11, 2, 21, 40)),  # noqa: DTZ001  # a local time
        ("2026-11-02T21:40:05Z", datetime(2026, 11, 2, 21, 40, 5, tzinfo=UTC)),
        ("02/11/2026 9:40:05 PM", datetime(2026, 11, 2, 21, 40)),  # noqa: DTZ001  # a local time
        ("yesterday", None),
        ("31/02/2026", None),
        ("12", None),
        ("٢٠٢٦", None),
    ],
)
def test_dates_are_read_as_programs_write_them(cell: str, expected: date | None) -> None:
    assert read_when(cell, "day") == expected


def test_a_date_without_its_order_is_unclear() -> None:
    assert read_when("02/11/2026", "") is Unclear.ORDER


def test_a_row_known_to_the_day_says_so() -> None:
    assert of_kind(read("sep_line.csv"), FoundEntry)[0].when.precision is Precision.DAY


def test_days_that_a_spreadsheet_writes_as_their_midnight_stay_on_their_day() -> None:
    days = b"date,text\n2026-11-02 00:00:00,a\n2026-11-03 00:00:00,b\n"
    times = b"date,text\n2026-11-02 00:00:00,a\n2026-11-03 21:40:00,b\n"

    assert [day.day for day, _ in texts(read_bytes(open_export, days))] == [2, 3]
    assert [day.day for day, _ in texts(read_bytes(open_export, times))] == [1, 3]


def test_the_same_row_has_the_same_key_whatever_is_around_it() -> None:
    alone = read_bytes(open_export, b"date,text\n2026-11-02,a\n").found
    among = read_bytes(open_export, b"date;text;x\n2026-11-01;b;\n2026-11-02;a;y\n").found

    assert alone[0].key in {one.key for one in among}


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"date,text\n", b"a," * 300 + b"\n2026-11-02\n", b'date,text\n2026-11-02,"cut']
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(BadExport):
        read_bytes(open_export, data)


# Any table


rows = st.lists(
    st.tuples(
        st.dates(date(1950, 1, 1), date(2026, 11, 22)),
        words.filter(lambda text: len(folded(text.strip())) > 0),
        st.sampled_from(["clean", "used"]),
        st.none() | st.decimals(0, 1000, places=2),
        words,
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: (row[0], folded(row[1].strip())),
)


@given(
    rows, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["iso", "dots"])
)
def test_what_a_spreadsheet_writes_is_found_again(
    written: list[tuple[date, str, str, Decimal | None, str]], separator: str, encoding: str, form: str
) -> None:
    sheet = StringIO()
    writer = csv.writer(sheet, delimiter=separator, lineterminator="\r\n")
    writer.writerow(["Date", "Focus", "State", "Amount", "Text"])
    for day, *cells in written:
        writer.writerow([day.isoformat() if form == "iso" else f"{day:%d.%m.}{day.year}", *cells])
    reading = read_bytes(open_export, sheet.getvalue().encode(encoding))

    states = {"clean": DayState.CLEAN, "used": DayState.USED}
    assert [(one.day, folded(one.focus), one.state, one.amount) for one in of_kind(reading, FoundDay)] == [
        (day, folded(focus.strip()), states[state], amount) for day, focus, state, amount, _ in written
    ]
    assert texts(reading) == [(day, text.strip()) for day, *_, text in written]
    assert reading.left_out == {}


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda data: b"date,state,focus\n2026-11-02," + data))
def test_random_bytes_are_refused_or_read(data: bytes) -> None:
    assert is_read_or_refused(open_export, data)


@given(st.text("0123456789/.-: TZ+,amp", max_size=30), st.sampled_from(["", "day", "month"]))
def test_no_cell_breaks_the_reading_of_dates(cell: str, order: str) -> None:
    found = read_when(cell, order)

    assert found is None or isinstance(found, date | Unclear)
