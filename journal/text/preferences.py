"""What is said about the person's own words, and about how their days are counted."""

from __future__ import annotations

from typing import Final

from journal.domain.preferences import SinceConvention
from journal.language import translated

TITLE: Final = "words and days"
SLIP_WORD: Final = "Word for a use"
SLIP_WORD_HINT: Final = "slip, lapse, return to use, use, or your own"
SINCE: Final = "Since last use"
SINCE_LABELS: Final = {
    SinceConvention.FULL_DAYS: "full days after it",
    SinceConvention.DAY_NUMBER: "counting today",
}
"""How the form explains each; elsewhere they go by ``journal.text.labels``."""
BIG_NUMBER: Final = "Big number"
BIG_NUMBER_HINT: Final = "What Today shows large; the other two stand under it."
DAY_BEGINS: Final = "Day starts at"
DAY_BEGINS_HINT: Final = "Up to noon. Counts from the next thing you write."
DAY_BEGINS_TOO_LATE: Final = "A day can start between midnight and noon."
TIMER: Final = "Craving timer"
TIMER_HINT: Final = "Minutes, until you have timed five cravings."
ON_THIS_DAY: Final = "Earlier notes"
ON_THIS_DAY_HINT: Final = "On Today: an entry from this day last year, if you marked it “read again”. Not after a use."
REMINDERS: Final = "Reminders"
REMINDERS_HINT: Final = "One at a time, on Today."


translated(__name__)
