"""The year as a grid: a row a weekday from Monday, a column a week, a sign a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from textual.content import Content

from journal.domain.date_names import short_month, short_weekday
from journal.domain.days import DayState
from screens.widgets.day_signs import COLOURS, SIGNS

HEIGHT: Final = 9
"""Lines of the grid: the months, seven weekdays, and the mark under the week of the chosen day."""

NAME: Final = 3
"""Cells in front of a row: two letters of its weekday, and the mark of the chosen row."""

ROW_MARK, WEEK_MARK = "›", "▲"

MUTED: Final = "$foreground-muted"

Style = Callable[[date], str]


class YearGrid:
    """Where the days of a year stand in so many cells, and the lines that show them.

    A week takes two cells where there is room. A year has 53 weeks, seldom 54 (2012, 2040): then, in 56 cells, the
    names of the rows have no room after them, but for Sunday the first column is empty.
    """

    def __init__(self, year: int, width: int) -> None:
        self._first, self._last = date(year, 1, 1), date(year, 12, 31)
        self._monday = self._first - timedelta(days=self._first.weekday())
        self.weeks = self._week(self._last) + 1
        self.cell = 2 if width >= NAME + 2 * self.weeks else 1
        self.margin = NAME if width >= NAME + self.cell * self.weeks else NAME - 1

    def _week(self, day: date) -> int:
        return (day - self._monday).days // 7

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day at a cell of the grid, or None where there is none."""
        week, weekday = (x - self.margin) // self.cell, y - 1
        if not (0 <= weekday < 7 and 0 <= week < self.weeks):
            return None
        day = self._monday + timedelta(days=7 * week + weekday)
        return day if self._first <= day <= self._last else None

    def lines(self, states: Mapping[date, DayState], chosen: date, style: Style) -> Iterator[Content]:
        """Yield the months, the seven rows, and the mark; ``style`` is added to that of a day's sign."""
        yield Content.styled(self._months(), MUTED)
        for weekday in range(7):
            yield self._row(weekday, states, chosen, style)
        yield Content(" " * (self.margin + self.cell * self._week(chosen)) + WEEK_MARK)

    def _months(self) -> str:
        """Return the names of the months, each above the week with its first day."""
        line = ""
        for month, name in ((number, short_month(number)) for number in range(1, 13)):
            line = line.ljust(self.margin + self.cell * self._week(self._first.replace(month=month))) + name
        return line

    def _row(self, weekday: int, states: Mapping[date, DayState], chosen: date, style: Style) -> Content:
        is_chosen = weekday == chosen.weekday()
        name = f"{short_weekday(weekday)[: self.margin - 1]}{ROW_MARK}" if is_chosen else short_weekday(weekday)[:2]
        days = [self._monday + timedelta(days=7 * week + weekday) for week in range(self.weeks)]
        cells = [self._cell(day, states.get(day), style) for day in days]
        runs = [("".join(sign for sign, _ in run), look) for look, run in groupby(cells, key=lambda cell: cell[1])]
        return Content.assemble((name.ljust(self.margin), "bold" if is_chosen else MUTED), *runs)

    def _cell(self, day: date, state: DayState | None, style: Style) -> tuple[str, str]:
        """Return the sign of a day and its style."""
        room = " " * (self.cell - 1)
        if not self._first <= day <= self._last:
            return " " + room, ""
        sign = " " if state is None else SIGNS[state]
        colour = "" if state is None else COLOURS.get(state, MUTED)
        return sign + room, f"{colour} {style(day)}".strip()
