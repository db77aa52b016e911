"""What is said about erasing for good: one record, or the whole journal."""

from __future__ import annotations

from typing import Final

from journal.language import translated

JOURNAL_TITLE: Final = "erase the journal"
JOURNAL_YES: Final = "Erase the journal"
JOURNAL_GOES: Final = (
    "The journal, its three earlier copies, what this computer noted about it, the emergency card and your own "
    "helplines are erased. Nothing brings them back, not even the passphrase or the recovery words."
)
JOURNAL_STAYS: Final = (
    "Backups that you or other programs made stay. The keys are overwritten first. A modern disk (SSD) may keep old "
    "blocks for a while; anyone who has those and the passphrase could read them."
)
JOURNAL_WORD: Final = "ERASE"
"""What is typed to confirm."""
JOURNAL_TYPE_WORD: Final = f"Type {JOURNAL_WORD}"
JOURNAL_WORD_DIFFERS: Final = f"Type {JOURNAL_WORD} in capitals, so that nothing is erased by accident."
JOURNAL_ERASED: Final = "The journal is erased from this computer."

RECORD_TITLE: Final = "erase for good"
RECORD_ASK: Final = "Erase it for good?"
RECORD_YES: Final = "Erase it"
RECORD_DONE: Final = "Erased here, and the master key is replaced."
RECORD_WHAT: Final = (
    "Something deleted stays in the bin for 30 days, and in the three earlier copies next to the journal. Erasing "
    "removes it from there, with its earlier versions, and encrypts everything again with a new key."
)
RECORD_ELSEWHERE: Final = (
    "Backups that you or other programs made still have it. A modern disk (SSD) may keep old blocks for a while; to "
    "read those takes special tools and your old passphrase or recovery words."
)
RECORD_DELETED: Final = "Deleted here, but earlier copies still have it until you do this again."
RECORD_UNNAMED: Final = "this"


def record_to_erase(what: str) -> str:
    """Say which record is erased."""
    return f"To be erased: {what}."


translated(__name__)
