"""Test the reader of Quitter: start dates and notes are found, no day is invented, and the PIN is never kept."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.labels import folded
from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.found import FoundDay, FoundEntry, FoundFocus, FoundUse, Reading
from journal.importing.quitter import open_export
from journal.text import import_tracking as tracking_text
from tests.importing.exports import PRESENT, SAMPLES, cautious, is_read_or_refused, of_kind, read_bytes, words

QUITTER = SAMPLES / "quitter"
LINUX = (QUITTER / "linux.json").read_bytes()
ANDROID = (QUITTER / "android.json").read_bytes()
PIN = "739164028517"


def starts(reading: Reading) -> dict[str, date | None]:
    return {one.label: one.start for one in of_kind(reading, FoundFocus)}


def test_the_start_of_each_thing_tracked_is_found_under_its_own_name() -> None:
    assert starts(cautious(open_export(QUITTER / "linux.json", PRESENT))) == {
        "Wine": date(2026, 2, 13),  # at 1:30, so in the night of the day before
        "Nicotine pouches": date(2026, 3, 29),  # a time that the clocks skipped
        "Vaping": None,
        "Sugar": date(2025, 6, 10),
        "Alcohol": date(2025, 7, 1),
    }


def test_earlier_runs_are_a_note_and_no_day_is_made_of_them() -> None:
    reading = cautious(open_export(QUITTER / "linux.json", PRESENT))
    runs = {one.text: one.when.day for one in of_kind(reading, FoundEntry) if "/runs/" in one.key}

    assert runs == {
        tracking_text.earlier_runs("Wine", "12, 3"): date(2026, 2, 13),
        tracking_text.earlier_runs("Heroin", "400"): date(2026, 11, 23),
        tracking_text.earlier_runs("Alcohol", "4"): date(2025, 7, 1),
    }
    assert of_kind(reading, FoundDay) == []
    assert of_kind(reading, FoundUse) == []


def test_the_journal_is_read_by_its_days() -> None:
    reading = cautious(open_export(QUITTER / "linux.json", PRESENT))
    note = next(one for one in of_kind(reading, FoundEntry) if one.key == "quitter:journal/2026-02-15")

    assert (note.when.day, note.when.precision) == (date(2026, 2, 15), Precision.DAY)
    assert note.text == "Slept badly.\nStayed in."
    assert reading.left_out == {
        tracking_text.IN_THE_FUTURE: 2,
        tracking_text.NO_DATE: 1,
        tracking_text.START_LEFT_OUT: 1,
    }


def test_a_date_of_an_unknown_name_is_asked_about() -> None:
    reader = open_export(QUITTER / "linux.json", PRESENT)

    assert [(one.name, one.cautious) for one in reader.questions()] == [("quitter:kombucha", "no")]
    assert starts(reader.read({"quitter:kombucha": "yes"}))["Kombucha"] == date(2026, 5, 5)


def test_an_export_of_android_is_read_and_the_lost_letters_are_told() -> None:
    reading = cautious(open_export(QUITTER / "android.json", PRESENT))
    first, second = of_kind(reading, FoundEntry)

    assert first.text.startswith("Café ")
    assert "\ufffd" in first.text
    assert first.doubts == (tracking_text.LETTERS_GUESSED,)
    assert (second.text, second.doubts) == ("plain", ())
    assert starts(reading) == {"Alcohol": date(2026, 2, 14)}


def test_an_export_of_linux_keeps_its_letters_without_a_doubt() -> None:
    data = json.dumps({"alcohol": "2026-02-14T10:30:00.000", "journal_2026-02-15": "Łódź 😀"}, ensure_ascii=False)
    entry = of_kind(read_bytes(open_export, data.encode()), FoundEntry)[0]

    assert (entry.text, entry.doubts) == ("Łódź 😀", ())


def test_a_start_that_was_picked_as_a_day_stays_on_that_day() -> None:
    assert starts(read_bytes(open_export, b'{"alcohol":"2026-02-14T00:00:00.000"}')) == {"Alcohol": date(2026, 2, 14)}


def test_a_damaged_part_is_left_out_and_said_and_the_rest_is_read() -> None:
    data = json.dumps({"alcohol": "2026-02-14T10:30:00.000", "entries": '[{"id": 1', "days": '{"alcohol": ["x"]}'})
    reading = read_bytes(open_export, data.encode())

    assert starts(reading) == {"Alcohol": date(2026, 2, 14)}
    assert reading.left_out == {tracking_text.PART_DAMAGED: 2}


def test_what_is_longer_than_a_record_is_left_out_and_said() -> None:
    entries = json.dumps([{"id": "1", "title": "t" * 1001, "quitDate": "2026-02-14T10:30:00.000"}])
    reading = read_bytes(open_export, json.dumps({"entries": entries, "journal_2026-02-15": "x" * 2_000_001}).encode())

    assert reading.found == []
    assert reading.left_out == {tracking_text.NAME_TOO_LONG: 1, tracking_text.TEXT_TOO_LONG: 1}


def test_the_same_things_have_the_same_keys_in_every_export() -> None:
    keys = [one.key for one in read_bytes(open_export, LINUX).found]

    assert keys[0] == "quitter:alcohol"
    assert "quitter:entry/1718000000000" in keys
    assert len(set(keys)) == len(keys)
    assert keys == [one.key for one in read_bytes(open_export, LINUX).found]


@pytest.mark.parametrize("name", ["linux.json", "android.json"])
def test_the_pin_is_nowhere_in_what_is_found(name: str) -> None:
    reader = open_export(QUITTER / name, PRESENT)

    assert PIN.encode() in (QUITTER / name).read_bytes()
    assert PIN.encode() not in pickle.dumps(reader)
    assert PIN not in repr((vars(reader), reader.questions(), reader.read({})))
    assert not any("pin" in one.name for one in reader.questions())


@pytest.mark.parametrize(
    "data", [LINUX[:-30], LINUX.replace(b'"entries":"', b'"entries":["'), b'{"pin":"739164028517"}']
)
def test_an_error_about_an_export_carries_no_pin(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "quitter.json"
    path.write_bytes(data)
    with pytest.raises(BadExport) as caught:
        open_export(path, PRESENT)

    assert caught.value.__context__ is None
    traceback = caught.value.__traceback__
    while traceback:
        if "tests" not in traceback.tb_frame.f_code.co_filename:
            assert PIN not in repr(traceback.tb_frame.f_locals)
        traceback = traceback.tb_next


# Any export


FIRST, LAST = datetime(1990, 1, 1), datetime(2026, 11, 22)  # noqa: DTZ001  # local times
times = st.datetimes(FIRST, LAST).filter(lambda at: at.hour >= 3)  # after the day starts and after clock changes
custom = st.lists(st.tuples(words, times, st.lists(st.integers(0, 5000), max_size=3)), max_size=4)
presets = st.dictionaries(st.sampled_from(["alcohol", "smoking", "meth", "social_media"]), times, min_size=1)
journal = st.dictionaries(st.dates(date(1990, 1, 1), date(2026, 11, 22)), words, max_size=4)


@given(presets, custom, journal)
def test_what_quitter_exports_is_found_again(
    chosen: dict[str, datetime], own: list[tuple[str, datetime, list[int]]], notes: dict[date, str]
) -> None:
    entries = [
        {"id": str(number), "title": title, "quitDate": at.isoformat(), "color": 1, "daysAchieved": runs}
        for number, (title, at, runs) in enumerate(own)
    ]
    settings = {key: at.isoformat(timespec="microseconds") for key, at in chosen.items()}
    settings |= {"pin": PIN, "entries": json.dumps(entries)}
    settings |= {f"journal_{day}": text for day, text in notes.items()}
    reading = read_bytes(open_export, json.dumps(settings, ensure_ascii=False).encode())

    found = {one.key: one for one in of_kind(reading, FoundFocus)}
    expected = {f"quitter:{key}": at for key, at in chosen.items()}
    expected |= {f"quitter:entry/{number}": at for number, (_, at, _) in enumerate(own)}
    assert {key: one.start for key, one in found.items()} == {
        key: (at - timedelta(minutes=PRESENT.day_starts_at)).date() for key, at in expected.items()
    }
    labels = [folded(one.label) for one in found.values()]
    assert len(set(labels)) == len(labels)
    written = {one.when.day: one.text for one in of_kind(reading, FoundEntry) if "journal" in one.key}
    assert written == {day: text.strip() for day, text in notes.items()}
    assert sum("/runs/" in one.key for one in reading.found) == sum(bool(runs) for _, _, runs in own)
    assert reading.left_out == {}


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda data: b'{"alcohol":"' + data))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert is_read_or_refused(open_export, data)


@given(st.sampled_from([LINUX, ANDROID]), st.data())
def test_a_damaged_export_is_refused_or_read(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    for place, value in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=8)):
        changed[place] = value
    cut = data.draw(st.integers(0, len(whole)))

    assert is_read_or_refused(open_export, bytes(changed[:cut]) if data.draw(st.booleans()) else bytes(changed))
