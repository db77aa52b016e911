"""Check when a dose is due, over the start of a day and clock changes, and what is counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.dates import local_day
from journal.domain.medicines import (
    EARLY,
    SHOWN,
    Calendar,
    Counts,
    Dose,
    DoseState,
    Medicine,
    changed,
    count_doses,
    due_now,
    history,
    in_order,
    is_due,
    is_near,
    next_due,
    note,
    parse_times,
    slots_on,
    when_needed,
)

ZONES = ("Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "America/St_Johns")
"""Zones that change their clocks by an hour, by half an hour, at other times, and never."""

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
EIGHT, NOON, TWENTY = 480, 720, 1200
TABLET = Medicine(uid="m", name="sertraline", dose="50 mg", times=[EIGHT, TWENTY], made_at=LONG_AGO)


def vienna(day: date, hour: int, minute: int = 0, *, starts: int = 180) -> Calendar:
    """Return the calendar at a wall time in Vienna."""
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Europe/Vienna"))
    return Calendar(moment.astimezone(UTC), "Europe/Vienna", starts)


MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


def dose(day: date, minute: int | None, state: DoseState = DoseState.TAKEN, *, uid: str = "d") -> Dose:
    """Return what was noted about a dose."""
    return Dose(uid=uid, medicine="m", day=day, minute=minute, state=state, at=LONG_AGO, made_at=LONG_AGO)


def test_the_last_dose_that_was_due_today_comes_first_an_earlier_one_is_left_alone() -> None:
    found = next_due(TABLET, [], vienna(MONDAY, 21))
    assert found is not None
    assert (found.day, found.minute) == (MONDAY, TWENTY)
    assert is_due(found, vienna(MONDAY, 21))


def test_what_is_noted_leads_to_the_next_one_even_when_it_was_taken_early() -> None:
    at_seven = vienna(MONDAY, 19)
    found = next_due(TABLET, [dose(MONDAY, EIGHT)], at_seven)
    assert found is not None
    assert (found.minute, is_due(found, at_seven), is_near(found, at_seven)) == (TWENTY, False, True)
    found = next_due(TABLET, [dose(MONDAY, EIGHT), dose(MONDAY, TWENTY)], at_seven)
    assert found is not None
    assert (found.day, found.minute, is_near(found, at_seven)) == (TUESDAY, EIGHT, False)


def test_one_key_notes_no_dose_that_is_hours_away() -> None:
    noted, at = [dose(MONDAY, EIGHT)], vienna(MONDAY, 8, 5)
    found = next_due(TABLET, noted, at)
    assert found is not None
    assert (found.day, found.minute, is_near(found, at)) == (MONDAY, TWENTY, False)


def test_a_missed_dose_is_not_asked_for_again() -> None:
    found = next_due(TABLET, [dose(MONDAY, EIGHT, DoseState.MISSED)], vienna(MONDAY, 9))
    assert found is not None
    assert (found.day, found.minute) == (MONDAY, TWENTY)


def test_after_midnight_it_is_still_the_day_before_until_the_day_starts() -> None:
    night = Medicine(uid="m", name="x", times=[60, 1380], made_at=LONG_AGO)  # 01:00 and 23:00
    late = vienna(TUESDAY, 1, 30)
    assert late.today == MONDAY
    assert [slot.minute for slot in slots_on(night, [], MONDAY, late)] == [1380, 60]
    found = next_due(night, [dose(MONDAY, 1380)], late)
    assert found is not None
    assert (found.day, found.minute, is_due(found, late)) == (MONDAY, 60, True)
    found = next_due(night, [], vienna(TUESDAY, 4))
    assert found is not None
    assert (found.day, found.minute) == (TUESDAY, 1380)


def test_a_new_medicine_misses_nothing_from_before_but_may_be_added_while_it_is_taken() -> None:
    at = vienna(MONDAY, 15)
    assert [slot.minute for slot in slots_on(replace(TABLET, made_at=at.now), [], MONDAY, at)] == [TWENTY]
    at = vienna(MONDAY, 8, 30)
    assert [slot.minute for slot in slots_on(replace(TABLET, made_at=at.now), [], MONDAY, at)] == [EIGHT, TWENTY]
    assert slots_on(replace(TABLET, made_at=at.now), [], MONDAY - timedelta(days=1), at) == []


def test_new_times_hold_from_now_on_and_what_was_noted_stays() -> None:
    at = vienna(MONDAY, 15)
    assert changed(TABLET, replace(TABLET, name="other"), at.now).times_since is None
    moved = changed(TABLET, replace(TABLET, times=[TWENTY, NOON]), at.now)
    assert (moved.times, moved.times_since) == ([NOON, TWENTY], at.now)
    noted = [dose(MONDAY, EIGHT)]
    assert [(slot.minute, slot.state) for slot in slots_on(moved, noted, MONDAY, at)] == [
        (EIGHT, DoseState.TAKEN),
        (TWENTY, None),
    ]
    assert changed(None, replace(TABLET, times=[TWENTY, EIGHT, EIGHT]), at.now).times == [EIGHT, TWENTY]


def test_without_times_nothing_is_due_and_it_can_be_noted_when_taken() -> None:
    needed, at = replace(TABLET, times=[]), vienna(MONDAY, 15)
    assert next_due(needed, [], at) is None
    taken = note(when_needed(needed, at), DoseState.TAKEN, at.now)
    assert (taken.medicine, taken.day, taken.minute) == ("m", MONDAY, None)
    assert [slot.state for slot in history(needed, [replace(taken, at=at.now)], at)] == [DoseState.TAKEN]


def test_an_archived_medicine_is_never_due_and_keeps_its_history() -> None:
    gone, at = replace(TABLET, archived=True), vienna(MONDAY, 21)
    assert next_due(gone, [], at) is None
    assert [slot.minute for slot in history(gone, [dose(MONDAY, EIGHT)], at)] == [EIGHT]
    assert in_order([gone, replace(TABLET, uid="n")])[0].uid == "n"


def test_two_weeks_are_shown_newest_first_and_counted_without_what_may_still_be_noted() -> None:
    at = vienna(MONDAY, 9)
    yesterday = MONDAY - timedelta(days=1)
    noted = [dose(yesterday, EIGHT), dose(yesterday, TWENTY, DoseState.MISSED)]
    shown = history(TABLET, noted, at)
    assert [(slot.day, slot.minute) for slot in shown[:3]] == [(MONDAY, EIGHT), (yesterday, TWENTY), (yesterday, EIGHT)]
    assert shown[-1].day == MONDAY - timedelta(days=SHOWN - 1)
    assert count_doses(shown, at) == Counts(taken=1, missed=1, not_noted=2 * (SHOWN - 2))


def test_what_was_noted_is_replaced_not_doubled() -> None:
    at = vienna(MONDAY, 21)
    (first, *_) = slots_on(TABLET, [dose(MONDAY, EIGHT, DoseState.MISSED)], MONDAY, at)
    again = note(first, DoseState.TAKEN, at.now)
    assert (again.uid, again.state, again.at) == ("d", DoseState.TAKEN, at.now)


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_a_dose_in_the_night_of_a_clock_change_is_due_once(month: int, day: int) -> None:
    night = Medicine(uid="m", name="x", times=[150], made_at=LONG_AGO)  # 02:30: skipped in spring, twice in autumn
    wall = date(2026, month, day)
    calendar = vienna(wall, 12, starts=0)
    (slot,) = slots_on(night, [], wall, calendar)
    assert local_day(slot.at, "Europe/Vienna", 0) == wall
    assert next_due(night, [], calendar) == slot


moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
times = st.lists(st.integers(0, 1439), min_size=1, max_size=5, unique=True)
calendars = st.builds(Calendar, moments, st.sampled_from(ZONES), st.integers(0, 360))


@given(times, calendars, st.data())
def test_the_next_dose_is_not_noted_and_none_that_is_still_to_come_is_passed_over(
    minutes: list[int], calendar: Calendar, data: st.DataObject
) -> None:
    medicine = replace(TABLET, times=minutes)
    today = calendar.today
    near = [(today + timedelta(days=off), minute) for off in (-1, 0) for minute in minutes]
    taken = [dose(day, minute, uid=f"{day}{minute}") for day, minute in data.draw(st.sets(st.sampled_from(near)))]
    found = next_due(medicine, taken, calendar)
    assert found is not None
    assert found.state is None
    every = [slot for off in range(3) for slot in slots_on(medicine, taken, today + timedelta(days=off), calendar)]
    open_ones = [slot for slot in every if slot.state is None]
    if found.at > calendar.now:
        assert not [slot for slot in open_ones if calendar.now < slot.at < found.at]
        before = [slot for slot in every if slot.at <= calendar.now]
        assert not before or before[-1].state is not None
    else:
        assert not [slot for slot in every if found.at < slot.at <= calendar.now]
    assert due_now([medicine], taken, calendar) == [found]


@given(times, calendars)
def test_each_day_has_each_time_once_in_order_and_at_that_wall_clock(minutes: list[int], calendar: Calendar) -> None:
    slots = slots_on(replace(TABLET, times=minutes), [], calendar.today, calendar)
    assert sorted(slot.minute or 0 for slot in slots) == sorted(minutes)
    assert all(one.at <= other.at for one, other in pairwise(slots))
    for slot in slots:
        assert slot.minute is not None
        wall = slot.at.astimezone(ZoneInfo(calendar.zone))
        shift = (wall.hour * 60 + wall.minute - slot.minute) % 1440
        assert shift in (0, 30, 60)  # only a time that the clock skips is moved, by as much as it skips
        if shift == 0:
            assert local_day(slot.at, calendar.zone, calendar.day_starts_at) == slot.day


@given(times, calendars)
def test_noting_each_next_dose_of_a_day_leads_to_the_next_day(minutes: list[int], calendar: Calendar) -> None:
    medicine, noted = replace(TABLET, times=minutes), list[Dose]()
    for number in range(len(minutes) + 1):
        found = next_due(medicine, noted, calendar)
        assert found is not None
        if found.day > calendar.today:
            break
        noted.append(replace(note(found, DoseState.TAKEN, calendar.now), uid=f"{number}", made_at=calendar.now))
    else:
        pytest.fail("a dose was asked for twice")
    assert len(noted) == len({one.minute for one in noted})
    assert not is_near(found, calendar) or found.at <= calendar.now + EARLY


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("8, 20:30", [EIGHT, TWENTY + 30]), ("9pm; 8 and noon", [EIGHT, NOON, 1260]), ("", []), ("8, 8:00", [EIGHT])],
)
def test_times_are_understood_as_people_write_them(typed: str, minutes: list[int]) -> None:
    assert parse_times(typed) == minutes


@pytest.mark.parametrize("typed", ["25", "soon", "8, later", ",".join(map(str, range(13)))])
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert parse_times(typed) is None
