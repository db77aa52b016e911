"""Test which earlier entry is offered on a day, and when none may be."""

from __future__ import annotations

from calendar import isleap
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.on_this_day import days_like, is_hard_time, note_from_earlier, years_since
from journal.domain.sessions import Session
from journal.domain.uses import Use
from journal.text.today import note_from_earlier as format_note

TODAY = date(2026, 11, 23)
days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
entries = st.lists(
    st.builds(lambda day, again: Entry(text="x", local_date=day, read_again=again), days, st.booleans()), max_size=6
)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def held(status: int | None, day: date, *, cancelled: bool = False) -> Session:
    return Session(status=status, held_at=noon(day), at=noon(day), local_date=day, cancelled=cancelled)


def anniversary(day: date, year: int) -> date:
    """The day a year or more later, worked out from the other side."""
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) and not isleap(year) else day.replace(year=year)


@given(days, st.integers(1, 60))
def test_every_day_comes_round_once_in_each_later_year_leap_days_too(day: date, years: int) -> None:
    later = anniversary(day, day.year + years)
    year = [date(later.year, 1, 1) + timedelta(number) for number in range(366 if isleap(later.year) else 365)]
    assert [one for one in year if day in days_like(one)] == [later]
    assert years_since(day, later) == years


@given(days)
def test_only_days_of_earlier_years_are_repeated(today: date) -> None:
    assert all(day.year < today.year for day in days_like(today))


@given(entries, days)
def test_only_what_is_marked_to_read_again_is_offered_and_the_latest_first(found: list[Entry], today: date) -> None:
    fitting = [entry.local_date for entry in found if entry.read_again and entry.local_date in days_like(today)]
    offered = note_from_earlier(found, today)
    assert (offered.local_date if offered else None) == max(fitting, default=None)
    assert offered is None or offered.read_again


@given(st.integers(-3, 400), st.integers(0, 400))
def test_a_use_silences_its_day_and_seven_days_whenever_it_was_logged(ago: int, logged_later: int) -> None:
    day = TODAY - timedelta(days=ago)
    use = Use(focus="a", local_date=day, at=noon(day), made_at=noon(day + timedelta(days=logged_later)))
    assert is_hard_time([use], [], [], TODAY) is (0 <= ago <= 7)


@pytest.mark.parametrize("state", [state for state in DayState if state is not DayState.WITHIN])
def test_a_day_marked_as_used_or_mixed_silences_as_a_use_does(state: DayState) -> None:
    mark = Mark(focus="a", state=state, local_date=TODAY - timedelta(days=7))
    older = Mark(focus="a", state=state, local_date=TODAY - timedelta(days=8))
    assert is_hard_time([], [mark], [], TODAY) is (state in (DayState.USED, DayState.MIXED))
    assert not is_hard_time([], [older], [], TODAY)


def test_the_latest_mark_of_a_day_counts() -> None:
    used = Mark(focus="a", state=DayState.USED, local_date=TODAY, made_at=noon(TODAY))
    free = Mark(focus="a", state=DayState.CLEAN, local_date=TODAY, made_at=noon(TODAY) + timedelta(hours=1))
    assert not is_hard_time([], [free, used], [], TODAY)
    assert is_hard_time([], [free, used, Mark(focus="b", state=DayState.USED, local_date=TODAY)], [], TODAY)


@pytest.mark.parametrize("status", range(1, 6))
def test_the_status_of_the_last_meeting_silences_from_three_on(status: int) -> None:
    last, before = held(status, TODAY - timedelta(days=40)), held(6 - status, TODAY - timedelta(days=50))
    unrated = held(None, TODAY - timedelta(days=1))
    called_off = held(5, TODAY, cancelled=True)
    assert is_hard_time([], [], [last, before, unrated, called_off], TODAY) is (status >= 3)


def test_a_hard_status_for_the_next_meeting_silences_too() -> None:
    fine = held(1, TODAY - timedelta(days=7))
    for status in range(1, 6):
        coming = Session(status=status, planned_at=noon(TODAY), at=noon(TODAY), local_date=TODAY)
        assert is_hard_time([], [], [fine, coming], TODAY) is (status >= 3)


@pytest.mark.parametrize(
    ("years", "words"), [(1, "A note from last year. Press o."), (3, "A note from 3 years ago. Press o.")]
)
def test_the_note_says_how_long_ago(years: int, words: str) -> None:
    assert format_note(years) == words
