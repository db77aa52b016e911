"""What the fields of forms say: their hints, and what they understand where something else was typed."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

TAB_NEXT: Final = "tab: next"

NOT_A_DURATION: Final = "Try: 90 min or 2 h. At most a year."
NOT_A_NUMBER: Final = "Enter 0 or more, for example 3 or 2.5."
_TAPER_EXAMPLE: Final = "today 6; 1 Dec 4; 15 Dec 2"
TAPER_HINT: Final = f"From when, at most how much a day: {_TAPER_EXAMPLE}"
NOT_A_TAPER: Final = f"Try: {_TAPER_EXAMPLE}."

FILE: Final = "File"
NO_SUCH_HOME: Final = "There is no home folder with that name."

PASSPHRASE: Final = "Passphrase"
PASSPHRASE_AGAIN: Final = "Repeat it"
PASSPHRASE_NEEDED: Final = "Enter a passphrase."
PASSPHRASE_NOT_REPEATED: Final = "Type it once more here."
PASSPHRASES_DIFFER: Final = "The two don't match. Type it again here, or press F6 for the six words."
SIX_WORDS_OFFERED: Final = (
    "Six random words, if you want them. Press F6 to use this passphrase. Write it down, then type it again:"
)
SIX_WORDS_TAKEN: Final = "Write them down now, then type them below."
SECRET_CLEARED: Final = "What you typed here was cleared, so that nobody else can use it. Type it again."
WORDS_HIDDEN: Final = "Hidden. F7 shows them."
WORDS_SHOWN: Final = "Shown. F7 hides them."


def between(minimum: int, maximum: int) -> str:
    """Return ``1 to 60``: the numbers that a field takes."""
    return f"{minimum} to {maximum}"


def whole_number(minimum: int, maximum: int, *, optional: bool) -> str:
    """Say which whole numbers a field takes, and that one is needed unless it is ``optional``."""
    empty = ", or leave it empty" if optional else ""
    return f"Enter a whole number from {between(minimum, maximum)}{empty}."


def words_counted(count: int) -> str:
    """Say how many of the 24 recovery words are typed; nothing for none."""
    return f"{count} of 24 words. " if count else ""


def typed_so_far(typed: str, *, is_hidden: bool) -> str:
    """Say how much of a passphrase is typed, and which key shows or hides it; nothing for none."""
    words = len(typed.split())
    told = f"{count(words, 'word')}, " if words > 1 else ""
    return f"{told}{count(len(typed), 'character')}. F7 {'shows' if is_hidden else 'hides'} it." if typed else ""


def file_needed(example: str) -> str:
    """Say that a field takes the name of a file, like the ``example``."""
    return f"Enter a file name, for example {example}."


TOO_MANY_MINUTES: Final = "That is more than a day. Enter minutes."


def format_duration(minutes: int) -> str:
    """Return ``90 min`` as ``1 h 30 min``, exact to the minute; it can be typed again."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"


translated(__name__)
