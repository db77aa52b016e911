"""Test the reader of Daylio: every mood is kept, the month is right, and the PIN in the backup is never read."""

from __future__ import annotations

import csv
import gc
import json
import pickle
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing import daylio
from journal.importing.daylio import MOOD_NAMES, open_export
from journal.importing.findings import MOOD_OF_GROUP
from journal.importing.found import FoundCheckIn, FoundEntry, Reading
from journal.importing.plain_html import to_plain
from journal.text import import_tracking as tracking_text
from tests.importing.exports import PRESENT, SAMPLES, cautious, is_read_or_refused, of_kind, read_bytes, words, zipped

DAYLIO = SAMPLES / "daylio"
BACKUP = (DAYLIO / "backup.json").read_bytes()
PIN = "739164028517"


def packed(backup: bytes) -> bytes:
    """Return a backup as Daylio packs it."""
    return zipped({"backup.daylio": b64encode(backup), "assets/photos/x": b"jpg"})


def moods(reading: Reading) -> dict[date, int]:
    return {one.when.day: one.mood for one in of_kind(reading, FoundCheckIn)}


def texts(reading: Reading) -> list[tuple[date, str]]:
    return [(one.when.day, one.text) for one in of_kind(reading, FoundEntry)]


def test_every_mood_of_a_day_is_an_entry_and_the_last_one_its_check_in() -> None:
    reading = cautious(open_export(DAYLIO / "export.csv", PRESENT))

    assert texts(reading) == [
        (date(2026, 11, 3), 'Said "no", twice.\nProud.\n\nMood: good'),
        (date(2026, 11, 3), "Mood: awful"),
        (date(2026, 11, 2), "Scales: Sleep: 4\nMood: Rad"),
        (date(2026, 10, 31), "Mood: meh"),
    ]
    assert moods(reading) == {date(2026, 11, 3): 8, date(2026, 11, 2): 10, date(2026, 10, 31): 5}


def test_activities_become_tags_and_the_title_a_title() -> None:
    first = of_kind(cautious(open_export(DAYLIO / "export.csv", PRESENT)), FoundEntry)[0]

    assert first.tags == ("work", "Walk with Sam")
    assert first.title == "Evening"


def test_a_mood_of_the_night_belongs_to_the_day_before_as_everywhere() -> None:
    night = of_kind(cautious(open_export(DAYLIO / "export.csv", PRESENT)), FoundEntry)[3]

    assert night.when.day == date(2026, 10, 31)
    assert night.when.at == datetime(2026, 11, 1, 0, 30, tzinfo=UTC)


def test_rows_that_cannot_be_are_left_out_and_said() -> None:
    assert cautious(open_export(DAYLIO / "export.csv", PRESENT)).left_out == {
        tracking_text.IN_THE_FUTURE: 1,
        tracking_text.before_year(1900): 1,
        tracking_text.NO_DATE: 1,
    }


def test_how_good_a_mood_of_the_persons_own_is_is_asked() -> None:
    reader = open_export(DAYLIO / "custom_moods.csv", PRESENT)

    assert [(one.name, one.cautious) for one in reader.questions()] == [
        ("mood:Superb", "leave"),
        ("mood:Shaky", "leave"),
    ]
    assert moods(reader.read({"mood:Superb": "1", "mood:Shaky": "4"})) == {
        date(2026, 11, 1): 10,
        date(2026, 11, 2): 2,
        date(2026, 11, 3): 10,
        date(2026, 11, 4): 2,
    }


def test_without_an_answer_such_a_mood_makes_no_check_in_and_is_kept_as_a_word() -> None:
    reading = cautious(open_export(DAYLIO / "custom_moods.csv", PRESENT))

    assert moods(reading) == {date(2026, 11, 2): 2}
    assert (date(2026, 11, 4), "Mood: Shaky") in texts(reading)
    assert reading.left_out == {tracking_text.MOOD_NOT_PLACED: 3}


@pytest.mark.parametrize(
    "data", [packed(BACKUP), b64encode(BACKUP), BACKUP, b"\xef\xbb\xbf" + BACKUP], ids=["zip", "base64", "json", "mark"]
)
def test_a_backup_is_read_in_each_of_its_wrappings(data: bytes) -> None:
    assert read_bytes(open_export, data) == cautious(open_export(DAYLIO / "backup.json", PRESENT))


def test_the_month_of_a_backup_counts_from_zero() -> None:
    entry = of_kind(read_bytes(open_export, BACKUP), FoundEntry)[0]

    assert entry.when.day == date(2026, 1, 31)
    assert entry.key == "daylio:101"
    assert read_bytes(open_export, BACKUP).left_out[tracking_text.NO_DATE] == 1


