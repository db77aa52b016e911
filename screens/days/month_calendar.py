"""One month of a focus, a sign for each day; the arrows choose one."""

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

from journal.domain.dates import WEEKDAYS, add_months
from journal.domain.days import DayState
from screens.keymap import bindings
from screens.widgets.day_signs import COLOURS, SIGNS

CELL: Final = 5
"""Cells that a day takes: its number, its sign, and room."""


class Calendar(Widget, can_focus=True):
    """``chosen`` is the day under the cursor, never after ``today``; ``show`` changes the signs.

    From ``start`` to it all days are marked, which brackets show. Weeks begin on Monday. A day that no sign is known
    of is blank.
    """

    KEY_SCOPE = "calendar"
    BINDINGS = bindings("calendar")
    DEFAULT_CSS = """
    Calendar { width: 35; height: auto; }
    """

    chosen: reactive[date] = reactive(date.today, init=False)
    start: reactive[date | None] = reactive(None)
    """The other end of the marked days, while several are marked."""

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
        """The weekdays, and six weeks at most: the same for every month, so that nothing jumps."""
        return 7

    def render(self) -> Content:
        """The weekdays, then a line a week."""
        head = Content.styled("".join(f"{name[:2]:^{CELL}}" for name in WEEKDAYS), "$foreground-muted")
        rows = [Content("").join(self._cell(day) for day in week) for week in self._weeks()]
        return Content("\n").join([head, *rows])

    def _weeks(self) -> list[list[date]]:
        return Weeks().monthdatescalendar(self.chosen.year, self.chosen.month)

    def _cell(self, day: date) -> Content:
        if day.month != self.chosen.month:
            return Content(" " * CELL)
        state = self._days.get(day)
        sign = SIGNS[state] if state else " "
        if day == self.chosen:
            return Content.styled(f"▐{day.day:>2}{sign}▌", "$accent bold" if self.has_focus else "bold")
        if self.start is not None and self.range[0] <= day <= self.range[1]:
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
        """Allow no day after today."""
        return min(day, self.today)

    def watch_chosen(self) -> None:
        """Post that another day is chosen."""
        self.post_message(self.Moved())

    def action_move(self, days: int) -> None:
        """Move by days; negative moves back."""
        self.chosen += timedelta(days=days)

    def action_month(self, months: int) -> None:
        """Move by months to the same day, or the last of the month; negative moves back."""
        self.chosen = add_months(self.chosen, months)

    def action_today(self) -> None:
        """Choose today."""
        self.chosen = self.today

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the mouse."""
        weeks, row, column = self._weeks(), event.y - 1, event.x // CELL
        if 0 <= row < len(weeks) and column < 7 and weeks[row][column].month == self.chosen.month:
            self.chosen = weeks[row][column]
