"""What is said and asked when a journal is made."""

from __future__ import annotations

from typing import Final

WHAT_IT_IS: Final = (
    "A place of your own to prepare for your check-in: days, cravings, what helps, and one page for a mentor."
)
STAYS_HERE: Final = "Nothing you write leaves this computer."
NO_RESET: Final = "Nobody can reset this. If you forget it and lose your recovery words, your journal can't be opened."
RECOVERY_WORDS: Final = (
    "These 24 words open the journal if the passphrase is forgotten. Write them on paper, in this order, and keep them "
    "where only you look."
)
WHAT_FROM: Final = "What are you recovering from?"
WHAT_WITH_IT: Final = "What do you want with it?"
SINCE_WHEN: Final = "Since when? A date, “today” or “not yet”: each is a good answer."
WHICH_REGION: Final = "This program doesn't know where you are. Pick your country."
ONE_REASON: Final = "One reason, in your own words. It is shown when a craving comes."
ONE_PERSON: Final = "One person who may be asked."

# Names, buttons and fields of the steps.

PASSPHRASE_TITLE: Final = "journal"
I_HAVE_A_COPY: Final = "I have a copy"
WHAT_TITLE: Final = "what from"
WHAT_HOW: Final = f"{WHAT_FROM} One, or several: by digit, or arrows and space."
WANT_TITLE: Final = "what you want"
WARNING_TITLE: Final = "to know first"
WARNING_READ: Final = "I have read this"
SINCE_TITLE: Final = "since when"
SINCE_LABELS: Final = {"not_yet": "not yet", "today": "today", "date": "a date"}
"""Value of ``Since`` → label."""
SINCE_DAY: Final = "Since"
REGION_TITLE: Final = "safety lines"
REGION_HOW: Final = f"{WHICH_REGION} Without one, F4 shows the numbers of all."
REASON_TITLE: Final = "a reason"
REASON: Final = "Because"
PERSON_TITLE: Final = "a person"
PERSON_NAME: Final = "Name"
PERSON_ROLE: Final = "Who it is"
PERSON_CONTACT: Final = "Number, or how"
DONE: Final = "Done"
STARTER_LISTS: Final = (
    "A few things that help and a few triggers are in your lists to begin with: yours to change, on Plan and in a "
    "craving."
)
