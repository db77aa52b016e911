"""The form for the preferences that are stored in the journal: the person's own words, and how days are counted."""

from __future__ import annotations

from datetime import time
from typing import Any

from textual.app import ComposeResult

from journal.domain.preferences import BigNumber, Preferences
from journal.text import labels as labels_text
from journal.text import preferences as preferences_text
from journal.text import settings as settings_text
from screens.base.form import RecordForm
from screens.widgets.fields.base import TextField
from screens.widgets.fields.choices import ChoiceField, YesNoField
from screens.widgets.fields.dates import TimeField
from screens.widgets.fields.numbers import WholeField

LATEST = 720
"""Minutes after midnight at which a day begins at the latest."""


class DayStartField(TimeField):
    """Asks when a day begins, up to noon, in minutes after midnight."""

    def from_record(self, minutes: Any) -> None:
        """Show the minutes as a time of day."""
        super().from_record(clock_time(minutes))

    def to_record(self) -> int | None:
        """Return the minutes. Raises ``InvalidInput``."""
        begins = self.value
        return None if begins is None else begins.hour * 60 + begins.minute


class PreferencesSheet(RecordForm[Preferences]):
    """Changes the preferences; there is always exactly one record."""

    NAME = preferences_text.TITLE
    ROUTE = "preferences"
    RECORD = Preferences
    can_erase = False

    def fields(self) -> ComposeResult:
        usual = Preferences()
        yield TextField(
            preferences_text.SLIP_WORD,
            id="slip",
            attribute="slip_word",
            hint=preferences_text.SLIP_WORD_HINT,
            max_length=40,
            empty=usual.slip_word,
        )
        yield ChoiceField(preferences_text.SINCE, list(preferences_text.SINCE_LABELS.items()), id="since")
        yield ChoiceField(
            preferences_text.BIG_NUMBER,
            labels_text.choices(BigNumber),
            id="big_number",
            hint=preferences_text.BIG_NUMBER_HINT,
        )
        yield DayStartField(
            preferences_text.DAY_BEGINS,
            id="day",
            attribute="day_starts_at",
            hint=preferences_text.DAY_BEGINS_HINT,
            empty=usual.day_starts_at,
            check=lambda minutes: preferences_text.DAY_BEGINS_TOO_LATE if minutes > LATEST else "",
        )
        yield WholeField(
            preferences_text.TIMER,
            id="timer",
            attribute="timer_minutes",
            minimum=5,
            maximum=60,
            hint=preferences_text.TIMER_HINT,
        )
        yield YesNoField(
            preferences_text.ON_THIS_DAY, id="on_this_day", default=False, hint=preferences_text.ON_THIS_DAY_HINT
        )
        yield YesNoField(preferences_text.REMINDERS, id="notices", default=True, hint=preferences_text.REMINDERS_HINT)

    def find(self, uid: str) -> Preferences:
        """Return the preferences, whatever the uid."""
        return self.journal.preferences

    def saved_words(self) -> str:
        """Return the words for all settings."""
        return settings_text.SAVED

    @property
    def before(self) -> Preferences:
        """Return the preferences as they are now."""
        return self.journal.preferences


def clock_time(minutes: int) -> time:
    """Return minutes after midnight as a time of day."""
    return time(*divmod(minutes, 60))
