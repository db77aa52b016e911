"""Test the person's day, and dates as text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.dates import (
    add_months,
    format_date,
    format_day,
    format_moment,
    instant_on,
    local_day,
    local_instant,
    local_noon,
    parse_day,
    parse_period,
    parse_time,
)

TODAY = date(2026, 11, 23)
ZONES = st.sampled_from(
    ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
)
INSTANTS = st.integers(0, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


def test_what_the_wall_clock_shows_becomes_one_instant() -> None:
    assert local_instant(TODAY, time(18, 30), "Europe/Vienna") == datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
    assert local_instant(date(2026, 6, 1), time(18, 30), "Europe/Vienna") == datetime(2026, 6, 1, 16, 30, tzinfo=UTC)


def test_half_past_one_at_night_belongs_to_the_day_before() -> None:
    assert local_day(datetime(2026, 11, 20, 1, 30, tzinfo=UTC), "UTC", 180) == date(2026, 11, 19)
    assert local_day(datetime(2026, 11, 20, 2, 59, tzinfo=UTC), "UTC", 180) == date(2026, 11, 19)
    assert local_day(datetime(2026, 11, 20, 3, 0, tzinfo=UTC), "UTC", 180) == date(2026, 11, 20)


def test_the_day_may_start_at_midnight() -> None:
    assert local_day(datetime(2026, 11, 20, 0, 0, tzinfo=UTC), "UTC", 0) == date(2026, 11, 20)


def test_one_instant_is_two_days_for_two_travellers() -> None:
    instant = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)

    assert local_day(instant, "Pacific/Auckland", 180) == date(2026, 11, 21)
    assert local_day(instant, "America/Los_Angeles", 180) == date(2026, 11, 20)


def test_the_night_the_clocks_go_back_rolls_over_at_three_by_the_wall() -> None:
    # Berlin, 25 October 2026: 02:30 comes twice, 03:00 once.
    berlin = ZoneInfo("Europe/Berlin")
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold) for fold in (0, 1))

    assert first.astimezone(UTC) != second.astimezone(UTC)
    assert local_day(first, "Europe/Berlin", 180) == date(2026, 10, 24)
    assert local_day(second, "Europe/Berlin", 180) == date(2026, 10, 24)
    assert local_day(datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "Europe/Berlin", 180) == date(2026, 10, 25)


def test_the_night_the_clocks_go_forward_rolls_over_with_the_skipped_hour() -> None:
    # Berlin, 29 March 2026: after 01:59 comes 03:00, which is 01:00 UTC.
    assert local_day(datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "Europe/Berlin", 150) == date(2026, 3, 28)
    assert local_day(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Europe/Berlin", 150) == date(2026, 3, 29)


@given(DAYS, ZONES, st.integers(0, 720))
def test_local_noon_is_on_its_day_in_every_zone(day: date, zone: str, day_starts_at: int) -> None:
    noon = local_noon(day, zone)

    assert noon.tzinfo is UTC
    if zone != "Pacific/Kiritimati" or day not in (date(1994, 12, 31), date(1995, 1, 1)):  # a day it never had
        assert local_day(noon, zone, day_starts_at) == day


@given(INSTANTS, ZONES, st.integers(0, 720))
def test_a_day_never_runs_backwards_within_a_zone(instant: datetime, zone: str, day_starts_at: int) -> None:
    later = instant + timedelta(days=1)

    assert local_day(later, zone, day_starts_at) >= local_day(instant, zone, day_starts_at)


def test_a_month_after_the_end_of_january_is_the_end_of_february() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 11, 30), 14) == date(2028, 1, 30)


@given(DAYS, st.integers(-240, 240))
def test_months_are_calendar_months_and_never_a_later_day_of_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)

    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


def test_dates_read_as_a_person_would_say_them() -> None:
    assert format_day(date(2026, 11, 19)) == "Thu 19 Nov"
    assert format_day(date(2026, 11, 19), today=TODAY) == "Thu 19 Nov"
    assert format_day(date(2025, 11, 19), today=TODAY) == "Wed 19 Nov 2025"
    assert format_moment(datetime(2026, 11, 19, 21, 40, tzinfo=UTC)) == "Thu 19 Nov, 21:40"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 16), date(2026, 11, 23), "16–23 Nov"),
        (date(2026, 11, 16), date(2026, 11, 16), "16 Nov"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 Oct – 3 Nov"),
        (date(2025, 12, 28), date(2026, 1, 3), "28 Dec 2025 – 3 Jan 2026"),
        (date(2025, 11, 16), date(2026, 11, 16), "16 Nov 2025 – 16 Nov 2026"),
    ],
)
def test_periods_read_short_and_unmistakable(first: date, last: date, words: str) -> None:
    assert format_date(first, last) == words


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2026, 11, 22)),
        ("tomorrow", date(2026, 11, 24)),
        ("-3", date(2026, 11, 20)),
        ("+3", date(2026, 11, 26)),
        ("3 weeks ago", date(2026, 11, 2)),
        ("a day ago", date(2026, 11, 22)),
        ("9 months ago", date(2026, 2, 23)),
        ("1 year ago", date(2025, 11, 23)),
        ("2026-11-19", date(2026, 11, 19)),
        ("1900-01-01", date(1900, 1, 1)),
        ("19 Nov", date(2026, 11, 19)),
        ("Nov 19, 2025", date(2025, 11, 19)),
        ("19 sept.", date(2026, 9, 19)),
        ("19.11.", date(2026, 11, 19)),
        ("19.11.2025", date(2025, 11, 19)),
        ("19. 11. 2025", date(2025, 11, 19)),
        ("thu", date(2026, 11, 19)),
        ("Monday", TODAY),
        ("last monday", date(2026, 11, 16)),
        ("last fri", date(2026, 11, 20)),
        ("next Monday", date(2026, 11, 30)),
        ("next sun", date(2026, 11, 29)),
        ("two days ago", date(2026, 11, 21)),
        ("in 9 days", date(2026, 12, 2)),
        ("in two weeks", date(2026, 12, 7)),
        ("last week", date(2026, 11, 16)),
        ("next month", date(2026, 12, 23)),
        ("last night", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("19/11/2026", date(2026, 11, 19)),
        ("19/11", date(2026, 11, 19)),
        ("11/19", date(2026, 11, 19)),
        ("19/11/25", date(2025, 11, 19)),
        ("19.11.98", date(1998, 11, 19)),
        ("19-11-2025", date(2025, 11, 19)),
        ("3/4", date(2026, 4, 3)),
        ("19th of November", date(2026, 11, 19)),
        ("Nov 19th", date(2026, 11, 19)),
        ("Thu 19 Nov", date(2026, 11, 19)),
        ("on Wed, 19 Nov 2025", date(2025, 11, 19)),
        ("in march", date(2026, 3, 1)),
        ("last march", date(2026, 3, 1)),
        ("last nov", date(2025, 11, 1)),
        ("last dec.", date(2025, 12, 1)),
        ("next march", date(2027, 3, 1)),
        ("next november", date(2027, 11, 1)),
        ("dec", date(2025, 12, 1)),
        ("March 2024", date(2024, 3, 1)),
        ("2024-03", date(2024, 3, 1)),
    ],
)
def test_dates_are_understood_as_people_type_them(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY) == day


def test_a_date_without_its_year_lies_behind_unless_one_looks_ahead() -> None:
    assert parse_day("24 Nov", TODAY) == date(2025, 11, 24)
    assert parse_day("24 Nov", TODAY, ahead=True) == date(2026, 11, 24)
    assert parse_day("22 Nov", TODAY, ahead=True) == date(2027, 11, 22)
    assert parse_day("29 Feb", TODAY) == date(2024, 2, 29)
    assert parse_day("29 Feb", date(2104, 2, 28)) == date(2096, 2, 29)
    assert parse_day("thu", TODAY, ahead=True) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/4", date(2026, 3, 4)),
        ("3/4/2025", date(2025, 3, 4)),
        ("11/19", date(2026, 11, 19)),
        ("19/11", date(2026, 11, 19)),
        ("3.4.", date(2026, 4, 3)),
    ],
)
def test_with_slashes_the_month_comes_first_where_the_locale_says_so(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY, month_first=True) == day


def test_a_month_is_all_of_its_days() -> None:
    assert parse_period("in feb", TODAY) == (date(2026, 2, 1), date(2026, 2, 28))
    assert parse_period("dec", TODAY, ahead=True) == (date(2026, 12, 1), date(2026, 12, 31))
    assert parse_period("19 Nov", TODAY) == (date(2026, 11, 19), date(2026, 11, 19))


@given(DAYS)
def test_a_month_that_is_last_is_over_and_one_that_is_next_has_not_begun(today: date) -> None:
    for name in ("jan", "february", "Dec"):
        before, after = parse_period(f"last {name}", today), parse_period(f"next {name}", today)
        assert before is not None
        assert after is not None
        assert before[1] < today < after[0]
        assert (today - before[1]).days <= 366
        assert (after[0] - today).days <= 366


@given(DAYS)
def test_a_weekday_that_is_next_or_last_is_never_today_and_within_a_week(today: date) -> None:
    for name in ("mon", "tuesday", "Sun"):
        after, before = parse_day(f"next {name}", today), parse_day(f"last {name}", today)
        assert after is not None
        assert before is not None
        assert 1 <= (after - today).days <= 7
        assert 1 <= (today - before).days <= 7


@given(DAYS, DAYS)
def test_what_the_program_writes_is_read_back(day: date, today: date) -> None:
    assert parse_day(f"{format_day(day)} {day.year}", today) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "in 3 days ago",
        "3 days",
        "32/11",
        "13/13",
        "last 3",
        "in",
        "9999 weeks ago",
        "31 Feb",
        "30.2.2026",
        "2026-13-01",
        "0000-01-01",
        "1899-12-31",
        "+99999999",
        "9999 years ago",
        "19",
        "١٩.١١.",
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


@given(st.text(max_size=30))
def test_no_text_makes_the_date_field_stumble(typed: str) -> None:
    found = parse_day(typed, TODAY)

    assert found is None or found.year >= 1900
    word = typed.strip().lower() in ("noon", "midnight")
    assert parse_time(typed) is None or word or any(letter.isdigit() for letter in typed)


@given(DAYS, DAYS)
def test_a_date_written_out_in_full_is_read_back(day: date, today: date) -> None:
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(f"{day:%d.%m.%Y}", today) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("21:40", time(21, 40)),
        ("21.40", time(21, 40)),
        ("2140", time(21, 40)),
        ("9", time(9)),
        ("9pm", time(21)),
        ("1 am", time(1)),
        ("9:30 a.m.", time(9, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_times_are_understood_as_people_type_them(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize("typed", ["", "24:00", "13pm", "0am", "9:60", "later"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_time(typed) is None


@pytest.mark.parametrize(
    ("now", "typed", "wall"),
    [
        ("2026-11-24T00:30", "00:30", "2026-11-24T00:30"),  # the day has not rolled over yet
        ("2026-11-23T12:00", "01:30", "2026-11-23T01:30"),  # the night that ends it is still to come
        ("2026-11-25T12:00", "01:30", "2026-11-24T01:30"),
        ("2026-11-25T12:00", "19:30", "2026-11-23T19:30"),
        ("2026-11-25T12:00", "03:00", "2026-11-23T03:00"),
    ],
)
def test_a_time_in_the_night_belongs_to_the_day_before_it(now: str, typed: str, wall: str) -> None:
    zone = ZoneInfo("Europe/Vienna")
    present, moment = datetime.fromisoformat(now).replace(tzinfo=zone), time.fromisoformat(typed)

    found = instant_on(date(2026, 11, 23), moment, "Europe/Vienna", 180, now=present)

    assert found.astimezone(zone) == datetime.fromisoformat(wall).replace(tzinfo=zone)
