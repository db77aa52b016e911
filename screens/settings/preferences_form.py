"""The person's own words, and how their days are counted: what lives inside the journal."""

from __future__ import annotations

from datetime import time
from typing import Any

from textual.app import ComposeResult

from journal.domain.preferences import Preferences, SinceConvention
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import TimeField
from screens.widgets.fields.numbers import WholeField

SINCE = [
    (SinceConvention.FULL_DAYS, "full days after it"),
    (SinceConvention.DAY_NUMBER, "with the day that runs"),
]
LATEST = 720
"""Minutes after midnight at which a day begins at the latest."""
TOO_LATE = "A day begins between midnight and noon."


class DayStartField(TimeField):
    """When a day begins, up to noon, in minutes after midnight."""

    def from_record(self, minutes: Any) -> None:
        """Show the minutes as a time of day."""
        super().from_record(clock_time(minutes))

    def to_record(self) -> int | None:
        """Return the minutes. Raises ``InvalidInput``."""
        begins = self.value
        return None if begins is None else begins.hour * 60 + begins.minute


class PreferencesSheet(RecordForm[Preferences]):
    """One form for all of them."""

    NAME = "words and days"
    ROUTE = "preferences"
    RECORD = Preferences
    can_erase = False

    def fields(self) -> ComposeResult:
        """Words, counting, the day's edge, the timer, notices."""
        usual = Preferences()
        yield TextField(
            "Word for a use",
            id="slip",
            attribute="slip_word",
            hint="slip, lapse, return to use, use, or your own",
            max_length=40,
            empty=usual.slip_word,
        )
        yield ChoiceField("Since last use", SINCE, id="since")
        yield DayStartField(
            "A day begins",
            id="day",
            attribute="day_starts_at",
            hint="Up to noon; from the next thing you write on.",
            empty=usual.day_starts_at,
            check=lambda minutes: TOO_LATE if minutes > LATEST else "",
        )
        hint = "Minutes, until five of yours were timed."
        yield WholeField("Craving timer", id="timer", attribute="timer_minutes", minimum=5, maximum=60, hint=hint)
        yield YesNoField("Reminders", id="notices", default=True, hint="One at a time, on Today.")

    def find(self, uid: str) -> Preferences:
        """There is one of them, always."""
        return self.journal.preferences

    @property
    def before(self) -> Preferences:
        """The preferences as they are now."""
        return self.journal.preferences


def clock_time(minutes: int) -> time:
    """Minutes after midnight as a time of day."""
    return time(*divmod(minutes, 60))
