"""The form about a hard day ahead: who to call before and after, a way out, and when it is over how it was."""

from __future__ import annotations

from textual.app import ComposeResult

from journal.domain.hard_days import HardDay
from journal.text import hard_days as hard_days_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.dates import DayField


class HardDaySheet(RecordForm[HardDay]):
    """Asks about one day. How it was is asked first once the day has come."""

    NAME = hard_days_text.FORM
    ROUTE = "hard_day"
    RECORD = HardDay

    def fields(self) -> ComposeResult:
        """Ask for the day and what it is, then for what helps."""
        yield TextField(hard_days_text.HOW_WAS_IT, id="how_it_was", hint=hard_days_text.HOW_WAS_IT_HINT)
        yield DayField(
            hard_days_text.DAY,
            id="day",
            today=self.journal.today(),
            prefer_future=True,
            hint=hard_days_text.DAY_HINT,
            required=hard_days_text.DAY_NEEDED,
        )
        yield TextField(
            hard_days_text.WHAT, id="what", hint=hard_days_text.WHAT_HINT, required=hard_days_text.WHAT_NEEDED
        )
        yield TextField(hard_days_text.CALL_BEFORE, id="call_before", hint=hard_days_text.CALL_BEFORE_HINT)
        yield TextField(hard_days_text.CALL_AFTER, id="call_after", hint=hard_days_text.CALL_AFTER_HINT)
        yield TextField(hard_days_text.WAY_OUT, id="way_out", hint=hard_days_text.WAY_OUT_HINT)
        yield TextField(hard_days_text.WHO_KNOWS, id="who_knows", hint=hard_days_text.WHO_KNOWS_HINT)

    def on_mount(self) -> None:
        """Fill the form, and ask how it was only of a day that has come."""
        super().on_mount()
        has_come = self.record is not None and self.record.day <= self.journal.today()
        asked = self.query_one("#how_it_was", TextField)
        asked.display = has_come
        (asked if has_come else self.query_one("#day", DayField)).focus()
