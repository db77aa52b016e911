"""What is said about an export of the whole journal, by the command and by the screen, and in its README."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

OPEN: Final = (
    "Anyone who gets this folder can read everything in your journal, also what you marked “never share”. It isn't "
    "encrypted. Delete it when you no longer need it; a copy on a USB drive or in a cloud stays readable."
)
SEALED_BY_PASSPHRASE: Final = (
    "The file holds everything in your journal, also what you marked “never share”. Only its passphrase opens it. "
    "Write it down: it is not saved anywhere."
)
SEALED_TO_KEY: Final = (
    "The file holds everything in your journal, also what you marked “never share”. Only the owner of the key can open "
    "it."
)
LEFT_OUT: Final = "Deleted records, earlier versions of entries and drafts are not in it."
STILL_WAITING: Final = (
    "What you wrote without the passphrase is not in it yet. Open your journal, review it, then export again."
)
TAKEN: Final = "Something with that name already exists and was not touched. Choose a new or an empty folder."
CURRENT_FOLDER: Final = "That's the folder you are in. Choose a new one."

READ_ME: Final = """\
This is everything from a recovery journal. It is not encrypted: anyone who has this folder can read it.

archive.json  every record, exactly. “journal import archive” brings it into a journal again;
              docs/archive.md of the program says how other programs read it
tables/       a CSV file for each kind of record, for a spreadsheet
entries/      your entries as Markdown, one file each, named by date

Delete this folder when you no longer need it.
"""


def written(records: int) -> str:
    """Say how much was written."""
    return f"Exported {count(records, 'record')}."


def export_failed(reason: str) -> str:
    """Say that nothing was written, and why."""
    return f"Nothing was saved: {reason}"


translated(__name__)
