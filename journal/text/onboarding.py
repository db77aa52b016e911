"""What is said and asked when a journal is made."""

from __future__ import annotations

from typing import Final

from journal.language import translated

WHAT_IT_IS: Final = "A place of your own to prepare for your check-ins."
STAYS_HERE: Final = "Nothing you write leaves this computer."
NO_RESET: Final = "Nobody can reset this. If you forget it and lose your recovery words, your journal can't be opened."
RECOVERY_WORDS: Final = (
    "These 24 words open your journal if you forget the passphrase. Write them on paper, in this order, and keep them "
    "where only you look."
)
WHAT_FROM: Final = "What are you recovering from?"
WHAT_WITH_IT: Final = "What's your goal?"
SINCE_WHEN: Final = "Since when? A date, “today” or “not yet”. Any answer is fine."
WHICH_REGION: Final = "This program doesn't know where you are. Pick your country."

# Names, buttons and fields of the steps.

PASSPHRASE_TITLE: Final = "journal"
I_HAVE_A_COPY: Final = "I have a backup"
WHAT_TITLE: Final = "what from"
WHAT_HOW: Final = f"{WHAT_FROM} Choose one or more, by digit or with space."
WANT_TITLE: Final = "your goal"
WARNING_TITLE: Final = "read this first"
WARNING_READ: Final = "I have read this"
SINCE_TITLE: Final = "since when"
SINCE_LABELS: Final = {"not_yet": "not yet", "today": "today", "date": "a date"}
"""Value of ``Since`` → label."""
SINCE_DAY: Final = "Since"
REGION_TITLE: Final = "helplines"
REGION_HOW: Final = f"{WHICH_REGION} Until you do, F4 shows the numbers of all countries."
DONE: Final = "Done"
WERE_FREE: Final = "Were those days free?"
FREE_HINT: Final = "Yes: they are filled in, and marked as filled in later. Or leave it for later."


def skip_rest(key: str) -> str:
    """Return the label of the button that skips the rest, with its key."""
    return f"Skip the rest ({key})"


def step_of(step: int, steps: int) -> str:
    """Return ``3 of 6``: how far the questions are."""
    return f"{step} of {steps}"


translated(__name__)
