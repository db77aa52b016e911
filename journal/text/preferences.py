"""What is said about the person's own words, and about how their days are counted."""

from __future__ import annotations

from typing import Final

from journal.domain.preferences import SinceConvention

TITLE: Final = "words and days"
SLIP_WORD: Final = "Word for a use"
SLIP_WORD_HINT: Final = "slip, lapse, return to use, use, or your own"
SINCE: Final = "Since last use"
SINCE_LABELS: Final = {
    SinceConvention.FULL_DAYS: "full days after it",
    SinceConvention.DAY_NUMBER: "with the day that runs",
}
"""How the form explains each; elsewhere they go by ``journal.text.labels``."""
DAY_BEGINS: Final = "A day begins"
DAY_BEGINS_HINT: Final = "Up to noon; from the next thing you write on."
DAY_BEGINS_TOO_LATE: Final = "A day begins between midnight and noon."
TIMER: Final = "Craving timer"
TIMER_HINT: Final = "Minutes, until five of yours were timed."
REMINDERS: Final = "Reminders"
REMINDERS_HINT: Final = "One at a time, on Today."
