"""Test the year of a focus: a sign for each day, counted under it, and the keys that move in it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.content import Content

from journal.domain.dates import EARLIEST_YEAR
from journal.domain.days import DayState, DayWord
from journal.domain.focuses import GoalMode, Pause
from journal.store.journal import Journal
from journal.text import days as days_text
from screens.days import days as days_screen
from screens.days.month_calendar import Calendar
from screens.days.year_grid import YearGrid
from screens.widgets.day_signs import SIGNS
from screens.widgets.plain_text import Plain
from tests.screens.days.test_days import TODAY, days, held, press, said, shown
from tests.support.builders import marks
from tests.support.golden import SMALLEST, assert_goldens

YEARS = st.integers(EARLIEST_YEAR, 2150)
ONE_CELL, TWO_CELLS = 56, 116
"""Cells of the grid at 60 columns, and at 120."""


def two_years(journal: Journal) -> None:
    """Log nearly every day since March of last year, with a pause in April."""
    first = date(2025, 3, 3)
    focus = replace(
        journal.focuses.all()[0], start=first, pauses=[Pause(first=date(2026, 4, 6), last=date(2026, 4, 20))]
    )
    journal.focuses.replace(focus.uid, focus)
    letters = ("------+------ *-" * 50)[: (TODAY - first).days]
    journal.marks.add_many(marks(focus, first, letters))


def calendar_of(pilot_app: object) -> Calendar:
    """Return the calendar that is shown."""
    return pilot_app.screen.query_one(Calendar)  # type: ignore[attr-defined, no-any-return]


async def test_the_year_looks_as_it_should(path: Path) -> None:
    async with days(path, two_years, SMALLEST) as pilot:
        await press(pilot, "y", "left", "left", "left")
        await assert_goldens(pilot, "days-year")


async def test_the_same_key_shows_the_month_again_with_the_same_day(path: Path) -> None:
    async with days(path, two_years) as pilot:
        await press(pilot, "y", "up", "y")
        assert "November 2026" in shown(pilot)
        assert calendar_of(pilot.app).chosen == TODAY - timedelta(days=7)


async def test_the_keys_move_by_a_day_a_week_and_a_year(path: Path) -> None:
    async with days(path, two_years) as pilot:
        await press(pilot, "y", "left", "up")
        assert calendar_of(pilot.app).chosen == TODAY - timedelta(days=8)
        await press(pilot, "pageup")
        assert calendar_of(pilot.app).chosen == date(2025, 11, 15)
        assert "alcohol · 2025" in shown(pilot)
        await press(pilot, "pagedown", "pagedown")
        assert calendar_of(pilot.app).chosen == TODAY
        await press(pilot, "y", "pageup")
        assert calendar_of(pilot.app).chosen == date(2026, 10, 23)


async def test_no_key_leads_before_the_earliest_year(path: Path) -> None:
    async with days(path, two_years) as pilot:
        await press(pilot, "y")
        calendar_of(pilot.app).chosen = date(EARLIEST_YEAR, 1, 1)
        await press(pilot, "pageup", "up", "left")
        assert calendar_of(pilot.app).chosen == date(EARLIEST_YEAR, 1, 1)


async def test_the_year_says_what_it_holds_and_one_before_the_start_that_nothing_counts(path: Path) -> None:
    async with days(path, two_years) as pilot:
        await press(pilot, "y", "pageup", "f")
        counted = str(pilot.app.screen.query_one("#year", Plain).content)
        assert counted == "2025: 247 days free, 19 used, 19 mixed, 19 not logged."
        await press(pilot, "x")
        counted = str(pilot.app.screen.query_one("#year", Plain).content)
        assert counted == "2025: 246 days free, 20 used, 19 mixed, 19 not logged."
        await press(pilot, "pageup")
        counted = str(pilot.app.screen.query_one("#year", Plain).content)
        assert counted == "2024: nothing counted. It counts from Mon 3 Mar 2025."
        assert not set("".join(shown(pilot).splitlines()[2:9])) & set(SIGNS.values()) - {"–"}


async def test_days_are_marked_in_the_year_as_in_the_month(path: Path) -> None:
    async with days(path) as pilot:
        await press(pilot, "y", "left", "f", "v", "up")
        assert said(pilot) == "15–22 Nov: 8 days, 7 not logged"
        await press(pilot, "x", "4")
        assert {mark.state for mark in held(pilot)} == {DayState.USED}
        assert len(held(pilot)) == 8


async def test_a_click_chooses_a_day_of_the_year(path: Path) -> None:
    async with days(path, two_years) as pilot:
        await press(pilot, "y")
        await pilot.click(Calendar, offset=(3, 4))
        assert calendar_of(pilot.app).chosen == date(2026, 1, 1)
        await pilot.click(Calendar, offset=(3, 1))
        assert calendar_of(pilot.app).chosen == date(2026, 1, 1)


async def test_no_key_that_moves_counts_the_days_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with days(path, two_years) as pilot:
        counted = []
        monkeypatch.setattr(days_screen, "day_word", lambda *_, **__: counted.append(1))
        monkeypatch.setattr(days_screen, "focus_figures", lambda *_, **__: counted.append(1))
        await press(pilot, "y", *["left"] * 3, "pageup", "pageup", "down", "y", "pagedown", "t")
        assert counted == []


@given(YEARS, st.sampled_from([ONE_CELL, 76, TWO_CELLS]))
def test_every_day_of_a_year_has_one_cell_and_nothing_is_cut(year: int, width: int) -> None:
    grid = YearGrid(year, width)
    count = 365 + calendar.isleap(year)
    there = [(x, y, day) for x in range(grid.margin, width) for y in range(9) if (day := grid.day_at(x, y))]

    assert sorted({day for _, _, day in there}) == [
        date(year, 1, 1) + timedelta(days=number) for number in range(count)
    ]
    assert all(day.weekday() == y - 1 for _, y, day in there)
    assert len(there) == count * grid.cell or width < grid.margin + grid.cell * grid.weeks
    lines = list(grid.lines({}, date(year, 12, 31), lambda _: ""))
    assert len(lines) == 9
    assert all(line.cell_length <= width for line in lines if line.plain.strip())


@given(YEARS, st.text("-=+o*_", min_size=366, max_size=366), st.integers(0, 364))
def test_the_signs_of_a_year_are_those_of_its_days(year: int, letters: str, chosen: int) -> None:
    word = DayWord(date(year, 1, 1), letters[: 365 + calendar.isleap(year)])
    grid = YearGrid(year, ONE_CELL)
    day = date(year, 1, 1) + timedelta(days=chosen)
    lines = [line.plain for line in grid.lines(dict(word.items()), day, lambda _: "")]

    for x in range(grid.margin, grid.margin + grid.weeks):
        for y in range(1, 8):
            on = grid.day_at(x, y)
            assert lines[y][x] == (" " if on is None else SIGNS[word.state(on)])
    assert lines[1 + day.weekday()][grid.margin - 1] == "›"
    assert grid.day_at(lines[8].index("▲"), 1 + day.weekday()) == day


@given(st.text("-=+o*_", max_size=366), st.booleans())
def test_the_sentence_of_a_year_counts_every_day_once(letters: str, limited: bool) -> None:
    held = DayWord(date(2024, 1, 1), letters).tally()
    line = days_text.year_line(2024, held, "sober", limited=limited)
    numbers = [int(part.split()[0]) for part in line.removeprefix("2024: ").split(", ")] if line else []

    assert sum(numbers) == (len(letters) if line else 0)
    assert bool(line) == any(letter != "_" for letter in letters)


def test_the_sentence_of_a_year_uses_the_words_of_the_focus() -> None:
    held = DayWord(date(2024, 1, 1), "--=+o*_").tally()

    assert days_text.year_line(2024, held, "smoke-free") == (
        "2024: 2 days smoke-free, 2 used, 1 mixed, 1 not logged, 1 not counted."
    )
    assert days_text.year_line(2024, held, "sober", limited=True) == (
        "2024: 2 days sober, 1 within limit, 1 over limit, 1 mixed, 1 not logged, 1 not counted."
    )
    assert days_text.year_line(2024, DayWord(date(2024, 1, 1), "+").tally(), "free") == "2024: 1 day used."
    assert days_text.empty_year(2024, None) == "2024: nothing counted."


def test_a_sign_and_its_colour_stand_together_where_states_change() -> None:
    word = DayWord(date(2026, 1, 1), "-+o")
    lines = list(YearGrid(2026, ONE_CELL).lines(dict(word.items()), date(2026, 1, 1), lambda _: "underline"))

    assert isinstance(lines[4], Content)
    assert {str(span.style) for span in lines[4].spans} >= {"$accent underline"}


async def test_a_year_with_54_weeks_fits_60_columns(path: Path) -> None:
    def since_2012(journal: Journal) -> None:
        focus = replace(journal.focuses.all()[0], start=date(2012, 1, 1), goal_mode=GoalMode.ABSTAIN)
        journal.focuses.replace(focus.uid, focus)
        journal.marks.add_many(marks(focus, date(2012, 1, 1), "-" * 366))

    async with days(path, since_2012, (60, 20)) as pilot:
        calendar_of(pilot.app).chosen = date(2012, 12, 31)
        await press(pilot, "y")
        rows = shown(pilot).splitlines()[2:9]
        assert sum(row.count("■") for row in rows) == 366
        assert rows[0].rstrip("│ ").endswith("■")
        assert rows[6].startswith("│ Su■")
