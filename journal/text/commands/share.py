"""What ``journal summary``, ``card``, ``calendar`` and ``given`` say; the page itself is in ``journal.text.page``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.language import translated
from journal.text.counting import count

SUMMARY_HELP: Final = """\
Write one page of a period for the mentor.

On a terminal you see it first, and it is saved if you say yes. `journal given` lists it. Anyone who gets the file can
read it, unless --seal encrypts it. Most mentors don't have to keep it secret by law. Some must report danger to you
or a child. Court, probation or custody? Get legal advice before sharing dates of use. With --passphrase-fd the
passphrase of the file is the line after that of the journal."""
CARD_HELP: Final = """\
Write a card to print: if-then plans and reasons.

It has the region's emergency number, too. The file is not encrypted: print it, then delete it."""
CALENDAR_HELP: Final = """\
Write meetings and due days to a calendar file (.ics).

The titles are neutral: never what, where or who with. `journal given` lists it."""
ATTENDANCE_HELP: Final = """\
Write your meetings of some days to a list, to be signed.

It has day, kind and minutes; no names and no notes. On a terminal you see it first, and it is saved if you say yes.
`journal given` lists it. The file is not encrypted: anyone who gets it can read it. To leave out single meetings, use
the attendance slip in the journal."""
GIVEN_HELP: Final = "What you shared, and where it is now."

TO_HELP: Final = "The file to write, readable only by you (0600)."
SINCE_HELP: Final = "The first day, by default since the last page."
ATTENDANCE_SINCE_HELP: Final = "The first day."
PLACES_HELP: Final = "Include where the meetings were."
CONTACTS_HELP: Final = "Include contacts: calls, texts and visits."
UNTIL_HELP: Final = "The last day, instead of today."
FOR_HELP: Final = "Who it is for, instead of the person you meet next; - for nobody."
SHARE_HELP: Final = "How much it includes, instead of the level set for that person."
SEAL_HELP: Final = (
    "Encrypt the file with age: with a passphrase, which you are asked for, or their key; a PDF with a password."
)
REPLACE_HELP: Final = "Replace FILE if it exists."
PEOPLE_HELP: Final = "Include who to call: names and numbers of others."
FORMAT_HELP: Final = "By default as FILE's name ends."

FILE_IS_THERE: Final = "A file with that name already exists and was not touched. --replace replaces it."
FILE_IS_THERE_NOW: Final = "A file with that name exists by now and was not touched. --replace replaces it."
PASSWORD_NEEDS_PDF: Final = "Only a PDF takes a password; --seal passphrase encrypts any form."
NOBODY_OF_THAT_NAME: Final = "Nobody in the journal has that name; --for - names nobody."
NO_KEY_OF_THEIRS: Final = "The journal has no encryption key (age) for them."
ASK_FILE_PASSPHRASE: Final = "A passphrase for the file"
EMPTY_SEAL: Final = "Encryption needs a passphrase, and this one is empty. Nothing was saved."
GIVEN_HEADINGS: Final = ("When", "What", "For", "Days", "Form", "Crossed out", "Where")
"""Headings of the list of what was shared in accessible mode."""

FIRST_AFTER_LAST: Final = "The first day is after the last one; --since and --until say which they are."
NOTHING_WRITTEN: Final = "Nothing was saved."
NO_MEETINGS: Final = "No meetings are logged in these days. Nothing was saved."
NOTHING_GIVEN: Final = "Nothing shared yet."


def file_passphrase(strength: str) -> str:
    """Say how strong the passphrase of the file is."""
    return f"The passphrase of the file is {strength}."


def page_written(first: date, last: date, lines: int, sealed: str) -> str:
    """Say of which period and how long the page is, and how it is encrypted, which may be empty."""
    how = f", encrypted ({sealed})" if sealed else ""
    return f"Saved: {format_date(first, last)}, {count(lines, 'line')}{how}."


def page_asks(name: str) -> str:
    """Ask whether the page may be written to the file of this name."""
    return f"Save it to {name}?"


def card_written(lines: int, not_encrypted: str) -> str:
    """Say how long the card is; ``not_encrypted`` is the sentence that warns of the file."""
    return f"Saved: {count(lines, 'line')}. {not_encrypted}"


def calendar_asks(events: int, name: str) -> str:
    """Ask whether the calendar may be written to the file of this name."""
    return f"Save {count(events, 'event')} to {name}?"


def calendar_written(events: int) -> str:
    """Say how many events the calendar has."""
    return f"Saved: {count(events, 'event')}."


def format_still_out(number: int) -> str:
    """Return ``1 of them may still be read by others.``."""
    return f"{number or 'None'} of them may still be read by others."


def format_gone(day: date) -> str:
    """Say when a paper ceased to be."""
    return f"gone {format_day(day)}"


def format_struck(number: int) -> str:
    """Say how many lines were crossed out; empty for none."""
    return f"{number} crossed out" if number else ""


translated(__name__)
