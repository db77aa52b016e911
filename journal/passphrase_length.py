"""How long a passphrase may be: the same on the screens and on the command line.

A new one is bounded by its characters. One that opens a journal is bounded only where no line is a passphrase any more,
in bytes of UTF-8: whoever chose a longer one with an earlier version, or from a script, is not locked out.
"""

from __future__ import annotations

from typing import Final

LONGEST_NEW: Final = 10_000
"""Characters of a new passphrase."""

LONGEST: Final = 64 * 1024
"""Bytes of a passphrase that opens something."""

LONGEST_PDF: Final = 127
"""Bytes of the password of a PDF: readers look at no more of it (ISO 32000-2)."""

TOO_LONG: Final = f"This is longer than a passphrase can be, {LONGEST // 1024} KiB. Nothing of it was taken."
NEW_TOO_LONG: Final = (
    f"A new passphrase has at most {LONGEST_NEW:,} characters, and this one has more. Nothing was changed; choose a "
    "shorter one."
)
PDF_TOO_LONG: Final = (
    f"The password of a PDF has at most {LONGEST_PDF} bytes, and this one has more. Nothing was written; choose a "
    "shorter one, or seal the file with a passphrase."
)


def is_too_long(passphrase: str) -> bool:
    """Whether no journal is tried with it."""
    return _size(passphrase) > LONGEST


def refusal(new: str, *, pdf: bool = False) -> str:
    """Why this can't be a new passphrase, or the password of a ``pdf``, as a sentence; nothing where it can."""
    if pdf and _size(new) > LONGEST_PDF:
        return PDF_TOO_LONG
    return NEW_TOO_LONG if len(new) > LONGEST_NEW else ""


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
