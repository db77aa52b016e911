"""What is said about the key file: a file on a USB drive that opens the journal."""

from __future__ import annotations

from typing import Final

from journal.language import translated

WHOEVER_HAS_IT: Final = (
    "Anyone who has this file can open the journal and read everything in it, without the passphrase. A copy of the "
    "drive is a copy of the key. Keep it where only you get to it, and not with the computer."
)
NEXT_TO_JOURNAL: Final = (
    "That is in the journal's own folder. Whoever gets the journal there gets its key with it, so the passphrase no "
    "longer protects anything."
)
OTHERS_READ: Final = (
    "Other accounts on this computer may be able to read the key file. On a USB drive this is often so while it is "
    "plugged in."
)
ONE_AT_A_TIME: Final = "The previous key file no longer opens the journal."
FILE_STAYS: Final = "The file itself was not deleted. You can delete it: it no longer opens the journal."
EARLIER_COPIES: Final = "Earlier copies next to the journal still open with the old key file, and so do backups."
COPIES_ELSEWHERE: Final = "Backups elsewhere still open with what opened them before."
IF_COPIED: Final = (
    "If someone may have copied it, replace the master key, too: they may have kept the key behind it, which is still "
    "the same."
)
WILL_END: Final = "Your key file will stop working. Afterwards you can make a new one."
ENDED: Final = "Your key file no longer opens this journal. You can make a new one."
REMOVED: Final = "No key file opens the journal any more."


def made(place: str) -> str:
    """Say where the new key file is."""
    return f"The key file {place} now opens the journal."


translated(__name__)
