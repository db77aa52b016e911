"""Test days where clocks change, in leap years and with any start of the day: none is lost, none counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.dates import local_day, local_instant
from journal.domain.day_statistics import focus_figures
from journal.domain.days import DayState, day_word
from journal.domain.uses import Use
from tests.support.builders import alcohol, clean_marks

CHANGES: Final = {
    ("Europe/Berlin", date(2026, 3, 29)): 23,
    ("Europe/Berlin", date(2026, 10, 25)): 25,
    ("America/Los_Angeles", date(2026, 3, 8)): 23,
    ("America/Los_Angeles", date(2026, 11, 1)): 25,
    ("America/Sao_Paulo", date(2018, 11, 4)): 23,  # at midnight, which does not come
    ("America/Sao_Paulo", date(2018, 2, 17)): 25,  # at midnight, back to 23:00
    ("Australia/Lord_Howe", date(2026, 10, 4)): 23.5,
    ("Australia/Lord_Howe", date(2026, 4, 5)): 24.5,
    ("Africa/Cairo", date(2026, 4, 24)): 23,  # at midnight
    ("Africa/Cairo", date(2026, 10, 29)): 25,  # at midnight, back to 23:00
}
"""Zone and date of a clock change → hours of that date."""

ZONES = sorted({zone for zone, _ in CHANGES})
STARTS = st.integers(0, 360)
"""Minutes after midnight at which a day may start: 00:00 to 06:00."""

STEP = timedelta(minutes=15)


def moments(zone: str, around: date) -> Iterator[datetime]:
    """Yield a moment every quarter of an hour, from noon two days before to noon two days after, in UTC."""
    moment, last = (local_instant(around + timedelta(days=days), time(12), zone) for days in (-2, 2))
    while moment <= last:
        yield moment
        moment += STEP


@pytest.mark.parametrize(("zone", "on"), CHANGES)
def test_a_date_is_as_long_as_the_clocks_say_and_all_others_have_24_hours(zone: str, on: date) -> None:
    long = Counter(local_day(moment, zone, 0) for moment in moments(zone, on))

    assert long[on] * STEP == timedelta(hours=CHANGES[zone, on])
    assert {long[on + timedelta(days=days)] * STEP for days in (-1, 1)} == {timedelta(hours=24)}


@pytest.mark.parametrize(("zone", "on"), CHANGES)
@given(start=STARTS)
def test_no_day_is_skipped_and_none_is_far_from_24_hours(zone: str, on: date, start: int) -> None:
    found = [local_day(moment, zone, start) for moment in moments(zone, on)]
    days = sorted(set(found))

    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    lengths = [found.count(day) * STEP for day in days[1:-1]]
    assert all(timedelta(hours=23) <= length <= timedelta(hours=25) for length in lengths)


@pytest.mark.parametrize(("zone", "on"), CHANGES)
@given(start=STARTS)
def test_uses_through_the_night_of_a_change_are_on_days_that_all_count_once(zone: str, on: date, start: int) -> None:
    days = [local_day(moment, zone, start) for moment in moments(zone, on)]
    focus = replace(alcohol(), start=days[0])
    uses = [Use(focus=focus.uid, uid=str(number), local_date=day) for number, day in enumerate(days)]
    word = day_word(focus, uses, [], last=max(days), today=max(days) + timedelta(days=1))

    assert word.letters == DayState.USED * len(set(days))
    assert focus_figures(focus, uses, [], as_of=max(days), today=max(days)).used == len(set(days))


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.sampled_from(ZONES), STARTS, st.times())
def test_a_moment_before_the_day_starts_belongs_to_the_day_before(on: date, zone: str, start: int, at: time) -> None:
    at = at.replace(tzinfo=None, second=0, microsecond=0)
    moment = local_instant(on, at, zone)
    wall = moment.astimezone(ZoneInfo(zone))
    if (wall.date(), wall.time()) != (on, at):
        return  # a time that did not come on that day
    is_before = at.hour * 60 + at.minute < start

    assert local_day(moment, zone, start) == (on - timedelta(days=1) if is_before else on)


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366), (2028, 366), (2100, 365)])
def test_a_year_has_its_leap_day(year: int, days: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    focus = alcohol(start=first)
    word = day_word(focus, [], clean_marks(focus, first, days), last=last, today=last)

    assert word.tally()[DayState.CLEAN] == len(word) == days
    february = word.between(date(year, 2, 28), date(year, 3, 1))
    assert [day.day for day, _ in february.items()] == ([28, 29, 1] if days == 366 else [28, 1])


def test_a_use_on_a_leap_day_ends_a_run_on_that_day_and_no_other() -> None:
    focus = alcohol(start=date(2024, 2, 1))
    used = Use(focus=focus.uid, local_date=date(2024, 2, 29))
    figures = focus_figures(
        focus, [used], clean_marks(focus, date(2024, 2, 1), 28), as_of=date(2024, 3, 1), today=date(2024, 3, 2)
    )

    assert (figures.last_use, figures.sobriety_date) == (date(2024, 2, 29), date(2024, 3, 1))
    assert (figures.clean, figures.used, figures.unknown, figures.longest_run) == (28, 1, 1, 28)


def test_one_moment_is_another_day_in_tokyo_than_in_los_angeles() -> None:
    moment = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)  # 10:00 on the 3rd in Tokyo, 17:00 on the 2nd in Los Angeles

    assert local_day(moment, "Asia/Tokyo", 180) == date(2026, 11, 3)
    assert local_day(moment, "America/Los_Angeles", 180) == date(2026, 11, 2)
