"""What ``journal summary``, ``card``, ``calendar`` and ``given`` say; the page itself is in ``journal.text.page``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.text.counting import count

SUMMARY_HELP: Final = """\
Write one page of a period for the mentor.

On a terminal it is shown first, and written when you agree. It is noted in the share ledger. Anyone who gets the file
can read it, unless --seal encrypts it. Most mentors don't have to keep it secret by law. Some must report danger to
you or a child. Court, probation or custody? Get legal advice before sharing dates of use. With --passphrase-fd the
passphrase of the file is the line after that of the journal."""
CARD_HELP: Final = """\
Write a card to print: if-then plans and reasons.

It has the region's emergency number, too. The file is not encrypted: print it, then delete it."""
CALENDAR_HELP: Final = """\
Write meetings and due days to a calendar file (.ics).

The titles are neutral: never what, where or with whom. It is noted in the ledger of what was given."""
GIVEN_HELP: Final = "What was given away, and where it is now."

TO_HELP: Final = "The file to be written, 0600."
SINCE_HELP: Final = "The first day, by default since the last page."
UNTIL_HELP: Final = "The last day, instead of today."
FOR_HELP: Final = "Whom it is for, instead of whoever is met next; - for nobody."
SHARE_HELP: Final = "How much goes on it, instead of what they see by default."
SEAL_HELP: Final = "Seal the file with age by a passphrase, which is asked for, or to their key; a PDF by a password."
REPLACE_HELP: Final = "Write over FILE if it is there."
PEOPLE_HELP: Final = "Whom to call, too: names and numbers of others."
FORMAT_HELP: Final = "By default as FILE's name ends."

FILE_IS_THERE: Final = "The file is there already and was not touched; --replace writes over it."
FILE_IS_THERE_NOW: Final = "The file is there by now and was not touched; --replace writes over it."
PASSWORD_NEEDS_PDF: Final = "Only a PDF takes a password; --seal passphrase seals any form."
NOBODY_OF_THAT_NAME: Final = "There is nobody of that name in the journal; --for - is for nobody named."
NO_KEY_OF_THEIRS: Final = "There is no age key of theirs in the journal."
ASK_FILE_PASSPHRASE: Final = "A passphrase for the file"
EMPTY_SEAL: Final = "A seal needs a passphrase, and this one is empty; nothing was written."
FIRST_AFTER_LAST: Final = "The first day is after the last one; --since and --until say which they are."
NOTHING_WRITTEN: Final = "Nothing was written."
NOTHING_GIVEN: Final = "Nothing was given away yet."


def file_passphrase(strength: str) -> str:
    """Say how strong the passphrase of the file is."""
    return f"The passphrase of the file is {strength}."


def page_written(first: date, last: date, lines: int, sealed: str) -> str:
    """Say of which period and how long the page is, and how it was ``sealed``, which may be empty."""
    how = f", sealed ({sealed})" if sealed else ""
    return f"Written: {format_date(first, last)}, {count(lines, 'line')}{how}."


def page_asks(name: str) -> str:
    """Ask whether the page may be written to the file of this name."""
    return f"Write it to {name}?"


def card_written(lines: int, not_encrypted: str) -> str:
    """Say how long the card is; ``not_encrypted`` is the sentence that warns of the file."""
    return f"Written: {count(lines, 'line')}. {not_encrypted}"


def calendar_asks(events: int, name: str) -> str:
    """Ask whether the calendar may be written to the file of this name."""
    return f"Write {count(events, 'event')} to {name}?"


def calendar_written(events: int) -> str:
    """Say how many events the calendar has."""
    return f"Written: {count(events, 'event')}."


def format_still_out(number: int) -> str:
    """Return ``1 of them may still be read by others.``."""
    return f"{number or 'None'} of them may still be read by others."


def format_gone(day: date) -> str:
    """Say when a paper ceased to be."""
    return f"gone {format_day(day)}"


def format_struck(number: int) -> str:
    """Say how many lines were struck out; empty for none."""
    return f"{number} struck out" if number else ""
