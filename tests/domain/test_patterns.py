"""Test the counts of cravings: they add up, hours are those of the record's own zone, days are the person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkins import CheckIn
from journal.domain.coping import Strategy
from journal.domain.cravings import Attempt, Craving, Halt, Outcome, Trigger, strongest
from journal.domain.dates import local_day
from journal.domain.patterns import (
    Beside,
    around_uses,
    count_cravings,
    count_labels,
    helped_with,
    local_hour,
    passed_with,
    ratings_beside,
    usual_period,
)
from journal.domain.record import Precision
from journal.domain.uses import Situation

ZONES = ["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Australia/Lord_Howe", "America/Sao_Paulo"]
TRIGGERS = [
    Trigger(uid=uid, label=label) for uid, label in zip("abcd", ("Stress", "stress ", "Dan", "DAN"), strict=True)
]
FIRST, LAST = date(2024, 2, 12), date(2024, 4, 21)
"""Ten weeks with a leap day and the clock changes of spring."""

INSTANTS = st.datetimes(datetime(2023, 11, 1), datetime(2024, 5, 15), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def cravings(draw: st.DrawFn) -> Craving:
    """Return a craving as a journal would save it, in any of the zones."""
    at, zone, minutes = draw(INSTANTS), draw(st.sampled_from(ZONES)), draw(st.integers(0, 360))
    return Craving(
        intensity=draw(st.integers(0, 10)),
        peak=draw(st.none() | st.integers(0, 10)),
        at=at,
        zone=zone,
        local_date=local_day(at, zone, minutes),
        precision=draw(st.sampled_from(Precision)),
        triggers=draw(st.lists(st.sampled_from("abcd?"), max_size=4, unique=True)),
        situation=draw(st.none() | st.sampled_from(Situation)),
        halt=draw(st.lists(st.sampled_from(Halt), unique=True)),
        place=draw(st.sampled_from(["", "home", "Home", "work"])),
        company=draw(st.sampled_from(["", "alone"])),
        outcome=draw(st.sampled_from(Outcome)),
        timer_seconds=draw(st.none() | st.integers(0, 4000)),
    )


JOURNALS = st.lists(cravings(), max_size=40)


@given(JOURNALS)
def test_every_craving_of_the_period_is_counted_once_by_weekday_and_once_by_hour_or_without(
    every: list[Craving],
) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    inside = [craving for craving in every if FIRST <= craving.local_date <= LAST]
    assert counts.total == len(inside) == sum(counts.by_weekday)
    assert sum(counts.by_hour) + counts.without_hour == counts.total
    assert counts.without_hour == sum(craving.precision is Precision.DAY for craving in inside)
    assert (len(counts.by_hour), len(counts.by_weekday)) == (24, 7)
    for weekday, row in enumerate(counts.grid):
        assert sum(row) <= counts.by_weekday[weekday]


@given(JOURNALS)
def test_hours_are_those_on_the_clock_where_it_happened(every: list[Craving]) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    expected = Counter(
        craving.at.astimezone(ZoneInfo(craving.zone)).hour
        for craving in every
        if FIRST <= craving.local_date <= LAST and craving.precision is not Precision.DAY
    )
    assert counts.by_hour == [expected[hour] for hour in range(24)]


@given(JOURNALS)
def test_equal_labels_add_up_and_every_trigger_of_a_craving_counts(every: list[Craving]) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    inside = [craving for craving in every if FIRST <= craving.local_date <= LAST]
    expected = Counter("stress" if uid in "ab" else "dan" for one in inside for uid in one.triggers if uid != "?")
    assert {label.casefold(): number for label, number in counts.by_trigger.items()} == dict(expected)
    assert list(counts.by_trigger.values()) == sorted(counts.by_trigger.values(), reverse=True)
    assert counts.with_trigger == sum(bool(set(one.triggers) & set("abcd")) for one in inside)


@given(JOURNALS)
def test_situations_halt_places_and_company_add_up(every: list[Craving]) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    inside = [craving for craving in every if FIRST <= craving.local_date <= LAST]
    assert sum(counts.by_situation.values()) == sum(craving.situation is not None for craving in inside)
    assert list(counts.by_situation) == list(Situation)
    assert counts.by_halt == {state: sum(state in one.halt for one in inside) for state in Halt}
    assert sum(counts.by_place.values()) == sum(bool(craving.place) for craving in inside)
    assert sum(counts.by_company.values()) == sum(bool(craving.company) for craving in inside)


@given(JOURNALS)
def test_weeks_and_months_hold_every_craving(every: list[Craving]) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    assert sum(week.cravings for week in counts.weeks) == sum(one.cravings for one in counts.months) == counts.total
    assert [week.first for week in counts.weeks] == [FIRST + timedelta(days=7 * number) for number in range(10)]
    assert [one.first for one in counts.months] == [FIRST, date(2024, 3, 1), date(2024, 4, 1)]
    for week in counts.weeks:
        strengths = [strongest(one) for one in every if timedelta(0) <= one.local_date - week.first < timedelta(7)]
        assert week.strength is None if not strengths else min(strengths) <= (week.strength or 0) <= max(strengths)


@given(JOURNALS)
def test_what_passed_is_at_most_what_ended_and_what_ended_is_at_most_what_was_counted(every: list[Craving]) -> None:
    counts, passed = count_cravings(every, TRIGGERS, date(2023, 1, 1), date(2025, 1, 1)), passed_with(every, TRIGGERS)
    assert counts.passed == sum(one.outcome.came_through for one in every)
    assert counts.ended == sum(one.outcome is not Outcome.UNKNOWN for one in every)
    groups: tuple[Mapping[Any, int], ...] = (
        counts.by_trigger,
        counts.by_situation,
        counts.by_halt,
        counts.by_place,
        counts.by_company,
    )
    for counted, group in zip(groups, passed, strict=True):
        for label, (through, ended) in group.items():
            assert through <= ended <= {str(key): number for key, number in counted.items()}[label]
    homes = [one for one in every if one.place.casefold() == "home" and one.outcome is not Outcome.UNKNOWN]
    told = {label.casefold(): known for label, known in passed.by_place.items()}.get("home", (0, 0))
    assert told == (sum(one.outcome.came_through for one in homes), len(homes))


@given(JOURNALS)
def test_strength_is_that_of_the_cravings_of_the_period(every: list[Craving]) -> None:
    counts = count_cravings(every, TRIGGERS, FIRST, LAST)
    inside = [craving for craving in every if FIRST <= craving.local_date <= LAST]
    assert counts.strongest == max(map(strongest, inside), default=0)
    assert counts.typical == (median(one.intensity for one in inside) if inside else None)


def at(zone: str, *clock: int, starts_at: int = 180, fold: int = 0) -> Craving:
    """Return a craving at this time on the clock of a zone."""
    moment = datetime(*clock, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)  # type: ignore[arg-type,misc]
    return Craving(intensity=5, at=moment, zone=zone, local_date=local_day(moment, zone, starts_at))


def test_a_journal_carried_from_tokyo_to_los_angeles_keeps_the_hours_of_both() -> None:
    carried = [at("Asia/Tokyo", 2026, 11, 2, 22, 15), at("America/Los_Angeles", 2026, 11, 2, 22, 45)]
    counts = count_cravings(carried, [], date(2026, 11, 2), date(2026, 11, 2))
    assert counts.by_hour[22] == counts.grid[0][22] == 2


def test_in_the_night_after_a_saturday_it_is_still_saturday() -> None:
    counts = count_cravings([at("Europe/Berlin", 2026, 11, 8, 1, 30)], [], date(2026, 11, 1), date(2026, 11, 30))
    assert counts.by_weekday == [0, 0, 0, 0, 0, 1, 0]
    assert counts.grid[5][1] == 1


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_when_clocks_go_back_is_one_hour(fold: int) -> None:
    assert local_hour(at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold)) == 2


def test_after_the_hour_that_clocks_skip_it_is_the_next_one() -> None:
    before, after = datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    hours = [local_hour(Craving(intensity=1, at=one, zone="Europe/Berlin")) for one in (before, after)]
    assert hours == [1, 3]


def test_a_zone_that_this_computer_does_not_know_gives_no_hour() -> None:
    assert local_hour(Craving(intensity=1, at=datetime(2026, 1, 1, tzinfo=UTC), zone="Mars/Base")) is None


def test_without_cravings_everything_is_zero_and_nothing_is_typical() -> None:
    counts = count_cravings([], TRIGGERS, LAST, LAST)
    assert (counts.total, counts.by_hour, counts.by_trigger) == (0, [0] * 24, {})
    assert [(week.first, week.strength, week.minutes) for week in counts.weeks] == [(LAST, None, None)]


def test_the_usual_period_is_twelve_weeks_with_today() -> None:
    assert usual_period(date(2026, 11, 23)) == (date(2026, 9, 1), date(2026, 11, 23))


def test_labels_are_compared_without_case_and_shown_as_first_written() -> None:
    assert count_labels(["Café", "work", "CAFE\u0301 ", "", " "]) == {"Café": 2, "work": 1}


def test_what_helped_is_told_for_each_trigger_it_was_tried_with() -> None:
    walk, tea = Strategy(uid="w", label="walk"), Strategy(uid="t", label="tea")
    known = [
        Craving(intensity=5, triggers=["a"], attempts=[Attempt(strategy="w")], outcome=outcome)
        for outcome in (Outcome.PASSED, Outcome.RODE_OUT, Outcome.UNKNOWN)
    ] + [Craving(intensity=5, triggers=["c"], attempts=[Attempt(strategy="t")], outcome=Outcome.USED)]
    found = helped_with([walk, tea], TRIGGERS, known)
    told = [(one.trigger.uid, one.strategy.uid, one.known.n, one.known.came_through) for one in found]
    assert told == [("a", "w", 2, 2), ("c", "t", 1, 0)]


def test_mood_stands_beside_the_days_with_a_craving_and_those_without() -> None:
    days = [FIRST + timedelta(days=number) for number in range(5)]
    moods = [2, 8, 3, 6, None]
    checkins = [CheckIn(local_date=day, mood=mood) for day, mood in zip(days, moods, strict=True)]
    craved = [Craving(intensity=5, local_date=day) for day in (days[0], days[2], days[4])]
    found = ratings_beside(checkins, craved, FIRST, LAST)
    assert found["mood"] == Beside(2.5, 2, 7, 2)
    assert found["sleep"] == Beside(None, 0, None, 0)
    assert ratings_beside(checkins, craved, LAST, LAST)["mood"] == Beside(None, 0, None, 0)


def test_a_craving_between_two_uses_is_after_the_one_and_before_the_other() -> None:
    craved = [Craving(intensity=5, local_date=FIRST + timedelta(days=days)) for days in (1, 1, 2)]
    found = around_uses(craved, [FIRST, FIRST + timedelta(days=2)])
    assert found == {-3: 0, -2: 0, -1: 2, 0: 1, 1: 2, 2: 1, 3: 0}
