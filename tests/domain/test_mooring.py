"""Test weekly anchors: a week is held or missed, only weeks since an anchor was added count, two missed are drift."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.mooring import MooringLine, drift, is_held_in, toggle_week, week, week_of, weeks

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 25)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def mooring(text: str, *held_on: date, since: date = date(2026, 9, 1), archived: bool = False) -> MooringLine:
    return MooringLine(
        uid=text,
        text=text,
        held_on=[*held_on],
        archived=archived,
        local_date=since,
        made_at=datetime(2026, 9, 1, tzinfo=UTC),
    )


@given(DAYS, st.lists(DAYS, max_size=5))
def test_a_tick_holds_the_week_and_a_second_one_takes_it_back(today: date, before: list[date]) -> None:
    line = mooring("group", *(day for day in before if week_of(day) != week_of(today)))
    assert is_held_in(toggle_week(line, today), week_of(today))
    assert toggle_week(toggle_week(line, today), today) == line


@given(DAYS, DAYS)
def test_every_week_of_a_period_comes_once_and_is_over_within_it(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    found = weeks([mooring("group", since=date(2025, 1, 1))], first, last)
    sundays = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [each.begins + timedelta(days=6) for each in found] == [day for day in sundays if day.weekday() == 6]


def test_a_line_is_not_missed_in_weeks_before_it_was_there_or_after_it_was_put_away() -> None:
    late = mooring("walk", since=MONDAY + timedelta(days=1))
    assert week([late], MONDAY).lines == []
    assert week([toggle_week(late, MONDAY + timedelta(days=3))], MONDAY).held == 1
    assert week([mooring("group", archived=True)], MONDAY).lines == []


@pytest.mark.parametrize(("held", "names"), [(4, None), (3, None), (2, ["c", "d"]), (0, ["a", "b", "c", "d"])])
def test_two_lines_missed_in_the_week_before_are_drift_and_are_named(held: int, names: list[str] | None) -> None:
    lines = [mooring(text, *([MONDAY] if place < held else [])) for place, text in enumerate("abcd")]
    found = drift(lines, TODAY)
    assert (found and [line.text for line in found.missed]) == names


def test_the_week_that_is_not_over_yet_is_no_drift() -> None:
    lines = [mooring(text, MONDAY) for text in "ab"]
    assert drift(lines, TODAY) is None
