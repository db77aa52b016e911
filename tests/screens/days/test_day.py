"""Test one day: everything that it holds, each opened with enter, and the days around it with the arrows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

from journal.domain.checkins import CheckIn
from journal.domain.cravings import Craving
from journal.domain.days import DayState, Mark
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, Pause
from journal.domain.milestones import Milestone
from journal.domain.sessions import Session, SessionKind
from journal.domain.uses import Use
from journal.store.journal import Journal
from screens.cravings.craving_form import CravingForm
from screens.days.day import Day
from screens.days.days import Days
from screens.days.month_calendar import Calendar
from screens.mentor.meeting_notes import MeetingSheet
from screens.slips.slip_form import Slip
from screens.timeline.entry_form import EntryEditor
from screens.today.checkin_form import CheckInSheet
from screens.today.milestones import Milestones
from screens.widgets.fields.dates import DayField
from tests.screens.days.test_days import TODAY, days, press, said, shown
from tests.support.golden import SMALLEST, assert_goldens

DAY = date(2026, 11, 20)
"""Three days before today."""

TO_DAY = ("left", "left", "left", "enter")


def a_full_day(journal: Journal) -> None:
    """Add one of each to a day, and a second focus."""
    focus = journal.focuses.all()[0]
    other = journal.focuses.add(Focus(label="late-night scrolling", start=date(2026, 11, 2)))
    journal.marks.add_many([Mark(focus=uid, local_date=DAY, state=DayState.CLEAN) for uid in (focus.uid, other)])
    for hour, record in enumerate(
        [
            Entry(text="Saw Mia.\nWe talked for an hour."),
            CheckIn(mood=6, energy=5),
            Craving(intensity=7, focus=focus.uid),
            Use(focus=other),
            Session(kind=SessionKind.ONE_TO_ONE, held_at=datetime(2026, 11, 20, 18, tzinfo=UTC), said="slept well"),
        ],
        8,
    ):
        at = datetime(2026, 11, 20, hour, 30, tzinfo=UTC)
        journal.collection(type(record)).add(replace(record, at=at, local_date=DAY))
    journal.milestones.add(Milestone(focus=focus.uid, what="days 14", reached_on=DAY))
    journal.milestones.add(Milestone(what="cravings passed 10", reached_on=DAY))


def lines(pilot: Pilot[int]) -> list[str]:
    """Return the names of what the day holds, in order."""
    screen = pilot.app.screen
    assert isinstance(screen, Day)
    return [part.name for part in screen.record_list.items]


def is_on(pilot: Pilot[int], kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of this kind is on top."""
    return isinstance(pilot.app.screen, kind)


async def test_a_day_shows_everything_that_it_holds(path: Path) -> None:
    async with days(path, a_full_day, SMALLEST) as pilot:
        await press(pilot, *TO_DAY)
        assert lines(pilot) == [
            *("alcohol", "late-night scrolling"),
            *("entry", "check-in", "craving", "slip", "meeting"),
            *("milestone", "milestone"),
        ]
        await press(pilot, "down", "down")
        await assert_goldens(pilot, "day")


async def test_enter_opens_each_of_them(path: Path) -> None:
    opened: list[type[Screen[Any]]] = [
        EntryEditor,
        CheckInSheet,
        CravingForm,
        Slip,
        MeetingSheet,
        Milestones,
        Milestones,
    ]
    async with days(path, a_full_day) as pilot:
        await press(pilot, *TO_DAY, "down")
        for kind in opened:
            await press(pilot, "down", "enter")
            assert is_on(pilot, kind)
            await press(pilot, "escape")
            assert is_on(pilot, Day)


async def test_what_a_focus_was_opens_its_calendar_on_that_day(path: Path) -> None:
    async with days(path, a_full_day) as pilot:
        await press(pilot, *TO_DAY, "down", "enter")
        assert isinstance(pilot.app.screen, Days)
        assert "late-night scrolling · November 2026" in shown(pilot)
        assert pilot.app.screen.query_one(Calendar).chosen == DAY
        await press(pilot, "enter", "enter")
        assert "alcohol · November 2026" in shown(pilot)


async def test_the_arrows_go_to_the_days_around_it_up_to_today_and_the_calendar_follows(path: Path) -> None:
    async with days(path, a_full_day) as pilot:
        await press(pilot, *TO_DAY, "left")
        assert "Thu 19 Nov 2026" in shown(pilot)
        await press(pilot, *["right"] * 9)
        assert "Mon 23 Nov 2026" in shown(pilot)
        await press(pilot, "left", "escape")
        assert pilot.app.screen.query_one(Calendar).chosen == TODAY - timedelta(days=1)


async def test_an_empty_day_says_what_can_be_done_and_each_of_it_works_on_that_day(path: Path) -> None:
    keys: dict[str, type[Screen[Any]]] = {"n": EntryEditor, "a": CheckInSheet, "s": Slip}
    async with days(path, size=SMALLEST) as pilot:
        await press(pilot, *TO_DAY)
        await assert_goldens(pilot, "day-empty")
        for key, kind in keys.items():
            await press(pilot, key)
            assert is_on(pilot, kind)
            await press(pilot, "escape")
            assert is_on(pilot, Day)
        await press(pilot, "n")
        assert pilot.app.screen.query_one("#day", DayField).value == DAY
        await press(pilot, *"quiet", "ctrl+s")
        assert lines(pilot) == ["entry"]
        await press(pilot, "s")
        assert pilot.app.screen.query_one("#day", DayField).value == DAY


async def test_a_half_written_entry_is_not_lost_when_another_day_begins_one(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, *TO_DAY, "n", *"half", "escape", "left", "n")
        assert isinstance(pilot.app.screen, EntryEditor)
        assert "half" in shown(pilot)
        assert pilot.app.screen.query_one("#day", DayField).value == DAY


async def test_a_mark_and_a_record_are_deleted_there_and_a_milestone_stays(path: Path) -> None:
    async with days(path, a_full_day, toasts=True) as pilot:
        await press(pilot, *TO_DAY, "d")
        assert lines(pilot)[0] == "late-night scrolling"
        await press(pilot, "u")
        assert lines(pilot)[0] == "alcohol"
        await press(pilot, "down", "down", "d", "y")
        assert "entry" not in lines(pilot)
        await press(pilot, "G", "d")
        assert lines(pilot)[-1] == "milestone"
        assert "stays." in shown(pilot)


async def test_a_day_in_a_pause_says_so_and_why(path: Path) -> None:
    def pause(journal: Journal) -> None:
        focus = journal.focuses.all()[0]
        paused = replace(focus, pauses=[Pause(first=DAY, last=DAY, reason="in hospital")])
        journal.focuses.replace(focus.uid, paused)

    async with days(path, pause) as pilot:
        await press(pilot, "left", "left", "left")
        assert said(pilot) == "Fri 20 Nov: in a pause: in hospital"
        await press(pilot, "enter")
        assert lines(pilot) == ["alcohol"]
        assert "in a pause: in hospital" in shown(pilot)
