"""What is said about settings: the list of them, and those of this computer."""

from __future__ import annotations

from typing import Final

from journal.language import translated
from journal.text.counting import count

# The list.

TITLE: Final = "settings"
HINTS: Final = "enter open · + something to track · esc back"

YOU: Final = "You"
TRACKED: Final = "What you track"
SAFETY: Final = "Safety"
SECURITY: Final = "Security"
BACKUPS: Final = "Backup and copies"
LOOKS_AND_KEYS: Final = "Look and keys"
EXPORTS: Final = "Export and import"
ERASING: Final = "Erase"

PREFERENCES: Final = "Words and days"
ADD_FOCUS: Final = "something else to recover from"
SAVED: Final = "Settings saved."
LINE_SAVED: Final = "Line saved."
NOT_STARTED: Final = "not yet"
PAUSED: Final = "paused"
ARCHIVED: Final = "archived"
ACCESS: Final = "Passphrase, keys"
HAS_RECOVERY_WORDS: Final = "recovery words made"
NO_RECOVERY_WORDS: Final = "no recovery words yet"
COPIES: Final = "Backups"
MERGE: Final = "Merge a copy"
MERGE_WHAT: Final = "add what another copy holds"
REGION_AND_LANGUAGE: Final = "Region, language"
NO_REGION: Final = "no country chosen"
SAFETY_PLAN: Final = "Safety plan"
EMERGENCY_CARD: Final = "Emergency card"
CARD_SHOWN: Final = "shown while locked"
NO_CARD: Final = "none: nothing of yours is shown"
OWN_LINES: Final = "My own helplines"
NO_OWN_LINES: Final = "none yet"
COMPACT: Final = "Clean up file"
FILE: Final = "The file"
LOCK: Final = "Lock"
MOTION_AND_KEYS: Final = "Motion and keys"
PAGE: Final = "Page to share"
PAGE_WHAT: Final = "text, HTML, PDF or JSON"
ERASE: Final = "Erase the journal"
ERASE_WHAT: Final = "and its earlier copies"

COMPACT_ASK: Final = "Clean up the file?"
COMPACT_YES: Final = "Clean up"
COMPACT_DETAIL: Final = (
    "Old data of what you edited or deleted is removed. The bin and the earlier versions of entries stay. The file as "
    "it is now stays next to it, as the first of three earlier copies."
)

# This computer.

REGION_TITLE: Final = "region, language"
LANGUAGE: Final = "Language"
LANGUAGE_HINT: Final = "It changes at the next start."
LANGUAGE_OF_COMPUTER: Final = "as this computer"
LANGUAGE_SAVED: Final = "Settings saved. The language changes when you start the journal again."
LOCK_TITLE: Final = "lock"
DEVICE_TITLE: Final = "look and keys"
IDLE: Final = "Locks after"
MEETING_IDLE: Final = "… in a meeting"
IDLE_HINT: Final = "Minutes without a key press."
KEY_PAUSE: Final = "Same key again"
KEY_PAUSE_HINT: Final = "Milliseconds a key is ignored after it answered, for a trembling hand. 0: never."
MOTION: Final = "Motion"
MOTION_HINT: Final = "The breath moves, lists scroll smoothly."
ACCESSIBLE: Final = "Plain lines"
ACCESSIBLE_HINT: Final = "For a screen reader: from the next start, questions in lines, no screens."
THEME: Final = "Looks"
THEME_LABELS: Final = {
    "dark": "dark",
    "light": "light",
    "contrast": "high contrast",
    "terminal": "the terminal's own colours",
}
"""Name of a theme → label."""
NOT_WRITTEN: Final = "The settings couldn't be saved to their file. They last until you quit."
REGION_NOT_WRITTEN: Final = "Your country couldn't be saved to its file. It lasts until you quit."


def words_and_days(slip_word: str, since: str, begins: str) -> str:
    """Return ``slip · full days · day from 04:00``."""
    return f"{slip_word} · {since} · day from {begins}"


def since(day: str) -> str:
    """Return ``since 12 Nov``."""
    return f"since {day}"


def locks_after(minutes: int, in_a_meeting: int) -> str:
    """Return ``after 3 min, 15 in a meeting``."""
    return f"after {minutes} min, {in_a_meeting} in a meeting"


def motion_and_keys(pause_ms: int, *, motion: bool) -> str:
    """Return ``motion on · key pause 600 ms``; without a pause only the first part."""
    moves = f"motion {'on' if motion else 'off'}"
    return f"{moves} · key pause {pause_ms} ms" if pause_ms else moves


def parts_written(number: int, of: int) -> str:
    """Return ``3 of 7 parts written``."""
    return f"{number} of {count(of, 'part')} written"


def own_lines(number: int) -> str:
    """Return ``2, on F4``."""
    return f"{number}, on F4"


def compact_what(size: int) -> str:
    """Return ``12 kB: remove old data``; the size is in bytes."""
    return f"{file_size(size)}: remove old data"


def compacted(size: int) -> str:
    """Say that the file is cleaned up, and its size in bytes."""
    return f"Cleaned up. The file is now {file_size(size)}."


def file_size(size: int) -> str:
    """Return a size in bytes as ``12 kB`` or ``1.2 MB``."""
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def region_and_language(region: str, language: str) -> str:
    """Return ``Austria · English``."""
    return f"{region} · {language}"


translated(__name__)
