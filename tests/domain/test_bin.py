"""Check how long deleted records are kept, also where the clock was wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.bin import KEPT_FOR, LONGEST_GAP, Ages

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def daily(count: int) -> list[datetime]:
    return [NOW - number * DAY for number in range(count)]


def test_with_something_written_every_day_it_is_kept_for_thirty_days() -> None:
    ages = Ages(daily(40), NOW)
    assert [ages.days_left(NOW - days * DAY) for days in (0, 1, 29, 30, 31)] == [30, 29, 1, 0, 0]
    assert [ages.is_over(NOW - days * DAY) for days in (29, 30)] == [False, True]
    assert ages.days_left(NOW - timedelta(days=29, hours=12)) == 1


def test_a_clock_that_jumped_ahead_by_years_takes_nothing() -> None:
    deleted = NOW - DAY
    later = NOW + 3650 * DAY
    ages = Ages([deleted, NOW, later], later + timedelta(hours=1))
    assert ages.age(deleted) == DAY + LONGEST_GAP + timedelta(hours=1)
    assert not ages.is_over(deleted)


def test_what_was_written_while_the_clock_was_ahead_does_not_count_once_it_is_right() -> None:
    deleted = NOW - DAY
    assert Ages([deleted, NOW + 3650 * DAY], NOW).age(deleted) == DAY


def test_a_deletion_that_is_still_to_come_is_kept() -> None:
    ages = Ages([], NOW)
    assert ages.age(NOW + DAY) == timedelta()
    assert ages.days_left(NOW + DAY) == KEPT_FOR.days


@given(st.lists(moments, max_size=20), moments, moments)
def test_the_age_is_the_sum_of_the_gaps_and_never_more_than_the_clock_says(
    written: list[datetime], since: datetime, now: datetime
) -> None:
    expected, last = timedelta(), since
    for moment in sorted([one for one in written if since < one < now] + [now] * (since < now)):
        expected, last = expected + min(moment - last, LONGEST_GAP), moment
    age = Ages(written, now).age(since)
    assert age == expected
    assert timedelta() <= age <= max(now - since, timedelta())


@given(st.lists(moments, max_size=20), moments, moments, moments)
def test_what_was_deleted_earlier_is_never_younger(
    written: list[datetime], one: datetime, other: datetime, now: datetime
) -> None:
    ages = Ages(written, now)
    assert ages.age(min(one, other)) >= ages.age(max(one, other))
