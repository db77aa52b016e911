"""Test the reader of Loop Habit Tracker: no day is clean that nobody called clean, and no note is lost."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState
from journal.domain.labels import folded
from journal.errors import BadExport
from journal.importing.found import FoundDay, FoundEntry, FoundFocus, Reading
from journal.importing.loop import open_export
from journal.text import import_tracking as tracking_text
from tests.importing.exports import PRESENT, SAMPLES, cautious, is_read_or_refused, of_kind, read_bytes, words, zipped

LOOP = SAMPLES / "loop"
CLEAN, USED, SKIPPED = DayState.CLEAN, DayState.USED, DayState.NOT_APPLICABLE
WORDS = {2: "YES_MANUAL", 1: "YES_AUTO", 0: "NO", 3: "SKIP", -1: "UNKNOWN"}


def read(name: str, **answers: str) -> Reading:
    """Read a sample folder; answers by the name of the habit."""
    reader = open_export(LOOP / name, PRESENT)
    names = {one.name.removeprefix("loop:"): one.name for one in reader.questions()}
    return reader.read({names[habit.replace("_", " ")]: answer for habit, answer in answers.items()})


def days(reading: Reading, focus: str) -> dict[date, DayState]:
    return {one.day: one.state for one in of_kind(reading, FoundDay) if one.focus == focus}


def test_whether_yes_means_a_clean_day_is_asked_for_each_habit() -> None:
    questions = open_export(LOOP / "words", PRESENT).questions()

    assert [(one.name, [choice.value for choice in one.choices], one.cautious) for one in questions] == [
        ("loop:No alcohol, none", ["clean", "use", "leave"], "leave"),
        ("loop:Cigarettes per day", ["use", "leave"], "leave"),
        ("loop:Run", ["clean", "use", "leave"], "leave"),
    ]


def test_without_an_answer_no_day_is_known_and_every_note_is_kept() -> None:
    reading = cautious(open_export(LOOP / "words", PRESENT))

    assert of_kind(reading, FoundDay) == []
    assert of_kind(reading, FoundFocus) == []
    assert [(one.when.day, one.text) for one in of_kind(reading, FoundEntry)] == [
        (date(2026, 11, 6), "Was ill."),
        (date(2026, 11, 5), 'Sam\'s party, "just one".\nThen three.'),
        (date(2026, 11, 2), "A long day."),
    ]
    assert reading.left_out[tracking_text.HABIT_LEFT_OUT] == 10


def test_yes_can_be_a_clean_day_or_a_day_of_use() -> None:
    name = "No alcohol, none"
    clean = days(open_export(LOOP / "words", PRESENT).read({f"loop:{name}": "clean"}), name)
    use = days(open_export(LOOP / "words", PRESENT).read({f"loop:{name}": "use"}), name)

    first = date(2026, 11, 1)
    assert clean == {
        date(2026, 11, 5): USED,
        date(2026, 11, 4): CLEAN,
        date(2026, 11, 2): SKIPPED,
        first: CLEAN,
    }
    assert use == {day: {CLEAN: USED, USED: CLEAN}.get(state, state) for day, state in clean.items()}


def test_what_loop_worked_out_and_what_is_unknown_is_left_out_and_said() -> None:
    reading = open_export(LOOP / "words", PRESENT).read({"loop:No alcohol, none": "clean"})

    assert date(2026, 11, 3) not in days(reading, "No alcohol, none")
    assert reading.left_out[tracking_text.YES_AUTO] == 1
    assert reading.left_out[tracking_text.UNKNOWN_DAY] == 1


def test_numbers_of_a_measured_habit_are_thousandths_and_no_is_zero() -> None:
    reading = read("words", Cigarettes_per_day="use")

    assert [(one.day.day, one.state, one.amount) for one in of_kind(reading, FoundDay)] == [
        (5, USED, Decimal("4.5")),
        (4, CLEAN, None),
        (3, SKIPPED, None),
        (2, USED, Decimal(12)),
        (1, USED, Decimal("0.002")),
    ]
    assert [(one.label, one.unit, one.start) for one in of_kind(reading, FoundFocus)] == [
        ("Cigarettes per day", "cigarettes", date(2026, 11, 1))
    ]


def test_the_numbers_of_a_measured_habit_never_mean_clean_days() -> None:
    assert of_kind(read("words", Cigarettes_per_day="clean"), FoundDay) == []


def test_the_table_at_the_top_that_quotes_no_name_is_not_read() -> None:
    reading = open_export(LOOP / "words", PRESENT).read(
        {f"loop:{name}": "clean" for name in ("No alcohol, none", "Run")}
    )

    assert {one.day.year for one in of_kind(reading, FoundDay)} == {2026}


def test_an_export_of_numbers_without_a_header_is_read_as_one_of_words() -> None:
    reading = read("numbers", No_alcohol="clean", Pages="use")

    assert days(reading, "No alcohol") == {
        date(2019, 3, 6): CLEAN,
        date(2019, 3, 5): USED,
        date(2019, 3, 2): SKIPPED,
    }
    assert days(reading, "Pages") == {date(2019, 3, 6): USED, date(2019, 3, 4): CLEAN}
    assert [one.amount for one in of_kind(reading, FoundDay) if one.focus == "Pages"] == [Decimal("2.5"), None]


def test_where_every_day_is_listed_a_zero_is_not_taken_for_a_no() -> None:
    reading = read("every_day", Drank="use")

    assert days(reading, "Drank") == {date(2017, 3, 2): USED}
    assert reading.left_out == {tracking_text.OLD_ZERO: 2}


def test_the_same_day_of_the_same_habit_has_the_same_key_in_every_export() -> None:
    keys = [one.key for one in read("words", Cigarettes_per_day="use").found]

    assert "loop:Cigarettes per day" in keys
    assert "loop:Cigarettes per day/2026-11-05" in keys
    assert "loop:Cigarettes per day/2026-11-02/note" in keys
    assert len(set(keys)) == len(keys)


def test_the_zip_and_the_folder_hold_the_same() -> None:
    files = {path.relative_to(LOOP / "words").as_posix(): path.read_bytes() for path in (LOOP / "words").rglob("*.csv")}

    assert read_bytes(open_export, zipped(files)) == cautious(open_export(LOOP / "words", PRESENT))


def test_a_habit_whose_folder_has_no_letter_left_is_named_by_its_number() -> None:
    table = b"Date,Value,Notes\n2026-11-01,YES_MANUAL,\n"
    bare = {"004/Checkmarks.csv": table}
    listed = bare | {"Habits.csv": "Position,Name\n004,Без вина\n".encode()}

    for files, name in ((bare, "004"), (listed, "Без вина")):
        reading = read_bytes(open_export, zipped(files), {f"loop:{name}": "clean"})
        assert [one.focus for one in of_kind(reading, FoundDay)] == [name]


def test_two_habits_of_one_name_stay_two() -> None:
    table = b"Date,Value,Notes\n2026-11-01,YES_MANUAL,\n"
    reading = read_bytes(
        open_export,
        zipped({"001 Run/Checkmarks.csv": table, "002 Run/Checkmarks.csv": table}),
        {"loop:Run": "clean", "loop:Run (2)": "use"},
    )

    assert [(one.focus, one.state) for one in of_kind(reading, FoundDay)] == [("Run", CLEAN), ("Run (2)", USED)]


def test_days_that_cannot_be_are_left_out_and_said() -> None:
    table = (
        "Date,Value,Notes\n2027-01-01,YES_MANUAL,\n1899-12-31,YES_MANUAL,\n2026-02-30,YES_MANUAL,\n2026-11-01,MAYBE,\n"
    )
    table += "2026-11-02,NO,\n2026-11-02,YES_MANUAL,\n2026-11-03,7,\n"
    reading = read_bytes(open_export, zipped({"001 Run/Checkmarks.csv": table.encode()}), {"loop:Run": "clean"})

    # 7 is no word, so the habit is taken for a measured one, which has no clean days
    assert of_kind(reading, FoundDay) == []
    assert reading.left_out[tracking_text.IN_THE_FUTURE] == 1
    assert reading.left_out[tracking_text.before_year(1900)] == 1
    assert reading.left_out[tracking_text.NO_DATE] == 1
    assert reading.left_out[tracking_text.NOT_A_VALUE] == 1
    assert reading.left_out[tracking_text.DAY_TWICE] == 1


def test_of_a_day_that_is_there_twice_no_note_is_lost() -> None:
    table = b"Date,Value,Notes\n2026-11-02,NO,first\n2026-11-02,YES_MANUAL,second\n"
    reading = read_bytes(open_export, zipped({"001 Run/Checkmarks.csv": table}), {"loop:Run": "clean"})

    assert [one.text for one in of_kind(reading, FoundEntry)] == ["first\n\nsecond"]
    assert days(reading, "Run") == {date(2026, 11, 2): CLEAN}


def test_what_is_longer_than_a_record_is_left_out_and_said() -> None:
    habits = f"Position,Name\n001,{'n' * 1001}\n002,Run\n"
    rows = f"Date,Value,Notes\n2026-11-01,NO,{'x' * 2_000_001}\n"
    files = {"Habits.csv": habits, "001 n/Checkmarks.csv": rows, "002 Run/Checkmarks.csv": rows}
    reading = read_bytes(open_export, zipped({name: text.encode() for name, text in files.items()}))

    assert reading.found == []
    assert reading.left_out[tracking_text.NAME_TOO_LONG] == 1
    assert reading.left_out[tracking_text.TEXT_TOO_LONG] == 1


@pytest.mark.parametrize(
    "data", [b"", b"Date,Value,Notes\n", zipped({"other.txt": b"x"}), b"SQLite format 3\0", b"PK\3\4"]
)
def test_what_is_no_export_of_loop_is_refused(data: bytes) -> None:
    with pytest.raises(BadExport):
        read_bytes(open_export, data)


# The database


def database(version: int = 25, habits: str = "", *more: str, wal: bool = False, tmp_path: Path) -> bytes:
    """Return a database as Loop has it in a version, with rows of habits and repetitions as SQL."""
    path = tmp_path / "Loop Habits Backup.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        if wal:
            connection.execute("PRAGMA journal_mode = WAL")
        kind = ", type integer not null default 0, unit text not null default ''" if version >= 17 else ""
        uuid = ", uuid text" if version >= 24 else ""
        value = ", value integer not null default 2" if version >= 20 else ""
        notes = ", notes text" if version >= 25 else ""
        connection.execute(f"CREATE TABLE Habits (id integer primary key, name text, position integer{kind}{uuid})")
        connection.execute(
            f"CREATE TABLE Repetitions (id integer primary key, habit integer, timestamp integer{value}{notes})"
        )
        for statement in (habits, *more):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path.read_bytes()


def at(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000


DAY = date(2026, 11, 5)
ALCOHOL = "INSERT INTO Habits VALUES (7, 'No alcohol', 0, 0, '', 'a1b2')"


def test_a_database_is_read_with_its_notes_and_its_uuid(tmp_path: Path) -> None:
    rows = f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)}, 0, 'Three.'), (2, 7, {at(DAY) - 86_400_000}, 2, NULL)"
    reading = read_bytes(open_export, database(25, ALCOHOL, rows, tmp_path=tmp_path), {"loop:a1b2": "clean"})

    assert days(reading, "No alcohol") == {DAY: USED, DAY - timedelta(days=1): CLEAN}
    assert [(one.key, one.text) for one in of_kind(reading, FoundEntry)] == [("loop:a1b2/2026-11-05/note", "Three.")]
    assert of_kind(reading, FoundFocus)[0].key == "loop:a1b2"


def test_a_database_of_an_early_version_lacks_columns_and_is_read(tmp_path: Path) -> None:
    habit = "INSERT INTO Habits VALUES (7, 'No alcohol', 0)"
    data = database(15, habit, f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)})", tmp_path=tmp_path)
    reading = read_bytes(open_export, data, {"loop:No alcohol": "clean"})

    assert days(reading, "No alcohol") == {DAY: CLEAN}


def test_a_measured_habit_of_a_database_is_in_thousandths(tmp_path: Path) -> None:
    habit = "INSERT INTO Habits VALUES (7, 'Beer', 0, 1, 'l', 'a1b2')"
    data = database(25, habit, f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)}, 1500, '')", tmp_path=tmp_path)
    reading = read_bytes(open_export, data, {"loop:a1b2": "use"})

    assert [one.amount for one in of_kind(reading, FoundDay)] == [Decimal("1.5")]


def test_a_database_in_wal_mode_is_read(tmp_path: Path) -> None:
    rows = f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)}, 2, '')"
    data = database(25, ALCOHOL, rows, wal=True, tmp_path=tmp_path)

    assert data[18:20] == b"\2\2"
    assert len(of_kind(read_bytes(open_export, data, {"loop:a1b2": "clean"}), FoundDay)) == 1


def test_a_database_of_a_newer_version_is_refused_and_the_other_export_named(tmp_path: Path) -> None:
    with pytest.raises(BadExport, match="CSV"):
        read_bytes(open_export, database(26, ALCOHOL, tmp_path=tmp_path))


def test_reading_a_database_writes_nothing_and_changes_nothing(tmp_path: Path) -> None:
    data = database(25, ALCOHOL, f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)}, 2, '')", tmp_path=tmp_path)
    path = tmp_path / "Loop Habits Backup.db"
    before = sorted(tmp_path.iterdir())
    path.chmod(0o400)
    cautious(open_export(path, PRESENT))

    assert sorted(tmp_path.iterdir()) == before
    assert path.read_bytes() == data


def test_a_view_in_place_of_a_table_is_not_run(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS habit FROM n"
    data = database(25, "DROP TABLE Repetitions", f"CREATE VIEW Repetitions AS {endless}", tmp_path=tmp_path)

    with pytest.raises(BadExport):
        read_bytes(open_export, data)


@pytest.fixture(scope="module")
def small_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    rows = f"INSERT INTO Repetitions VALUES (1, 7, {at(DAY)}, 2, 'note')"
    return database(25, ALCOHOL, rows, tmp_path=tmp_path_factory.mktemp("loop"))


@given(st.data())
def test_a_damaged_database_is_refused_or_read(small_database: bytes, data: st.DataObject) -> None:
    whole = bytearray(small_database)
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=30)
    ):
        whole[place] = value
    cut = data.draw(st.integers(0, len(whole)))

    assert is_read_or_refused(open_export, bytes(whole[:cut]) if data.draw(st.booleans()) else bytes(whole))


# Any export


measured_values = st.integers(4, 10**9) | st.sampled_from([0, 1, 2, 3])
habits = st.tuples(words, st.booleans(), words).flatmap(
    lambda habit: st.tuples(
        st.just(habit),
        st.dictionaries(
            st.dates(date(1990, 1, 1), date(2026, 11, 22)),
            st.tuples(measured_values if habit[1] else st.sampled_from([0, 1, 2, 3, -1]), st.just("") | words),
            max_size=10,
        ),
    )
)


def exported(written: list[tuple[tuple[str, bool, str], dict[date, tuple[int, str]]]]) -> bytes:
    """Write habits as Loop does since 2.3.1."""
    listed, files = StringIO(), {}
    lines = csv.writer(listed, lineterminator="\n")
    lines.writerow(["Position", "Name", "Type", "Question", "Description", "Unit"])
    for number, ((name, measured, unit), entries) in enumerate(written, 1):
        lines.writerow([f"{number:03}", name, "NUMERICAL" if measured else "YES_NO", "", "", unit if measured else ""])
        table = StringIO()
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["Date", "Value", "Notes"])
        for day in sorted(entries, reverse=True):
            value, note = entries[day]
            rows.writerow([day.isoformat(), WORDS.get(value, str(value)), note])
        sane = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in " ._-"))
        files[f"{number:03} {sane}".strip() + "/Checkmarks.csv"] = table.getvalue().encode()
    return zipped({"Habits.csv": listed.getvalue().encode(), **files})


@given(st.lists(habits, max_size=4, unique_by=lambda habit: folded(habit[0][0].strip())))
def test_what_loop_exports_is_found_again(
    written: list[tuple[tuple[str, bool, str], dict[date, tuple[int, str]]]],
) -> None:
    if not written:
        return
    answers = {f"loop:{name.strip()}": "use" for (name, _, _), _ in written}
    reading = read_bytes(open_export, exported(written), answers)

    states = {2: USED, 0: CLEAN, 3: SKIPPED}
    expected: dict[tuple[str, date], tuple[DayState, Decimal | None]] = {}
    notes: dict[tuple[str, date], str] = {}
    for (name, measured, _), entries in written:
        for day, (value, note) in entries.items():
            if measured and value not in (0, 3):
                expected[name.strip(), day] = (USED, Decimal(value) / 1000)
            elif value in states:
                expected[name.strip(), day] = (states[value], None)
            if note:
                notes[name.strip(), day] = note.strip()
    assert {(one.focus, one.day): (one.state, one.amount) for one in of_kind(reading, FoundDay)} == expected
    assert {(one.title, one.when.day): one.text for one in of_kind(reading, FoundEntry)} == notes


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda data: b"PK\3\4" + data))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert is_read_or_refused(open_export, data)


@given(st.data())
def test_a_damaged_zip_is_refused_or_read(data: st.DataObject) -> None:
    files = {path.relative_to(LOOP / "words").as_posix(): path.read_bytes() for path in (LOOP / "words").rglob("*.csv")}
    whole = bytearray(zipped(files))
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=20)
    ):
        whole[place] = value
    cut = data.draw(st.integers(0, len(whole)))

    assert is_read_or_refused(open_export, bytes(whole[:cut]) if data.draw(st.booleans()) else bytes(whole))
