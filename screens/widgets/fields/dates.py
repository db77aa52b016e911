"""Fields for a date and a time of day."""

from __future__ import annotations

from datetime import date, time

from journal.domain.dates import parse_day, parse_time
from screens.widgets.fields.base import InvalidInput, TextField


class DayField(TextField):
    """A date, typed as people type them; empty is ``None``."""

    def __init__(self, label: str, *, id: str, today: date, hint: str = "", ahead: bool = False) -> None:  # noqa: A002
        super().__init__(label, id=id, hint=hint or "today, yesterday, -3, 19 Nov, 2026-11-19")
        self.today = today
        self.ahead = ahead

    @property
    def value(self) -> date | None:
        """The date. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (day := parse_day(self.text, self.today, ahead=self.ahead)) is None:
            raise InvalidInput(self, "Not a date: today, yesterday, -3, 19 Nov and 2026-11-19 are understood.")
        return day

    def set_value(self, day: date | None) -> None:
        """Put a date into it."""
        self.write("" if day is None else "today" if day == self.today else day.isoformat())


class TimeField(TextField):
    """A time of day; empty is ``None``."""

    @property
    def value(self) -> time | None:
        """The time. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (moment := parse_time(self.text)) is None:
            raise InvalidInput(self, "Not a time of day: 19:30, 7pm and noon are understood.")
        return moment

    def set_value(self, moment: time | None) -> None:
        """Put a time into it."""
        self.write("" if moment is None else f"{moment:%H:%M}")
