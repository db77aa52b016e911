"""Fields for a date and a time of day."""

from __future__ import annotations

from datetime import date, time
from typing import Unpack

from journal.domain.dates import parse_day, parse_time
from journal.text import fields as fields_text
from screens.widgets.fields.base import FieldOptions, InvalidInput, TextField


class DayField(TextField):
    """A date, typed as people type them; empty is ``None``."""

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        today: date,
        prefer_future: bool = False,
        **options: Unpack[FieldOptions],
    ) -> None:
        options.setdefault("hint", fields_text.DAY_HINT)
        super().__init__(label, id=id, **options)
        self.today = today
        self.prefer_future = prefer_future

    @property
    def value(self) -> date | None:
        """The date, or ``None``. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (day := parse_day(self.text, self.today, ahead=self.prefer_future)) is None:
            raise InvalidInput(self, fields_text.NOT_A_DAY)
        return day

    def from_record(self, day: date | None) -> None:
        """Show a date."""
        self.fill("" if day is None else "today" if day == self.today else day.isoformat())


class TimeField(TextField):
    """A time of day; empty is ``None``."""

    @property
    def value(self) -> time | None:
        """The time, or ``None``. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (moment := parse_time(self.text)) is None:
            raise InvalidInput(self, fields_text.NOT_A_TIME)
        return moment

    def from_record(self, moment: time | None) -> None:
        """Show a time of day."""
        self.fill("" if moment is None else f"{moment:%H:%M}")
