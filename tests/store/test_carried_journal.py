"""Test a journal that is carried from Tokyo to Los Angeles: what was written keeps its day, and no day is lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from journal.clock import FixedClock
from journal.domain.cravings import Craving
from journal.domain.days import DayState, day_word
from journal.domain.entries import Entry
from journal.domain.focuses import Focus
from journal.domain.patterns import count_cravings
from journal.focus_day import FocusDay
from journal.store.journal import Journal

TOKYO, LOS_ANGELES = "Asia/Tokyo", "America/Los_Angeles"
START = date(2026, 11, 1)
TAKE_OFF = datetime(2026, 11, 4, 17, 0, tzinfo=ZoneInfo(TOKYO))
LANDING = datetime(2026, 11, 4, 10, 0, tzinfo=ZoneInfo(LOS_ANGELES))
"""Ten hours after take-off, and seven hours before it by the clock on the wall."""


def at(journal: Journal, moment: datetime) -> None:
    """Set the clock to a moment, in its zone."""
    assert isinstance(moment.tzinfo, ZoneInfo)
    journal.clock = FixedClock(moment, moment.tzinfo.key)


def marked(journal: Journal, focus: Focus) -> None:
    """Mark today as a free day, as the calendar does."""
    day = FocusDay(journal, focus, journal.today())
    journal.save(day.marked(DayState.CLEAN))


def carried(journal: Journal) -> Focus:
    """Write on four days in Tokyo, then on three in Los Angeles, the first of which is the last of Tokyo again."""
    at(journal, TAKE_OFF - timedelta(days=3))
    focus = journal.focuses.get(journal.focuses.add(Focus(label="alcohol", start=START)))
    for days in range(4):
        at(journal, TAKE_OFF - timedelta(days=3 - days))
        marked(journal, focus)
    for days in range(3):
        at(journal, LANDING + timedelta(days=days))
        marked(journal, focus)
    return focus


def test_every_day_of_the_journey_counts_once(journal: Journal) -> None:
    focus, today = carried(journal), journal.today()
    word = day_word(focus, [], journal.marks.all(), last=today, today=today)

    assert today == date(2026, 11, 6)
    assert word.letters == DayState.CLEAN * 6
    assert sorted(mark.local_date for mark in journal.marks) == [START + timedelta(days=number) for number in range(6)]


def test_a_day_that_began_in_tokyo_is_the_same_day_in_los_angeles_and_keeps_one_mark(journal: Journal) -> None:
    carried(journal)

    (mark,) = journal.marks.between(date(2026, 11, 4), date(2026, 11, 4))
    assert mark.zone == TOKYO


def test_what_was_written_keeps_its_zone_its_day_and_its_hour(journal: Journal) -> None:
    for moment in (TAKE_OFF, LANDING):
        at(journal, moment)
        journal.cravings.add(Craving(intensity=5))
    at(journal, LANDING + timedelta(days=30))
    first, second = journal.cravings.all()

    assert [(one.zone, one.local_date) for one in (first, second)] == [
        (TOKYO, date(2026, 11, 4)),
        (LOS_ANGELES, date(2026, 11, 4)),
    ]
    assert first.at < second.at
    assert first.at.astimezone(ZoneInfo(first.zone)).hour == 17
    assert second.at.astimezone(ZoneInfo(second.zone)).hour == 10


def test_patterns_count_the_hours_of_both_places_on_the_one_day(journal: Journal) -> None:
    for moment in (TAKE_OFF, LANDING):
        at(journal, moment)
        journal.cravings.add(Craving(intensity=5))
    day = date(2026, 11, 4)
    counts = count_cravings(journal.cravings, [], day, day)

    assert {hour: number for hour, number in enumerate(counts.by_hour) if number} == {10: 1, 17: 1}
    assert counts.by_weekday == [0, 0, 2, 0, 0, 0, 0]


@pytest.mark.parametrize("minutes", [0, 90, 180, 360])
def test_the_morning_in_tokyo_is_still_the_day_before_in_los_angeles(journal: Journal, minutes: int) -> None:
    journal.set_preferences(replace(journal.preferences, day_starts_at=minutes))
    morning = datetime(2026, 11, 4, 9, 0, tzinfo=ZoneInfo(TOKYO))
    at(journal, morning)
    here = journal.today()
    journal.entries.add(Entry(text="before the flight"))
    at(journal, morning.astimezone(ZoneInfo(LOS_ANGELES)))

    assert (here, journal.today()) == (date(2026, 11, 4), date(2026, 11, 3))
    assert [entry.text for entry in journal.entries.between(here, here)] == ["before the flight"]


@pytest.mark.parametrize(
    ("zone", "on"),
    [
        ("Europe/Berlin", date(2026, 10, 25)),
        (LOS_ANGELES, date(2026, 3, 8)),
        ("America/Sao_Paulo", date(2018, 11, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Africa/Cairo", date(2026, 10, 29)),
    ],
)
def test_today_goes_on_day_by_day_where_the_clocks_change(journal: Journal, zone: str, on: date) -> None:
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(zone)) - timedelta(days=2)
    seen = []
    for hours in range(97):
        journal.clock = FixedClock(noon.astimezone(ZoneInfo("UTC")) + timedelta(hours=hours), zone)
        seen.append(journal.today())

    assert {(after - before).days for before, after in pairwise(seen)} == {0, 1}
    assert sorted(set(seen)) == [on + timedelta(days=days) for days in range(-2, 3)]
