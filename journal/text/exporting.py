"""What is said about an export of the whole journal, by the command and by the screen, and in its README."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated
from journal.text.counting import count

OPEN: Final = (
    "Anyone who gets this folder can read everything in your journal, also what you marked “never share”. It isn't "
    "encrypted. Delete it when you no longer need it."
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


def unfinished(path: str) -> str:
    """Say that an export which was cut short left a folder, and what to do."""
    return f"An earlier export was cut short. What it left is not encrypted. Delete this folder: {path}"


# The screen.

TITLE: Final = "export everything"
HINTS: Final = "enter export · esc back"
WHAT: Final = (
    "Save everything for other programs: archive.json (every record, exactly; another journal can import it), tables "
    "for a spreadsheet, entries as Markdown."
)
TO: Final = "New folder"
ENCRYPT: Final = "Encrypt"
NO_ENCRYPTION: Final = "no"
BY_PASSPHRASE: Final = "one age file, with a passphrase"
ASK: Final = "Export everything?"
ASK_YES: Final = "Export"
ASK_OPEN: Final = "Anyone who gets this folder can read it."
ASK_SEALED: Final = "Only this passphrase opens the file. Write it down first."
EXPORTING: Final = "Exporting. This can take a few seconds."

SETTING: Final = "Export everything"
SETTING_WHAT: Final = "JSON, CSV and Markdown"


def ask_sealed(passphrase: str, strength: str) -> str:
    """Say what opens the file, and how good it is; the field may be too short for all of it."""
    return f"{ASK_SEALED}\n{passphrase}\nIt is {strength}."


def done(records: int, path: str, left: Iterable[str]) -> str:
    """Say how much was written, where it is, and which folders ``left`` by earlier exports are to be deleted."""
    return "\n".join([f"Exported {count(records, 'record')} to {path}.", *map(unfinished, left)])


translated(__name__)
