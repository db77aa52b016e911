"""The person's own words, and how their days are counted: what lives inside the journal."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.preferences import Preferences, SinceConvention
from journal.domain.record import Record
from screens.base.form import RecordForm
from screens.widgets.fields.base import InvalidInput, TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import TimeField
from screens.widgets.fields.numbers import WholeField

SINCE = [
    (SinceConvention.FULL_DAYS, "full days after it"),
    (SinceConvention.DAY_NUMBER, "with the day that runs"),
]
LATEST = 720
"""Minutes after midnight at which a day begins at the latest."""


class PreferencesSheet(RecordForm):
    """One form for all of them."""

    NAME = "words and days"
    ROUTE = "preferences"

    def fields(self) -> ComposeResult:
        """Words, counting, the day's edge, the timer, notices."""
        yield TextField("Word for a use", id="slip", hint="slip, lapse, return to use, use, or your own", longest=40)
        yield ChoiceField("Since last use", SINCE, id="since")
        yield TimeField("A day begins", id="day", hint="Up to noon; from the next thing you write on.")
        yield WholeField("Craving timer", id="timer", least=5, most=60, hint="Minutes, until five of yours were timed.")
        yield YesNoField("Reminders", id="notices", usual=True, hint="One at a time, on Today.")

    def find(self, uid: str) -> Record | None:
        """There is one of them, always."""
        return self.journal.preferences

    def action_discard(self) -> None:
        """Throw away what is half-typed; the settings themselves are nothing to delete."""
        if self.draft():
            super().action_discard()
        else:
            self.dismiss(None)

    def fill(self, record: Record) -> None:
        """As they are."""
        assert isinstance(record, Preferences)
        self.query_one("#slip", TextField).write(record.slip_word)
        self.query_one("#since", ChoiceField).choice.choose(record.since)
        self.query_one("#day", TimeField).set_value(clock_time(record.day_starts_at))
        self.query_one("#timer", WholeField).write(str(record.timer_minutes))
        self.query_one("#notices", YesNoField).choice.choose(record.notices)

    def records(self) -> tuple[Record, ...]:
        """The preferences, changed."""
        before = self.journal.preferences
        preferences = replace(
            before,
            slip_word=self.query_one("#slip", TextField).text or Preferences().slip_word,
            since=self.query_one("#since", ChoiceField).value or before.since,
            day_starts_at=self._day_starts_at(),
            timer_minutes=self.query_one("#timer", WholeField).whole,
            notices=self.query_one("#notices", YesNoField).yes,
        )
        return (preferences,)

    def _day_starts_at(self) -> int:
        field = self.query_one("#day", TimeField)
        minutes = Preferences().day_starts_at if field.value is None else field.value.hour * 60 + field.value.minute
        if minutes > LATEST:
            raise InvalidInput(field, "A day begins between midnight and noon.")
        return minutes


def clock_time(minutes: int) -> time:
    """Minutes after midnight as a time of day."""
    return time(*divmod(minutes, 60))
