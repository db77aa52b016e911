"""What is said about the key file: a file on a USB drive that opens the journal."""

from __future__ import annotations

from typing import Final

from journal.language import translated

TITLE: Final = "key file"
KEY_FILE: Final = "Key file"
EXAMPLE: Final = "/media/me/STICK"

# Making and removing one.

EFFECT: Final = (
    "A file on a USB drive that opens the journal. Anyone who has it, or a copy of it, can read everything. A new one "
    "replaces it; earlier copies still open with the old one."
)
WHAT: Final = "A key file, on a USB drive for example, opens the journal. The passphrase and the recovery words stay."
HAS_ONE: Final = "A key file opens this journal. A new one replaces it; F5 removes it."
SAVE_TO: Final = "Save it to"
DRIVE_HINT: Final = "The folder of the drive, or a new file in it. No file is overwritten."
TAKEN: Final = (
    "A file with this name is there already, and is never overwritten. Add a name of your own, such as new-key.txt."
)
SAVE_THERE: Final = "Save the key next to the journal?"
SAVE_THERE_YES: Final = "Save it there"
REMOVE: Final = "Remove the key file?"
REMOVE_YES: Final = "Remove"

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
REMOVED_STAYS: Final = "The file itself is not deleted, but it no longer opens the journal."
FILE_STAYS: Final = "The file itself was not deleted. You can delete it: it no longer opens the journal."
EARLIER_COPIES: Final = "Backups still open with the old key file, and so do the earlier copies next to the journal."
COPIES_ELSEWHERE: Final = "Backups elsewhere still open with what opened them before."
IF_COPIED: Final = (
    "If someone may have copied it, replace the master key, too: they may have kept the key behind it, which is still "
    "the same."
)
WILL_END: Final = "Your key file will stop working. Afterwards you can make a new one."
ENDED: Final = "Your key file no longer opens this journal. You can make a new one."
REMOVED: Final = "No key file opens the journal any more."


# Opening with one.

UNLOCK_HINTS: Final = "enter open · esc back"
UNLOCK_WHAT: Final = "Plug in the drive. Then type its folder, or the path of the key file."
UNLOCK_FORGOT: Final = (
    "Forgot the passphrase? To set a new one, close the journal and run in a shell: journal recover --key-file PATH"
)


def made_now(place: str, *, had: bool, open_to_others: bool) -> str:
    """Say where the new key file is, that it replaced one, and that others may be able to read it."""
    said = [made(place), *([ONE_AT_A_TIME] if had else []), *([OTHERS_READ] if open_to_others else [])]
    return " ".join(said)


def remove_detail(*, forget: bool) -> str:
    """Say what removing the key file does and what still opens; ``forget``: the earlier copies are deleted, too."""
    return " ".join([REMOVED_STAYS, COPIES_ELSEWHERE if forget else EARLIER_COPIES, IF_COPIED])


def beside(recovery_words: str) -> str:
    """Return ``recovery words made · key file``: what opens the journal, as Settings shows it."""
    return f"{recovery_words} · key file"


def made(place: str) -> str:
    """Say where the new key file is."""
    return f"The key file {place} now opens the journal."


translated(__name__)
