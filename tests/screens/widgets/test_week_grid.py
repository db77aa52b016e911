"""Check that each day stands in the column of its weekday, and each week on its line."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.days import DayState, DayWord
from screens.widgets.day_signs import SIGNS
from screens.widgets.week_grid import OPEN, WeekGrid
from tests.screens.widgets import Alone


def lines(word: DayWord, today: date) -> list[str]:
    """Return what a grid with room for everything shows."""
    grid = WeekGrid()
    grid.show(word, today)
    head, *weeks = ["Mo Tu We Th Fr Sa Su", *(str(grid._week(monday)) for monday in grid._mondays())]
    return [head, *(week.rstrip() for week in weeks)]


def test_each_day_is_in_the_column_of_its_weekday_and_a_month_is_named_where_it_begins() -> None:
    word = DayWord(date(2026, 10, 30), "--+o*")
    assert lines(word, date(2026, 11, 4)) == [
        "Mo Tu We Th Fr Sa Su",
        "            ■  ■  ◆  Nov",
        "□  *  ·",
    ]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.text("-+o*_=", min_size=1, max_size=60), st.integers(0, 1))
def test_every_day_is_shown_once(first: date, letters: str, open_days: int) -> None:
    today = first + timedelta(days=len(letters) - 1 + open_days)
    shown = "".join(lines(DayWord(first, letters), today)[1:])
    for state in DayState:
        assert shown.count(SIGNS[state]) == letters.count(state.value)
    assert shown.count(OPEN) == open_days


async def test_it_has_a_line_a_week_and_shows_the_last_ones() -> None:
    grid = WeekGrid()
    async with Alone(grid).run_test() as pilot:
        assert grid.size.height == 0
        grid.show(DayWord(date(2026, 10, 1), "-" * 50), date(2026, 11, 19))
        await pilot.pause()
        assert grid.size.height == 9
        grid.styles.max_height = 3
        await pilot.pause()
        assert str(grid.render()).count("\n") == 2
