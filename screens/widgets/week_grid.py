"""The last weeks of a focus, a line each from Monday to Sunday, with signs that differ in shape."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from journal.domain.date_names import short_month, short_weekday
from journal.domain.days import DayState, DayWord
from screens.widgets.day_signs import COLOURS, SIGNS

DAY: Final = 3
"""Cells that a day takes."""

OPEN: Final = "·"
"""Stands for today while nothing is logged for it."""


class WeekGrid(Widget):
    """As many weeks as it is high, the current one last; a week in which a month begins names it."""

    DEFAULT_CSS = """
    WeekGrid { height: auto; width: 26; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[date, DayState] = {}
        self._today = date.min

    def show(self, word: DayWord, today: date) -> None:
        """Show other days, up to the week of ``today``."""
        self._states, self._today = dict(word.items()), today
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The weekdays, and a line a week."""
        return 1 + len(self._mondays()) if self._states else 0

    def _mondays(self) -> list[date]:
        """Return the Monday of each week that has a day, the first one first."""
        this = self._today - timedelta(days=self._today.weekday())
        first = min(self._states, default=self._today)
        weeks = (this - (first - timedelta(days=first.weekday()))).days // 7 + 1
        return [this - timedelta(weeks=week) for week in reversed(range(weeks))]

    def render(self) -> Content:
        """The weekdays, then the weeks that there is room for."""
        if not self._states:
            return Content()
        head = Content.styled(
            "".join(f"{name[:2]:<{DAY}}" for name in map(short_weekday, range(7))).rstrip(), "$foreground-muted"
        )
        mondays = self._mondays()[-max(1, self.content_size.height - 1) :]
        return Content("\n").join([head, *(self._week(monday) for monday in mondays)])

    def _week(self, monday: date) -> Content:
        days = [monday + timedelta(days=number) for number in range(7)]
        named = next((short_month(day.month) for day in days if day.day == 1 and day <= self._today), "")
        cells = [cell for day in days for cell in (self._sign(day), " " * (DAY - 1))]
        return Content.assemble(*cells, (named, "$foreground-muted"))

    def _sign(self, day: date) -> str | tuple[str, str]:
        if day in self._states:
            state = self._states[day]
            return SIGNS[state], COLOURS.get(state, "$foreground-muted")
        return (OPEN, "$foreground-muted") if day == self._today else " "
