"""What is said about whole entries that are shared, on paper and before: which, for which person, how many pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from journal.domain.dates import format_date, format_day
from journal.language import translated
from journal.text.counting import count

PAPER: Final = "chosen entries"
"""What the share ledger calls them."""

# On the paper.

PDF_TITLE: Final = "Entries"
"""The title within a PDF; readers show it in the window, so it says little."""


def page_title(first: date, last: date) -> str:
    """Return ``Entries from my journal, 3 Oct – 28 Nov 2026``."""
    return f"Entries from my journal, {format_days(first, last)}"


def format_days(first: date, last: date) -> str:
    """Return a period with its year: ``16–28 Nov 2026``."""
    return f"{format_date(first, last)} {last.year}" if first.year == last.year else format_date(first, last)


def format_heading(day: date, title: str) -> str:
    """Return ``Thu 19 Nov 2026 · A long evening``; only the day where there is no title."""
    on = f"{format_day(day)} {day.year}"
    return f"{on} · {title}" if title else on


def page_number(page: int, pages: int) -> str:
    """Return ``3 of 7``."""
    return f"{page} of {pages}"


# Choosing entries.

CHOOSE: Final = "entries to share"
CHOOSE_KEYS: Final = "space include · a all · esc back"
EMPTY_KEYS: Final = "w other days · esc back"
WHOLE: Final = "the whole entry"
EMPTY: Final = "No entries in these days. Press w to choose other days."
NONE_CHOSEN: Final = "Nothing is included yet. Press space on each entry you want to share."
LEAVE: Final = "Leave? Your choice of entries isn't saved."
LEAVE_YES: Final = "Leave"
LEAVE_NO: Final = "Stay"


def choose_title(days: str) -> str:
    """Return ``entries to share · 28 Oct – 23 Nov 2026``."""
    return f"{CHOOSE} · {days}"


def included(chosen: int, there: int, pages: int) -> str:
    """Return ``3 of 12 entries included · 4 pages``; without the pages where ``pages`` is 0."""
    parts = (f"{chosen} of {count(there, 'entry', 'entries')} included", count(pages, "page") if pages else "")
    return " · ".join(part for part in parts if part)


# Saving them.

SAVE: Final = "save the entries"
ASK_PERSON: Final = "For"
ASK_FORM: Final = "Form"
FORM_PDF: Final = "PDF"
FORM_PASSWORD: Final = "PDF with a password"  # the name of a form
FORM_TEXT: Final = "text"
EXAMPLE: Final = "~/entries.pdf"


def saved_what(entries: int, pages: int, days: str) -> str:
    """Return ``3 entries on 4 pages, 16–28 Nov 2026.``; without the pages where ``pages`` is 0."""
    on = f" on {count(pages, 'page')}" if pages else ""
    return f"{count(entries, 'entry', 'entries')}{on}, {days}."


def saved_to(entries: int, place: str) -> str:
    """Say how many entries were saved, and where this is noted."""
    return f"{count(entries, 'entry', 'entries')} saved to {place}. Press v on Mentor to see what you shared."


# What was shared before.


def format_given(headings: Iterable[str], deleted: int) -> str:
    """Return a line for each entry that was shared, and how many of them are no longer in the journal."""
    gone = [f"{count(deleted, 'entry', 'entries')} deleted since"] if deleted else []
    return "\n".join(["Entries shared:", *(f"  {said}" for said in (*headings, *gone))])


# The command.

TO_HELP: Final = "Save these entries to FILE, as pages with numbers (PDF), or as text where its name ends in .txt."
PICK_HELP: Final = "With --to: only the entry with this uid, which --json shows. Repeat it for more."
FOR_HELP: Final = "With --to: who it is for."
PASSWORD_HELP: Final = "With --to: ask for a password that opens the PDF."  # a sentence
YES_HELP: Final = "With --to: save without asking. Needed without a terminal."
NEEDS_TO: Final = "--pick, --for, --password, --replace and --yes need --to FILE."
NEEDS_CHOICE: Final = "Say which entries to save: --from and --until, --tag, --search, or --pick."
NEEDS_YES: Final = "This saves whole entries to a file that leaves your journal. Without a terminal, add --yes."
NOT_WITH_TEXT: Final = "Only a PDF takes a password; this file's name ends in .txt."
NOTHING_CHOSEN: Final = "No entry found, so nothing was saved."


def no_such_entry(uid: str) -> str:
    """Say that a picked entry is not among those found."""
    return f"No entry with the uid {uid} is among these. Nothing was saved."


def asks(entries: int, name: str) -> str:
    """Ask whether the entries that were listed may be saved to the file of this name."""
    return f"Save {count(entries, 'entry', 'entries')} to {name}?"


def written(entries: int, pages: int, days: str) -> str:
    """Say what was saved; without the pages where ``pages`` is 0."""
    return f"Saved: {saved_what(entries, pages, days)}"


translated(__name__)