def test_the_order_of_a_backups_moods_is_that_of_their_groups() -> None:
    reader = open_export(DAYLIO / "backup.json", PRESENT)
    reading = cautious(reader)

    assert [one.name for one in reader.questions()] == ["mood:Odd"]
    assert moods(reading) == {date(2026, 1, 31): 8, date(2026, 7, 4): 8, date(2026, 11, 2): 10}
    assert (date(2026, 11, 2), "a < b, <3 and 5 &amp; 6\n\nMood: Pitch black") in texts(reading)


def test_html_becomes_plain_text_and_plain_text_is_left_alone() -> None:
    assert texts(read_bytes(open_export, BACKUP))[0][1] == "Told Sam & Kim.\n\nSlept.\n\n- one\n- two\n\nMood: good"
    assert to_plain("a < b & c > d <3") == "a < b & c > d <3"
    assert to_plain("<div>a</div><div>b</div>c<br>d") == "a\nb\nc\nd"


def test_photos_stay_and_it_is_said() -> None:
    first = of_kind(read_bytes(open_export, BACKUP), FoundEntry)[0]

    assert first.doubts == (tracking_text.FILES_STAY,)
    assert first.tags == ("meeting", "walk")
    assert first.read_again


def test_a_mood_written_far_away_keeps_the_day_of_its_own_clock() -> None:
    far = next(one for one in of_kind(read_bytes(open_export, BACKUP), FoundEntry) if one.key == "daylio:104")

    assert far.when.day == date(2026, 7, 4)
    assert far.when.at == datetime(2026, 7, 5, 3, 30, tzinfo=UTC)
    assert far.when.zone == "Etc/GMT+4"


def test_a_time_that_the_clocks_skipped_is_read() -> None:
    skipped = next(one for one in of_kind(read_bytes(open_export, BACKUP), FoundEntry) if one.key == "daylio:106")

    assert skipped.when.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert skipped.when.day == date(2026, 3, 29)


def test_a_row_without_a_time_is_known_to_the_day() -> None:
    reading = read_bytes(open_export, b"full_date,time,mood\n2026-11-01,,good\n")

    assert of_kind(reading, FoundEntry)[0].when.precision is Precision.DAY
    assert moods(reading) == {date(2026, 11, 1): 8}


def test_two_equal_rows_are_two_entries_with_the_same_keys_each_time() -> None:
    data = b"full_date,time,mood\n2026-11-01,10:00,good\n2026-11-01,10:00,good\n"
    keys = [one.key for one in read_bytes(open_export, data).found]

    assert len(set(keys)) == 3
    assert keys == [one.key for one in read_bytes(open_export, data).found]


# The PIN


def locals_of(traceback: TracebackType | None) -> Iterator[Any]:
    while traceback:
        if (
            "importing" in traceback.tb_frame.f_code.co_filename
            and "tests" not in traceback.tb_frame.f_code.co_filename
        ):
            yield from traceback.tb_frame.f_locals.values()
        traceback = traceback.tb_next


def holds_pin(value: object) -> bool:
    """Return whether the PIN is in a value, in clear or in Base64 at any of its three places."""
    forms = [PIN.encode(), b64encode(PIN.encode()), *(b64encode(b"x" * place + PIN.encode())[4:16] for place in (1, 2))]
    seen = value if isinstance(value, bytes) else repr(value).encode("utf-8", "replace")
    return any(form in seen for form in forms)


@pytest.mark.parametrize("data", [packed(BACKUP), b64encode(BACKUP), BACKUP], ids=["zip", "base64", "json"])
def test_the_pin_of_a_backup_is_nowhere_in_what_is_found(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "backup"
    path.write_bytes(data)
    reader = open_export(path, PRESENT)
    reading = reader.read({})

    assert holds_pin(BACKUP)
    assert holds_pin(b64encode(BACKUP))
    assert not holds_pin(pickle.dumps(reader))
    assert not holds_pin(reading)
    assert not holds_pin(reader.questions())
    gc.collect()
    kept = [one for one in gc.get_objects() if type(one).__module__ == daylio.__name__]
    assert kept
    assert not any(holds_pin(one) for one in kept if not isinstance(one, type))


@pytest.mark.parametrize(
    "data",
    [
        packed(BACKUP[:-20]),
        packed(BACKUP.replace(b'"dayEntries"', b'"dayEntires"')),
        packed(BACKUP.replace(b'"id": 101', b'"id": "101"')),
        b64encode(BACKUP)[:-5],
        b64encode(BACKUP[:-20]),
        BACKUP[:-20],
        BACKUP + b"\xff",
        BACKUP.replace(b"Told", b"\xff"),
    ],
)
def test_an_error_about_a_backup_carries_no_pin(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "backup"
    path.write_bytes(data)
    with pytest.raises(BadExport) as caught:
        open_export(path, PRESENT)

    assert not holds_pin(str(caught.value))
    assert caught.value.__context__ is None
    assert not any(holds_pin(value) for value in locals_of(caught.value.__traceback__))


# Any export


FIRST, LAST = datetime(1990, 1, 1), datetime(2026, 11, 22)  # noqa: DTZ001  # local times
local_times = st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0))
notes = st.just("") | words
rows = st.lists(
    st.tuples(local_times, st.sampled_from(MOOD_NAMES), notes, notes, st.lists(words, max_size=3)),
    max_size=8,
    unique_by=lambda row: row[0],
)


