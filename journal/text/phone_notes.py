"""What is said about a file of notes from a phone, a line each, that goes into the inbox."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

HOW: Final = "A text file, one note a line. A line may begin with a date, and with: craving 7"
PLACE: Final = "The file"
EXAMPLE: Final = "~/notes.txt"
TITLE: Final = "notes from a phone"
HINTS: Final = "enter put them in the inbox · esc back"
COMMAND_HELP: Final = """\
Put a text file into the inbox, one note a line.

A line may begin with a date (2026-11-23 or 23.11.2026) and a time, and then with "craving 7". The lines are encrypted
without asking for the passphrase, and you review them at the next unlock. The same file again adds nothing twice."""

NOTHING_IN_IT: Final = "There is no line in this file."


def too_many(most: int) -> str:
    """Say that the file has too many lines."""
    return f"The file has more than {count(most, 'line')}. Split it, and review one part before the next."


def too_long(number: int, most: int) -> str:
    """Say that a line is too long for the inbox."""
    return f"Line {number:,} has more than {count(most, 'character')}. Write it into an entry instead."


def adding(number: int, whole: int) -> str:
    """Say how far it is."""
    return f"{number:,} of {count(whole, 'note')}…"


def label(whole: int) -> str:
    """Label the progress bar."""
    return f"Adding {count(whole, 'note')}"


def added(whole: int, undated: int) -> str:
    """Say how many notes are in the inbox now, and how many of them have no date."""
    dated = f" {count(undated, 'note')} without a date count as written now." if undated else ""
    again = "What you reviewed before isn't added again."
    return (
        f"{count(whole, 'note')} read into the inbox.{dated} {again} Delete the file from the phone once you kept them."
    )


def stopped(reason: str) -> str:
    """Add to the reason, a sentence, what was kept."""
    return f"{reason} What was added before stays in the inbox. Do the same again for the rest."


translated(__name__)
