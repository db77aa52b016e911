"""What the page to write on says."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.record import Sensitivity
from journal.language import translated

NEW_ENTRY: Final = "a new entry"
KEYS: Final = "F6 prompts · ctrl+s save · esc back"
SAVED_KEYS: Final = "F6 prompts · F7 versions · ctrl+s save · esc back"
"""Of an entry that is in the journal already."""
TITLE: Final = "Title"
DAY: Final = "Day"
WRITE_HERE: Final = "Write here. It is saved as a draft while you type."
NOTHING_WRITTEN: Final = "Nothing written yet."
FOR_MENTOR: Final = "For my mentor"
FOR_MENTOR_HINT: Final = "You see every line before you share a page."
SHARED: Final = {Sensitivity.NEVER: "no", Sensitivity.ASK: "ask me", Sensitivity.SHARE: "yes"}
"""The answers to whether an entry is for the mentor."""
READ_AGAIN: Final = "Read again"
READ_AGAIN_HINT: Final = "Offered on this day in later years, if you switch that on in Settings."
TAGS: Final = "Tags"
TAGS_HINT: Final = "Words to find it by. → completes one."


def entry_title(day: date, today: date) -> str:
    """Return ``entry of Mon 23 Nov``."""
    return f"entry of {format_day(day, today)}"


def too_many_tags(number: int, most: int) -> str:
    """Return ``At most 20 tags. There are 23.``"""
    return f"At most {most} tags. There are {number}."


def tag_too_long(longest: int) -> str:
    """Return ``A tag has at most 40 letters. Put a space between two tags.``"""
    return f"A tag has at most {longest} letters. Put a space between two tags."


translated(__name__)
