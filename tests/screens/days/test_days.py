"""Test the calendar of a focus: any day can be marked, and the mark undone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from journal.domain.days import DayState, Mark, MarkSource
from journal.domain.entries import Entry
from journal.domain.focuses import GoalMode, Pause
from journal.domain.uses import Use
from journal.errors import NotSaved
from journal.store.journal import Journal
from journal.text import days as days_text
from journal.text.days import NO_LIMIT_ON_DAY
from screens.app import JournalApp
from screens.days.days import Days
from screens.days.month_calendar import Calendar
from screens.slips.slip_form import Slip
from screens.widgets.fields.dates import DayField
from screens.widgets.plain_text import Plain
from tests.support.builders import alcohol, marks
from tests.support.driving import Fill, make_app, opened, settle
from tests.support.golden import SMALLEST, assert_goldens, picture

TODAY = date(2026, 11, 23)
START = date(2026, 11, 2)


def nothing(_: Journal) -> None:
    """Add a focus and nothing else."""


@asynccontextmanager
async def days(
    path: Path, fill: Fill = nothing, size: tuple[int, int] = (80, 24), *, toasts: bool = False
) -> AsyncIterator[Pilot[int]]:
    """Open the days of a focus that began on 2 November, from Today."""

    def fill_all(journal: Journal) -> None:
        journal.focuses.add(replace(alcohol(START), uid=""))
        fill(journal)

    app = make_app(path, fill=fill_all)
    async with opened(app, size, toasts=toasts) as pilot:
        await pilot.press("up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Days)
        yield pilot


def held(pilot: Pilot[int]) -> list[Mark]:
    """Return the marks in the journal."""
    assert isinstance(pilot.app, JournalApp)
    assert pilot.app.journal is not None
    return pilot.app.journal.marks.all()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, waiting for what each of them saves."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def shown(pilot: Pilot[int]) -> str:
    """Return what the terminal shows."""
    assert isinstance(pilot.app, JournalApp)
    return picture(pilot.app)


def said(pilot: Pilot[int]) -> str:
    """Return what the screen says about the chosen day."""
    return str(pilot.app.screen.query_one("#day", Plain).content)


def notified(pilot: Pilot[int]) -> str:
    """Return what the terminal shows without frames, so that a message that is broken into rows can be found."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", shown(pilot)).split())


def some_days(journal: Journal) -> None:
    """Add three weeks with a use, a day not known and a mixed one, and something written on a day."""
    focus = journal.focuses.all()[0]
    journal.marks.add_many(marks(focus, START, "-----+--------*  ----"))
    journal.entries.add(Entry(text="Saw Mia.\nWe talked.", local_date=TODAY - timedelta(days=3)))


async def test_the_days_look_as_they_should(path: Path) -> None:
    async with days(path, some_days, SMALLEST) as pilot:
        await press(pilot, "left", "left", "left")
        assert isinstance(pilot.app, JournalApp)
        await assert_goldens(pilot, "days")


async def test_working_back_from_yesterday_fills_days_in(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "f", "left", "f", "left", "x", "up", "o")
        found = [(mark.local_date.day, mark.state, mark.back_filled) for mark in held(pilot)]
        assert found == [
            (14, DayState.UNKNOWN, True),
            (21, DayState.USED, True),
            (22, DayState.CLEAN, True),
            (23, DayState.CLEAN, False),
        ]
        assert {mark.source for mark in held(pilot)} == {MarkSource.CALENDAR}


async def test_several_days_are_marked_at_once_with_how_sure_the_person_is_and_one_undo(path: Path) -> None:
    async with days(path, some_days, toasts=True) as pilot:
        before = held(pilot)
        await press(pilot, "v", "up", "left")
        assert said(pilot) == "15–23 Nov: 9 days, 2 not logged"
        await assert_goldens(pilot, "days-several")
        await press(pilot, "f")
        await assert_goldens(pilot, "days-how-sure")
        await press(pilot, "2")
        changed = [mark for mark in held(pilot) if mark not in before]
        assert [(mark.local_date.day, mark.back_filled, mark.confidence) for mark in changed] == [
            (16, True, 70),
            (17, True, 70),
            (18, True, 70),
            (23, False, None),
        ]
        assert "4 days marked free." in notified(pilot)
        await press(pilot, "u")
        assert held(pilot) == before


async def test_esc_ends_the_marking_and_nothing_is_saved_without_an_answer(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "v", "up", "f", "escape")
        assert held(pilot) == []
        await press(pilot, "v", "up", "escape")
        assert isinstance(pilot.app.screen, Days)
        assert pilot.app.screen.query_one(Calendar).start is None


async def test_all_of_last_week_is_two_keys_and_a_day_with_a_use_is_left(path: Path) -> None:
    def use(journal: Journal) -> None:
        journal.uses.add(Use(focus=journal.focuses.all()[0].uid, local_date=date(2026, 11, 18)))

    async with days(path, use, toasts=True) as pilot:
        await press(pilot, "l", "f", "4")
        assert [mark.local_date.day for mark in held(pilot)] == [16, 17, 19, 20, 21, 22]
        assert {mark.confidence for mark in held(pilot)} == {None}
        assert "1 day with a logged use left as before." in notified(pilot)


