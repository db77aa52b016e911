"""Test going to a date in the calendar: it is typed as people type dates, and what can't be shown stays typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.text import dates as dates_text
from journal.text import forms as forms_text
from screens.days.days import Days
from screens.days.month_calendar import Calendar
from screens.widgets.fields.dates import DayField
from tests.screens.days.test_days import TODAY, days, held, press, shown
from tests.support.golden import SMALLEST, assert_goldens


def chosen(pilot: Pilot[int]) -> date:
    """Return the day under the cursor."""
    return pilot.app.screen.query_one(Calendar).chosen


def field(pilot: Pilot[int]) -> DayField:
    """Return the field for the date."""
    return pilot.app.screen.query_one("#go-to", DayField)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("last march", date(2026, 3, 1)),
        ("in march", date(2026, 3, 1)),
        ("12.3.2024", date(2024, 3, 12)),
        ("two weeks ago", date(2026, 11, 9)),
        ("-3", date(2026, 11, 20)),
        ("today", TODAY),
    ],
)
async def test_a_date_is_gone_to_as_it_is_typed(path: Path, typed: str, day: date) -> None:
    async with days(path) as pilot:
        await press(pilot, "up", "g", *typed, "enter")
        assert chosen(pilot) == day
        assert not field(pilot).display
        assert isinstance(pilot.app.screen.focused, Calendar)
        assert held(pilot) == []  # no letter that was typed has marked a day


async def test_what_is_understood_stands_beside_it_while_it_is_typed(path: Path) -> None:
    async with days(path, size=SMALLEST) as pilot:
        await press(pilot, "g", *"last march")
        await assert_goldens(pilot, "days-go-to")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("tomorrow", forms_text.TO_COME), ("sometime", dates_text.NOT_A_DAY), ("12.3.1066", dates_text.NOT_A_DAY)],
)
async def test_what_is_no_day_to_show_is_said_and_stays_typed(path: Path, typed: str, problem: str) -> None:
    async with days(path) as pilot:
        await press(pilot, "g", *typed, "enter")
        assert chosen(pilot) == TODAY
        assert problem in shown(pilot)
        assert field(pilot).text == typed
        await press(pilot, "backspace")
        assert problem not in shown(pilot)


async def test_esc_stays_on_the_day_and_a_second_one_leaves_the_calendar(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "left", "g", *"last march", "escape")
        assert chosen(pilot) == date(2026, 11, 22)
        assert isinstance(pilot.app.screen, Days)
        assert not field(pilot).display
        await press(pilot, "g")
        assert field(pilot).text == ""
        await press(pilot, "enter")
        assert chosen(pilot) == date(2026, 11, 22)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Days)


async def test_the_year_goes_to_a_date_too(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "y", "g", *"12.3.2024", "enter")
        assert chosen(pilot) == date(2024, 3, 12)
        assert "alcohol · 2024" in shown(pilot)
