"""What ``journal import days`` says; what is wrong with a file is in ``journal.text.imports``."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.language import translated
from journal.text.counting import count

DAYS_HELP: Final = """\
Import day marks from a CSV file.

Its columns are focus, date, state and, where known, amount. A state is one of clean, used, unknown, mixed, na, or
the letters - + o * _. If any row is wrong, none is imported. A file has at most 100,000 rows, 100 focuses and
16 MiB."""

SPLIT: Final = "Nothing was imported. Split it into smaller files and import them one after the other."


def importing(rows: int) -> str:
    """Label the progress bar."""
    return f"Importing {count(rows, 'row')}"


def bad_rows(reasons: str) -> str:
    """Add to what is wrong that nothing was imported."""
    return f"{reasons} Nothing was imported."


def too_much(reason: str) -> str:
    """Add to what is too much what to do about it."""
    return f"{reason} {SPLIT}"


def file_too_large(mib: int) -> str:
    """Say that a file is over the limit, in MiB, and what to do about it."""
    return f"The file is larger than {mib} MiB. {SPLIT}"


def imported(days: int, skipped: int) -> str:
    """Say how many days were imported, and how many were there already."""
    return f"Imported {count(days, 'day')}; {skipped:,} were already there."


def focus_made(label: str) -> str:
    """Name a focus that the import made."""
    return f"Added a focus: {label}."


def start_moved(label: str, day: date) -> str:
    """Say that the start of a focus was moved back."""
    return f"{label} now starts on {day}."


def would_import(days: int, skipped: int) -> str:
    """Say how many days would be imported, and how many are there already."""
    return f"Would import {count(days, 'day')}; {skipped:,} are already there."


def would_make(label: str) -> str:
    """Name a focus that the import would make."""
    return f"Would add a focus: {label}."


def would_move(label: str, day: date) -> str:
    """Say that the start of a focus would be moved back."""
    return f"{label} would start on {day}."


translated(__name__)
