"""What ``journal key-file`` says, and what every command says of a key file that the environment names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journal.language import translated

KEY_FILE_HELP: Final = """\
Make or remove a file that opens the journal.

`journal key-file new PATH` writes a key file, for example to a USB drive; it replaces the one before. `journal key-file
remove` ends it. Anyone who has the file can read the whole journal, and a copy of the drive is a copy of the key. The
passphrase and the recovery words keep working.

Then --key-file PATH, or the environment variable JOURNAL_KEY_FILE, opens the journal with it."""
FORGET_HELP: Final = "Replace the earlier copies next to the journal, too."
NEXT_TO_HELP: Final = "Save it in the journal's own folder all the same."

PATH_NEEDED: Final = "Say where to save it: journal key-file new PATH."
NO_PATH: Final = "journal key-file remove takes no path: it only changes the journal."
NOT_THERE: Final = "Choose a USB drive or another place. With --next-to-journal it is saved there all the same."
SAVE_THERE: Final = "Save it there all the same?"
REPLACE_COPIES: Final = "Earlier copies next to the journal still open with the old key file. Replace them, too?"
NONE_TO_REMOVE: Final = "No key file opens this journal. Nothing was changed."


def not_plugged_in(path: Path) -> str:
    """Say that the key file which the environment names is not there, so the passphrase is asked for."""
    return f"There is no key file at {path} (JOURNAL_KEY_FILE). Use the passphrase."


translated(__name__)
