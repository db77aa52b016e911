"""What the menu of accessible mode says: ``journal`` without a command, where no screens are wanted."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

OPEN: Final = "Open the journal"
MAKE: Final = "Make a journal"
CHECKIN: Final = "Check-in"
SLIP: Final = "Slip"
CRAVING: Final = "Craving now"
NOTE: Final = "Write a note"
DAY: Final = "Fill in a day"
GOAL: Final = "Goals"
MEDICINE: Final = "Medicines"
MEETING: Final = "Meeting"
FIGURES: Final = "Your days so far"
DUE: Final = "What is due"
SAFETY: Final = "Helplines"
GUIDE: Final = "Guide"
REVIEW: Final = "Review what was saved while locked"
LOCK: Final = "Lock"
QUIT: Final = "Quit"

CHOOSE: Final = "Choose a number:"
IN_MENU: Final = "Enter a number from the menu."
LOCKED: Final = "The journal is locked. Helplines and a craving need no passphrase."
OPENED: Final = "The journal is open."
NO_JOURNAL: Final = "There is no journal yet."
LOCKED_AGAIN: Final = "Locked. What was printed is still in this window: clear it or close it if someone else may look."
NOTE_HOW: Final = "Write, one line at a time. An empty line saves it."


def idle(minutes: int) -> str:
    """Say why the journal was locked."""
    return f"Nothing was typed for {count(minutes, 'minute')}."


def waiting(number: int) -> str:
    """Say how much waits to be reviewed."""
    return f"{count(number, 'note')} written while locked {'waits' if number == 1 else 'wait'} to be reviewed."


translated(__name__)
