"""Test the reader of Grove: relapses are uses with their words, and what a check-in means is asked."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState
from journal.domain.record import Precision
from journal.errors import BadExport
from journal.importing.found import FoundDay, FoundEntry, FoundFocus, FoundUse, Reading
from journal.importing.grove import open_export
from journal.text import import_tracking as tracking_text
from tests.importing.exports import PRESENT, SAMPLES, cautious, is_read_or_refused, of_kind, read_bytes, words

SAMPLE = SAMPLES / "grove" / "export.json"
CLEAN, USED, NOT_APPLICABLE = DayState.CLEAN, DayState.USED, DayState.NOT_APPLICABLE


def days(reading: Reading, focus: str) -> dict[date, DayState]:
    return {one.day: one.state for one in of_kind(reading, FoundDay) if one.focus == focus}


def test_a_relapse_is_a_use_with_its_instant_and_its_words() -> None:
    uses = of_kind(cautious(open_export(SAMPLE, PRESENT)), FoundUse)

    assert [(one.focus, one.when.at, one.when.day, one.note) for one in uses] == [
        ("Weed", datetime(2026, 6, 2, 21, 30, tzinfo=UTC), date(2026, 6, 2), "Party at Kim's"),
        ("Weed", datetime(2026, 4, 19, 23, 15, tzinfo=UTC), date(2026, 4, 19), ""),
    ]


def test_a_start_after_the_first_relapse_is_moved_to_it_and_it_is_told() -> None:
    first = of_kind(cautious(open_export(SAMPLE, PRESENT)), FoundFocus)[0]

    assert first.start == date(2026, 4, 19)
    assert first.doubts == (tracking_text.STARTS_LATER,)


def test_an_excused_day_is_not_applicable_and_no_other_day_is_made() -> None:
    assert days(cautious(open_export(SAMPLE, PRESENT)), "Weed") == {date(2026, 5, 10): NOT_APPLICABLE}


def test_what_a_check_in_means_is_asked_and_left_out_until_then() -> None:
    reader = open_export(SAMPLE, PRESENT)
    reading = cautious(reader)

    assert [(one.name, one.cautious) for one in reader.questions()] == [("grove:habit_2", "leave")]
    assert days(reading, "Stayed dry") == {}
    assert "Stayed dry" not in [one.label for one in of_kind(reading, FoundFocus)]
    assert reading.left_out[tracking_text.TREE_LEFT_OUT] == 4


@pytest.mark.parametrize(("answer", "state"), [("clean", CLEAN), ("use", USED)])
def test_a_check_in_can_be_a_clean_day_or_a_day_of_use(answer: str, state: DayState) -> None:
    reading = open_export(SAMPLE, PRESENT).read({"grove:habit_2": answer})

    assert days(reading, "Stayed dry") == {
        date(2026, 10, 1): state,
        date(2026, 10, 2): state,
        date(2026, 10, 3): NOT_APPLICABLE,
    }


def test_the_note_of_a_day_is_kept_whatever_a_check_in_means() -> None:
    entries = of_kind(cautious(open_export(SAMPLE, PRESENT)), FoundEntry)

    assert [(one.when.day, one.title, one.text) for one in entries] == [
        (date(2026, 10, 2), "Stayed dry", "Easy today.")
    ]


def test_a_tree_of_an_earlier_version_and_of_the_same_name_is_read() -> None:
    reading = cautious(open_export(SAMPLE, PRESENT))

    assert [(one.key, one.label, one.start) for one in of_kind(reading, FoundFocus)][1:] == [
        ("grove:habit_3", "Weed (2)", date(2026, 8, 31))
    ]


def test_relapses_that_cannot_be_are_left_out_and_said() -> None:
    left_out = cautious(open_export(SAMPLE, PRESENT)).left_out

    assert left_out[tracking_text.IN_THE_FUTURE] == 1
    assert left_out[tracking_text.NO_DATE] == 1


def test_a_bare_list_of_trees_is_read_as_grove_itself_reads_it() -> None:
    trees = json.loads(SAMPLE.read_bytes())["trees"]

    assert read_bytes(open_export, json.dumps(trees).encode()) == cautious(open_export(SAMPLE, PRESENT))


def test_a_relapse_that_was_picked_as_a_day_stays_on_that_day() -> None:
    relapse = {"timestamp": "2026-06-02T00:00:00.000", "reason": ""}
    use = of_kind(
        read_bytes(open_export, json.dumps([{"id": "2", "name": "Weed", "relapses": [relapse]}]).encode()), FoundUse
    )[0]

    assert (use.when.day, use.when.at, use.when.precision) == (date(2026, 6, 2), None, Precision.DAY)


def test_what_is_longer_than_a_record_is_left_out_and_said() -> None:
    relapse = {"timestamp": "2026-06-02T23:30:00.000", "reason": "x" * 2_000_001}
    trees = [{"id": "1", "name": "n" * 1001}, {"id": "2", "name": "Weed", "relapses": [relapse]}]
    reading = read_bytes(open_export, json.dumps(trees).encode())

    assert [one.note for one in of_kind(reading, FoundUse)] == [""]
    assert reading.left_out == {tracking_text.NAME_TOO_LONG: 1, tracking_text.TEXT_TOO_LONG: 1}


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"trees": {}}', b'[{"id": 1}]', SAMPLE.read_bytes()[:-10], b"[" * 100_000]
)
def test_what_is_no_export_of_grove_is_refused(data: bytes) -> None:
    with pytest.raises(BadExport):
        read_bytes(open_export, data)


# Any export


FIRST, LAST = datetime(1990, 1, 1), datetime(2026, 11, 22)  # noqa: DTZ001  # local times
times = st.datetimes(FIRST, LAST).filter(lambda at: at.hour >= 3)  # after the day starts and after clock changes
some_days = st.sets(st.dates(date(1990, 1, 1), date(2026, 11, 22)), max_size=4)
trees = st.lists(
    st.tuples(
        words,
        times,
        st.lists(st.tuples(times, words), max_size=3, unique_by=lambda relapse: relapse[0]),
        st.integers(0, 1),
        some_days,
        some_days,
    ),
    max_size=4,
)


def midnight(day: date) -> str:
    return f"{day}T00:00:00.000"


def day_of(at: datetime) -> date:
    return (at - timedelta(minutes=PRESENT.day_starts_at)).date()


def exported(written: list[Any]) -> bytes:
    listed = [
        {
            "id": f"habit_{number}",
            "name": name,
            "color": 1,
            "startDate": start.isoformat(),
            "lastReset": start.isoformat(),
            "relapses": [{"timestamp": at.isoformat(), "reason": why, "peakDays": 0} for at, why in relapses],
            "mode": mode,
            "checkInDays": [midnight(day) for day in (sorted(checked - excused) if mode else ())],
            "nullDays": [midnight(day) for day in sorted(excused)],
            "checkInTimestamps": {},
            "streakFrozen": False,
        }
        for number, (name, start, relapses, mode, checked, excused) in enumerate(written)
    ]
    return json.dumps({"schemaVersion": 1, "treeCount": len(listed), "trees": listed}, indent=2).encode()


@given(trees)
def test_what_grove_exports_is_found_again(written: list[Any]) -> None:
    answers = {f"grove:habit_{number}": "clean" for number in range(len(written))}
    reading = read_bytes(open_export, exported(written), answers)

    uses: dict[str, tuple[date, str]] = {}
    states: dict[str, DayState] = {}
    starts: dict[str, date] = {}
    for number, (_, start, relapses, mode, checked, excused) in enumerate(written):
        key = f"grove:habit_{number}"
        uses |= {f"{key}/use/{at.isoformat()}": (day_of(at), why.strip()) for at, why in relapses}
        states |= {f"{key}/{day}": NOT_APPLICABLE for day in excused}
        states |= {f"{key}/{day}": CLEAN for day in checked - excused if mode}
        known = [day_of(start), *(day_of(at) for at, _ in relapses), *excused, *(checked if mode else ())]
        starts[key] = min(known)
    assert {one.key: (one.when.day, one.note) for one in of_kind(reading, FoundUse)} == uses
    assert {one.key: one.state for one in of_kind(reading, FoundDay)} == states
    assert {one.key: one.start for one in of_kind(reading, FoundFocus)} == starts
    assert reading.left_out == {}


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda data: b'{"trees":[' + data))
def test_random_bytes_are_refused(data: bytes) -> None:
    assert is_read_or_refused(open_export, data)


@given(st.data())
def test_a_damaged_export_is_refused_or_read(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE.read_bytes())
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(changed) - 1), st.integers(0, 255)), max_size=8)
    ):
        changed[place] = value
    cut = data.draw(st.integers(0, len(changed)))

    assert is_read_or_refused(open_export, bytes(changed[:cut]) if data.draw(st.booleans()) else bytes(changed))
