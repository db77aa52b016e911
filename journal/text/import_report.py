"""What is said about an import from another program, before and after it, and about undoing it.

Used by ``journal.importing`` for its reasons, and by the command and the screen for the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.language import translated
from journal.text.counting import count

PROGRAMS: Final = {
    "days": "Days from a CSV file",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "loop": "Loop Habit Tracker",
    "daylio": "Daylio",
    "quitter": "Quitter",
    "grove": "Grove",
    "markdown": "Markdown or Obsidian",
    "csv": "Another CSV file",
    "archive": "What this program exported",
    "notes": "Notes from a phone",
}
"""Kind of export, as the command names it → the name that a person knows."""

# Why something is left as it is, left out, or doubtful: sentences that stand after a number, as in "3 left out: ...".

MARKED_OTHERWISE: Final = "Your journal has this day marked differently. It stays as it is."
USE_LOGGED: Final = "Your journal has a use on this day. It stays as it is."
MARKED_FREE: Final = "Your journal has this day marked as a day without use. It stays as it is."
USE_THERE: Final = "Your journal has a use on this day already. It stays as it is."
CHECK_IN_THERE: Final = "Your journal has a check-in on this day. It stays as it is."
FOCUS_DELETED: Final = "You deleted what this belongs to. It stays deleted."
IN_FUTURE: Final = "The date is in the future."
TOO_EARLY: Final = "The date is too early."
NOTHING_WRITTEN: Final = "Nothing is written in it."
NOT_STORABLE: Final = "It holds something that this journal can't store."
STATE_UNKNOWN: Final = "The state of this day can't be imported."
AMOUNT_DROPPED: Final = "The amount can't be read. The rest is imported without it."
OTHER_UNIT: Final = "The amount is in another unit than your journal uses. The day is imported without it."
TAGS_IN_TEXT: Final = "There are many tags, or very long ones. Some are added at the end of the text instead."

_WHAT: Final = {
    "entries": ("entry", "entries"),
    "marks": ("day", "days"),
    "uses": ("use", "uses"),
    "checkins": ("check-in", "check-ins"),
    "focuses": ("focus", "focuses"),
}

NOTHING_NEW: Final = "Nothing new to add."
NOTHING_TO_UNDO: Final = "There is no import to undo."


def program_name(program: str) -> str:
    """Return the name of the program of an export."""
    return PROGRAMS.get(program, program)


def format_counts(counts: Mapping[str, int]) -> str:
    """Return ``412 days, 3 entries``; empty where all are 0."""
    return ", ".join(count(counts[table], *_WHAT[table]) for table in _WHAT if counts.get(table))


def will_add(counts: Mapping[str, int], first: date | None, last: date | None, today: date) -> str:
    """Say what an import would add, and from which days it is."""
    return _with_period(f"Will add: {format_counts(counts)}", first, last, today)


def added_ask(counts: Mapping[str, int]) -> str:
    """Return what the question whether to add is about."""
    return f"{format_counts(counts)}."


def added(counts: Mapping[str, int]) -> str:
    """Say what was added."""
    return f"Added: {format_counts(counts)}."


def new_focus(label: str, start: date | None, today: date) -> str:
    """Name a focus that an import adds."""
    return f"New focus: {label}." if start is None else f"New focus: {label}, from {format_day(start, today)}."


def start_moves(label: str, day: date, today: date) -> str:
    """Say that the start of a focus moves back."""
    return f"{label}: the count will start earlier, on {format_day(day, today)}."


def there_already(number: int) -> str:
    """Say how many things of an export are not added, because they are or were in the journal."""
    return f"Imported before, or there already: {number:,}. These are not added again."


def left_as_is(reason: str, number: int) -> str:
    """Say why some things stay as they are in the journal, and how many they are."""
    return f"{number:,} not added: {reason}"


def doubtful(reason: str, number: int) -> str:
    """Say what could not be known for certain, and of how many things."""
    return f"{number:,} to check: {reason}"


def left_out(reason: str, number: int) -> str:
    """Say why some things are not imported, and how many they are."""
    return f"{number:,} left out: {reason}"


def will_undo(program: str, file: str, day: date, today: date) -> str:
    """Name the import that would be undone."""
    source = f"{program_name(program)}, {file}" if file else program_name(program)
    return f"Last import: {source}, on {format_day(day, today)}."


def takes_away(counts: Mapping[str, int]) -> str:
    """Say what undoing an import takes away."""
    what = format_counts(counts)
    return f"Undo takes away: {what}." if what else "Nothing of it is left to take away."


def took_away(counts: Mapping[str, int]) -> str:
    """Say what undoing an import took away."""
    what = format_counts(counts)
    return f"Import undone. Removed: {what}." if what else "Import undone."


def keeps_changed(counts: Mapping[str, int]) -> str:
    """Say what undoing an import keeps, because the person changed it or added to it."""
    return f"Kept, because you changed it or added to it since: {format_counts(counts)}."


def focus_stays(label: str) -> str:
    """Say that a focus of the import stays."""
    return f"The focus stays: {label}."


def start_returns(label: str, day: date, today: date) -> str:
    """Say that the start of a focus is set back to what it was."""
    return f"{label}: the count starts on {format_day(day, today)} again."


def deleted_since(number: int) -> str:
    """Say how many records of an import were deleted since; they stay deleted."""
    return f"Deleted by you since the import: {number:,}."


def _with_period(what: str, first: date | None, last: date | None, today: date) -> str:
    if first is None or last is None:
        return f"{what}."
    if first == last:
        return f"{what}. Day: {format_day(first, today)}."
    return f"{what}. From {format_day(first, today)} to {format_day(last, today)}."


translated(__name__)
