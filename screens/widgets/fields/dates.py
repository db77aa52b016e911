"""Fields for a date and a time of day."""

from __future__ import annotations

from datetime import date, time
from typing import Unpack

from textual import events, on
from textual.app import ComposeResult

from journal.date_order import is_month_first
from journal.domain.dates import parse_day, parse_time
from journal.language import spoken
from journal.text import dates as dates_text
from screens.widgets.fields.base import FieldOptions, InvalidInput, LineInput, TextField
from screens.widgets.plain_text import Plain


class DayField(TextField):
    """A date, typed as people type them; empty is ``None``.

    What was understood stands beside it at once. The hint has its place while the field is focused and unchanged.
    """

    DEFAULT_CSS = """
    DayField .understood { width: 1fr; height: auto; padding-left: 1; color: $text-muted; }
    DayField.-understood .hint { display: none !important; }
    """
    BRIEF = True

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002
        today: date,
        prefer_future: bool = False,
        **options: Unpack[FieldOptions],
    ) -> None:
        options.setdefault("hint", dates_text.DAY_HINT)
        super().__init__(label, id=id, **options)
        self.today = today
        self.prefer_future = prefer_future
        self._understood = Plain(classes="understood")
        self._at_focus: str | None = None

    def beside(self) -> ComposeResult:
        yield self._understood

    def on_mount(self) -> None:
        """Show what was understood of what stands here already."""
        self._show_understood()

    @on(events.DescendantFocus)
    def _show_hint(self) -> None:
        self._at_focus = self.text
        self._show_understood()

    @on(events.DescendantBlur)
    def _hide_hint(self) -> None:
        self._at_focus = None
        self._show_understood()

    @on(LineInput.Changed)
    def _show_understood(self) -> None:
        day = self._parsed() if self.text != self._at_focus else None
        self._understood.show(dates_text.understood_day(day, self.today) if day else "")
        self._understood.display = day is not None
        self.set_class(day is not None, "-understood")

    def _parsed(self) -> date | None:
        return parse_day(self.text, self.today, ahead=self.prefer_future, month_first=is_month_first())

    @property
    def value(self) -> date | None:
        """The date, or ``None``. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (day := self._parsed()) is None:
            raise InvalidInput(self, dates_text.NOT_A_DAY_AHEAD if self.prefer_future else dates_text.NOT_A_DAY)
        return day

    def from_record(self, day: date | None) -> None:
        """Show a date."""
        self.fill("" if day is None else spoken("today") if day == self.today else day.isoformat())


class TimeField(TextField):
    """A time of day; empty is ``None``."""

    BRIEF = True

    @property
    def value(self) -> time | None:
        """The time, or ``None``. Raises ``InvalidInput``."""
        if not self.text:
            return None
        if (moment := parse_time(self.text)) is None:
            raise InvalidInput(self, dates_text.NOT_A_TIME)
        return moment

    def from_record(self, moment: time | None) -> None:
        """Show a time of day."""
        self.fill("" if moment is None else f"{moment:%H:%M}")