async def test_how_sure_a_day_is_can_be_said_later(path: Path) -> None:
    async with days(path, toasts=True) as pilot:
        await press(pilot, "left", "f", "c", "c")
        assert said(pilot) == "Sun 22 Nov: free (calendar, filled in later, fairly sure)"
        await press(pilot, "t", "c")
        assert days_text.NOT_LATER in notified(pilot)


async def test_one_by_one_goes_backwards_from_yesterday(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "escape", "f")
        assert "Were those 21 days free?" in shown(pilot)
        await press(pilot, "n", "f", "x", "f")
        assert [(mark.local_date.day, mark.state) for mark in held(pilot)] == [
            (20, DayState.CLEAN),
            (21, DayState.USED),
            (22, DayState.CLEAN),
        ]
        assert said(pilot) == "Thu 19 Nov: not logged"


async def test_saying_otherwise_replaces_the_mark_and_undo_brings_it_back(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "left", "f", "m")
        assert [mark.state for mark in held(pilot)] == [DayState.MIXED]
        await press(pilot, "u")
        assert [mark.state for mark in held(pilot)] == [DayState.CLEAN]
        assert said(pilot) == "Sun 22 Nov: free (calendar, filled in later)"


async def test_a_mark_can_be_taken_away(path: Path) -> None:
    async with days(path, toasts=True) as pilot:
        await press(pilot, "left", "f", "d")
        assert held(pilot) == []
        assert said(pilot) == "Sun 22 Nov: not logged"
        await press(pilot, "d")
        assert "There is no mark on this day." in shown(pilot)


async def test_a_day_before_the_start_is_told_and_not_marked(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "up", "up", "up", "left", "f")
        assert said(pilot) == "Sun 1 Nov: before the start, Mon 2 Nov"
        assert held(pilot) == []


async def test_a_day_in_a_pause_is_told_and_not_marked(path: Path) -> None:
    def pause(journal: Journal) -> None:
        focus = journal.focuses.all()[0]
        journal.focuses.replace(focus.uid, replace(focus, pauses=[Pause(first=TODAY)]))

    async with days(path, pause) as pilot:
        await press(pilot, "f")
        assert said(pilot) == "Mon 23 Nov: in a pause"
        assert held(pilot) == []


async def test_a_day_with_a_use_stays_used_unless_it_is_not_to_count(path: Path) -> None:
    def use(journal: Journal) -> None:
        journal.uses.add(Use(focus=journal.focuses.all()[0].uid, local_date=TODAY))

    async with days(path, use) as pilot:
        await press(pilot, "f")
        assert said(pilot) == "Mon 23 Nov: used (logged as a slip)"
        assert held(pilot) == []
        await press(pilot, "n")
        assert said(pilot) == "Mon 23 Nov: not counted (calendar)"


async def test_a_use_can_be_written_down_on_the_chosen_day(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "left", "s")
        assert isinstance(pilot.app.screen, Slip)
        assert pilot.app.screen.query_one("#day", DayField).value == TODAY - timedelta(days=1)


async def test_days_to_come_cannot_be_chosen(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "right", "down", "pagedown")
        assert pilot.app.screen.query_one(Calendar).chosen == TODAY
        await press(pilot, "pageup", "t")
        assert pilot.app.screen.query_one(Calendar).chosen == TODAY


async def test_what_is_written_on_the_day_stands_beside_it(path: Path) -> None:
    async with days(path, some_days) as pilot:
        await press(pilot, "left", "left", "left")
        assert "entry  Saw Mia." in shown(pilot)


async def test_a_mark_that_cannot_be_saved_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise NotSaved(reason="The disk is full")

    async with days(path, toasts=True) as pilot:
        monkeypatch.setattr(Journal, "save", full)
        await press(pilot, "f")
        assert "Not saved. Nothing was changed:" in shown(pilot)
        assert said(pilot) == "Mon 23 Nov: not logged"


async def test_a_click_chooses_a_day(path: Path) -> None:
    async with days(path) as pilot:
        await pilot.click(Calendar, offset=(6, 2))
        assert pilot.app.screen.query_one(Calendar).chosen == date(2026, 11, 3)


def limited_days(journal: Journal) -> None:
    """Two drinks a day at most."""
    focus = journal.focuses.all()[0]
    journal.focuses.replace(focus.uid, replace(focus, goal_mode=GoalMode.REDUCE, limit=Decimal(2)))


async def test_with_a_limit_a_day_is_within_it_or_over_it(path: Path) -> None:
    async with days(path, limited_days) as pilot:
        await press(pilot, "w")
        (mark,) = held(pilot)
        assert (mark.state, mark.over) == (DayState.USED, False)
        assert said(pilot) == "Mon 23 Nov: within limit (calendar)"
        await press(pilot, "x")
        (mark,) = held(pilot)
        assert (mark.state, mark.over) == (DayState.USED, True)
        assert said(pilot) == "Mon 23 Nov: over limit (calendar)"
        assert "limit today 2 drinks" in shown(pilot)


async def test_without_a_limit_no_day_is_within_it(path: Path) -> None:
    async with days(path, toasts=True) as pilot:
        await press(pilot, "w")
        assert held(pilot) == []
        assert NO_LIMIT_ON_DAY.partition(".")[0] in shown(pilot)