def exported(written: list[Any], *, twelve_hours: bool) -> bytes:
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(["full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"])
    for at, mood, title, note, activities in sorted(written, reverse=True):
        clock = f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}" if twelve_hours else f"{at:%H:%M}"
        writer.writerow([at.date(), f"{at:%B} {at.day}", f"{at:%A}", clock, mood, " | ".join(activities), title, note])
    return sheet.getvalue().encode()


def day_of(at: datetime) -> date:
    return (at - timedelta(minutes=PRESENT.day_starts_at)).date()


@given(rows, st.booleans())
def test_what_daylio_exports_as_csv_is_found_again(written: list[Any], twelve_hours: bool) -> None:
    reading = read_bytes(open_export, exported(written, twelve_hours=twelve_hours))

    last: dict[date, int] = {}
    for at, mood, *_ in sorted(written):
        last[day_of(skipped(at))] = MOOD_OF_GROUP[MOOD_NAMES.index(mood) + 1]
    assert moods(reading) == last
    expected = [
        (title.strip(), f"{note.strip()}\n\nMood: {mood}".strip(), list(dict.fromkeys(split(activities))))
        for _, mood, title, note, activities in sorted(written, reverse=True)
    ]
    assert [(one.title, one.text, list(one.tags)) for one in of_kind(reading, FoundEntry)] == expected


def split(activities: list[str]) -> list[str]:
    return [part.strip() for part in "|".join(activities).split("|") if part.strip()]


def skipped(at: datetime) -> datetime:
    """Return a time as the clocks of Berlin show it: one that they skip is an hour later."""
    return (
        at.replace(tzinfo=ZoneInfo(PRESENT.zone))
        .astimezone(UTC)
        .astimezone(ZoneInfo(PRESENT.zone))
        .replace(tzinfo=None)
    )


@given(rows)
def test_what_daylio_backs_up_is_found_again(written: list[Any]) -> None:
    names = sorted({name for *_, activities in written for name in activities})
    entries = [
        {
            "id": number,
            "year": at.year,
            "month": at.month - 1,
            "day": at.day,
            "hour": at.hour,
            "minute": at.minute,
            "datetime": int(at.replace(tzinfo=UTC).timestamp() * 1000),
            "timeZoneOffset": 0,
            "mood": 10 + MOOD_NAMES.index(mood),
            "note_title": title,
            "note": note,
            "tags": [names.index(name) for name in activities],
        }
        for number, (at, mood, title, note, activities) in enumerate(written)
    ]
    known = [{"id": 10 + number, "custom_name": f"m{number}", "mood_group_id": number + 1} for number in range(5)]
    backup = {
        "pin": PIN,
        "dayEntries": entries,
        "customMoods": known,
        "tags": [{"id": number, "name": name} for number, name in enumerate(names)],
    }
    reading = read_bytes(open_export, packed(json.dumps(backup).encode()))

    last = {day_of(at): MOOD_OF_GROUP[MOOD_NAMES.index(mood) + 1] for at, mood, *_ in sorted(written)}
    assert moods(reading) == last
    assert [(one.key, one.when.at, one.when.day) for one in of_kind(reading, FoundEntry)] == [
        (f"daylio:{number}", at.replace(tzinfo=UTC), day_of(at)) for number, (at, *_) in enumerate(written)
    ]
    assert not holds_pin(reading)


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda data: b"full_date,mood\n" + data))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert is_read_or_refused(open_export, data)


@given(st.sampled_from([BACKUP, packed(BACKUP), b64encode(BACKUP), (DAYLIO / "export.csv").read_bytes()]), st.data())
def test_a_damaged_export_is_refused_or_read(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    for place, value in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=8)):
        changed[place] = value
    cut = data.draw(st.integers(0, len(whole)))

    assert is_read_or_refused(open_export, bytes(changed[:cut]) if data.draw(st.booleans()) else bytes(changed))
