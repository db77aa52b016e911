"""One day: all that it holds, a line each. The calendar opens it; the arrows go to the days around it.

Enter opens what is marked: a record in its own screen, what a focus was in the calendar of that focus.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from textual.app import ComposeResult

from journal.domain.days import Mark
from journal.domain.kinds import kind_of
from journal.record_text import RecordText
from journal.text import days as days_text
from journal.whole_day import DayPart, day_parts
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.routes import opening
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import pad, truncate

NAME: Final = 22
"""Cells of the name of a line, at most."""

CLOCK: Final = 8
"""Cells of the time in front of it."""


class Follow(Protocol):
    """Makes the calendar under this screen follow."""

    def __call__(self, day: date, focus: str = "") -> object:
        """Choose a day, and another focus if one is given by its uid."""


class Day(ListScreen[DayPart]):
    """All of ``day``, never after today; ``follow`` tells the calendar beneath which day is shown here."""

    KEY_SCOPE = "day"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "day.tcss"
    DETAILS = "#all"

    def __init__(self, *, day: date, follow: Follow) -> None:
        super().__init__()
        self.day = day
        self._follow = follow
        self._clock = self._widest = 0

    def body(self) -> ComposeResult:
        with Panel(keys=days_text.DAY_KEYS):
            yield self.list_of()
            yield Plain(id="all", classes="muted")

    def items(self) -> list[DayPart]:
        return day_parts(self.journal, self.day)

    def listed(self, items: Sequence[DayPart]) -> None:
        """Name the day; on an empty one, say what can be done. Give names and times the room that they need."""
        self._clock = CLOCK if any(part.clock for part in items) else 0
        self._widest = min(NAME, max((len(part.name) for part in items), default=0))
        keys = days_text.DAY_KEYS if items else days_text.EMPTY_DAY_KEYS
        self.query_one(Panel).rename(days_text.whole_day_title(self.day), keys)
        if not items:
            self.record_list.show([], empty=days_text.nothing_on_day(self.app.slip_word))

    def row(self, part: DayPart, width: int) -> str:
        """Return ``19:30   craving        7 → 2 · alcohol``."""
        name = pad(part.name, min(self._widest, width // 3))
        return truncate(f"{part.clock:<{self._clock}}{name} {part.line}", width)

    def details(self, part: DayPart) -> str:
        if part.record is None or not kind_of(part.record).on_timeline:
            return f"{part.name}: {part.line}"
        return RecordText(self.journal).whole(part.record)

    def open_item(self, part: DayPart) -> None:
        if part.focus:
            self._follow(self.day, part.focus)
            self.dismiss(None)
        elif part.record is not None and kind_of(part.record).on_timeline:
            name, options = opening(part.record)
            self.app.show(name, **options)
        else:
            self.app.show("milestones")

    def edit_item(self, part: DayPart) -> None:
        self.open_item(part)

    def delete_item(self, part: DayPart) -> None:
        if isinstance(part.record, Mark):
            self.app.remove(part.record)
        elif part.record is not None and kind_of(part.record).on_timeline:
            self.app.delete(part.record)
        else:
            self.app.notify(days_text.PAUSE_ELSEWHERE if part.focus else days_text.MILESTONE_STAYS)

    def action_move(self, days: int) -> None:
        """Go to another day, up to today; negative goes back."""
        self.day = min(self.day + timedelta(days=days), self.journal.today())
        self._follow(self.day)
        self.record_list.mark(0)
        self.show_items()

    def action_write(self) -> None:
        """Write an entry for this day."""
        self.app.show("entry", day=self.day)

    def action_check_in(self) -> None:
        """Check in for this day, or open the check-in that it has."""
        self.app.show("checkin", day=self.day)

    def action_slip(self) -> None:
        """Log a use on this day."""
        self.app.show("slip", day=self.day)
