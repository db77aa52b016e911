"""One month or one year of a focus, a sign for each day; the arrows choose one."""

from __future__ import annotations

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.date_names import short_weekday
from journal.domain.dates import EARLIEST_YEAR, add_months
from journal.domain.days import DayState
from screens.days.year_grid import HEIGHT, YearGrid
from screens.keymap import bindings
from screens.widgets.day_signs import COLOURS, SIGNS

CELL: Final = 5
"""Cells that a day takes: its number, its sign, and room."""


class Calendar(Widget, can_focus=True):
    """``chosen`` is the day under the cursor, never after ``today``; ``show`` changes the signs.

    From ``start`` to it all days are marked: brackets show that, in the year a line under each sign. Weeks begin on
    Monday. A day that no sign is known of is blank. ``is_year`` shows the whole year of the chosen day.
    """

    KEY_SCOPE = "calendar"
    BINDINGS = bindings("calendar")
    DEFAULT_CSS = """
    Calendar { width: 35; height: auto; }
    Calendar.-year { width: 1fr; }
    """

    chosen: reactive[date] = reactive(date.today, init=False)
    start: reactive[date | None] = reactive(None)
    """The other end of the marked days, while several are marked."""

    is_year: reactive[bool] = reactive(False, layout=True)

    class Moved(Message):
        """Another day is chosen."""

    def __init__(self, today: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.today = today
        self._days: dict[date, DayState] = {}
        self.set_reactive(Calendar.chosen, today)

    def show(self, days: dict[date, DayState]) -> None:
        """Show other states of days."""
        self._days = days
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The weekdays, and six weeks at most: the same for every month, so that nothing jumps. Or a year."""
        return HEIGHT if self.is_year else 7

    def render(self) -> Content:
        """The weekdays, then a line a week; or the rows of a year."""
        if self.is_year:
            return Content("\n").join(self._grid.lines(self._days, self.chosen, self._style_in_year))
        head = Content.styled(
            "".join(f"{name[:2]:^{CELL}}" for name in map(short_weekday, range(7))), "$foreground-muted"
        )
        rows = [Content("").join(self._cell(day) for day in week) for week in self._weeks()]
        return Content("\n").join([head, *rows])

    @property
    def _grid(self) -> YearGrid:
        return YearGrid(self.chosen.year, self.content_size.width)

    def _style_in_year(self, day: date) -> str:
        if day == self.chosen:
            return "reverse"
        return "underline" if self._is_marked(day) else ""

    def _is_marked(self, day: date) -> bool:
        return self.start is not None and self.range[0] <= day <= self.range[1]

    def _weeks(self) -> list[list[date]]:
        return Weeks().monthdatescalendar(self.chosen.year, self.chosen.month)

    def _cell(self, day: date) -> Content:
        if day.month != self.chosen.month:
            return Content(" " * CELL)
        state = self._days.get(day)
        sign = SIGNS[state] if state else " "
        if day == self.chosen:
            return Content.styled(f"▐{day.day:>2}{sign}▌", "$accent bold" if self.has_focus else "bold")
        if self._is_marked(day):
            return Content.styled(f"({day.day:>2}{sign})", "bold")
        return Content.assemble(
            " ",
            (f"{day.day:>2}", "$foreground-muted"),
            (f"{sign} ", COLOURS.get(state, "$foreground-muted") if state else ""),
        )

    @property
    def range(self) -> tuple[date, date]:
        """The first and the last of the marked days; the chosen day twice where only it is marked."""
        other = self.chosen if self.start is None else self.start
        return min(other, self.chosen), max(other, self.chosen)

    def watch_start(self) -> None:
        """Post that other days are marked."""
        self.post_message(self.Moved())

    def validate_chosen(self, day: date) -> date:
        """Allow no day after today, and none before the earliest year."""
        return max(date(EARLIEST_YEAR, 1, 1), min(day, self.today))

    def watch_is_year(self) -> None:
        """Take all of the width for a year, and post that other days are shown."""
        self.set_class(self.is_year, "-year")
        self.post_message(self.Moved())

    def watch_chosen(self) -> None:
        """Post that another day is chosen."""
        self.post_message(self.Moved())

    def action_move(self, days: int) -> None:
        """Move by days; negative moves back."""
        self.chosen += timedelta(days=days)

    def action_turn(self, pages: int) -> None:
        """Move by months, in the year by years, to the same day or the last of the month; negative moves back."""
        self.chosen = add_months(self.chosen, pages * (12 if self.is_year else 1))

    def action_today(self) -> None:
        """Choose today."""
        self.chosen = self.today

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the mouse."""
        if self.is_year:
            self.chosen = self._grid.day_at(event.x, event.y) or self.chosen
            return
        weeks, row, column = self._weeks(), event.y - 1, event.x // CELL
        if 0 <= row < len(weeks) and column < 7 and weeks[row][column].month == self.chosen.month:
            self.chosen = weeks[row][column]
