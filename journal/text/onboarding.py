"""What is said and asked when a journal is made."""

from __future__ import annotations

from typing import Final

WHAT_IT_IS: Final = (
    "A place of your own to prepare for your check-in: days, cravings, what helps, and one page for a mentor."
)
STAYS_HERE: Final = "Nothing you write leaves this computer."
NO_RESET: Final = "Without the passphrase or the recovery words nothing in it can be read: nobody can reset it."
RECOVERY_WORDS: Final = (
    "These 24 words open the journal if the passphrase is forgotten. Write them on paper, in this order, and keep them "
    "where only you look."
)
WHAT_FROM: Final = "What are you recovering from?"
WHAT_WITH_IT: Final = "What do you want with it?"
SINCE_WHEN: Final = "Since when? A date, “today” or “not yet”: each is a good answer."
WHICH_REGION: Final = "Which region's safety lines do you want? It is never guessed."
ONE_REASON: Final = "One reason, in your own words. It is shown when a craving comes."
ONE_PERSON: Final = "One person who may be asked."
