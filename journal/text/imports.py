"""What is said about a file of days that is imported: what is wrong with a row, and what is too much.

Used by ``journal.importing``. A reason never repeats what a cell holds: it could be private.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from journal.language import translated
from journal.text.counting import count

NOT_CSV: Final = "this is not CSV"
COLUMN_TWICE: Final = "a column appears twice"
TOO_MANY_CELLS: Final = "there are more cells than columns"
NO_SUCH_STATE: Final = "the state must be clean, used, unknown, mixed or na"
NOT_A_DATE: Final = "the date must be written like 2026-11-23"
DATE_TO_COME: Final = "the date is in the future"
AMOUNT_NOT_A_NUMBER: Final = "the amount is not a number"
AMOUNT_OUT_OF_RANGE: Final = "the amount must be 0 or more"
MARKED_OTHERWISE: Final = "this day is already marked differently"
USE_ON_THIS_DAY: Final = "a use is logged on this day"

NOT_A_FILE: Final = "This is not a file."
NOT_A_ZIP: Final = "This is not a ZIP file, or it is damaged."
ZIP_DAMAGED: Final = "A part of the ZIP file can't be read: it is damaged, or locked with a password."
PATH_OUT_OF_ZIP: Final = "The ZIP file holds a path that leads out of it. That's not an export, so nothing was read."
NOT_UTF8: Final = "The file isn't UTF-8 text. Export it again, or save it as UTF-8 in an editor."


def bad_line(line: int, reason: str) -> str:
    """Return ``Line 3: the amount is not a number.``."""
    return f"Line {line}: {reason}."


def more_bad_lines(number: int) -> str:
    """Say how many bad rows are not named."""
    return f"And {number:,} more."


def too_many_rows(most: int) -> str:
    """Say that the file has too many rows."""
    return f"The file has more than {count(most, 'row')}."


def too_many_focuses(most: int) -> str:
    """Say that the file names too many focuses."""
    return f"The file names more than {count(most, 'focus', 'focuses')}."


def missing_columns(names: Iterable[str]) -> str:
    """Name the columns that the header lacks."""
    return f"the header lacks {', '.join(names)}; columns are separated by commas"


def label_needed(most: int) -> str:
    """Say that a row has no label, or one of more than ``most`` characters."""
    return f"the focus needs a label of at most {count(most, 'character')}"


def date_too_early(year: int) -> str:
    """Say that a row is from before the first year that a journal knows."""
    return f"the date is before {year}"


def too_many_digits(most: int) -> str:
    """Say that an amount has too many digits."""
    return f"the amount has more than {count(most, 'digit')}"


def too_many_files(most: int) -> str:
    """Say that there are more files than are looked at."""
    return f"There are more than {count(most, 'file')}. Point to the export itself, or split it."


def too_large(mib: int) -> str:
    """Say that a file, or all of them together, is over the limit in MiB."""
    return f"It is larger than {mib} MiB, so it was not read. Export a shorter time."


translated(__name__)
