"""What is said about erasing for good: one record, or the whole journal."""

from __future__ import annotations

from typing import Final

JOURNAL_TITLE: Final = "erase the journal"
JOURNAL_YES: Final = "Erase the journal"
JOURNAL_GOES: Final = (
    "The journal, its three earlier copies, what this computer noted of it, the emergency card and safety lines of "
    "your own are erased. Nothing brings them back, neither the passphrase nor the recovery words."
)
JOURNAL_STAYS: Final = (
    "Copies that you or other programs made stay. The keys are overwritten first; a disk of today (SSD) may keep old "
    "blocks for a while, and who has those and the passphrase could read them."
)
JOURNAL_WORD: Final = "ERASE"
"""What is typed to confirm."""
JOURNAL_TYPE_WORD: Final = f"Type {JOURNAL_WORD}"
JOURNAL_WORD_DIFFERS: Final = f"Type {JOURNAL_WORD} in capitals, so that nothing is erased by chance."
JOURNAL_ERASED: Final = "The journal is erased from this computer."

RECORD_TITLE: Final = "erase for good"
RECORD_ASK: Final = "Erase it for good?"
RECORD_YES: Final = "Erase it"
RECORD_DONE: Final = "It is erased here, and everything is sealed anew."
RECORD_WHAT: Final = (
    "What is deleted stays in the three earlier copies beside the journal, and u brings it back. Erasing deletes it, "
    "removes those copies, and seals everything anew under another key."
)
RECORD_ELSEWHERE: Final = (
    "Copies that you or other programs made keep it. A disk of today (SSD) may keep old blocks for a while; to read "
    "those takes special tools and what opened the journal before."
)
RECORD_DELETED: Final = "It is deleted here; earlier copies still hold it until this is done again."
RECORD_UNNAMED: Final = "this"


def record_to_erase(what: str) -> str:
    """Say which record is erased."""
    return f"To be erased: {what}."
